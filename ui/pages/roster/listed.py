"""A view of the roster that is one list under chips: read, narrowed, chosen and told in one way."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from typing_extensions import override

from ui.pages.roster.view import RosterView, Row
from ui.tablemodels.records import Column, RecordsModel
from ui.widgets.chips import FilterChip
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import Item
from ui.widgets.record_list import RecordList


class NamedRow(Row, Protocol):
    """A row of a list, with the name that the pane shows."""

    @property
    def name(self) -> str:
        """What it is called."""


T = TypeVar("T", bound=NamedRow)


class ListedView(RosterView, Generic[T]):
    """Base: end ``__init__`` with `put`; say what is read, which rows are shown, and what to tell of one."""

    def put(
        self,
        name: str,
        columns: Sequence[Column[T]],
        chips: Sequence[FilterChip],
        head: tuple[Item, ...],
        *,
        stretch: int = 0,
    ) -> None:
        """Show a list with these columns, narrowed by ``chips``; ``stretch`` takes the room left over."""
        self.model = RecordsModel[T](columns)
        self.chips = tuple(chips)
        self._everyone: Sequence[T] = ()
        widths = [column.width for column in self.model.columns]
        self.take(RecordList(name, self.model, widths, head, stretch=stretch))
        for chip in self.chips:
            chip.toggled.connect(self.narrow)

    def read(self) -> Sequence[T]:
        """Every row, those out of use as well."""
        raise NotImplementedError

    def count(self, everyone: Sequence[T]) -> None:
        """Show on the chips how many rows each would leave."""
        raise NotImplementedError

    def shows(self, row: T) -> bool:
        """Whether chips and words let a row through."""
        raise NotImplementedError

    def arranged(self, rows: list[T]) -> list[T]:
        """The rows that are shown, in order; as they were read."""
        return rows

    def nothing_yet(self) -> EmptyState:
        """What stands in place of a list without any rows."""
        raise NotImplementedError

    def parts(self, row: T) -> Sequence[Item]:
        """What the pane says about a row, under its name."""
        raise NotImplementedError

    @override
    def row(self) -> T | None:
        at = self.listing.at()
        return None if at is None else self.model.rows()[at]

    @override
    def ids(self) -> list[int]:
        return [row.id for row in self.model.rows()]

    @override
    def reload(self) -> None:
        self.take_rows(self.read())

    def take_rows(self, everyone: Sequence[T]) -> None:
        """Show the rows that were read, those out of use as well."""
        self._everyone = everyone
        self.narrow()

    @override
    def narrow(self) -> None:
        before, everyone = self.row(), self._everyone
        self.count(everyone)
        self.model.show_rows(self.arranged([row for row in everyone if self.shows(row)]))
        empty = self.nothing_matches(self.chips) if everyone else self.nothing_yet()
        self.show_choice(None if before is None else before.id, empty)

    @override
    def clear_filters(self) -> None:
        self.turn_off(self.chips)

    @override
    def show_detail(self) -> None:
        if self.detail is not None:
            row = self.row()
            title, parts = ("", ()) if row is None else (row.name, self.parts(row))
            self.detail.show_parts(title, parts)
