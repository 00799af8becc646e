"""The honest empty state of a page that is not built yet."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.desk import Desk
from ui.pages.page import Page
from ui.theme.icons import Glyph
from ui.widgets.empty_state import EmptyState


class PendingPage(Page):
    """Says that this page comes with a later version, and nothing else."""

    def __init__(self, desk: Desk, key: str, glyph: Glyph, name: str) -> None:
        super().__init__(desk)
        self.key = key  # type: ignore[misc]  # one class stands for several tabs
        self.glyph = glyph  # type: ignore[misc]  # as above
        self._name = name
        text = self.tr("This page comes with a later version. Everything entered elsewhere stays as it is.")
        self._empty = EmptyState(glyph, self.tr("Not available yet"), text)
        self.build(QWidget())
        self.show_empty(self._empty)

    @override
    def name(self) -> str:
        return self._name

    @override
    def about(self) -> str:
        return self.tr("This page comes with a later version.")

    @override
    def main_view(self) -> QWidget:
        return self._empty
