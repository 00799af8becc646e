"""How the rows under the one box are painted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.finder.rows import ROW_ROLE, FindRow, Look
from ui.theme import theme
from ui.theme.icons import icon
from ui.theme.tokens import Role, Space
from xcdesk.normalise import in_order

_ICON = 16
_TEXT_FROM = Space.M + _ICON + Space.S
_ASIDE_SHARE = 0.6


class RowDelegate(QStyledItemDelegate):
    """Drawing, text with what was found in bold, and particulars at the right."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(ROW_ROLE)
        heading = isinstance(row, FindRow) and row.look is Look.HEADING
        height = theme.line_height(Role.CAPTION) + 14 if heading else theme.line_height(Role.BODY) + 10
        return QSize(200, height)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, FindRow):
            return
        painter.save()
        if row.look is Look.ROW:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_row(painter, option.rect, row, chosen=chosen)
        else:
            self._paint_words(painter, option.rect, row)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, row: FindRow) -> None:
        heading = row.look is Look.HEADING
        painter.setFont(theme.font(Role.CAPTION, bold=heading))
        painter.setPen(theme.colour("text3"))
        line = box.adjusted(Space.M, 6 if heading else 0, -Space.M, 0)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, in_order(row.text))
        painter.setFont(theme.font(Role.CAPTION))
        painter.drawText(
            line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, in_order(row.aside)
        )

    def _paint_row(self, painter: QPainter, box: QRect, row: FindRow, *, chosen: bool) -> None:
        if chosen:
            painter.fillRect(box, theme.colour("sel"))
            painter.fillRect(QRect(box.x(), box.y(), 3, box.height()), theme.colour("accent"))
        if row.glyph is not None:
            at = QRect(box.x() + Space.M, box.y() + (box.height() - _ICON) // 2, _ICON, _ICON)
            icon(row.glyph, "text2" if chosen else "text3").paint(painter, at)
        line = box.adjusted(_TEXT_FROM, 0, -Space.M, 0)
        line.setRight(line.right() - self._paint_aside(painter, line, row.aside, chosen=chosen))
        _paint_marked(painter, line, row)

    def _paint_aside(self, painter: QPainter, line: QRect, aside: str, *, chosen: bool) -> int:
        """Write the particulars at the right; the answer is the room they take."""
        if not aside:
            return 0
        font = theme.font(Role.CAPTION)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(
            in_order(aside), Qt.TextElideMode.ElideRight, int(line.width() * _ASIDE_SHARE)
        )
        painter.setFont(font)
        painter.setPen(theme.colour("text2" if chosen else "text3"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
        return metrics.horizontalAdvance(shown) + Space.M


def _paint_marked(painter: QPainter, line: QRect, row: FindRow) -> None:
    """Write the text from its left end, what was looked for in bold, cut where the room ends."""
    x = line.x()
    for words, bold in _runs(row.text, row.marked):
        font = theme.font(Role.BODY, bold=bold)
        metrics = QFontMetrics(font)
        room = line.right() - x
        if room <= 0:
            return
        shown = metrics.elidedText(in_order(words), Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(theme.colour("accent_text" if bold else "text"))
        painter.drawText(QRect(x, line.y(), room, line.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)
        x += metrics.horizontalAdvance(shown)
        if shown != words:
            return


def _runs(text: str, marked: tuple[str, ...]) -> list[tuple[str, bool]]:
    """The text in pieces, and whether each is one of the marked words."""
    low = text.lower()
    if len(low) != len(text):  # a letter whose small form is longer: nothing is set off
        return [(text, False)]
    hit = [False] * len(text)
    for word in filter(None, marked):
        at = low.find(word)
        while at >= 0:
            hit[at : at + len(word)] = [True] * len(word)
            at = low.find(word, at + 1)
    runs: list[tuple[str, bool]] = []
    for letter, bold in zip(text, hit, strict=True):
        if runs and runs[-1][1] is bold:
            runs[-1] = (runs[-1][0] + letter, bold)
        else:
            runs.append((letter, bold))
    return runs
