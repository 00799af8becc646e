"""Who sits at this desk: chosen from the list of active people, and proved where they have passwords."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from ui.dialogs.secret_forms import PasswordForm, RecoverForm
from ui.errors import show_error
from ui.file_check import FileCheck
from ui.messages import sentence
from ui.tasks import TaskRunner
from ui.theme import theme
from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.fields import secret_field
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.window_size import usual_size
from xcdesk import store
from xcdesk.errors import DeskError
from xcdesk.normalise import in_order
from xcdesk.services.accounts import recovery, secrets
from xcdesk.services.record.actor import Actor


class SignInDialog(QDialog):
    """Lists everybody who may sign in; what is done afterwards is recorded in the chosen name."""

    help_topic = "accounts#sign-in"
    signed_in = Signal(object)  # Actor
    given_up = Signal()  # nobody

    def __init__(self, actors: Sequence[Actor], last: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actors = tuple(actors)
        self._looking = self._looked = self._pending = self._proving = False
        self._runner = TaskRunner(store.connection, self)
        self.setWindowTitle(self.tr("Who sits here"))
        self._build()
        ids = [actor.id for actor in self._actors]
        self.people.setCurrentRow(ids.index(last) if last in ids else 0)
        self.people.currentRowChanged.connect(self._show_chosen)
        self._show_chosen()
        usual_size(self, 460, 460)

    def chosen(self) -> Actor:
        """The person whose row is the current one."""
        return self._actors[self.people.currentRow()]

    @override
    def accept(self) -> None:
        """Let the chosen person in, if he is it; a password takes a moment to be tried, off this thread."""
        if self._proving:
            return
        if self._looking:
            self._pending = True
            self.start.setEnabled(False)
            return
        actor, typed = self.chosen(), self.password.text()
        if not secrets.standing(actor).has_password:
            self._try(lambda: secrets.prove(actor, typed))
            return
        task = self._runner.create(lambda _: secrets.prove(actor, typed))
        task.succeeded.connect(self._proved)
        task.failed.connect(self._not_proved)
        self._wait(waiting=True)
        self._runner.start(task)

    @override
    def reject(self) -> None:
        """Say it before the window goes: the last one to go would end the program."""
        self._proving = False
        self._runner.shutdown()
        self.given_up.emit()
        super().reject()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows choose another person while the password is being typed, too."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or self._proving:
            super().keyPressEvent(event)
            return
        last = len(self._actors) - 1
        self.people.setCurrentRow(min(last, max(0, self.people.currentRow() + step)))

    def _build(self) -> None:
        self.people = QListWidget()
        self.people.setAccessibleName(self.windowTitle())
        for actor in self._actors:
            line = QListWidgetItem(in_order(f"{actor.name}  {actor.post}".strip()))
            line.setSizeHint(QSize(0, theme.line_height() + Space.M))
            self.people.addItem(line)
        self.people.itemActivated.connect(self.accept)
        self.password = secret_field()
        self.password.setAccessibleName(self.tr("Password"))
        self.password.returnPressed.connect(self.accept)
        self.problem = label("", Role.CAPTION, "bad", wrap=True)
        self.file = label("", Role.CAPTION, "muted")
        self.start = button(self.tr("Sign in"), None, Kind.PRIMARY, self.accept)
        self.forgot = button(self.tr("Forgot the password…"), None, Kind.LINK, self._recover)
        cancel = button(self.tr("Cancel"), None, Kind.NORMAL, self.reject)
        note = self.tr("Everything you enter and sign is recorded under this name.")
        self._word = label(self.tr("Password"))
        self._word.setBuddy(self.password)
        self.setLayout(
            down(
                label(self.windowTitle(), Role.TITLE),
                label(note, tone="second", wrap=True),
                self.people,
                down(self._word, self.password, self.problem, gap=Space.XS),
                across(self.forgot, None, self.file, cancel, self.start),
                margins=Space.L,
                gap=Space.M,
            )
        )

    def _show_chosen(self) -> None:
        """Ask for a password where the chosen person has one."""
        asked = secrets.standing(self.chosen()).has_password
        self.password.clear()
        self.password.setEnabled(asked)
        self.password.setPlaceholderText("" if asked else self.tr("This account has no password"))
        self.forgot.setVisible(asked)
        if asked:
            self._look_through()
        self._say("")
        if not self.people.hasFocus():
            (self.password if asked else self.people).setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_through(self) -> None:
        """A file is only read until it was looked through, and tries are counted in it: so that comes first.

        A damaged one is only read afterwards too, so that nothing can be signed in it.
        """
        if self._looked or not store.is_unchecked():
            return
        self._looking = self._looked = True
        self.forgot.setEnabled(False)
        check = FileCheck(self._runner, lambda _state, words: self.file.setText(words), self)
        check.passed.connect(self._looked_through)
        check.failed.connect(self._looked_through)
        check.begin()

    def _looked_through(self) -> None:
        self._looking = False
        self.file.setText("")
        self.start.setEnabled(True)
        self.forgot.setEnabled(True)
        if self._pending:
            self._pending = False
            self.accept()

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except DeskError as error:
            self._refuse(error)
        else:
            self._let_in()

    def _proved(self) -> None:
        if not self._proving:  # given up meanwhile
            return
        self._wait(waiting=False)
        if secrets.standing(self.chosen()).must_change:
            self._ask_for_own_password()
        else:
            self._let_in()

    def _not_proved(self, error: BaseException) -> None:
        if not self._proving:
            return
        self._wait(waiting=False)
        refusal = store.refusal_of(error)
        if refusal is None:
            show_error(self, error)
        else:
            self._refuse(refusal)

    def _wait(self, *, waiting: bool) -> None:
        """Nobody else is chosen and nothing typed while a password is tried; Esc gives up."""
        self._proving = waiting
        if waiting:
            self.setFocus()  # or Enter would press Cancel
        for part in (self.people, self.password, self.forgot, self.start):
            part.setEnabled(not waiting)

    def _refuse(self, error: DeskError) -> None:
        self._say(f"■ {sentence(error)}")
        self.password.setFocus()
        self.password.selectAll()

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _ask_for_own_password(self) -> None:
        form = PasswordForm(self.chosen(), self, proved=self.password.text())
        form.saved.connect(self._let_in)
        form.finished.connect(form.deleteLater)
        form.open()

    def _let_in(self) -> None:
        self._runner.shutdown()
        self.signed_in.emit(self.chosen())  # the next window first: the last one to go would end the program
        super().accept()

    def _recover(self) -> None:
        form = RecoverForm(self.chosen().name, partial(recovery.recover, self.chosen()), self)
        form.carried_out.connect(self._show_code)
        form.finished.connect(form.deleteLater)
        form.open()

    def _show_code(self, code: str) -> None:
        from ui.dialogs.recovery import RecoveryDialog  # start-up time

        dialog = RecoveryDialog(self.chosen(), code, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._let_in)
        dialog.open()
