"""What was asked outside about a text: numbered forms written, and what came back taken in."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from ui import format as shown
from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.consult_reply import ReplyForm
from ui.dialogs.form import FormDialog
from ui.dialogs.list_dialog import ListDialog
from ui.dialogs.material_forms import words_field
from ui.messages import text
from ui.refusals import NoReplyError
from ui.tablemodels.records import Column, Shown
from ui.tasks import Work
from ui.theme.icons import Glyph
from ui.theme.tokens import State
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import DayField, text_field
from ui.widgets.labels import label
from ui.widgets.verbs import Verb, Weight
from ui.widgets.window_size import least_width, usual_size
from xcdesk import clock, consulting
from xcdesk.consulting import Read
from xcdesk.errors import DeskError
from xcdesk.files import safe_name
from xcdesk.services.approvals import MaterialRow, consult_forms
from xcdesk.services.approvals.consult_forms import FormRow, NewForm
from xcdesk.services.approvals.refusals import AnsweredError
from xcdesk.services.office import workdays

translate = QCoreApplication.translate
_DAYS = 5


class ConsultFormsDialog(ListDialog):
    """The forms of one text, the latest first."""

    help_topic = "approvals#outside"
    watches = frozenset({Area.MATERIALS})

    def __init__(self, desk: Desk, material: MaterialRow, parent: QWidget | None) -> None:
        self._material = material
        title = translate("ConsultFormsDialog", "Consulting forms of “{title}”").format(title=material.title)
        super().__init__(desk, title, _columns(), parent, stretch=4)
        words = self.tr(
            "For somebody without an account: a numbered Word file that is filled in and comes back. What it "
            "changes stands as comments at its passages; nothing is decided by it."
        )
        self.finish(self._verbs(), (label(words, tone="second", wrap=True),))
        self.listing.opened.connect(partial(self.verbs.trigger, "reply"))
        usual_size(self, 980, 480)

    @override
    def reload(self) -> None:
        words = self.tr(
            "A form is written with its number, sent by whatever way, and read when it comes back."
        )
        empty = EmptyState(Glyph.SEND, self.tr("Nobody outside was asked yet"), words)
        rows, before = consult_forms.forms(self._material.id), self.row()
        at = next((at for at, row in enumerate(rows) if before is not None and row.id == before.id), 0)
        self.show_rows(rows, at, empty)

    def _verbs(self) -> Sequence[Verb]:
        return (
            Verb("new", self.tr("New form…"), Glyph.ADD, self._new, "Ctrl+N", weight=Weight.PRIMARY),
            Verb(
                "reply",
                self.tr("Take in the reply…"),
                Glyph.ARROW_IMPORT,
                self._reply,
                "Ctrl+I",
                self._awaited,
            ),
            Verb("save", self.tr("Save the form…"), Glyph.SAVE, self._save, "Ctrl+S", self.chosen),
            Verb("file", self.tr("Save the reply…"), Glyph.ARROW_EXPORT, self._file, "Ctrl+E", self._came),
        )

    def _new(self) -> None:
        made: list[FormRow] = []

        def send(new: NewForm) -> None:
            made.append(consult_forms.send(self.desk.actor, self._material.id, new))

        form = NewFormForm(self._material.title, send, self)
        form.saved.connect(lambda: self._sent(made[-1]))
        self.open_form(form)

    def _sent(self, row: FormRow) -> None:
        self.desk.changes.tell(Area.MATERIALS)
        self.listing.choose(0)
        self._write(row)

    def _save(self) -> None:
        self._write(self.row())

    def _write(self, row: FormRow) -> None:
        """Ask where the form goes, and write it; laying it out takes a moment."""
        name = consulting.file_name(row)
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the form"), safe_name(f"{name}.docx"), "Word (*.docx)"
        )
        if chosen:
            self._run(lambda _: consulting.write(row, Path(chosen)), lambda _: None)

    def _reply(self) -> None:
        row = self.row()
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("The form as it came back"), "", "Word (*.docx)"
        )
        if chosen:
            self._run(lambda _: consulting.read(Path(chosen), row), self._show_reply)

    def _show_reply(self, read: Read) -> None:
        form = ReplyForm(self.desk.actor, read, self)
        form.saved.connect(lambda: self.desk.changes.tell(Area.MATERIALS))
        self.open_form(form)

    def _file(self) -> None:
        row = self.row()
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the reply"), safe_name(row.label))
        if chosen:
            self.attempt(lambda: consult_forms.write_reply(row, Path(chosen)))

    def _awaited(self) -> DeskError | None:
        row = self.row()
        if row is not None and row.answered:
            return AnsweredError(number=row.number, who=row.taken_by)
        return self.chosen()

    def _came(self) -> DeskError | None:
        row = self.row()
        return NoReplyError() if row is not None and not row.answered else self.chosen()

    def _run(self, work: Work, done: Callable[..., object]) -> None:
        task = self.desk.runner.create(work)
        task.succeeded.connect(done)
        task.failed.connect(self.show_failure)
        self.notice.show_banner(None)
        self.desk.runner.start(task)


class NewFormForm(FormDialog):
    """Asks whom a text is sent to, with which question, and until when."""

    help_topic = "approvals#outside"

    def __init__(self, title: str, send: Callable[[NewForm], object], parent: QWidget | None) -> None:
        super().__init__(
            translate("NewFormForm", "Ask outside about “{title}”").format(title=title),
            translate("NewFormForm", "Give it a number"),
            lambda: send(self.typed()),
            parent,
        )
        self.receiver = text_field(limit=80)
        self.question = words_field()
        self.due = DayField(workdays.load().after(clock.today(), _DAYS))
        self.add(
            "receiver", self.tr("Asked"), self.receiver, self.tr("A unit or a person, as it is printed.")
        )
        self.add("question", self.tr("Question"), self.question, self.tr("May stay empty."))
        self.add("due", self.tr("Answer until"), self.due)
        least_width(self, 560)

    def typed(self) -> NewForm:
        """What the form holds."""
        return NewForm(self.receiver.text(), self.question.toPlainText(), self.due.day())


def _columns() -> Sequence[Column[FormRow]]:
    return (
        Column(translate("ConsultFormsDialog", "Number"), 130, lambda row: Shown(_number(row))),
        Column(translate("ConsultFormsDialog", "Asked"), 160, lambda row: Shown(row.receiver)),
        Column(translate("ConsultFormsDialog", "Sent"), 150, lambda row: Shown(shown.instant(row.made_at))),
        Column(translate("ConsultFormsDialog", "State"), 170, _state),
        Column(translate("ConsultFormsDialog", "Opinion on the whole"), 280, lambda row: Shown(row.reply)),
    )


def _number(row: FormRow) -> str:
    return text("consult_form.number", year=row.year, number=row.number)


def _state(row: FormRow) -> Shown:
    if row.replied_on is not None:
        words = translate("ConsultFormsDialog", "answered {day}").format(day=shown.day(row.replied_on))
        return Shown(words, State.DONE)
    if row.due is None:
        return Shown(translate("ConsultFormsDialog", "awaited"), State.IN_HAND)
    words = translate("ConsultFormsDialog", "awaited until {day}").format(day=shown.day(row.due))
    return Shown(words, State.LATE if row.is_late else State.IN_HAND)
