"""Merging rows of the view in front, finding duplicates, mergings of before, and the record of a row."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from ui.dialogs.duplicates import DuplicatesDialog, MergesDialog
from ui.dialogs.merge import MergeDialog
from ui.dialogs.row_history import RowHistory, Subject
from ui.pages.acts import PageActs
from ui.pages.page import Page
from ui.pages.roster import more_acts
from ui.pages.roster.keeper import Keeper
from ui.refusals import NothingChosenError
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight
from xcdesk.codes import MergeKind, Vocabulary
from xcdesk.errors import DeskError
from xcdesk.services.office import terms
from xcdesk.services.office.terms import TermRow
from xcdesk.services.roster import merging, outlets, units
from xcdesk.services.roster.duplicates import Named
from xcdesk.services.roster.links import LinkRow
from xcdesk.services.roster.merging import MergePlan, MergeRow
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.roster.units import UnitRow
from xcdesk.services.targets.in_force import QuotaVersion

translate = QCoreApplication.translate

_RECORDED: Mapping[type, str] = {
    OutletRow: "outlet",
    UnitRow: "unit",
    TermRow: "term",
    LinkRow: "site_link",
    QuotaVersion: "quota",
}
"""How the record names the rows of each view."""


class RosterMerges(QObject):
    """Verbs about two rows that are one; ``front`` gives the keeper of the view in front."""

    def __init__(self, page: Page, front: Callable[[], Keeper]) -> None:
        super().__init__(page)
        self._page, self._front = page, front

    def verbs(self) -> Sequence[Verb]:
        """All of them stand under More."""
        rare = Weight.RARE
        twice, before = self.tr("Entered twice?…"), self.tr("Mergings so far…")
        return (
            Verb("merge", self.tr("Merge…"), Glyph.MERGE, self._merge, "Ctrl+M", self._chosen, rare),
            Verb("duplicates", twice, Glyph.COPY, self._find, "Ctrl+Shift+M", self._mergeable, rare),
            Verb("merges", before, Glyph.HISTORY, self._list, "", self._mergeable, rare),
            Verb(
                "record",
                self.tr("Record of changes…"),
                Glyph.HISTORY,
                self._record,
                "Ctrl+R",
                self._recorded,
                rare,
            ),
        )

    def _merge(self) -> None:
        row = self._front().row()
        if row is not None:
            self._show_plan((row.id, None), self._page.window())

    def _find(self) -> None:
        found = self._front().merger()
        if found is None:
            return

        def show(kept: int, gone: int, parent: QWidget) -> None:
            self._show_plan((kept, gone), parent)

        self._front().open(DuplicatesDialog(self._page.desk, found[0], show, self._page.window()))

    def _list(self) -> None:
        found = self._front().merger()
        if found is None:
            return
        kind, acts = found

        def take_back(row: MergeRow) -> None:
            self._take_back(acts, row)

        self._front().open(MergesDialog(self._page.desk, kind, take_back, self._page.window()))

    def _record(self) -> None:
        row = self._front().row()
        kind = _RECORDED.get(type(row))
        if row is not None and kind is not None:
            self._front().open(
                RowHistory(self._page.desk, Subject(kind, row.id, _name(row)), self._page.window())
            )

    def _recorded(self) -> DeskError | None:
        there = type(self._front().row()) in _RECORDED
        return (
            None
            if there
            else NothingChosenError(what=self.tr("an outlet, a unit, a quota, an entry or a site"))
        )

    def _show_plan(self, pair: tuple[int, int | None], parent: QWidget) -> None:
        keeper = self._front()
        found = keeper.merger()
        if found is None:
            return
        kind, acts = found

        def merge(plan: MergePlan) -> None:
            more_acts.merge(acts, plan)
            keeper.show(plan.kept)

        desk = self._page.desk
        keeper.open(MergeDialog(desk, kind, _rows(kind, pair[0]), pair, merge, parent))

    def _take_back(self, acts: PageActs, row: MergeRow) -> None:
        """Make two again of a merging of any day; the way back is to merge them anew."""
        again = row.id
        merging.take_back(acts.actor, row.id)

        def undo() -> None:
            nonlocal again
            again = merging.merge(acts.actor, merging.preview(row.kind, row.kept, row.gone)).id

        def redo() -> None:
            merging.take_back(acts.actor, again)

        words = translate("roster", "Take the merging of “{name}” back")
        acts.done(words.format(name=row.gone_name), undo, redo)

    def _mergeable(self) -> DeskError | None:
        there = self._front().merger()
        return None if there else NothingChosenError(what=self.tr("outlets, units or lists"))

    def _chosen(self) -> DeskError | None:
        there = self._front().merger() is not None and self._front().row() is not None
        return None if there else NothingChosenError(what=self.tr("an outlet, a unit or an entry of a list"))


def _name(row: object) -> str:
    named = row.terms if isinstance(row, QuotaVersion) else row
    return str(getattr(named, "name", "") or getattr(named, "label", ""))


def _rows(kind: MergeKind, first: int) -> Sequence[Named]:
    """Rows that may be merged with the one of this id, those out of use too."""
    if kind == MergeKind.OUTLET:
        return [Named(row.id, row.name) for row in outlets.outlets(everyone=True)]
    if kind == MergeKind.UNIT:
        return [Named(row.id, row.name) for row in units.units(everyone=True)]
    return [Named(row.id, row.label) for row in _same_list(first)]


def _same_list(first: int) -> Sequence[TermRow]:
    """Entries of the list that holds the entry of this id."""
    for vocabulary in Vocabulary:
        found = terms.terms(vocabulary, everyone=True)
        if any(row.id == first for row in found):
            return found
    return ()
