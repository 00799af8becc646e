"""A printed page on screen: the true PDF, drawn off the GUI thread, white in every theme."""

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme.tokens import Space

_POINTS_PER_INCH = 72


class PagePreview(QWidget):
    """Shows one page as large as fits; PgUp, PgDn and the wheel turn it. The old one stays until then."""

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
        self._asked = 0
        self._image = QImage()
        self.page = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 200)

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
        return not self._image.isNull()

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
        self._image = QImage()
        self.page = 0
        self.update()
        self.turned.emit()

    def turn(self, step: int) -> None:
        """Go ``step`` pages on, or back, as far as there are pages."""
        target = max(0, min(self.page + step, self.pages - 1))
        if target != self.page:
            self.page = target
            self._ask()
            self.turned.emit()

    def percent(self) -> int:
        """Size on screen against the size on paper, in percent; 0 when nothing is shown."""
        if not self.pages:
            return 0
        paper = self._document.pagePointSize(self.page).width() / _POINTS_PER_INCH * self.logicalDpiX()
        return round(100 * self._place().width() / paper)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.turn(step)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y():
            self.turn(-1 if event.angleDelta().y() > 0 else 1)
        event.accept()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.pages:
            self._ask()
            self.turned.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._image.isNull():
            place = self._place() if self.pages else self._image.rect()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.fillRect(place, Qt.GlobalColor.white)
            painter.drawImage(place, self._image)
            painter.setPen(theme.colour("line_strong"))
            painter.drawRect(place.adjusted(0, 0, -1, -1))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def _place(self) -> QRect:
        """Where the page stands, in the middle of the widget."""
        room = self.size() - QSize(2 * Space.M, 2 * Space.M)
        size = self._document.pagePointSize(self.page).toSize()
        size.scale(room, Qt.AspectRatioMode.KeepAspectRatio)
        corner = QPoint((self.width() - size.width()) // 2, (self.height() - size.height()) // 2)
        return QRect(corner, size)

    def _ask(self) -> None:
        if self.pages:
            self._asked = self._renderer.requestPage(
                self.page, self._place().size() * self.devicePixelRatio()
            )

    def _show(self, _page: int, _size: QSize, image: QImage, _options: object, asked: int) -> None:
        if asked == self._asked:
            self._image = image
            self.update()
