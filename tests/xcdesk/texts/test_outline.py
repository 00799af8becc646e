"""Numbers at the head of lines: told, written, and kept in order."""

import pytest

from xcdesk.texts import outline
from xcdesk.texts.outline import Level


@pytest.mark.parametrize(
    ("line", "level", "number", "rest"),
    [
        ("一、总体情况", Level.ONE, 1, "总体情况"),
        ("二十一、其他", Level.ONE, 21, "其他"),
        ("（十）分工", Level.TWO, 10, "分工"),
        ("3.报送时间", Level.THREE, 3, "报送时间"),
        ("12、报送时间", Level.THREE, 12, "报送时间"),
        ("（4）附件", Level.FOUR, 4, "附件"),
        ("——压缩时限", Level.DASH, 0, "压缩时限"),
    ],
)
def test_a_number_is_told_and_taken_off(line, level, number, rest):
    found = outline.marker_of(line)
    assert (found.level, found.number) == (level, number)
    assert line[found.length :] == rest


@pytest.mark.parametrize(
    "line", ["1.5亿元", "十十、", "一百、", "2019年3月", "（甲）", "—破折", "", "第一、二"]
)
def test_what_only_looks_like_a_number_is_text(line):
    assert outline.marker_of(line) is None


@pytest.mark.parametrize("level", [level for level in Level if level is not Level.DASH])
def test_every_number_is_read_as_it_is_written(level):
    for number in range(1, 100):
        found = outline.marker_of(outline.written(level, number) + "文")
        assert (found.level, found.number) == (level, number)
    with pytest.raises(ValueError, match="100"):
        outline.written(level, 100)


def test_the_next_number_stays_within_its_part():
    before = ["一、甲", "1.子", "2.丑", "说明文字。", "二、乙"]
    assert outline.next_number(before, Level.ONE) == 3
    assert outline.next_number(before, Level.THREE) == 1
    assert outline.next_number(before[:4], Level.THREE) == 3


def test_numbers_after_an_inserted_item_move_on_and_only_those():
    after = ["说明", "（1）细目", "2.丑", "3.寅", "7.另记", "4.卯"]
    assert outline.shifted(after, Level.THREE, 2, 1) == {2: "3.丑", 3: "4.寅"}
    assert outline.shifted(["2.丑", "一、大题", "3.寅"], Level.THREE, 2, -1) == {0: "1.丑"}
    assert outline.shifted(["1.丑"], Level.THREE, 1, -1) == {}
