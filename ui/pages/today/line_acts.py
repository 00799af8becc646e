"""What the lines of Today do: phone, log, remind, resolve, pin, open the place."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from ui.dialogs.call_form import Owed
from ui.dialogs.form import FormDialog
from ui.pages.call_acts import MatterActs
from ui.pages.calling import open_call
from ui.pages.coverage.acts import CoverageActs
from ui.pages.page import Page
from ui.pages.today.duties import Deed, Duty
from ui.pages.today.elsewhere import matter_title, reminder
from xcdesk import clock
from xcdesk.services.due import matters
from xcdesk.services.due.matters import MatterRow
from xcdesk.services.office import people
from xcdesk.services.roster.outlets import OutletRow

F = TypeVar("F", bound=FormDialog)


class LineActs(QObject):
    """Works on a line of the page ``page``; ``back_up`` takes a backup."""

    place_asked = Signal(object)  # Duty

    def __init__(self, page: Page, back_up: Callable[[], object]) -> None:
        super().__init__(page)
        self._page = page
        self._items, self._matters = CoverageActs(page), MatterActs(page)
        self._deeds: Mapping[Deed, Callable[[Duty], object]] = {
            Deed.BACK_UP: lambda _duty: back_up(),
            Deed.CALL: self.call,
            Deed.CHASE: self.place_asked.emit,
            Deed.LOG: lambda duty: self.log(duty.outlet),
            Deed.LOOK: self.place_asked.emit,
            Deed.REMIND: lambda duty: self.remind([duty]),
            Deed.RESOLVE: self.resolve,
            Deed.SET_UP: self.place_asked.emit,
            Deed.SIGN: self.place_asked.emit,
        }

    def do(self, duty: Duty) -> None:
        """Do what stands at the end of a line."""
        self._deeds[duty.deed](duty)

    def call(self, duty: Duty) -> None:
        """Show whom to phone, and note the answer."""
        if duty.outlet is not None:
            owed = Owed(duty.outlet, clock.today(), duty.owed)
            open_call(self._page, owed, partial(self.log, duty.outlet))

    def log(self, outlet: OutletRow | None) -> None:
        """Open the form of a report, for an outlet if one is meant."""
        from ui.dialogs.log_item import new_item_form  # start-up time
        from ui.pages.coverage.item_choices import item_choices

        dialog = new_item_form(item_choices(), self._items.log, self._page.window())
        if outlet is not None:
            dialog.start_with(outlet.name, clock.today())
        self._open(dialog)

    def remind(self, found: Sequence[Duty]) -> None:
        """Put a text for those who owe on the clipboard."""
        QGuiApplication.clipboard().setText(reminder(found))
        self._page.said.emit(self.tr("The reminder is on the clipboard; paste it into a message."))

    def pin(self) -> None:
        """Ask for something that is to stay in sight."""
        from ui.dialogs.matter_form import MatterForm  # start-up time

        self._open(MatterForm(None, people.actors(), self._matters.pin, self._page.window()))

    def edit(self, duty: Duty) -> None:
        """Give an open matter an owner and a day."""
        from ui.dialogs.matter_form import MatterForm  # start-up time

        def make(row: MatterRow) -> MatterForm:
            return MatterForm(row, people.actors(), partial(self._matters.change, row), self._page.window())

        if duty.matter is not None:
            self._open(_form_of(duty.matter, make))

    def resolve(self, duty: Duty) -> None:
        """Ask how an open matter was resolved."""
        from ui.dialogs.matter_form import ResolveForm  # start-up time

        def make(row: MatterRow) -> ResolveForm:
            return ResolveForm(matter_title(row), partial(self._matters.resolve, row), self._page.window())

        if duty.matter is not None:
            self._open(_form_of(duty.matter, make))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _form_of(row: MatterRow, make: Callable[[MatterRow], F]) -> F:
    """The form of a matter; if somebody else saves it first, ``make`` makes it of what it is then."""
    made = make(row)

    def again() -> FormDialog | None:
        there = matters.now(row, clock.today())
        return None if there is None else _form_of(there, make)

    # what no person has touched has no number: whoever touches it first gives it one
    source = "" if row.symptom is None else row.symptom.source
    made.of_row(f"matter {source}", 0 if source else row.id, again)
    return made
