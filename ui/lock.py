"""The lock: windows go out of sight with all that stands in them, until their owner is back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget
from shiboken6 import isValid
from typing_extensions import override

from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.form import FormDialog, Question
from ui.errors import show_error
from ui.idle import IdleWatch
from ui.messages import sentence
from ui.refusals import NothingToLockError
from ui.tasks import TaskRunner
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.banner import GlyphBox
from ui.widgets.buttons import Kind, button
from ui.widgets.fields import secret_field
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.window_size import usual_size
from xcdesk import store
from xcdesk.errors import DeskError
from xcdesk.services.accounts import secrets
from xcdesk.services.office import office_settings
from xcdesk.services.record.actor import Actor

_MINUTE = 60_000


class Lock(QObject):
    """Locks one sitting by a verb, or by itself when nobody has touched it for as long as the office says."""

    left = Signal()  # somebody else wants to sit down

    def __init__(self, desk: Desk, unsaved: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._unsaved = desk, unsaved
        self._hidden: list[QWidget] = []
        self._focus: QWidget | None = None
        self._dialog: LockDialog | None = None
        self._idle = IdleWatch(self)
        self._idle.left_alone.connect(self.lock)
        desk.changes.changed.connect(self._hear)

    @property
    def dialog(self) -> "LockDialog | None":
        """What stands on the screen while it is locked."""
        return self._dialog

    def begin(self) -> None:
        """Count from now on, where whoever sits here has a password and the office wants it."""
        minutes = office_settings.load().lock_minutes if self.refusal() is None else 0
        self._idle.watch(minutes * _MINUTE)

    def refusal(self) -> DeskError | None:
        """Why this sitting cannot be locked; None when it can."""
        return None if secrets.standing(self._desk.actor).has_password else NothingToLockError()

    def lock(self) -> None:
        """Hide everything, keep what was typed and where the focus was, and ask for the owner."""
        if self._dialog is not None or self.refusal() is not None:
            return
        self._focus = QApplication.focusWidget()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        QToolTip.hideText()
        self._hidden = [window for window in QApplication.topLevelWidgets() if _shows(window)]
        half_done = any(isinstance(window, FormDialog) for window in self._hidden)
        self._dialog = LockDialog(self._desk.actor, unsaved=half_done or self._unsaved())
        self._dialog.opened.connect(self._open)
        self._dialog.left.connect(self._leave)
        self._dialog.show()
        for window in self._hidden:
            window.hide()
        self._dialog.activateWindow()

    def _open(self) -> None:
        for window in filter(isValid, self._hidden):  # a task may have ended and thrown its dialog away
            window.show()
        self._end()
        if self._focus is not None and isValid(self._focus):
            self._focus.activateWindow()
            self._focus.setFocus()
        self.begin()

    def _leave(self) -> None:
        """Somebody else: the window of this sitting is closed behind the lock by whoever hears this."""
        self.left.emit()
        self._end()

    def _end(self) -> None:
        dialog, self._dialog = self._dialog, None
        self._hidden = []
        if dialog is not None:
            dialog.done(0)
            dialog.deleteLater()

    def _hear(self, areas: frozenset[Area]) -> None:
        if Area.SETTINGS in areas and self._dialog is None:
            self.begin()


def _shows(window: QWidget) -> bool:
    """Whether somebody would read something in it; what hangs on the pointer is gone already."""
    return window.isVisible() and window.windowType() != Qt.WindowType.ToolTip


class LockDialog(QDialog):
    """Alone on the screen: the name of who sits here, and a field for his PIN or password."""

    help_topic = "accounts#lock"
    opened = Signal()
    left = Signal()

    def __init__(self, actor: Actor, *, unsaved: bool) -> None:
        super().__init__()
        self._actor = actor
        self._runner = TaskRunner(store.connection, self, threads=1)
        self.setWindowTitle(self.tr("Locked"))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        who = f"{actor.name}  {actor.post}".strip()
        has_pin = secrets.standing(actor).has_pin
        name = self.tr("PIN or password") if has_pin else self.tr("Password")
        self.secret = secret_field()
        self.secret.setAccessibleName(name)
        word = label(name)
        word.setBuddy(self.secret)
        self.problem = label("", Role.CAPTION, "bad", wrap=True)
        self.problem.hide()
        self.unlock = button(self.tr("Unlock"), None, Kind.PRIMARY, self.accept)
        self.unlock.setDefault(True)
        self.other = button(self.tr("Somebody else…"), None, Kind.NORMAL, self._ask_to_leave)
        self._unsaved = unsaved
        note = self.tr("Everything is as you left it.")
        head = across(GlyphBox(Glyph.PEOPLE, "accent_text"), label(self.windowTitle(), Role.TITLE), None)
        self.setLayout(
            down(
                head,
                label(who, Role.HEADING),
                label(note, tone="second", wrap=True),
                down(word, self.secret, self.problem, gap=Space.XS),
                None,
                across(None, self.other, self.unlock),
                margins=Space.XL,
                gap=Space.M,
            )
        )
        usual_size(self, 460, 300)
        self.secret.setFocus()

    @override
    def accept(self) -> None:
        """Open, if it is the owner; that takes a moment to be found out, off this thread."""
        if not self.secret.isEnabled():
            return
        typed = self.secret.text()
        task = self._runner.create(lambda _: secrets.prove(self._actor, typed, pin_will_do=True))
        task.succeeded.connect(self._prove)
        task.failed.connect(self._refuse)
        self._wait(waiting=True)
        self._runner.start(task)

    def _prove(self) -> None:
        self._wait(waiting=False)
        self.opened.emit()

    def _refuse(self, error: BaseException) -> None:
        self._wait(waiting=False)
        refusal = store.refusal_of(error)
        if refusal is None:
            show_error(self, error)
        else:
            self.problem.setText(f"■ {sentence(refusal)}")
            self.problem.show()
        self.secret.selectAll()
        self.secret.setFocus()

    def _wait(self, *, waiting: bool) -> None:
        if waiting:
            self.setFocus()  # or Enter would press the button that is left
        for part in (self.secret, self.unlock, self.other):
            part.setEnabled(not waiting)

    def _ask_to_leave(self) -> None:
        """Nobody's half-written text keeps the others from the desk; the question says what becomes of it."""
        if not self._unsaved:
            self.left.emit()
            return
        words = self.tr(
            "{name} has not saved everything. A draft is kept and can be gone on with at the next sign-in; "
            "a form that was not finished is lost."
        )
        question = Question(
            words.format(name=self._actor.name), self.tr("Somebody else"), self.tr("Leave it locked"), self
        )
        question.agreed.connect(self.left)
        question.finished.connect(question.deleteLater)
        question.open()

    @override
    def reject(self) -> None:
        """Neither Esc nor the cross of the window opens it."""
