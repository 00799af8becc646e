"""The page preview: it never stops the window, however fast documents change."""

import datetime as dt
import threading

import pytest
from PySide6.QtCore import Qt

from ui.widgets.page_preview import Lit, PagePreview
from ui.widgets.page_scale import Fit, Scale
from xcdesk.reports.pdf.issue import Distribution, Issue, print_issue
from xcdesk.texts.documents import from_text

DAY = dt.date(2019, 3, 18)


@pytest.fixture(scope="module")
def pdf():
    """Three pages or more."""
    issue = Issue(
        "内部参考", 1, 1, "示例", DAY, "", None, Distribution("", "", "", 0), "示例", contents=False
    )
    return print_issue(issue, from_text("示例正文。\n" * 60)).pdf


@pytest.fixture
def preview(qtbot):
    made = PagePreview()
    qtbot.addWidget(made)
    made.resize(500, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_page_is_drawn_white_and_turned_by_key(qtbot, preview, pdf):
    preview.show_pdf(pdf)
    qtbot.waitUntil(lambda: preview.drawn)
    middle = preview.grab().toImage().pixelColor(250, 690 // 2)
    assert middle.lightness() > 200
    qtbot.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.page == 1
    assert 20 < preview.percent() < 100


def test_documents_may_change_while_pages_are_drawn(qtbot, preview, pdf):
    stop = threading.Event()
    busy = threading.Thread(target=lambda: [None for _ in iter(stop.is_set, True)])
    busy.start()
    try:
        for _ in range(60):
            preview.show_pdf(pdf)
            preview.turn(1)
            qtbot.wait(2)
    finally:
        stop.set()
        busy.join()
    qtbot.waitUntil(lambda: preview.drawn)
    preview.clear()
    assert (preview.pages, preview.drawn, preview.percent()) == (0, False, 0)


def test_pages_stand_by_their_width_side_by_side_or_as_large_as_asked(qtbot, preview, pdf):
    preview.resize(600, 500)
    preview.show_pdf(pdf)
    whole = preview.percent()
    preview.set_scale(Scale(Fit.WIDTH))
    assert preview.percent() > whole
    assert preview.verticalScrollBar().maximum() > 0
    preview.turn(1)
    preview.set_scale(Scale(Fit.TWO))
    assert preview.percent() < whole
    preview.turn(1)
    assert preview.page == 2
    preview.zoom(1)
    assert preview.percent() == 50
    preview.zoom(-1)
    assert preview.percent() == 50
    qtbot.waitUntil(lambda: preview.drawn)


def test_the_place_that_is_lit_is_brought_into_view(qtbot, preview, pdf):
    preview.show_pdf(pdf)
    preview.set_scale(Scale(Fit.FIXED, 150))
    preview.light([Lit(0, 700, 742), Lit(1, 105, 700)], share=0.99)
    assert preview.page == 1
    scrolled = preview.verticalScrollBar().value()
    assert scrolled > 300
    qtbot.waitUntil(lambda: preview.drawn)
    before = preview.grab().toImage()
    preview.light([])
    assert preview.verticalScrollBar().value() == scrolled
    assert preview.grab().toImage() != before
