"""What the coverage page writes: each act under its own name, with the way to take it back."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from ui.changes import Area
from ui.pages.acts import PageActs, Version, Write
from ui.pages.page import Page
from xcdesk.services.grid import cells
from xcdesk.services.grid.none_days import Cell, NoneRow
from xcdesk.services.log import bulk_edits, coverage, reprints
from xcdesk.services.log.bulk_edits import Edit
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.log.coverage_log import ItemRow
from xcdesk.services.log.reprints import Membership
from xcdesk.services.record.entries import ItemChange, NewItem

States: TypeAlias = Mapping[int, Version]
"""The state of each of some reports, by their ids."""
Move: TypeAlias = Callable[[Sequence[ItemVersion]], Iterable[ItemVersion | Membership | Edit]]
"""A write that leads reports from one state to another; it answers their new versions."""


class CoverageActs(PageActs):
    """Writes for one page; every act tells the pages and can be taken back by its name."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, Area.COVERAGE)

    def log(self, new: NewItem) -> int:
        """Log one report; returns its id."""
        made = coverage.log_item(self.actor, new)
        name = QCoreApplication.translate("coverage", "Log “{title}”").format(title=new.title or new.outlet)
        self.swing_new(name, [ItemVersion(made, 1)])
        return made

    def change(self, row: ItemRow, change: ItemChange) -> None:
        """Change one report."""

        def put(wanted: ItemChange) -> Callable[[int], int]:
            return lambda version: coverage.change_item(self.actor, ItemVersion(row.id, version), wanted)

        name = QCoreApplication.translate("coverage", "Edit “{title}”").format(title=row.title or row.outlet)
        self.step(name, Write(_key(row.id), put(change), put(_as_it_is(row))), row.version)

    def change_many(self, items: Sequence[ItemVersion], change: ItemChange) -> None:
        """Write the same change into many reports, all of them or none."""
        self.changed_many(bulk_edits.change_items(self.actor, items, change))

    def changed_many(self, had: Sequence[Edit]) -> None:
        """Remember a change of many reports that is done already; ``had`` is what they held before."""
        if not had:
            return
        values = {edit.id: edit.values for edit in had}

        def swap(items: Sequence[ItemVersion]) -> Iterable[Edit]:
            wanted = [Edit(item.id, item.version, values[item.id]) for item in items]
            now = bulk_edits.put_back(self.actor, wanted)
            values.update({edit.id: edit.values for edit in now})
            return now

        before = self.states_before(had)
        name = QCoreApplication.translate("coverage", "Edit {count}")
        self.swing_rows(name.format(count=_count(had)), before, had, swap, swap)

    def remove(self, rows: Sequence[ItemRow]) -> None:
        """Put reports into the trash."""
        self.removed(coverage.remove_items(self.actor, [ItemVersion(row.id, row.version) for row in rows]))

    def removed(self, gone: Sequence[ItemVersion]) -> None:
        """Remember a removal that is done already; ``gone`` are the rows at their new versions."""
        before = self.states_before(gone)
        name = QCoreApplication.translate("coverage", "Remove {count}")
        self.swing_rows(name.format(count=_count(gone)), before, gone, self._away, self._back)

    def set_count(self, cell: Cell, count: int) -> None:
        """Make a cell hold that many reports."""
        done = cells.set_count(self.actor, cell, count)
        name = QCoreApplication.translate("coverage", "Type {count} on {day}").format(
            count=count, day=shown.day(cell.day)
        )
        if done.added:
            self.swing_new(name, done.added)
        elif done.removed:
            self.swing_rows(name, self.states_before(done.removed), done.removed, self._away, self._back)

    def set_none(self, cell: Cell, reason: str, before: NoneRow | None) -> None:
        """Record none today with its reason, over another reason if there was one."""
        was, note = (before.reason, before.note) if before is not None else (None, "")
        cells.set_none_today(self.actor, cell, reason)

        def undo() -> None:
            cells.swap_none(self.actor, cell, reason, was, note)

        def redo() -> None:
            cells.swap_none(self.actor, cell, was, reason)

        name = QCoreApplication.translate("coverage", "None today on {day}").format(day=shown.day(cell.day))
        self.done(name, undo, redo)

    def clear_none(self, none: NoneRow) -> None:
        """Take none today back."""
        cells.clear_none_today(self.actor, none.cell)

        def undo() -> None:
            cells.swap_none(self.actor, none.cell, None, none.reason, none.note)

        def redo() -> None:
            cells.swap_none(self.actor, none.cell, none.reason, None)

        name = QCoreApplication.translate("coverage", "Take back none today on {day}")
        self.done(name.format(day=shown.day(none.cell.day)), undo, redo)

    def group(self, rows: Sequence[ItemRow]) -> None:
        """Make reports one piece."""
        before = reprints.group_reprints(self.actor, [row.id for row in rows])
        name = QCoreApplication.translate("coverage", "Join {count} as reprints")
        self._regroup(name.format(count=_count(rows)), before)

    def ungroup(self, rows: Sequence[ItemRow]) -> None:
        """Make reports pieces of their own."""
        before = reprints.ungroup(self.actor, [row.id for row in rows])
        name = QCoreApplication.translate("coverage", "Part {count} from reprints")
        self._regroup(name.format(count=_count(rows)), before)

    def _regroup(self, name: str, had: Sequence[Membership]) -> None:
        """Remember a change of groups: ``had`` are the groups of before, at the versions of now."""
        groups = {one.id: one.group for one in had}

        def swap(items: Sequence[ItemVersion]) -> Iterable[Membership]:
            wanted = [Membership(item.id, item.version, groups[item.id]) for item in items]
            now = reprints.put_groups(self.actor, wanted)
            groups.update({one.id: one.group for one in now})
            return now

        self.swing_rows(name, self.states_before(had), had, swap, swap)

    def _away(self, items: Sequence[ItemVersion]) -> Iterable[ItemVersion]:
        return coverage.remove_items(self.actor, items)

    def _back(self, items: Sequence[ItemVersion]) -> Iterable[ItemVersion]:
        return coverage.restore_items(self.actor, items)

    def states_before(self, made: Iterable[ItemVersion | Membership | Edit]) -> dict[int, Version]:
        """The states that a write, which led to the versions ``made``, has found."""
        return {item.id: self.version(_key(item.id), item.version - 1) for item in made}

    def swing_new(self, name: str, made: Sequence[ItemVersion]) -> None:
        """Remember reports that were logged just now."""
        before = {item.id: Version(0) for item in made}
        self.swing_rows(name, before, made, self._back, self._away)

    def swing_rows(
        self,
        name: str,
        before: States,
        made: Iterable[ItemVersion | Membership | Edit],
        forth: Move,
        back: Move,
    ) -> None:
        """Remember a write to several reports that is done already and led to the versions ``made``."""
        after = {item.id: Version(item.version) for item in made}
        self._remember(after)

        def undo() -> None:
            self._move(after, before, back)

        def redo() -> None:
            self._move(before, after, forth)

        self.done(name, undo, redo)

    def _move(self, start: States, end: States, write: Move) -> None:
        for item in write([ItemVersion(at, state.number) for at, state in start.items()]):
            end[item.id].number = item.version
        self._remember(end)

    def _remember(self, states: States) -> None:
        for item, state in states.items():
            self.settle(_key(item), state)


def _key(item: int) -> str:
    return f"coverage_item:{item}"


def _count(rows: Sequence[object]) -> str:
    return shown.count(len(rows), "reports")


def _as_it_is(row: ItemRow) -> ItemChange:
    """The change that gives a report back everything it has now."""
    return ItemChange(
        row.day,
        row.outlet,
        row.title,
        row.form or "",
        row.theme or "",
        row.tier.value,
        row.unit,
        row.programme,
        row.slot,
        row.author,
        row.url,
        row.note,
    )
