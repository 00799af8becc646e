"""Follow-up 督办: not built yet, and says so; its verbs are grey with that reason."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.desk import Desk
from ui.pages.page import Page
from ui.refusals import NotYetError
from ui.theme.icons import Glyph
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.verbs import Verb, Weight, nothing
from xcdesk.errors import DeskError


class FollowUpPage(Page):
    """Will hold findings, complaints and commitments, each with its unit, its clock and its evidence."""

    key = "followup"
    glyph = Glyph.CLIPBOARD_TASK

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.build(QWidget())
        go = button(self.tr("Open coverage"), Glyph.TABLE, on_click=self._open_coverage)
        text = self.tr(
            "Findings, complaints and suggestions, and commitments will be listed here by due date. "
            "This page comes with a later version; keep your present ledger until then."
        )
        self._empty = EmptyState(self.glyph, self.tr("Follow-up is not available yet"), text, (go,))
        self.show_empty(self._empty)

    @override
    def name(self) -> str:
        return self.tr("Follow-up")

    @override
    def about(self) -> str:
        return self.tr(
            "Follow-up will hand findings, complaints and commitments to a department, chase them and close "
            "them with evidence. It comes with a later version."
        )

    @override
    def make_verbs(self) -> Sequence[Verb]:
        return (
            Verb(
                "case_new",
                self.tr("New case"),
                Glyph.ADD,
                nothing,
                "Ctrl+N",
                self._not_yet,
                Weight.PRIMARY,
            ),
            Verb("case_dispatch", self.tr("Dispatch"), Glyph.SEND, nothing, "Ctrl+Shift+D", self._not_yet),
            Verb("case_chase", self.tr("Chase"), Glyph.ALERT, nothing, "Ctrl+Shift+C", self._not_yet),
        )

    @override
    def main_view(self) -> QWidget:
        return self._empty

    def _not_yet(self) -> DeskError | None:
        instead = self.tr("Keep your present ledger until then.")
        return NotYetError(what=self.tr("Follow-up"), instead=instead)

    def _open_coverage(self) -> None:
        self.asked_for.emit("coverage", None)
