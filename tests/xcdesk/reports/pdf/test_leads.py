"""Headings that go on in the same paragraph: told by their words, printed in the face of their level."""

import io
from dataclasses import replace

import docx
import pytest

from xcdesk.reports.docx.issue import write_docx
from xcdesk.reports.pdf.flowables import STYLES, Composer
from xcdesk.reports.pdf.fonts import Faces
from xcdesk.reports.pdf.leads import lead_of
from xcdesk.reports.pdf.measures import Pitch
from xcdesk.reports.pdf.typeset import Typesetter
from xcdesk.texts.documents import BlockKind, from_text

LEAD, REST = "（一）加强组织领导。", "各单位主要负责人亲自抓，定期听取汇报，研究解决问题。"


def told(text):
    lead = lead_of(from_text(text).blocks[0])
    return lead and (lead.words, lead.kind)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (LEAD + REST, (LEAD, BlockKind.HEADING_2)),
        ("二、严格考核。按月通报。", ("二、严格考核。", BlockKind.HEADING_1)),
        ("（一）加强组织领导", None),
        ("（一）每周至少报送一篇。", None),
        ("一、二季度完成。三季度继续。", None),
        ("（一）各单位要做到：定期听取汇报。研究问题。", None),
        ("加强组织领导。各单位亲自抓。", None),
    ],
)
def test_the_first_sentence_of_a_numbered_paragraph_is_its_heading(text, wanted):
    assert told(text) == wanted


def test_it_has_the_face_of_its_level_on_the_page_and_in_word(issue):
    faces = Faces(None)
    typesetter = Typesetter(faces)
    document = from_text(LEAD + REST)
    (first, *_) = Composer(typesetter, Pitch.EXACT).pieces(document)
    names = [cell.face for cell in first.line.cells]
    kai, fang = (
        faces.font(STYLES[kind].role).fontName for kind in (BlockKind.HEADING_2, BlockKind.PARAGRAPH)
    )
    assert set(names[1 : len(LEAD) - 1]) == {kai}
    assert set(names[len(LEAD) : -2]) == {fang}
    made = docx.Document(io.BytesIO(write_docx(replace(issue, contents=False), document)))
    runs = next(one.runs for one in made.paragraphs if one.text.startswith("（一）"))
    assert (runs[0].text, runs[0].style.name) == (LEAD, "公文二级句首")
    assert runs[1].text == REST
