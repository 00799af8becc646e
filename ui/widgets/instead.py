"""A view, or words in its place while it has nothing to show."""

from PySide6.QtWidgets import QStackedWidget, QWidget


class Instead(QStackedWidget):
    """Shows ``view`` until it is given something to show in its place."""

    def __init__(self, view: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addWidget(view)

    def show_instead(self, other: QWidget | None) -> None:
        """Show ``other`` in place of the view, None the view; what stood there before is thrown away."""
        before = self.widget(1)
        if before is not None:
            self.removeWidget(before)
            before.hide()  # it is a child until it is deleted, and must not be taken for the one shown
            before.deleteLater()
        if other is not None:
            self.addWidget(other)
            self.setCurrentWidget(other)

    def shows_view(self) -> bool:
        """Whether the view itself is in front."""
        return self.currentIndex() == 0
