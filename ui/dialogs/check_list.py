"""The quarterly check of contacts, worked through by one key: verified, or corrected and verified."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import format as shown
from ui.desk import Desk
from ui.dialogs.list_dialog import ListDialog
from ui.dialogs.tenure_forms import CheckForm
from ui.messages import text
from ui.tablemodels.records import Column, Shown
from ui.tablemodels.roster_columns import room
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, State
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.verbs import Verb, Weight
from ui.widgets.window_size import usual_size
from xcdesk.codes import ContactRole
from xcdesk.services.roster import roster_check
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.roster.roster_check import CheckRow
from xcdesk.services.roster.tenure_changes import TenureChange
from xcdesk.services.roster.tenures import TenureRow

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CheckHands:
    """What the list writes with, each with its way back, and how it is printed."""

    verify: Callable[[OutletRow], object]
    correct: Callable[[OutletRow, Mapping[TenureRow, TenureChange]], object]
    print_list: Callable[[], object]


class CheckListDialog(ListDialog):
    """Outlets of the quarter in the order of the roster; F8 marks one verified and goes on to the next."""

    help_topic = "roster#verify"

    def __init__(self, desk: Desk, hands: CheckHands, parent: QWidget | None) -> None:
        title = translate("CheckListDialog", "Quarterly check of contacts")
        super().__init__(desk, title, _columns(), parent, stretch=1)
        self._hands = hands
        self.summary = label("", Role.CAPTION, "muted", wrap=True)
        primary, verify, correct = Weight.PRIMARY, self.tr("Mark verified"), self.tr("Correct and verify…")
        verbs = (
            Verb("verified", verify, Glyph.CHECKMARK, self._verify, "F8", self.chosen, primary),
            Verb("corrected", correct, Glyph.EDIT, self._correct, "F2", self.chosen),
            Verb("print", self.tr("Print the list…"), Glyph.PRINT, hands.print_list, "Ctrl+P"),
        )
        self.finish(verbs, (self.summary,))
        self.listing.opened.connect(self._correct)
        usual_size(self, 1040, 520)

    @override
    def reload(self) -> None:
        before = self.row()
        found = roster_check.check_list()
        words = self.tr(
            "{since} to {until}: {done} of {total} verified. Call, then press F8; F2 if a number is wrong."
        )
        self.summary.setText(
            words.format(
                since=shown.day(found.since),
                until=shown.day(found.until),
                done=len(found.rows) - len(found.left),
                total=len(found.rows),
            )
        )
        empty = self.tr("Outlets whose contacts the office keeps will stand here.")
        state = EmptyState(Glyph.CONTACT_CARD, self.tr("Nothing to verify"), empty)
        self.show_rows(found.rows, _next(found.rows, before), state)

    def _verify(self) -> None:
        row = self.row()
        if row is not None:
            self.attempt(lambda: self._hands.verify(row.outlet))

    def _correct(self) -> None:
        row = self.row()
        if row is not None:
            self.open_form(self._form_of(row))

    def _form_of(self, row: CheckRow) -> CheckForm:
        made = CheckForm(row, partial(self._hands.correct, row.outlet), self)
        made.of_row("outlet", row.outlet.id, partial(self._form_again, row.outlet.id))
        return made

    def _form_again(self, outlet: int) -> CheckForm | None:
        """The form of an outlet as it is by now; None where it is not to be checked any more."""
        found = next((row for row in roster_check.check_list().rows if row.outlet.id == outlet), None)
        return None if found is None else self._form_of(found)


def _next(rows: Sequence[CheckRow], before: CheckRow | None) -> int:
    """Place of the row to choose: the same while it is to be verified, else the next one that is."""
    ids = [row.outlet.id for row in rows]
    start = ids.index(before.outlet.id) if before is not None and before.outlet.id in ids else 0
    order = [*range(start, len(rows)), *range(start)]
    return next((at for at in order if not rows[at].done), start)


def _holder(role: ContactRole, row: CheckRow) -> TenureRow | None:
    return next((one for one in row.people if one.role == role), None)


def _name(role: ContactRole, row: CheckRow) -> Shown:
    held = _holder(role, row)
    if held is None and row.outlet.owes:
        return Shown(text(f"gap.{role.value}"), State.LATE)
    return Shown("" if held is None else held.name)


def _phone(role: ContactRole, row: CheckRow) -> Shown:
    held = _holder(role, row)
    return Shown("" if held is None else held.phone)


def _columns() -> Sequence[Column[CheckRow]]:
    def before(row: CheckRow) -> Shown:
        day = row.outlet.verified_on
        return Shown(translate("roster", "never") if day is None else shown.day(day))

    def state(row: CheckRow) -> Shown:
        if row.done:
            return Shown(translate("CheckListDialog", "Verified"), State.DONE)
        return Shown(translate("CheckListDialog", "To verify"), State.SOON)

    leader, liaison = ContactRole.LEADER, ContactRole.LIAISON
    gaps = {role: room(124, text(f"gap.{role.value}")) for role in (leader, liaison)}
    return (
        Column(translate("CheckListDialog", "State"), 104, state),
        Column(translate("roster", "Outlet"), 160, lambda row: Shown(row.outlet.name)),
        Column(translate("roster", "Leader"), gaps[leader], partial(_name, leader)),
        Column(translate("CheckListDialog", "Telephone"), 130, partial(_phone, leader)),
        Column(translate("roster", "Liaison"), gaps[liaison], partial(_name, liaison)),
        Column(translate("CheckListDialog", "Telephone"), 130, partial(_phone, liaison)),
        Column(translate("roster", "Verified on"), 110, before),
    )
