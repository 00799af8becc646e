"""Who has sent 报送情况: what can be done about the units of a month and their files."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.answers import ReasonsDialog
from ui.dialogs.form import form_of_now
from ui.dialogs.returns.acts import ReturnsActs
from ui.dialogs.returns.files import ReturnsFiles
from ui.dialogs.returns.forms import ReceivedForm, RulesForm
from ui.dialogs.returns.verbs import ReturnsVerbs
from ui.dialogs.returns.view import ReturnsView
from ui.widgets.focus import holds_focus
from ui.widgets.verbs import VerbSet
from ui.widgets.window_size import usual_size
from xcdesk.errors import DeskError
from xcdesk.services.record import permissions
from xcdesk.services.record.permissions import Permission
from xcdesk.services.returns import chasing, returns_rules, returns_status
from xcdesk.services.returns.returns_rules import ReturnsRules
from xcdesk.services.returns.returns_status import SentFile
from xcdesk.services.roster import units


class ReturnsDialog(ReturnsView):
    """Does not keep the main window from being used; hears what is imported meanwhile."""

    batch_asked = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._acts = desk, ReturnsActs(desk)
        self.writer = ReturnsFiles(desk, self.progress, self)
        self.control = ReturnsVerbs(self, self)
        self.verbs = VerbSet(self.control.verbs(), self)
        self.build(self.verbs)
        self._connect()
        usual_size(self, 1160, 690)
        desk.preferences.restore_geometry("returns", self)
        self.reload()
        self.table.setFocus()

    def copy_one(self) -> None:
        """Copy the chase text of the chosen unit."""
        if self.unit is not None:
            self._copy(chasing.chase_text(self.state, [self.unit]))

    def copy_all(self) -> None:
        """Copy the chase text of all that owe."""
        self._copy(chasing.chase_text(self.state))

    def note_nil(self) -> None:
        """Note that the chosen unit has nothing to report."""
        if self.unit is not None:
            self.say(self._acts.note_nil(self.unit.unit, self.state.month))

    def make_template(self) -> None:
        """Make the blank return of the chosen unit."""
        if self.unit is not None:
            self.writer.make_template(self.unit.unit, self.state.month)

    def make_templates(self) -> None:
        """Make a blank return for every unit that owes one."""
        self.writer.make_templates([one.unit for one in self.state.units], self.state.month)
        self._refresh()

    def correct_received(self) -> None:
        """Ask on which day the chosen file came."""
        file = self.file
        if file is None:
            return
        form = self._received_form(file)
        form.finished.connect(form.deleteLater)
        form.open()

    def _received_form(self, file: SentFile) -> ReceivedForm:
        made = ReceivedForm(file, lambda day: self.say(self._acts.set_received(file, day)), self)
        made.of_row("import_batch", file.batch, partial(self._received_again, file.batch))
        return made

    def _received_again(self, batch: int) -> ReceivedForm | None:
        """The form of a file as it is by now; None where it is gone."""
        files = (file for unit in returns_status.status(self.state.month).units for file in unit.files)
        found = next((file for file in files if file.batch == batch), None)
        return None if found is None else self._received_form(found)

    def open_batch(self) -> None:
        """Show the chosen file in the list of imports."""
        if self.file is not None:
            self.batch_asked.emit(self.file.batch)

    def export(self) -> None:
        """Write the list as a workbook."""
        self.writer.export(self.state)

    def may_rule(self) -> DeskError | None:
        """Rules for returns are not everybody's."""
        return permissions.refusal(self._desk.actor, Permission.QUOTAS)

    def change_rules(self) -> None:
        """Show who owes a return and until when, and save what is changed."""

        def make(before: ReturnsRules) -> RulesForm:
            def save(typed: ReturnsRules) -> None:
                self.say(self._acts.save_rules(before, typed))

            return RulesForm(before, units.units(), save, self)

        form = form_of_now("setting.returns", make, returns_rules.load)
        form.finished.connect(form.deleteLater)
        form.open()

    def show_reasons(self) -> None:
        """List the grey verbs with their reasons."""
        ReasonsDialog(self.verbs.refused(), self).open()

    def move_region(self) -> None:
        """Move the focus between the two tables."""
        (self.table if holds_focus(self.below) else self.below).setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def done(self, result: int) -> None:
        """Close; the month shown stays."""
        self._desk.preferences.save_geometry("returns", self)
        super().done(result)

    def _connect(self) -> None:
        self.chosen.connect(self._refresh)
        self.writer.said.connect(self.say)
        self.writer.refused.connect(self.show_notice)
        self.writer.ended.connect(self._refresh)
        self.table.offer([self.verbs.action(name) for name in ("chase_one", "nil", "template")])
        self.below.offer([self.verbs.action(name) for name in ("open_batch", "received")])
        self.below.activated.connect(self.open_batch)
        self._desk.changes.changed.connect(self._hear)

    def _copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self.say(self.tr("The reminder is on the clipboard; paste it into a message."))

    def _refresh(self) -> None:
        self.control.busy = self.writer.busy
        self.verbs.refresh()

    def _hear(self, areas: frozenset[Area]) -> None:
        if areas & {Area.IMPORTS, Area.SETTINGS, Area.ROSTER}:
            self.reload()
