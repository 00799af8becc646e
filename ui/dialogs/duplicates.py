"""Rows that may have been entered twice, and mergings done so far that can be taken back."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import format as shown
from ui.desk import Desk
from ui.dialogs.list_dialog import ListDialog
from ui.messages import text
from ui.tablemodels.records import Column, Shown
from ui.theme.icons import Glyph
from ui.theme.tokens import State
from ui.widgets.empty_state import EmptyState
from ui.widgets.verbs import Verb, Weight
from ui.widgets.window_size import usual_size
from xcdesk.codes import MergeKind
from xcdesk.errors import DeskError
from xcdesk.services.backups.keeping import Reason
from xcdesk.services.roster import duplicates, merging
from xcdesk.services.roster.duplicates import Proposal
from xcdesk.services.roster.merging import MergedBackError, MergeRow

translate = QCoreApplication.translate


class DuplicatesDialog(ListDialog):
    """Pairs that sound or look the same; Enter shows what merging the two would do."""

    help_topic = "roster#merge"

    def __init__(
        self,
        desk: Desk,
        kind: MergeKind,
        merge: Callable[[int, int, QWidget], object],
        parent: QWidget | None,
    ) -> None:
        title = translate("DuplicatesDialog", "Entered twice?")
        super().__init__(desk, title, _columns(), parent, stretch=1)
        self._kind, self._merge = kind, merge
        name = self.tr("Merge…")
        self.finish(
            (Verb("merge", name, Glyph.MERGE, self._show_plan, "Ctrl+M", self.chosen, Weight.PRIMARY),)
        )
        self.listing.opened.connect(self._show_plan)
        usual_size(self, 760, 440)

    @override
    def reload(self) -> None:
        words = self.tr("Nothing on the roster sounds the same or differs only in 市, 社 and other endings.")
        empty = EmptyState(Glyph.CHECKMARK_CIRCLE, self.tr("No duplicates found"), words)
        self.show_rows(duplicates.proposals(self._kind), 0, empty)

    def _show_plan(self) -> None:
        row = self.row()
        if row is not None:
            self._merge(row.first.id, row.second.id, self)


class MergesDialog(ListDialog):
    """Mergings of one kind so far, the latest first."""

    help_topic = "roster#merge"

    def __init__(
        self, desk: Desk, kind: MergeKind, take_back: Callable[[MergeRow], object], parent: QWidget | None
    ) -> None:
        title = translate("MergesDialog", "Mergings so far")
        super().__init__(desk, title, _merge_columns(), parent, stretch=0)
        self._kind, self._take_back = kind, take_back
        name = self.tr("Take back")
        self.finish(
            (Verb("take_back", name, Glyph.ARROW_UNDO, self._back, "Ctrl+B", self._can, Weight.PRIMARY),)
        )
        usual_size(self, 680, 400)

    @override
    def reload(self) -> None:
        words = self.tr("Each merging will be listed here and can be taken back.")
        empty = EmptyState(Glyph.HISTORY, self.tr("Nothing has been merged"), words)
        self.show_rows(merging.merges(self._kind), 0, empty)

    def _back(self) -> None:
        row = self.row()
        if row is not None:
            self.preceded.do(Reason.BEFORE_MERGE, partial(self._take_back, row))

    def _can(self) -> DeskError | None:
        row = self.row()
        return MergedBackError(name=row.gone_name) if row is not None and row.undone else self.chosen()


def _columns() -> Sequence[Column[Proposal]]:
    return (
        Column(translate("DuplicatesDialog", "Entered first"), 200, lambda row: Shown(row.first.name)),
        Column(translate("DuplicatesDialog", "Entered later"), 200, lambda row: Shown(row.second.name)),
        Column(
            translate("DuplicatesDialog", "Why"),
            220,
            lambda row: Shown(text(f"likeness.{row.likeness.value}"), State.TWIN),
        ),
    )


def _merge_columns() -> Sequence[Column[MergeRow]]:
    def state(row: MergeRow) -> Shown:
        if row.undone:
            return Shown(translate("MergesDialog", "Taken back"), State.NONE)
        return Shown(translate("MergesDialog", "Merged"), State.DONE)

    return (
        Column(translate("MergesDialog", "Became part of another"), 180, lambda row: Shown(row.gone_name)),
        Column(translate("MergesDialog", "When"), 190, lambda row: Shown(shown.instant(row.at))),
        Column(translate("MergesDialog", "By"), 110, lambda row: Shown(row.who)),
        Column(translate("MergesDialog", "State"), 110, state),
    )
