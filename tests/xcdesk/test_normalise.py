"""What people type is compared without widths, marks and spaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xcdesk.normalise import TITLE_KEY_LIMIT, clean, name_key, person, title_key, title_keys


@pytest.mark.parametrize(
    "written", ["许昌日报", "《许昌日报》", " 许昌　日报 ", "“许昌日报”", "许昌\u200b日报"]
)
def test_marks_and_spaces_make_no_other_name(written):
    assert name_key(written) == "许昌日报"


@pytest.mark.parametrize("written", ["机关作风：第３天", "机关作风:第3天", "《机关作风》 第3天！"])
def test_marks_and_widths_make_no_other_title(written):
    assert title_key(written) == "机关作风第3天"


def test_only_nothing_is_no_title():
    assert title_key("  ") == ""
    assert title_key("……") == title_key("......") != ""


def test_a_title_that_unfolds_still_fits_the_log():
    assert len(title_key("㈱" * TITLE_KEY_LIMIT)) == TITLE_KEY_LIMIT


def test_what_is_stored_is_one_line_without_control_characters():
    assert clean("  机关\t作风\n建设\x00 ") == "机关 作风 建设"
    assert (person("张 三"), person("欧阳 某")) == ("张三", "欧阳 某")


@given(
    st.lists(
        st.text(
            st.one_of(st.characters(), st.sampled_from("Ａ１，：。　_‿ㄱㅏ가e\u0301\n\r\x1c\u2028")),
            max_size=9,
        )
    )
)
def test_keys_made_in_one_go_are_those_made_one_by_one(titles):
    assert title_keys(titles) == list(map(title_key, titles))
