"""How pages are printed: printer, pages, copies, sides; remembered for each printer."""

from functools import partial

from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget
from typing_extensions import override

from ui.dialogs.form import FormDialog
from ui.printing import (
    Habits,
    NoPrinterError,
    Order,
    Printers,
    chosen_pages,
    send,
    unprintable,
)
from ui.tasks import TaskRunner
from ui.widgets.buttons import Kind, button
from ui.widgets.fields import NumberField, Option, PickBox, text_field
from ui.widgets.labels import label
from ui.widgets.progress_strip import ProgressStrip
from xcdesk.errors import DeskError

_MOST_COPIES = 999
_DUPLEX = QPrinter.DuplexMode.DuplexLongSide


class PrintForm(FormDialog):
    """Stays open with its progress until the pages are sent, and says what went wrong if they are not."""

    help_topic = "printing#print"

    def __init__(
        self,
        content: bytes,
        document: QPdfDocument,
        runner: TaskRunner,
        habits: Habits,
        parent: QWidget | None = None,
        printers: Printers | None = None,
    ) -> None:
        """Ask how ``content`` is to be printed.

        Args:
            content: the file.
            document: the same file as it is shown.
            runner: sends it, off the GUI thread.
            habits: how this person prints on each printer.
            parent: window it belongs to.
            printers: those to choose from; None takes those of this computer.

        Raises:
            NoPrinterError: there is none.
        """
        super().__init__(self.tr("Print"), self.tr("Print"), self._begin, parent)
        self._content, self._document, self._runner, self._habits = content, document, runner, habits
        self._printers = printers or Printers()
        self.printer = self._offered()
        self.pages = text_field(hint=self.tr("All {count}").format(count=document.pageCount()))
        self.copies = NumberField(1, _MOST_COPIES)
        self.both = QCheckBox(self.tr("On both sides, bound at the long edge"))
        self.fitted = QCheckBox(self.tr("Shrink to what the printer can reach"))
        self.reach = label("", tone="warn", wrap=True)
        self.system = button(self.tr("System dialog…"), None, Kind.NORMAL, self._ask_system)
        self.strip = ProgressStrip(narrow=True)
        self._arrange()
        self.printer.currentIndexChanged.connect(self._follow)
        self.fitted.toggled.connect(self._say_reach)
        self._follow()

    def _offered(self) -> PickBox:
        """The printers, at the one that this person used last."""
        names = self._printers.names()
        if not names:
            raise NoPrinterError
        box = PickBox([Option(name, name) for name in names])
        if self._habits.last() in names:
            box.choose(self._habits.last())
        return box

    def _arrange(self) -> None:
        self.add("printer", self.tr("Printer"), self.printer)
        self.add("pages", self.tr("Pages"), self.pages, self.tr("For example 1-3,5; empty prints all."))
        self.add("copies", self.tr("Copies"), self.copies)
        self.add("both", self.tr("Sides"), self.both)
        self.add("fitted", self.tr("Size"), self.fitted, self.tr("Otherwise as large as it is set."))
        for below in (self.reach, self.strip, self.system):
            self._form.addRow("", below)

    @override
    def accept(self) -> None:
        """Begin; the dialog closes itself when all is sent."""
        try:
            self._begin()
        except DeskError as error:
            self.show_refusal(error)

    def order(self) -> Order:
        """What the form says; raises `BadRangeError`."""
        return Order(
            pages=chosen_pages(self.pages.text(), self._document.pageCount()),
            copies=max(1, self.copies.value()),
            both_sides=self.both.isChecked(),
            fitted=self.fitted.isChecked(),
        )

    def _begin(self) -> None:
        order, name = self.order(), self.printer.key()
        self._habits.remember(name, order)
        self._send(self._printers.open(name), order)

    def _send(self, printer: QPrinter, order: Order) -> None:
        task = self._runner.create(partial(send, self._content, printer, order))
        task.succeeded.connect(self._sent)
        task.failed.connect(self._say_failed)
        task.cancelled.connect(self._stopped)
        self.strip.watch(task, self.tr("Printing"))
        self.save_button.setEnabled(False)
        self._runner.start(task)

    def _sent(self, _count: int) -> None:
        self.saved.emit()
        QDialog.accept(self)

    def _stopped(self) -> None:
        self.save_button.setEnabled(True)

    def _say_failed(self, error: BaseException) -> None:
        self._stopped()
        if not isinstance(error, DeskError):
            raise error
        self.show_refusal(error)

    def _follow(self) -> None:
        """Take over how this printer was used last."""
        kept = self._habits.of(self.printer.key())
        self.both.setChecked(kept.both_sides)
        self.fitted.setChecked(kept.fitted)
        self._say_reach()

    def _say_reach(self) -> None:
        printer = self._printers.open(self.printer.key())
        cut = not self.fitted.isChecked() and unprintable(self._document, printer)
        words = self.tr("This printer does not reach all of the page: what stands at its edge is cut off.")
        self.reach.setText(words if cut else "")
        self.reach.setVisible(cut)

    def _ask_system(self) -> None:
        """Print with the settings of the system's own dialog, such as trays and stapling."""
        printer = self._printers.open(self.printer.key())
        printer.setCopyCount(max(1, self.copies.value()))
        printer.setDuplex(_DUPLEX if self.both.isChecked() else QPrinter.DuplexMode.DuplexNone)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self._document.pageCount())
        dialog.accepted.connect(partial(self._send_as_asked, printer))
        QDialog.open(dialog)

    def _send_as_asked(self, printer: QPrinter) -> None:
        chosen = printer.printRange() == QPrinter.PrintRange.PageRange
        first, last = printer.fromPage(), printer.toPage()
        order = Order(
            pages=tuple(range(first - 1, last)) if chosen and first else (),
            copies=printer.copyCount(),
            both_sides=printer.duplex() != QPrinter.DuplexMode.DuplexNone,
            fitted=self.fitted.isChecked(),
        )
        self._send(printer, order)
