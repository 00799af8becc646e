"""Notices by GB/T 9704: whom they are sent to, what is attached, who signs, each in its place on the page."""

import io
from dataclasses import replace

import docx
import pytest

from xcdesk.reports.docx.issue import write_docx
from xcdesk.reports.pdf.issue import print_issue
from xcdesk.reports.pdf.official import Place, official
from xcdesk.texts.documents import from_text

CELL = 156 / 28
LEFT, RIGHT = 28, 184
NOTICE = (
    "# 关于报送稿件的通知\n\n各县（市、区）委宣传部，各市级新闻单位：\n\n请按时报送。\n\n附件：1. 报送表\n\n"
    "2. 各市级新闻单位联络员名单和本年度执行力提升年活动宣传报道任务分解表\n\n{name}\n\n"
    "2019年3月12日\n\n（联系人：示例）"
)
LONG, SHORT = "示例市执行力提升年活动领导小组办公室", "宣传科"


@pytest.fixture(scope="module")
def paper(issue):
    return replace(issue, contents=False, recorded=False, year=2019, running=None)


def lines(paper, measured, text):
    sheets = measured(print_issue(paper, from_text(text)).pdf)
    return {line.text: line for sheet in sheets for line in sheet.body}


def middle(line):
    return (line.chars[0].x + line.right) / 2


def test_each_part_of_a_notice_stands_in_its_place(paper, measured):
    found = lines(paper, measured, NOTICE.format(name=LONG))
    assert found["各县（市、区）委宣传部，各市级新闻单位："].chars[0].x == pytest.approx(LEFT, abs=0.2)
    assert found["请按时报送。"].chars[0].x == pytest.approx(LEFT + 2 * CELL, abs=0.2)
    at = next(at for at, text in enumerate(found) if text.startswith("附件："))
    first, second, further = list(found.values())[at : at + 3]
    assert first.chars[0].x == pytest.approx(LEFT + 2 * CELL, abs=0.2)
    assert second.chars[0].x == pytest.approx(first.chars[3].x, abs=0.2)
    assert further.chars[0].x == pytest.approx(second.chars[2].x, abs=0.3)
    signed, day = found[LONG], found["2019年3月12日"]
    assert signed.right == pytest.approx(RIGHT - 2 * CELL, abs=0.3)
    assert middle(day) == pytest.approx(middle(signed), abs=1.5)
    assert signed.top < day.top


def test_a_short_name_stands_in_the_middle_above_a_day_four_characters_from_the_edge(paper, measured):
    found = lines(paper, measured, NOTICE.format(name=SHORT))
    assert found["2019年3月12日"].right == pytest.approx(RIGHT - 4 * CELL, abs=0.3)
    assert middle(found[SHORT]) == pytest.approx(middle(found["2019年3月12日"]), abs=1.5)


def test_no_page_holds_a_signature_alone(paper, measured):
    for count in range(8, 14):
        body = "\n\n".join(["正文一行。"] * count)
        text = f"# 通知\n\n{body}\n\n{SHORT}\n\n2019年3月12日"
        last = measured(print_issue(paper, from_text(text)).pdf)[-1]
        assert any("正文" in line.text for line in last.body)


@pytest.mark.parametrize(
    "text",
    [
        "# 甲\n> 来源\n单位：\n文。\n示例办公室\n2019年3月12日",
        "# 甲\n单位：\n# 乙\n文。\n2019年3月12日",
        "单位：\n文。\n2019年3月12日。",
    ],
)
def test_what_is_no_official_text_is_left_alone(text):
    assert official(from_text(text).blocks) == {}


def test_the_word_document_has_styles_of_the_same_places(paper):
    made = docx.Document(io.BytesIO(write_docx(paper, from_text(NOTICE.format(name=SHORT)))))
    styles = {paragraph.text[:3]: paragraph.style.name for paragraph in made.paragraphs}
    assert (styles["各县（"], styles["附件："], styles["2. "]) == (
        "公文主送",
        "公文附件说明",
        "公文附件说明续",
    )
    assert (styles["宣传科"], styles["201"]) == ("公文署名", "公文日期")
    before = next(one for one in made.paragraphs if one.text.startswith("2. "))
    assert before.paragraph_format.keep_with_next
    told = official(from_text(NOTICE.format(name=SHORT)).blocks)
    assert [one.place for _, one in sorted(told.items())] == [
        Place.ADDRESSEE,
        Place.ATTACHED,
        Place.FURTHER,
        Place.SIGNATURE,
        Place.DAY,
    ]
