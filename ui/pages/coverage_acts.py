"""What the coverage page writes: each act under its own name, with the way to take it back."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from ui.changes import Area
from ui.desk import Desk
from ui.undo import Act
from xcdesk.services import cells, coverage, reprints
from xcdesk.services.cells import Cell, NoneRow
from xcdesk.services.coverage import ItemVersion
from xcdesk.services.coverage_log import ItemRow
from xcdesk.services.entries import ItemChange, NewItem

T = TypeVar("T")


class _Kept(Generic[T]):
    """What the next undo or redo needs: rows carry a new version after every step."""

    def __init__(self, value: T) -> None:
        self.value = value


class CoverageActs:
    """Writes for one desk; every act tells the pages and can be taken back by its name."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def log(self, new: NewItem) -> int:
        """Log one report; returns its id."""
        made = coverage.log_item(self._desk.actor, new)
        kept = _Kept[tuple[ItemVersion, ...]]((ItemVersion(made, 1),))
        name = QCoreApplication.translate("coverage", "Log “{title}”").format(title=new.title)
        self._done(name, *self._taking_away(kept))
        return made

    def change(self, row: ItemRow, change: ItemChange) -> None:
        """Change one report."""
        actor = self._desk.actor
        kept = _Kept(coverage.change_item(actor, ItemVersion(row.id, row.version), change))
        before = ItemChange(
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

        def put(wanted: ItemChange) -> Callable[[], None]:
            def act() -> None:
                kept.value = coverage.change_item(actor, ItemVersion(row.id, kept.value), wanted)

            return act

        name = QCoreApplication.translate("coverage", "Edit “{title}”").format(title=row.title)
        self._done(name, put(before), put(change))

    def remove(self, rows: Sequence[ItemRow]) -> None:
        """Put reports into the trash."""
        gone = coverage.remove_items(self._desk.actor, [ItemVersion(row.id, row.version) for row in rows])
        back, away = self._taking_away(_Kept(gone))[::-1]
        name = QCoreApplication.translate("coverage", "Remove {count}").format(
            count=shown.count(len(rows), "items")
        )
        self._done(name, back, away)

    def set_count(self, cell: Cell, count: int) -> None:
        """Make a cell hold that many reports."""
        actor = self._desk.actor
        done = cells.set_count(actor, cell, count)
        kept = _Kept(done.added or done.removed)
        away, back = self._taking_away(kept)
        name = QCoreApplication.translate("coverage", "Type {count} on {day}").format(
            count=count, day=shown.day(cell.day)
        )
        if done.added:
            self._done(name, away, back)
        elif done.removed:
            self._done(name, back, away)

    def set_none(self, cell: Cell, reason: str, before: NoneRow | None) -> None:
        """Record none today with its reason, over another reason if there was one."""
        actor = self._desk.actor
        cells.set_none_today(actor, cell, reason)

        def undo() -> None:
            if before is None:
                cells.clear_none_today(actor, cell)
            else:
                cells.set_none_today(actor, cell, before.reason, before.note)

        def redo() -> None:
            cells.set_none_today(actor, cell, reason)

        name = QCoreApplication.translate("coverage", "None today on {day}").format(day=shown.day(cell.day))
        self._done(name, undo, redo)

    def clear_none(self, none: NoneRow) -> None:
        """Take none today back."""
        actor = self._desk.actor
        cells.clear_none_today(actor, none.cell)

        def undo() -> None:
            cells.set_none_today(actor, none.cell, none.reason, none.note)

        def redo() -> None:
            cells.clear_none_today(actor, none.cell)

        name = QCoreApplication.translate("coverage", "Take back none today on {day}")
        self._done(name.format(day=shown.day(none.cell.day)), undo, redo)

    def group(self, rows: Sequence[ItemRow]) -> None:
        """Make reports one piece."""
        kept = _Kept(reprints.group_reprints(self._desk.actor, [row.id for row in rows]))
        name = QCoreApplication.translate("coverage", "Join {count} as reprints")
        self._regroup(name.format(count=shown.count(len(rows), "items")), kept)

    def ungroup(self, rows: Sequence[ItemRow]) -> None:
        """Make reports pieces of their own."""
        kept = _Kept(reprints.ungroup(self._desk.actor, [row.id for row in rows]))
        name = QCoreApplication.translate("coverage", "Part {count} from reprints")
        self._regroup(name.format(count=shown.count(len(rows), "items")), kept)

    def _regroup(self, name: str, kept: _Kept[tuple[reprints.Membership, ...]]) -> None:
        def swap() -> None:
            kept.value = reprints.put_groups(self._desk.actor, kept.value)

        self._done(name, swap, swap)

    def _taking_away(
        self, kept: _Kept[tuple[ItemVersion, ...]]
    ) -> tuple[Callable[[], None], Callable[[], None]]:
        """The act that puts rows into the trash, and the one that puts them back."""

        def away() -> None:
            kept.value = coverage.remove_items(self._desk.actor, kept.value)

        def back() -> None:
            kept.value = coverage.restore_items(self._desk.actor, kept.value)

        return away, back

    def _done(self, name: str, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        self._desk.undo.push(Act(name, self._telling(undo), self._telling(redo)))
        self._desk.changes.tell(Area.COVERAGE)

    def _telling(self, act: Callable[[], None]) -> Callable[[], None]:
        def told() -> None:
            act()
            self._desk.changes.tell(Area.COVERAGE)

        return told
