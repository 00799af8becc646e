"""Adding, changing, retiring and reinstating rows of one table of the roster, each act with its way back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication

from ui.pages.acts import Numbered, PageActs, Version, Write
from xcdesk.services.record.actor import Actor

translate = QCoreApplication.translate


class Named(Protocol):
    """What is entered: it has a name by which the act is called."""

    @property
    def name(self) -> str:
        """Its name."""


class Kept(Named, Numbered, Protocol):
    """A row that is kept, by its name."""


N = TypeVar("N", bound=Named)
R = TypeVar("R", bound=Kept)


@dataclass(frozen=True, slots=True)
class RowBook(Generic[N, R]):
    """The services that keep the rows of ``table``; ``as_new`` gives a row as it would be entered."""

    table: str
    add: Callable[[Actor, N], int]
    change: Callable[[Actor, int, int, N], int]
    retire: Callable[[Actor, int, int], int]
    reinstate: Callable[[Actor, int, int], int]
    as_new: Callable[[R], N]


class RowActs(PageActs, Generic[N, R]):
    """Base: a subclass gives its `book`. What was added by mistake is retired again: its name stays known."""

    book: ClassVar[RowBook[Any, Any]]

    def add(self, new: N) -> int:
        """Enter a row; returns its id."""
        made = self.book.add(self.actor, new)
        name = translate("roster", "Add “{name}”").format(name=new.name)
        self.swing(name, self._retiring(made).turned(), Version(0), Version(1))
        return made

    def change(self, row: R, change: N) -> None:
        """Rewrite a row's own facts."""
        before = self.book.as_new(row)
        write = Write(
            self._key(row.id),
            lambda version: self.book.change(self.actor, row.id, version, change),
            lambda version: self.book.change(self.actor, row.id, version, before),
        )
        self.step(translate("roster", "Edit “{name}”").format(name=row.name), write, row.version)

    def retire(self, row: R) -> None:
        """Take a row out of use."""
        name = translate("roster", "Retire “{name}”").format(name=row.name)
        self.step(name, self._retiring(row.id), row.version)

    def reinstate(self, row: R) -> None:
        """Take a row into use again."""
        name = translate("roster", "Reinstate “{name}”").format(name=row.name)
        self.step(name, self._retiring(row.id).turned(), row.version)

    def _retiring(self, row_id: int) -> Write:
        return Write(
            self._key(row_id),
            lambda version: self.book.retire(self.actor, row_id, version),
            lambda version: self.book.reinstate(self.actor, row_id, version),
        )

    def _key(self, row_id: int) -> str:
        return f"{self.book.table}:{row_id}"
