"""Printing: the pages as they are set, on the sheets, copies and sides that were asked for."""

import threading

import pytest
from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QPageLayout
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from typing_extensions import override

from ui import printing
from ui.dialogs.print_form import PrintForm
from ui.printing import BadRangeError, Habits, NoPrinterError, Order, chosen_pages, send, unprintable
from ui.settings import Preferences
from ui.tasks import TaskRunner
from xcdesk import store
from xcdesk.errors import Cancelled
from xcdesk.progress import Operation
from xcdesk.reports.pdf.issue import print_issue
from xcdesk.reports.pdf.particulars import Distribution, Issue
from xcdesk.texts.documents import from_text

TWO = ("三楼打印机", "二楼/彩色")


@pytest.fixture(scope="module")
def pdf():
    """Four pages."""
    import datetime as dt

    day = dt.date(2019, 3, 18)
    issue = Issue(
        "内部参考", 1, 1, "示例", day, "", None, Distribution("", "", "", 0), "示例", contents=False
    )
    return print_issue(issue, from_text("示例正文。\n" * 60)).pdf


def loaded(path):
    made = QPdfDocument()
    made.load(str(path))
    return made


@pytest.fixture
def document(qapp, pdf, tmp_path):
    (tmp_path / "set.pdf").write_bytes(pdf)
    made = loaded(tmp_path / "set.pdf")
    yield made
    made.close()


@pytest.fixture
def printer(qapp, tmp_path):
    return Paper(tmp_path / "paper.pdf")


class Paper(QPrinter):
    """A printer whose paper is a file, as coarse as tests need, that cannot reach ``margins`` mm."""

    def __init__(self, path, margins=0.0):
        super().__init__(QPrinter.PrinterMode.ScreenResolution)
        self.setOutputFileName(str(path))
        self.setResolution(96)
        self.margins, self.sides, self.dropped = margins, None, False

    @override
    def pageLayout(self):
        """Margins that it cannot print on."""
        layout = QPageLayout(super().pageLayout())
        layout.setUnits(QPageLayout.Unit.Millimeter)
        layout.setMinimumMargins(QMarginsF(*[self.margins] * 4))
        return layout

    @override
    def setDuplex(self, sides):
        """A file has no sides; what was asked for is kept."""
        self.sides = sides

    @override
    def abort(self):
        """Drop the job."""
        self.dropped = True
        return super().abort()


class TwoPrinters:
    """Two printers of which the first is the usual one; what they print lies in a folder."""

    def __init__(self, folder):
        self.folder = folder

    def names(self):
        """Their names."""
        return TWO

    def open(self, name):
        """One of them."""
        return Paper(self.folder / f"{TWO.index(name)}.pdf")


@pytest.mark.parametrize(
    ("words", "pages"),
    [("", (0, 1, 2, 3)), ("2", (1,)), ("3，1-2", (0, 1, 2)), ("2—4、2", (1, 2, 3))],
)
def test_pages_are_read_as_people_type_them(words, pages):
    assert chosen_pages(words, 4) == pages


@pytest.mark.parametrize("words", ["0", "5", "3-2", "x", "1-"])
def test_pages_that_are_not_there_are_refused(words):
    with pytest.raises(BadRangeError):
        chosen_pages(words, 4)


def test_pages_stand_on_paper_where_they_are_set(pdf, document, printer, tmp_path, monkeypatch):
    monkeypatch.setattr(printing, "_BAND_BYTES", 100_000)  # many stretches a page
    assert send(pdf, printer, Order((0, 2)), Operation()) == 2
    paper = loaded(tmp_path / "paper.pdf")
    assert paper.pageCount() == 2
    assert printer.sides == QPrinter.DuplexMode.DuplexLongSide
    for at, page in enumerate((0, 2)):
        printed, as_set = printing._inked(paper, at), printing._inked(document, page)
        for one, other in zip(printed.getCoords(), as_set.getCoords(), strict=True):
            assert one == pytest.approx(other, abs=3)
    paper.close()


def test_copies_follow_one_another_where_the_printer_makes_none_itself(pdf, printer, tmp_path):
    assert send(pdf, printer, Order((0, 1), copies=2, both_sides=False), Operation()) == 4
    paper = loaded(tmp_path / "paper.pdf")
    assert paper.pageCount() == 4
    first, third = paper.getAllText(0).text(), paper.getAllText(2).text()
    assert first == third
    assert printer.sides == QPrinter.DuplexMode.DuplexNone
    paper.close()


def test_on_both_sides_every_copy_begins_a_sheet_of_its_own(pdf, printer, tmp_path):
    assert send(pdf, printer, Order((0, 1, 2), copies=2), Operation()) == 7
    paper = loaded(tmp_path / "paper.pdf")
    inked = [not printing._inked(paper, page).isEmpty() for page in range(paper.pageCount())]
    assert inked == [True, True, True, False, True, True, True]
    paper.close()


def test_only_what_is_asked_to_be_fitted_is_scaled(pdf, document, tmp_path):
    narrow = Paper(tmp_path / "narrow.pdf", margins=40)
    assert unprintable(document, narrow)
    assert not unprintable(document, Paper(tmp_path / "wide.pdf", margins=5))
    send(pdf, narrow, Order((1,), fitted=True), Operation())
    paper = loaded(tmp_path / "narrow.pdf")
    printed, as_set = printing._inked(paper, 0), printing._inked(document, 1)
    assert printed.width() == pytest.approx(as_set.width() * 130 / 210, rel=0.03)
    paper.close()


def test_a_stopped_printing_is_dropped(pdf, printer):
    stop = threading.Event()
    operation = Operation(lambda done, _total, _note: stop.set() if done else None, stop)
    with pytest.raises(Cancelled):
        send(pdf, printer, Order(), operation)
    assert printer.dropped


@pytest.fixture
def make_form(qtbot, db, pdf, document, tmp_path):
    runner = TaskRunner(store.connection)
    preferences = Preferences(tmp_path / "desk.ini")

    def build():
        made = PrintForm(pdf, document, runner, Habits(preferences, 2), printers=TwoPrinters(tmp_path))
        qtbot.addWidget(made)
        made.open()
        return made

    yield build
    runner.shutdown()


def test_the_form_prints_and_remembers_each_printer(qtbot, make_form, tmp_path):
    form = make_form()
    assert (form.printer.key(), form.both.isChecked()) == (TWO[0], True)
    form.printer.choose(TWO[1])
    form.both.setChecked(False)
    qtbot.keyClicks(form.pages, "9")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    form.pages.setText("1-2")
    with qtbot.waitSignal(form.finished, timeout=20_000):
        qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    paper = loaded(tmp_path / "1.pdf")
    assert paper.pageCount() == 2
    paper.close()
    again = make_form()
    assert (again.printer.key(), again.both.isChecked(), again.pages.text()) == (TWO[1], False, "")
    again.printer.choose(TWO[0])
    assert again.both.isChecked()


def test_without_a_printer_it_says_so(qtbot, make_form, monkeypatch):
    monkeypatch.setattr(TwoPrinters, "names", lambda _self: ())
    with pytest.raises(NoPrinterError):
        make_form()
