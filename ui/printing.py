"""Sends the pages of a PDF to a printer as they stand, at its own resolution."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QMarginsF, QPoint, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from ui.settings import Preferences
from xcdesk.errors import Cancelled, DeskError
from xcdesk.files import scratch_folder
from xcdesk.progress import Operation

_POINTS_PER_INCH = 72
_MM_PER_INCH = 25.4
_MOST_DOTS = 600
"""Dots per inch beyond which nobody sees a difference, while time and spool grow with the square."""
_BAND_BYTES = 16_000_000
"""Most memory that one drawn stretch of a page takes; a whole one at 600 dpi would take 140 MB."""
_SAMPLE = QSize(420, 594)
_PALE = bytes(grey if grey < 240 else 255 for grey in range(256))  # noqa: PLR2004  # hardly a shade
_RANGE = re.compile(r"(\d+)(?:[-–—－~～](\d+))?")  # what people type in Chinese


class NoPrinterError(DeskError):
    """This computer has no printer."""

    code = "window.no_printer"


class BadRangeError(DeskError):
    """The pages to be printed cannot be read, or are not there; fact ``pages`` is how many there are."""

    code = "window.bad_range"


@dataclass(frozen=True, slots=True)
class Order:
    """How pages are to be printed.

    Attributes:
        pages: numbers from 0, in their order; none prints all.
        copies: how many of each.
        both_sides: on both sides of the paper, bound at the long edge.
        fitted: scaled into what the printer can reach, instead of as large as they are.
    """

    pages: tuple[int, ...] = ()
    copies: int = 1
    both_sides: bool = True
    fitted: bool = False


class Printers:
    """The printers of this computer."""

    def names(self) -> Sequence[str]:
        """Their names, the usual one first."""
        usual = QPrinterInfo.defaultPrinterName()
        return sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: name != usual)

    def open(self, name: str) -> QPrinter:
        """A printer, ready to be drawn on."""
        return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)


class Habits:
    """How somebody likes to print on each printer; remembers nothing where there is nobody yet."""

    def __init__(self, preferences: Preferences | None = None, person: int = 0) -> None:
        self._preferences, self._person = preferences, person

    def of(self, printer: str) -> Order:
        """How pages were printed there last."""
        words = self._kept(_key(printer)).split()
        return Order(both_sides="one-side" not in words, fitted="fitted" in words)

    def remember(self, printer: str, order: Order) -> None:
        """Keep how pages were printed, and where; which pages and how many belongs to the document."""
        if self._preferences is not None:
            sides = "both-sides" if order.both_sides else "one-side"
            words = f"{sides} fitted" if order.fitted else sides
            self._preferences.remember(_key(printer), self._person, words)
            self._preferences.remember("print/last", self._person, printer)

    def last(self) -> str:
        """The printer that was used last; "" before the first time."""
        return self._kept("print/last")

    def _kept(self, name: str) -> str:
        return self._preferences.remembered(name, self._person) if self._preferences is not None else ""


def chosen_pages(words: str, count: int) -> tuple[int, ...]:
    """Pages from ``1-3,5`` as people type it, each once, in order; all of them for nothing.

    Raises:
        BadRangeError: it cannot be read, or names a page that is not there.
    """
    found: set[int] = set()
    for part in filter(None, re.split(r"[,，、;；\s]+", words.strip())):
        read = _RANGE.fullmatch(part)
        first = int(read[1]) if read else 0
        last = int(read[2] or first) if read else 0
        if not 1 <= first <= last <= count:
            raise BadRangeError(field="pages", pages=count)
        found.update(range(first - 1, last))
    return tuple(sorted(found)) or tuple(range(count))


def unprintable(document: QPdfDocument, printer: QPrinter) -> bool:
    """Whether something on the pages stands where the printer cannot reach."""
    edge = printer.pageLayout().minimumMargins()  # in the unit of the layout
    unit = printer.pageLayout().units()
    share = _POINTS_PER_INCH / _MM_PER_INCH if unit == QPageLayout.Unit.Millimeter else 1.0
    reach = QMarginsF(edge.left(), edge.top(), edge.right(), edge.bottom()) * share
    for page in range(document.pageCount()):
        paper = QRectF(0, 0, *document.pagePointSize(page).toTuple())
        if not paper.marginsRemoved(reach).contains(_inked(document, page)):
            return True
    return False


def send(content: bytes, printer: QPrinter, order: Order, operation: Operation) -> int:
    """Print the pages of a file; returns how many sheets' sides were sent. Runs on any thread.

    Each page is drawn over the whole sheet at its own size, stretch by stretch at the printer's resolution.

    Raises:
        Cancelled: the operation was stopped; the printer was told to drop the job.
    """
    with scratch_folder() as folder:
        path = folder / "pages.pdf"
        path.write_bytes(content)
        document = QPdfDocument()
        document.load(str(path))
        try:
            return _send(document, printer, order, operation)
        finally:
            document.close()


def _send(document: QPdfDocument, printer: QPrinter, order: Order, operation: Operation) -> int:
    pages = order.pages or tuple(range(document.pageCount()))
    printer.setResolution(min(printer.resolution(), _MOST_DOTS))
    printer.setFullPage(True)
    printer.setDuplex(
        QPrinter.DuplexMode.DuplexLongSide if order.both_sides else QPrinter.DuplexMode.DuplexNone
    )
    at_once = printer.supportsMultipleCopies()
    if at_once:
        printer.setCopyCount(order.copies)
    sides = _sides(pages, 1 if at_once else order.copies, both=order.both_sides)
    _lay(printer, document.pagePointSize(pages[0]))
    painter = QPainter(printer)
    try:
        for done, page in enumerate(operation.each(sides, len(sides), every=1)):
            if done:
                _lay(printer, document.pagePointSize(pages[0] if page is None else page))
                printer.newPage()
            if page is not None:
                _draw(document, page, painter, printer, fitted=order.fitted)
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()
    return len(sides)


def _sides(pages: Sequence[int], copies: int, *, both: bool) -> list[int | None]:
    """Sides of the sheets in order, None for a blank one: on both sides, a copy begins a sheet of its own."""
    blank: list[int | None] = [None] if both and len(pages) % 2 else []
    copy = [*pages, *blank]
    return (copy * copies)[: len(copy) * copies - len(blank)]


def _lay(printer: QPrinter, paper: QSizeF) -> None:
    """Take the sheet that a page is set on."""
    upright = QSizeF(min(paper.toTuple()), max(paper.toTuple()))
    match = QPageSize.SizeMatchPolicy.FuzzyOrientationMatch
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point, "", match))
    wide = paper.width() > paper.height()
    turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(turned)


def _draw(document: QPdfDocument, page: int, painter: QPainter, printer: QPrinter, *, fitted: bool) -> None:
    place = _place(document.pagePointSize(page), printer, fitted=fitted)
    for top, stretch in _stretches(document, page, place.size()):
        painter.drawImage(place.topLeft() + QPoint(0, top), stretch)


def _place(paper: QSizeF, printer: QPrinter, *, fitted: bool) -> QRect:
    """Where a page stands on its sheet, in dots."""
    dots = printer.resolution()
    size = (paper * (dots / _POINTS_PER_INCH)).toSize()
    if not fitted:
        return QRect(QPoint(0, 0), size)
    layout = QPageLayout(printer.pageLayout())
    layout.setMode(QPageLayout.Mode.StandardMode)
    layout.setMargins(layout.minimumMargins())
    room = layout.paintRectPixels(dots)
    share = min(1.0, room.width() / size.width(), room.height() / size.height())
    shrunk = size * share
    left, top = room.center().x() - shrunk.width() // 2, room.center().y() - shrunk.height() // 2
    return QRect(QPoint(left, top), shrunk)


def _stretches(document: QPdfDocument, page: int, size: QSize) -> Iterator[tuple[int, QImage]]:
    """A page drawn at ``size`` dots, from its top to its foot."""
    height = max(1, _BAND_BYTES // (4 * max(1, size.width())))
    for top in range(0, size.height(), height):
        part = QSize(size.width(), min(height, size.height() - top))
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(size)
        # Qt scales by right less left, which is one less than the width: without the one more it shrinks.
        options.setScaledClipRect(QRect(QPoint(0, top), part + QSize(1, 1)))
        yield top, document.render(page, part, options)


def _inked(document: QPdfDocument, page: int) -> QRectF:
    """The part of a page that is not white, in points."""
    drawn = document.render(page, _SAMPLE).convertToFormat(QImage.Format.Format_ARGB32)
    ground = QImage(drawn.size(), QImage.Format.Format_ARGB32)
    ground.fill(0xFFFFFFFF)
    painter = QPainter(ground)
    painter.drawImage(0, 0, drawn)
    painter.end()
    grey = ground.convertToFormat(QImage.Format.Format_Grayscale8)
    lines = [_line(grey, row) for row in range(grey.height())]
    rows = [row for row, line in enumerate(lines) if line.strip(b"\xff")]
    if not rows:
        return QRectF()
    left = min(len(line) - len(line.lstrip(b"\xff")) for line in lines)
    right = max(len(line.rstrip(b"\xff")) for line in lines)
    paper = document.pagePointSize(page)
    across, down = paper.width() / grey.width(), paper.height() / grey.height()
    return QRectF(left * across, rows[0] * down, (right - left) * across, (rows[-1] + 1 - rows[0]) * down)


def _line(image: QImage, row: int) -> bytes:
    scanned: Any = image.constScanLine(row)  # the stubs call it an object
    return bytes(scanned)[: image.width()].translate(_PALE)


def _key(printer: str) -> str:
    """Key of a printer's habits; a slash in its name would be a group of the file."""
    return "print/" + printer.replace("/", "_").replace("\\", "_")
