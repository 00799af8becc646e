"""Which piece is meant: its text stands under the contents, its place is lit on the page."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.messages import sentence
from ui.pages.bulletins.checks import Columns
from xcdesk.errors import NotFoundError
from xcdesk.services.issuing import bulletins, pieces
from xcdesk.services.issuing.attention import Remark
from xcdesk.services.issuing.bulletins import UnderReviewError
from xcdesk.services.issuing.pieces import PieceRow
from xcdesk.services.targets.contributions import IssuedError


class Choosing(QObject):
    """The one piece in hand: chosen last, in the tray or in the contents, or being typed into.

    It is the one that is marked in both columns as far as it stands there, written in the editor and lit on
    the page; what is chosen elsewhere is not.
    """

    changed = Signal()  # another piece is chosen

    def __init__(self, columns: Columns, parent: QWidget) -> None:
        super().__init__(parent)
        self._tray, self._contents, self._preview = columns.tray, columns.contents, columns.preview
        self._editor = columns.contents.editor
        self._in_tray = False
        self.reading = False
        """Set while the columns are filled again, when nobody chooses."""
        for signal in (self._tray.chosen, self._tray.table.entered):
            signal.connect(self._choose_in_tray)
        for signal in (self._contents.chosen, self._contents.tree.entered):
            signal.connect(self._choose)
        self._contents.remarks.opened.connect(self._go_to)
        self._editor.typed.connect(self._preview.show_typed)
        self._editor.body.moved.connect(self._follow)

    def show_again(self) -> None:
        """Show the piece that is meant as it is now, after everything was read again."""
        kept = self._editor.row
        typing = self._editor.isAncestorOf(QApplication.focusWidget() or self._tray)
        row = _again(kept) if kept is not None and typing else None
        self._show(row or self._meant())

    def _choose(self) -> None:
        if not self.reading:
            self._in_tray = False
            row = self._meant()
            self._show(row)
            if row is None or not self._preview.knows(row.key):
                self._preview.show_words(row.name if row else self._contents.section(), last=True)
            self.changed.emit()

    def _choose_in_tray(self) -> None:
        if not self.reading:
            self._in_tray = True
            self._show(self._meant())
            self.changed.emit()

    def _meant(self) -> PieceRow | None:
        in_tray = self._in_tray and not self._tray.isHidden()  # circulars and briefs collect nothing
        return self._tray.row() if in_tray else self._contents.row()

    def _show(self, row: PieceRow | None) -> None:
        self._editor.show_piece(row, _refusal(row))
        self._mark(self._editor.row)  # not the other one, while what was typed is refused
        self._follow()

    def _mark(self, row: PieceRow | None) -> None:
        """Show the piece as chosen where it stands, and nothing else; a section stays chosen."""
        reading, self.reading = self.reading, True
        if row is None or not self._tray.choose(row.key):
            self._tray.leave()
        section = row is None and not self._in_tray
        if not section and (row is None or not self._contents.choose(row.key)):
            self._contents.tree.leave()
        self.reading = reading

    def _follow(self) -> None:
        """Keep the place of the piece in the text, and of the caret in it, lit on its page."""
        row = self._editor.row
        self._preview.follow(row.key if row is not None else "", self._editor.share())

    def _go_to(self, remark: Remark) -> None:
        if self._contents.choose(remark.key):
            self._contents.edit_text()
            self._editor.go_to(remark.field)


def _again(row: PieceRow) -> PieceRow | None:
    """The piece as it is now; None when it is gone."""
    try:
        return pieces.get(row.kind, row.id)
    except NotFoundError:
        return None


def _refusal(row: PieceRow | None) -> str:
    """Why the text of a piece cannot be edited now."""
    if row is None or row.bulletin is None:
        return ""
    if row.issue is not None:
        return sentence(IssuedError(title=row.name, number=row.issue))
    holder = bulletins.get(row.bulletin)
    return "" if holder.open else sentence(UnderReviewError(title=holder.title))
