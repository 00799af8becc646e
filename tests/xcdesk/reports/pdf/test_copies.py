"""Numbered copies in one file: each is the page that would be printed with its number, in little room."""

from dataclasses import replace

import pypdfium2 as pdfium

from xcdesk.reports.pdf.copies import print_copies
from xcdesk.reports.pdf.issue import print_issue
from xcdesk.reports.pdf.particulars import Copies, from_json, to_json

WANTED = (Copies("市委办公室", 1, 3), Copies("祎𬀩", 4, 4), Copies("本办存档", 5, 12))


def test_each_copy_is_the_issue_with_its_number(issue, long_document, measured):
    made = print_copies(issue, long_document, WANTED)
    single = print_issue(replace(issue, copy_number=7), long_document)
    sheets = measured(made.pdf)
    assert len(sheets) == made.pages == 12 * single.pages
    seventh = sheets[6 * single.pages : 7 * single.pages]
    for one, other in zip(seventh, measured(single.pdf), strict=True):
        assert [line.text for line in one.lines] == [line.text for line in other.lines]
        assert [round(line.chars[0].x, 2) for line in one.lines] == [
            round(line.chars[0].x, 2) for line in other.lines
        ]
    numbers = [sheet.lines[0].text[-6:] for sheet in sheets[:: single.pages]]
    assert numbers == [f"{number:06d}" for number in range(1, 13)]
    assert len(made.pdf) < 1.3 * len(single.pdf)


def test_the_outline_leads_to_every_copy_and_names_its_receiver(issue, long_document):
    made = print_copies(issue, long_document, WANTED[:2])
    with pdfium.PdfDocument(made.pdf) as document:
        marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    pages = made.pages // 4
    assert marks[0] == ("份号：000001　市委办公室", 0)
    assert marks[3] == ("份号：000004　祎𬀩", 3 * pages)


def test_two_printings_of_copies_have_the_same_bytes(issue, long_document):
    made = [print_copies(issue, long_document, WANTED[:1]).pdf for _ in range(2)]
    assert made[0] == made[1]


def test_what_stood_around_a_text_can_be_kept(issue):
    kept = replace(issue, distribution=replace(issue.distribution, allotted=WANTED), red="#112233")
    assert from_json(to_json(kept)) == kept
