"""Line ends by the rules of GB/T 15834, on characters of one em."""

import pytest

from xcdesk.reports.pdf.breaker import Cell, break_lines, units

EM = 10.0


def cells(text):
    return [
        Cell(char, "face", EM, step := EM if char >= "\u2e80" or char in "—…“”" else EM / 2, step)
        for char in text
    ]


def texts(text, ems, indent=0.0):
    return [line.text for line in break_lines(cells(text), ems * EM, indent * EM)]


def right_edges(text, ems):
    return [round(line.width, 3) for line in break_lines(cells(text), ems * EM)]


def test_lines_are_filled_to_the_room():
    assert texts("一二三四五六七八九十", 4) == ["一二三四", "五六七八", "九十"]


def test_the_first_line_is_shorter_by_the_indent():
    assert texts("一二三四五六", 4, indent=2) == ["一二", "三四五六"]


def test_a_closing_mark_that_overflows_is_squeezed_in_at_the_end():
    assert texts("一，二、三四，五六", 6) == ["一，二、三四，", "五六"]


def test_a_squeezed_line_ends_at_the_margin():
    assert right_edges("一，二、三四。五六", 6)[0] == 6 * EM


def test_without_room_to_squeeze_the_character_goes_down_with_its_mark():
    assert texts("一二三四。五", 4) == ["一二三", "四。五"]


def test_a_line_that_lost_its_last_character_is_spread_to_the_margin():
    assert right_edges("一二三四。五", 4)[0] == 4 * EM


def test_the_last_line_is_not_spread():
    assert right_edges("一二三四五六", 4)[-1] == 2 * EM


@pytest.mark.parametrize("text", ["一二三四五六七", "一二三四五六七。", "一二三四五六七。”"])
def test_a_last_line_never_holds_a_single_character(text):
    lines = texts(text, 6)
    assert lines[0] == "一二三四五"
    assert lines[1].startswith("六七")


def test_a_number_is_not_moved_down_to_a_single_character():
    assert texts("一二三四2026年月", 7) == ["一二三四2026年", "月"]


@pytest.mark.parametrize("mark", "，。、；：？！）》〉】〕」』”’…％%℃·～")
def test_no_line_begins_with(mark):
    for before in range(1, 8):
        lines = texts("字" * before + mark + "字" * 6, 4)
        assert not [line for line in lines if line.startswith(mark)]


@pytest.mark.parametrize("mark", "（《〈【〔「『“‘")
def test_no_line_ends_with(mark):
    for before in range(1, 8):
        lines = texts("字" * before + mark + "字" * 6, 4)
        assert not [line for line in lines if line.endswith(mark)]


@pytest.mark.parametrize("pair", ["——", "……"])
def test_a_double_mark_is_never_parted(pair):
    for before in range(1, 8):
        assert sum(line.count(pair) for line in texts("字" * before + pair + "字" * 6, 4)) == 1


def test_a_long_row_of_double_marks_breaks_between_them():
    assert texts("——————————", 4) == ["————", "————", "——"]


@pytest.mark.parametrize(
    "whole", ["2026年", "12月", "18号", "93.1%", "126个", "300余家", "1.5万亿元", "第12期", "50平方公里"]
)
def test_a_number_keeps_its_unit(whole):
    assert whole in ["".join(cell.char for cell in unit) for unit in units(cells(f"共{whole}于"))]


def test_a_document_number_stays_whole():
    assert "〔2026〕18号" in [
        "".join(cell.char for cell in unit) for unit in units(cells("许政办〔2026〕18号文"))
    ]


def test_quotes_and_dashes_do_not_stick_to_latin_words():
    joined = ["".join(cell.char for cell in unit) for unit in units(cells("“Town”——2026年"))]
    assert joined == ["“Town”", "——", "2026年"]


def test_a_latin_word_goes_down_whole():
    assert texts("一二三四五六七八Television九", 10) == ["一二三四五六七八", "Television九"]


def test_words_part_at_blanks_and_the_blank_vanishes_at_the_line_end():
    assert texts("City News", 3) == ["City", "News"]


def test_a_mark_after_a_blank_still_does_not_begin_a_line():
    assert [line for line in texts("一二三四 ，五六", 4) if line.startswith("，")] == []


def test_an_address_longer_than_a_line_is_cut_at_a_stroke():
    lines = texts("见https://www.example.cn/topic/year/index.html", 14)
    assert "".join(lines) == "见https://www.example.cn/topic/year/index.html"
    assert max(right_edges("见https://www.example.cn/topic/year/index.html", 14)) <= 14 * EM
    assert lines[0].endswith("/")


def test_a_word_longer_than_a_line_is_cut_anywhere():
    assert "".join(texts("a" * 100, 10)) == "a" * 100
    assert max(right_edges("a" * 100, 10)) <= 10 * EM


def test_a_row_of_marks_longer_than_a_line_still_breaks():
    assert "".join(texts("，" * 50, 10)) == "，" * 50


def test_a_room_narrower_than_a_character_takes_one_a_line():
    assert texts("一二三", 0.5) == ["一", "二", "三"]


def test_latin_letters_keep_their_distance_when_a_line_is_spread():
    line = break_lines(cells("一二ab三四五六。七"), 6 * EM)[0]
    at = line.text.index("a")
    assert line.places[at + 1] - line.places[at] == pytest.approx(EM / 2)


def test_no_text_gives_no_line():
    assert break_lines([], 100.0) == []
