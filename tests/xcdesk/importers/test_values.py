"""Outlets with pages and programmes in one cell, pages, authors, links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sheets import lexicon
from xcdesk.importers.dates import CellError
from xcdesk.importers.values import has_lost_digits, parse_author, parse_outlet, parse_slot, parse_url


@pytest.mark.parametrize(
    ("written", "outlet", "slot"),
    [
        ("许昌日报", "许昌日报", ""), ("《许昌日报》", "许昌日报", ""), ("许昌 日报", "许昌日报", ""),
        ("许昌日报社", "许昌日报", ""),
        ("《许昌日报》3版", "许昌日报", "3版"), ("许昌日报A04版", "许昌日报", "A04版"),
        ("河南日报第2版", "河南日报", "2版"),
        ("《河南日报》（第2版）", "河南日报", "2版"), ("许昌晨报（a04版）", "许昌晨报", "A04版"),
        ("大河报·A12", "大河报", "A12版"),
        ("人民日报 第十二版", "人民日报", "12版"), ("许昌日报，三版", "许昌日报", "3版"),
        ("《许昌日报》 3 版", "许昌日报", "3版"),
        ("3版《许昌日报》", "许昌日报", "3版"), ("许昌日报／０３版", "许昌日报", "03版"),
        ("ＣＣＴＶ", "中央电视台", ""), ("cctv", "中央电视台", ""),
        ("市电台", "许昌人民广播电台", ""), ("人民日报社", "人民日报", ""),
        ("许昌日报\n5版", "许昌日报", "5版"),
        ("许昌日报头版", "许昌日报", "头版"), ("《许昌日报》1版头条", "许昌日报", "1版头条"),
        ("河南日报（要闻版）", "河南日报", "要闻版"),
    ],
)  # fmt: skip
def test_an_outlet_is_known_with_its_page(written, outlet, slot):
    cell = parse_outlet(written, lexicon())
    assert (cell.outlet.name, cell.slot) == (outlet, slot)


@pytest.mark.parametrize(
    ("written", "programme"),
    [
        ("许昌电视台《焦点30分》", "焦点30分"),
        ("市电视台“许昌零距离”栏目", "许昌零距离"),
        ("许昌电台·行风热线", "行风热线"),
        ("许昌台《新节目》栏目", "新节目"),
        ("大河网许昌频道", "许昌频道"),
    ],
)
def test_a_programme_beside_the_outlet_is_kept(written, programme):
    assert parse_outlet(written, lexicon()).programme == programme


def test_a_day_beside_the_outlet_is_kept():
    cell = parse_outlet("《许昌日报》2019年3月5日3版", lexicon())
    assert (cell.outlet.name, cell.day, cell.slot) == ("许昌日报", "2019年3月5日", "3版")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("天外来客报", "outlet.unknown"), ("许昌日报客户端", "outlet.unknown_near"),
        ("许昌日抱", "outlet.unknown_near"),
        ("许昌日报、许昌晨报", "outlet.several"), ("《许昌日报》《河南日报》", "outlet.several"),
        ("某某公众号", "outlet.unknown"),
    ],
)  # fmt: skip
def test_an_outlet_off_the_roster_is_refused_and_never_guessed(written, code):
    with pytest.raises(CellError) as refused:
        parse_outlet(written, lexicon())
    assert refused.value.code == code


@given(st.text(min_size=1, max_size=40))
def test_any_text_is_an_outlet_or_a_named_refusal(text):
    try:
        outcome = parse_outlet(text, lexicon()).outlet.name
    except CellError as refused:
        outcome = refused.code
    assert outcome.startswith("outlet.") or lexicon().outlet(outcome)


@pytest.mark.parametrize(
    ("written", "slot"),
    [("7版", "7版"), ("第7版", "7版"), ("7", "7版"), ("A04", "A04版"), ("a04版", "A04版"),
    ("７版", "7版"), ("第二版", "2版"), ("头版头条", "头版头条"),
     ("8:00", "8:00"), (" 12 版 ", "12版"), ("A4 版面", "A4版"), ("（3版）", "3版")],
)  # fmt: skip
def test_a_page_has_one_form(written, slot):
    assert parse_slot(written) == slot


def test_a_name_padded_to_three_characters_loses_its_padding():
    assert parse_author("王　祎") == "王祎"
    assert parse_author("示例·张某  李某") == "示例·张某 李某"


def test_the_link_is_taken_out_of_its_text():
    assert parse_url("链接：http://www.example.gov.cn/1.html。") == "http://www.example.gov.cn/1.html"
    assert parse_url("http://www.example.gov.cn/a(1)") == "http://www.example.gov.cn/a(1)"
    assert parse_url("") == ""


def test_long_numbers_have_lost_digits():
    assert has_lost_digits(411023199001011234.0)
    assert not has_lost_digits(123456789012345)
    assert not has_lost_digits("411023199001011234")
