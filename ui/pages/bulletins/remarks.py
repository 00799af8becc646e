"""What to look at before an issue is printed: one line each, and Enter leads to the piece and the field."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

from ui.messages import text
from ui.theme import theme
from ui.theme.icons import Glyph, icon
from ui.widgets.empty_state import EmptyState
from ui.widgets.instead import Instead
from ui.widgets.labels import tip
from ui.widgets.layouts import down
from ui.widgets.table_view import ListView
from xcdesk.normalise import in_order
from xcdesk.services.issuing.attention import Concern, Remark

_ICON = 16
_ROLE = int(Qt.ItemDataRole.UserRole) + 3


class RemarksList(QWidget):
    """Lists remarks; an empty list says that there is nothing to look at."""

    opened = Signal(object)  # Remark

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Sequence[Remark] = ()
        self._model = QStandardItemModel(self)
        self.view = ListView()
        self.view.setModel(self._model)
        self.view.setIconSize(QSize(_ICON, _ICON))
        self.view.setAccessibleName(self.tr("To look at"))
        self.view.activated.connect(self._open)
        self.view.clicked.connect(self._open)
        self._stack = Instead(self.view)
        self.setLayout(down(self._stack))

    def show_remarks(self, remarks: Sequence[Remark], *, issued: bool = False) -> None:
        """Show other remarks; what has been ``issued`` is not looked through any more."""
        self.shown = remarks
        self._model.clear()
        for remark in remarks:
            words = said(remark)
            item = QStandardItem(icon(Glyph.WARNING), in_order(words))
            item.setData(remark, _ROLE)
            item.setToolTip(tip(words))
            item.setSizeHint(QSize(0, theme.row_height()))
            self._model.appendRow(item)
        words = self.tr("Titles, sources, evidence and characters are as they should be.")
        if issued:
            words = self.tr("It has been issued. Before that, what deserves a look stands here.")
        empty = EmptyState(Glyph.CHECKMARK_CIRCLE, self.tr("Nothing to look at"), words, low=True)
        self._stack.show_instead(None if remarks else empty)

    def _open(self, index: QModelIndex) -> None:
        remark = index.data(_ROLE)
        if isinstance(remark, Remark):
            self.opened.emit(remark)


def before_submitting(remarks: Sequence[Remark]) -> tuple[str, ...]:
    """What is told once more where an issue is submitted: pieces without text by name, the rest counted."""
    empty = [said(one) for one in remarks if one.concern == Concern.NO_TEXT]
    others = len(remarks) - len(empty)
    words = QCoreApplication.translate("bulletins", "Still under “To look at”: {count}")
    return (*empty, *([words.format(count=others)] if others else []))


def said(remark: Remark) -> str:
    """A remark in words."""
    return text(f"remark.{remark.concern.value}", name=remark.name, detail=remark.detail)
