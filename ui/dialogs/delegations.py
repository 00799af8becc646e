"""Who stands in for whom at review steps, and from when to when."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import format as shown
from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.form import FormDialog
from ui.dialogs.list_dialog import ListDialog
from ui.dialogs.material_forms import people_options
from ui.refusals import NothingChosenError
from ui.tablemodels.records import Column, Shown
from ui.theme.icons import Glyph
from ui.theme.tokens import State
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import DayField, PickBox, text_field
from ui.widgets.verbs import Verb, Weight
from ui.widgets.window_size import usual_size
from xcdesk import clock
from xcdesk.codes import Role
from xcdesk.errors import DeskError
from xcdesk.services import approvals
from xcdesk.services.approvals import DelegationRow, NewDelegation
from xcdesk.services.office import people
from xcdesk.services.record.actor import Actor


class DelegationForm(FormDialog):
    """Asks who is away, who stands in, and the days; the person at the desk is who is away unless changed."""

    help_topic = "approvals#steps"

    def __init__(self, actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Stand in for somebody"),
            self.tr("Enter"),
            lambda: approvals.delegate(actor, self.typed()),
            parent,
        )
        known = [each for each in people.actors() if each.role is not Role.ADMINISTRATOR]
        options = people_options(known)
        self.principal, self.delegate = PickBox(options), PickBox(options)
        self.principal.choose(str(actor.id))
        other = next((each for each in known if each.id != actor.id), None)
        self.delegate.choose(str(other.id) if other else "")
        self.since, self.until = DayField(clock.today()), DayField(clock.today())
        self.note = text_field(limit=200)
        self.add("principal", self.tr("Away"), self.principal)
        self.add("delegate", self.tr("Stands in"), self.delegate)
        self.add("since", self.tr("First day"), self.since)
        hint = self.tr("Nobody meets himself: whoever wrote a text cannot sign it for somebody else either.")
        self.add("until", self.tr("Last day"), self.until, hint)
        self.add("note", self.tr("Note"), self.note)

    def typed(self) -> NewDelegation:
        """What the form holds."""
        return NewDelegation(
            int(self.principal.key() or 0),
            int(self.delegate.key() or 0),
            self.since.day(),
            self.until.day(),
            self.note.text(),
        )


class DelegationsDialog(ListDialog):
    """Delegations in force and to come; those that ended are shown below them."""

    help_topic = "approvals#steps"
    watches = frozenset({Area.MATERIALS})

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(desk, self._title(), self._columns(), parent, stretch=5)
        self.finish(
            (
                Verb("add", self.tr("Enter…"), Glyph.ADD, self._add, "Ctrl+N", weight=Weight.PRIMARY),
                Verb("end", self.tr("End now"), Glyph.DISMISS, self._end, "Del", self._endable),
            )
        )
        usual_size(self, 860, 440)
        self.reload()

    @override
    def reload(self) -> None:
        words = self.tr("Whoever is away enters who signs for him, and on which days.")
        empty = EmptyState(Glyph.PEOPLE, self.tr("Nobody stands in for anybody"), words)
        rows = approvals.delegations(past=True)
        today = clock.today()
        self.show_rows(sorted(rows, key=lambda row: (row.until < today, row.since, row.id)), 0, empty)

    def _title(self) -> str:
        return self.tr("Delegations")

    def _columns(self) -> Sequence[Column[DelegationRow]]:
        return (
            Column(self.tr("Away"), 130, lambda row: Shown(row.principal)),
            Column(self.tr("Stands in"), 130, lambda row: Shown(row.delegate)),
            Column(self.tr("From"), 120, lambda row: Shown(shown.day(row.since))),
            Column(self.tr("Until"), 120, lambda row: Shown(shown.day(row.until))),
            Column(self.tr("State"), 110, self._state),
            Column(self.tr("Note"), 180, lambda row: Shown(row.note)),
        )

    def _state(self, row: DelegationRow) -> Shown:
        today = clock.today()
        if row.until < today:
            return Shown(self.tr("over"), State.NONE)
        if row.holds_on(today):
            return Shown(self.tr("in force"), State.IN_HAND)
        return Shown(self.tr("to come"), State.NOT_YET)

    def _add(self) -> None:
        form = DelegationForm(self.desk.actor, self)
        form.saved.connect(self._tell)
        self.open_form(form)

    def _end(self) -> None:
        row = self.row()
        if self.attempt(lambda: approvals.end_delegation(self.desk.actor, row.id, version=row.version)):
            self._tell()

    def _endable(self) -> DeskError | None:
        row = self.row()
        if row is None or row.until < clock.today():
            return NothingChosenError(what=self.tr("a delegation that still holds"))
        return None

    def _tell(self) -> None:
        self.desk.changes.tell(Area.MATERIALS)
        self.reload()
