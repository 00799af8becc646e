"""Cells of a sheet to point at, under headings that tell and change what each column holds."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget
from typing_extensions import override

from ui.tablemodels.import_sheet import MEANING_ROLE, Meant, SheetModel
from ui.theme import icons, theme
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.table_view import TableView
from xcdesk.normalise import in_order

_WIDEST, _NARROWEST, _MEASURED = 260, 104, 20
_SIDE = 12


class FieldHeader(QHeaderView):
    """Headings of three lines: the column's letter, what it holds, which can be changed, and why."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(True)

    @override
    def sizeHint(self) -> QSize:
        lines = 2 * theme.line_height(Role.CAPTION) + theme.line_height()
        return QSize(super().sizeHint().width(), lines + Space.S)

    def wish(self, column: int) -> int:
        """Width at which nothing of a heading is cut."""
        meant = self.model().headerData(column, Qt.Orientation.Horizontal, MEANING_ROLE)
        if not isinstance(meant, Meant):
            return 0
        body, caption = QFontMetrics(theme.font(Role.BODY, bold=True)), QFontMetrics(theme.font(Role.CAPTION))
        field = body.horizontalAdvance(meant.field) + _SIDE + Space.XS
        return max(field, caption.horizontalAdvance(meant.how)) + 2 * Space.S

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        meant = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal, MEANING_ROLE)
        if not isinstance(meant, Meant):
            return
        painter.save()
        painter.fillRect(rect, theme.colour("raised"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._lines(painter, rect.adjusted(Space.S, Space.XS, -Space.XS, -Space.XS), meant)
        painter.restore()

    def _lines(self, painter: QPainter, box: QRect, meant: Meant) -> None:
        caption, body = theme.line_height(Role.CAPTION), theme.line_height()
        self._line(
            painter, QRect(box.x(), box.y(), box.width(), caption), meant.letter, Role.CAPTION, "text3"
        )
        middle = QRect(box.x(), box.y() + caption, box.width() - _SIDE - Space.XS, body)
        tint = "text" if meant.used else "text3"
        self._line(painter, middle, meant.field, Role.BODY, tint, bold=meant.used)
        sign = QRect(middle.right() + Space.XS, middle.y() + (body - _SIDE) // 2, _SIDE, _SIDE)
        icons.draw(painter, sign.toRectF(), Glyph.CHEVRON_DOWN, "text2")
        low = QRect(box.x(), middle.bottom() + 1, box.width(), caption)
        self._line(painter, low, meant.how, Role.CAPTION, "text3")

    def _line(
        self, painter: QPainter, box: QRect, words: str, role: Role, tint: str, *, bold: bool = False
    ) -> None:
        font = theme.font(role, bold=bold)
        painter.setFont(font)
        painter.setPen(theme.colour(tint))
        shown = QFontMetrics(font).elidedText(in_order(words), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)


class CellsView(TableView):
    """Cells of a sheet: a click or Enter points at a row, Alt+Down or a click above names the column."""

    pointed = Signal(int)  # row of the model
    meaning_asked = Signal(int)  # column

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__((), parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(True)
        self.headings = FieldHeader(self)
        self.setHorizontalHeader(self.headings)
        self.setModel(model)
        self.verticalHeader().show()
        self.verticalHeader().setSectionsClickable(True)
        self.horizontalHeader().sectionClicked.connect(self.meaning_asked)
        self.verticalHeader().sectionClicked.connect(self.pointed)
        self.clicked.connect(lambda index: self.pointed.emit(index.row()))

    def fit(self, first: int) -> None:
        """Give the columns the widths that their cells from row ``first`` on want, within reason."""
        model, metrics = self.model(), QFontMetrics(theme.font(Role.BODY, bold=True))
        header = self.headings
        for column in range(model.columnCount()):
            rows = range(first, min(first + _MEASURED, model.rowCount()))
            words = (str(model.index(row, column).data() or "") for row in rows)
            wish = max(map(metrics.horizontalAdvance, words), default=0) + Space.M
            above = header.wish(column)
            self.setColumnWidth(column, max(_NARROWEST, above, min(_WIDEST, wish)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        key, held = event.key(), event.modifiers()
        if index.isValid() and key == Qt.Key.Key_Down and held & Qt.KeyboardModifier.AltModifier:
            self.meaning_asked.emit(index.column())
        elif index.isValid() and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not held:
            self.pointed.emit(index.row())
        else:
            super().keyPressEvent(event)
