"""Sends the pages of a PDF to a printer, as they stand."""

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from xcdesk.errors import DeskError

_DOTS_PER_INCH = 300


class NoPrinterError(DeskError):
    """This computer has no printer."""

    code = "window.no_printer"


def print_document(document: QPdfDocument, parent: QWidget) -> None:
    """Ask for a printer and send every page of ``document`` to it.

    Raises:
        NoPrinterError: this computer has none.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinterError
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted:
        send(document, printer)


def send(document: QPdfDocument, printer: QPrinter) -> None:
    """Draw every page over the whole sheet, without scaling it to the printer's margins."""
    printer.setResolution(_DOTS_PER_INCH)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    painter = QPainter(printer)
    for page in range(document.pageCount()):
        if page:
            printer.newPage()
        dots = QSizeF(document.pagePointSize(page)) * (_DOTS_PER_INCH / 72)
        painter.drawImage(QRectF(0, 0, dots.width(), dots.height()), document.render(page, dots.toSize()))
    painter.end()
