"""What can be done on the page of returns, and why not now."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject

from ui.refusals import AlreadySentError, NothingChosenError, NothingOwedError, StillWritingError
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight
from xcdesk.errors import DeskError
from xcdesk.services.returns.returns_status import MonthStatus, SentFile, UnitStatus


class ReturnsHands(Protocol):
    """What the verbs ask of the dialog."""

    @property
    def state(self) -> MonthStatus:
        """The month shown."""

    @property
    def unit(self) -> UnitStatus | None:
        """The chosen unit."""

    @property
    def file(self) -> SentFile | None:
        """The chosen file of the unit."""

    def copy_one(self) -> None:
        """Copy the chase text of the chosen unit."""

    def copy_all(self) -> None:
        """Copy the chase text of all that owe."""

    def note_nil(self) -> None:
        """Note that the chosen unit has nothing to report."""

    def make_template(self) -> None:
        """Make the blank return of the chosen unit."""

    def make_templates(self) -> None:
        """Make a blank return for every unit that owes one."""

    def correct_received(self) -> None:
        """Correct the day on which the chosen file came."""

    def open_batch(self) -> None:
        """Show the chosen file in the list of imports."""

    def export(self) -> None:
        """Write the list as a workbook."""

    def may_rule(self) -> DeskError | None:
        """Why the rules cannot be changed by whoever sits here; None when they can."""

    def change_rules(self) -> None:
        """Change who owes a return."""

    def show_reasons(self) -> None:
        """List the grey verbs with their reasons."""

    def move_region(self) -> None:
        """Move the focus to the other table."""


class ReturnsVerbs(QObject):
    """The verbs over the chosen unit and file; ``busy`` is set while files are being written."""

    def __init__(self, hands: ReturnsHands, parent: QObject) -> None:
        super().__init__(parent)
        self._hands = hands
        self.busy = False

    def verbs(self) -> Sequence[Verb]:
        """Everything in the dialog, most important first."""
        return (*self._unit_verbs(), *self._list_verbs(), *self._file_verbs(), *self._rare_verbs())

    def _unit_verbs(self) -> Sequence[Verb]:
        hands = self._hands
        every, one = self.tr("Copy reminder to all"), self.tr("Copy reminder")
        nil, blank = self.tr("Nothing to report"), self.tr("Make template…")
        copy, first = Glyph.COPY, Weight.PRIMARY
        return (
            Verb("chase_all", every, copy, hands.copy_all, "Ctrl+Shift+A", self.check_owed, first),
            Verb("chase_one", one, copy, hands.copy_one, "Ctrl+Shift+C", self.check_owes),
            Verb("nil", nil, Glyph.CHECKMARK, hands.note_nil, "Ctrl+0", self.check_silent),
            Verb("template", blank, Glyph.TABLE_SIMPLE, hands.make_template, "Ctrl+T", self.check_unit),
        )

    def _list_verbs(self) -> Sequence[Verb]:
        hands, glyph = self._hands, Glyph.TABLE
        blanks, out = self.tr("Templates for all…"), self.tr("Export…")
        return (
            Verb("templates", blanks, glyph, hands.make_templates, "Ctrl+Shift+T", self.check_units),
            Verb("export", out, Glyph.ARROW_EXPORT, hands.export, "Ctrl+E", self.check_idle),
        )

    def _file_verbs(self) -> Sequence[Verb]:
        hands = self._hands
        batch, came = self.tr("Show the import"), self.tr("Day of receipt…")
        return (
            Verb("open_batch", batch, Glyph.HISTORY, hands.open_batch, "Ctrl+O", self.check_file),
            Verb("received", came, Glyph.CALENDAR_LTR, hands.correct_received, "F2", self.check_file),
        )

    def _rare_verbs(self) -> Sequence[Verb]:
        hands, rare = self._hands, Weight.RARE
        rules, why = self.tr("Who owes, until when…"), self.tr("Why is it grey")
        return (
            Verb("rules", rules, Glyph.SETTINGS, hands.change_rules, "Ctrl+Shift+R", hands.may_rule, rare),
            Verb("next_region", self.tr("Next region"), None, hands.move_region, "F6", weight=rare),
            Verb("returns_reasons", why, None, hands.show_reasons, "Alt+/", weight=rare),
        )

    def check_idle(self) -> DeskError | None:
        """No files are being written."""
        return StillWritingError() if self.busy else None

    def check_unit(self) -> DeskError | None:
        """A unit is chosen."""
        return self._unchosen() or self.check_idle()

    def check_units(self) -> DeskError | None:
        """Some unit owes returns."""
        return self.check_idle() if self._hands.state.units else NothingOwedError()

    def check_owed(self) -> DeskError | None:
        """Something is still to come for the month."""
        return None if self._hands.state.owed else NothingOwedError()

    def check_owes(self) -> DeskError | None:
        """Something is still to come of the chosen unit."""
        one = self._hands.unit
        owes = one is not None and one.unit in self._hands.state.owed
        return self._unchosen() or (None if owes else NothingOwedError())

    def check_silent(self) -> DeskError | None:
        """Nothing has come of the chosen unit."""
        one = self._hands.unit
        return self._unchosen() or (AlreadySentError() if one is not None and one.files else None)

    def check_file(self) -> DeskError | None:
        """A file is chosen."""
        return None if self._hands.file is not None else NothingChosenError(what=self.tr("a file"))

    def _unchosen(self) -> DeskError | None:
        return None if self._hands.unit is not None else NothingChosenError(what=self.tr("a unit"))
