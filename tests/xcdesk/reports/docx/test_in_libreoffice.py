"""Word documents as LibreOffice sets them: page for page as the printed issue."""

import io
import re
from collections import Counter
from itertools import pairwise

import docx
import pypdfium2 as pdfium
import pytest

from tests import office_suite, pages
from tests.wide_text import CELL, LINE, NAMED
from xcdesk.reports.docx.issue import write_docx
from xcdesk.reports.pdf.issue import print_issue
from xcdesk.texts.documents import from_text

pytestmark = pytest.mark.slow

# LibreOffice 7.4 opens a gap between hanzi and figures whatever the document says, as Word does not.
FIGURES = re.compile(r"https?\S+?，|[0-9.%]+")


def lines_of(pdf):
    """Lines of text in the type area of each page that bears any, and all of the text."""
    counts, words = [], []
    with pdfium.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            words.append(re.sub("— [0-9]+ —", "", text.get_text_range()))
            boxes = [text.get_charbox(at) for at in range(text.count_chars())]
            middles = sorted(
                (bottom + top) / 2 for left, bottom, right, top in boxes if top > 92 and right > left
            )
            gaps = (after - before for before, after in pairwise(middles))
            counts.append(sum(gap > 7 for gap in gaps) + bool(middles))
    return [count for count in counts if count], "".join("".join(words).split())


def test_a_document_of_twenty_pages_has_the_lines_of_the_printed_pages(tmp_path):
    issue, document = pages.issue(), from_text(FIGURES.sub("若干", pages.text()))
    path = tmp_path / "issue.docx"
    path.write_bytes(write_docx(issue, document))
    printed, _ = lines_of(print_issue(issue, document).pdf)
    opened, text = lines_of(office_suite.converted(path, "pdf").read_bytes())
    assert len(printed) >= 20
    assert len(opened) == len(printed)
    assert [(a, b) for a, b in zip(printed, opened, strict=True) if abs(a - b) > 1] == []
    written = "".join(one.text for one in docx.Document(io.BytesIO(path.read_bytes())).paragraphs)
    lost = Counter(written) - Counter(text)
    assert [
        char for char in lost if char.isalnum()
    ] == []  # marks that are squeezed overlap in the reader's eyes


def test_wide_tables_are_turned_on_the_pages_on_which_they_are_printed(tmp_path):
    document = from_text("# 标题\n" + f"{LINE}\n" * 4 + NAMED + f"{LINE}\n" * 18)
    path = tmp_path / "wide.docx"
    path.write_bytes(write_docx(pages.issue(), document))
    printed = print_issue(pages.issue(), document).pdf
    with pdfium.PdfDocument(printed) as paper:
        on_paper = [CELL in re.sub(r"\s", "", page.get_textpage().get_text_range()) for page in paper]
    with pdfium.PdfDocument(office_suite.converted(path, "pdf").read_bytes()) as opened:
        turned = [page.get_width() > page.get_height() for page in opened]
    assert turned == on_paper
    assert sum(turned) >= 2


def test_no_line_ends_within_a_number(tmp_path):
    path = tmp_path / "issue.docx"
    path.write_bytes(write_docx(pages.issue(), from_text(pages.text())))
    with pdfium.PdfDocument(office_suite.converted(path, "pdf").read_bytes()) as document:
        lines = [line for page in document for line in page.get_textpage().get_text_range().splitlines()]
    lines = [line for line in lines if len(line) > 5]  # without marks of charts
    assert len(lines) > 400
    assert [pair for pair in pairwise(lines) if re.fullmatch(r"[0-9]{2}", pair[0][-1:] + pair[1][:1])] == []
