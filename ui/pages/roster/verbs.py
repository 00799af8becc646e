"""What can be done on the roster page in the view that is shown, and why not now."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from ui.pages.page import Page
from ui.pages.roster.keeper import Keeper
from ui.pages.roster.link_keeper import LinkKeeper
from ui.pages.roster.merges import RosterMerges
from ui.pages.roster.outlet_keeper import OutletKeeper
from ui.pages.roster.outlet_more import OutletMore
from ui.pages.roster.programme_keeper import ProgrammeKeeper
from ui.refusals import NoNeighbourError, NothingChosenError
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight
from xcdesk.errors import DeskError
from xcdesk.services.roster.publication import ExceptionRow

_UP, _DOWN = -1, 1


class RosterVerbs(QObject):
    """Verbs about the chosen row of the view in front, whose keeper ``front`` gives."""

    def __init__(
        self,
        page: Page,
        keepers: tuple[OutletKeeper, ProgrammeKeeper, LinkKeeper],
        front: Callable[[], Keeper],
    ) -> None:
        super().__init__(page)
        self._outlets, self._programmes, self._links = keepers
        self._page, self._front = page, front
        self._more = OutletMore(self._outlets)
        self._merges = RosterMerges(page, front)

    def verbs(self) -> Sequence[Verb]:
        """Everything in the toolbar and under More."""
        primary = Weight.PRIMARY
        return (
            Verb("add", self.tr("Add outlet"), Glyph.ADD, self._add, "Ctrl+N", self._writable, primary),
            Verb("edit", self.tr("Edit…"), Glyph.EDIT, self.edit, "F2", self._chosen),
            *self._outlets.verbs(),
            *self._more.verbs(),
            *self._programmes.verbs(),
            *self._links.verbs(),
            *self._rare_verbs(),
            *self._merges.verbs(),
            *self._moves(),
        )

    def answer(self, name: str, thing: object) -> None:
        """Do what a button in a view asks for: a verb by its id, or an act on ``thing``."""
        if name == "spelling_forget":
            self._front().forget_spelling(str(thing))
        elif name == "propose":
            self._page.asked_for.emit("setup", f"{thing}s")
        elif thing is None:
            self._page.verbs.trigger(name)
        elif isinstance(thing, ExceptionRow):
            self._more.answer(name, thing)
        else:
            self._outlets.answer(name, thing)

    def edit(self) -> None:
        """Open the form of the chosen row, if there is one that can be written."""
        if self._chosen() is None:
            self._front().edit()

    def _rare_verbs(self) -> Sequence[Verb]:
        rare = Weight.RARE
        spell, again = self.tr("Add spelling…"), self.tr("Reinstate")
        return (
            Verb("spelling_new", spell, Glyph.ADD, self._add_spelling, "Ctrl+Shift+S", self._spelled, rare),
            Verb("retire", self.tr("Retire"), Glyph.ARCHIVE, self._retire, "Del", self._active, rare),
            Verb(
                "reinstate",
                again,
                Glyph.ARROW_UNDO,
                self._reinstate,
                "Ctrl+Shift+R",
                self._retired,
                rare,
            ),
        )

    def _moves(self) -> Sequence[Verb]:
        rare = Weight.RARE
        up, down = partial(self._movable, _UP), partial(self._movable, _DOWN)
        return (
            Verb("up", self.tr("Move up"), Glyph.ARROW_UP, self._move_up, "Alt+Up", up, rare),
            Verb("down", self.tr("Move down"), Glyph.ARROW_DOWN, self._move_down, "Alt+Down", down, rare),
        )

    def _add(self) -> None:
        self._front().add()

    def _add_spelling(self) -> None:
        self._front().add_spelling()

    def _retire(self) -> None:
        self._front().retire()

    def _reinstate(self) -> None:
        self._front().reinstate()

    def _move_up(self) -> None:
        self._front().move(-1)

    def _move_down(self) -> None:
        self._front().move(1)

    def _writable(self) -> DeskError | None:
        return self._front().refusal()

    def _chosen(self) -> DeskError | None:
        refusal = self._writable()
        if refusal is None and self._front().row() is None:
            return NothingChosenError(what=self.tr("a row"))
        return refusal

    def _spelled(self) -> DeskError | None:
        front = self._front()
        there = front.spellings is not None and front.row() is not None
        return None if there else NothingChosenError(what=self.tr("an outlet or a unit"))

    def _active(self) -> DeskError | None:
        row = self._front().row()
        if row is not None and not row.active:
            return NothingChosenError(what=self.tr("a row in use"))
        return self._chosen()

    def _retired(self) -> DeskError | None:
        row = self._front().row()
        there = row is not None and not row.active
        return None if there else NothingChosenError(what=self.tr("a retired row"))

    def _movable(self, step: int) -> DeskError | None:
        return None if self._front().can_move(step) else NoNeighbourError()
