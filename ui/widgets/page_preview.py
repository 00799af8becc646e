"""Printed pages on screen: the true PDF, drawn off the GUI thread, white in every theme."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QSizeF, Qt, QTemporaryDir, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme.tokens import Space
from ui.widgets.page_scale import Fit, Scale, extent, placed
from ui.widgets.spoken import spoken_as

_POINTS_PER_INCH = 72
_LIT = 34
"""Opacity of the ground under what is lit, of 255."""
_TYPE_AREA = (28 / 210, 184 / 210)
"""Left and right edge of the text, as shares of the width of the paper."""


@dataclass(frozen=True, slots=True)
class Lit:
    """A stretch of a page that is told apart, in pt below the upper edge of the paper."""

    page: int
    top: float
    bottom: float


@spoken_as(QAccessible.Role.Document)
class PagePreview(QAbstractScrollArea):
    """Shows pages as large as fits or is asked for; PgUp, PgDn and the wheel turn them.

    What stood there before stays until the new pages are drawn.
    """

    turned = Signal()
    """Another page, another document, or another size is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = QPdfDocument(self)
        # A file, for the drawing thread would have to ask Python for every stretch of a QBuffer.
        self._folder = QTemporaryDir()
        self._shown = 0
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setDocument(self._document)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.pageRendered.connect(self._show)
        self._asked: dict[int, int] = {}  # number of a request, and its page
        self._images: dict[int, QImage] = {}
        self.lit: tuple[Lit, ...] = ()
        self.scale = Scale()
        self.page = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 200)
        self.viewport().setAutoFillBackground(False)

    @property
    def document(self) -> QPdfDocument:
        """What is shown, for printing."""
        return self._document

    @property
    def pages(self) -> int:
        """Number of pages; 0 when nothing is shown."""
        return self._document.pageCount()

    @property
    def drawn(self) -> bool:
        """Whether a page stands on the screen."""
        return self.page in self._images

    def show_pdf(self, content: bytes) -> None:
        """Show another document, on the same page if it has one."""
        before = Path(self._folder.filePath(f"{self._shown}.pdf"))
        self._shown += 1
        after = Path(self._folder.filePath(f"{self._shown}.pdf"))
        after.write_bytes(content)
        self._document.close()
        before.unlink(missing_ok=True)
        self._document.load(str(after))
        self.page = max(0, min(self.page, self.pages - 1))
        self._ask()
        self.turned.emit()

    def clear(self) -> None:
        """Show nothing."""
        self._document.close()
        self._images.clear()
        self._asked.clear()
        self.lit = ()
        self.page = 0
        self._arrange()
        self.turned.emit()

    def turn(self, step: int) -> None:
        """Go ``step`` pages on, or back, as far as there are pages; two facing pages are turned together."""
        facing = self.scale.fit == Fit.TWO
        self.go_to(self.page - self.page % 2 + 2 * step if facing else self.page + step)

    def go_to(self, page: int) -> None:
        """Show a page, from its top."""
        target = max(0, min(page, self.pages - 1))
        if target != self.page:
            self.page = target
            self._ask()
            self.verticalScrollBar().setValue(0)
            self.turned.emit()

    def set_scale(self, scale: Scale) -> None:
        """Show the pages in another size."""
        self.scale = scale
        self._ask()
        self.turned.emit()

    def zoom(self, step: int) -> None:
        """Show the pages one step larger (1) or smaller (-1)."""
        self.set_scale(self.scale.stepped(step, self.percent()))

    def percent(self) -> int:
        """Size on screen against the size on paper, in percent; 0 when nothing is shown."""
        places = self._places()
        if not places:
            return 0
        paper = self._paper(self.page).width() / _POINTS_PER_INCH * self.logicalDpiX()
        return round(100 * places[0].width() / paper)

    def light(self, stretches: Sequence[Lit], share: float = 0.0) -> None:
        """Tell stretches of the pages apart, and show the place ``share`` of the way through them."""
        self.lit = tuple(stretches)
        self.viewport().update()
        left = share * sum(each.bottom - each.top for each in self.lit)
        for each in self.lit:
            if left <= each.bottom - each.top or each is self.lit[-1]:
                self.go_to(each.page)
                self._bring(each.top + left)
                return
            left -= each.bottom - each.top

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.turn(step)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll within a page; at its end, turn it. With Ctrl held, zoom."""
        event.accept()
        up = event.angleDelta().y() > 0
        bar = self.verticalScrollBar()
        if not event.angleDelta().y():
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if up else -1)
        elif bar.value() == (bar.minimum() if up else bar.maximum()):
            self.turn(-1 if up else 1)
        else:
            bar.setValue(bar.value() - event.angleDelta().y())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.pages:
            self._ask()
            self.turned.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for page, place in zip(self._on_screen(), self._places(), strict=True):
            self._paint_page(painter, page, place.translated(-offset))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -2, -2))

    def _paint_page(self, painter: QPainter, page: int, place: QRect) -> None:
        painter.fillRect(place, Qt.GlobalColor.white)
        image = self._images.get(page)
        if image is not None:
            painter.drawImage(place, image)
        factor = place.height() / self._paper(page).height()
        for each in self.lit:
            if each.page == page:
                left, right = (place.left() + place.width() * share for share in _TYPE_AREA)
                top, height = place.top() + each.top * factor, (each.bottom - each.top) * factor
                colour = QColor(theme.colour("accent"))  # a copy: the theme keeps its own
                painter.fillRect(QRectF(left - 2 * Space.S, top, Space.XS, height), colour)
                colour.setAlpha(_LIT)
                painter.fillRect(QRectF(left - Space.XS, top, right - left + Space.S, height), colour)
        painter.setPen(theme.colour("line_strong"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(0, 0, -1, -1))

    def _on_screen(self) -> range:
        return self.scale.pages(self.page, self.pages)

    def _paper(self, page: int) -> QSizeF:
        return self._document.pagePointSize(page)

    def _places(self) -> list[QRect]:
        papers = [self._paper(page) for page in self._on_screen()]
        return placed(self.scale, papers, self.viewport().size(), self.logicalDpiX())

    def _arrange(self) -> None:
        """Let the bars reach over all of the pages."""
        whole, room = extent(self._places()), self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, whole.height() - room.height()))
        self.horizontalScrollBar().setRange(0, max(0, whole.width() - room.width()))
        self.verticalScrollBar().setPageStep(room.height())
        self.horizontalScrollBar().setPageStep(room.width())
        self.verticalScrollBar().setSingleStep(theme.line_height())
        self.viewport().update()

    def _bring(self, depth: float) -> None:
        """Scroll so that a place of the page, in pt below its upper edge, can be seen."""
        places = self._places()
        if not places:
            return
        place = places[self.page - self._on_screen().start]
        wanted = place.top() + round(depth * place.height() / self._paper(self.page).height())
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + 2 * Space.L < wanted < bar.value() + room - 2 * Space.L:
            bar.setValue(wanted - room // 3)

    def _ask(self) -> None:
        self._arrange()
        self._asked.clear()
        for page, place in zip(self._on_screen(), self._places(), strict=True):
            number = self._renderer.requestPage(page, place.size() * self.devicePixelRatio())
            self._asked[number] = page

    def _show(self, page: int, _size: QSize, image: QImage, _options: object, asked: int) -> None:
        if self._asked.pop(asked, None) is not None:
            self._images[page] = image
            for other in set(self._images) - set(self._on_screen()):
                del self._images[other]
            self.viewport().update()
