"""What a form that came back says of its text, looked at before it is taken in."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.task_form import TaskForm
from ui.messages import text
from ui.tablemodels.records import Column, RecordsModel, Shown
from ui.tasks import Work
from ui.theme import theme
from ui.widgets.fields import DayField, text_field
from ui.widgets.labels import label
from ui.widgets.record_list import RecordList
from ui.widgets.window_size import least_width
from xcdesk import clock
from xcdesk.consulting import Read
from xcdesk.services.approvals import consult_forms
from xcdesk.services.approvals.consult_forms import Reply
from xcdesk.services.approvals.consult_lines import Found
from xcdesk.services.record.actor import Actor

translate = QCoreApplication.translate
_LINES = 8


class ReplyForm(TaskForm):
    """Lists every change and remark; taken in, each stands as a comment at its passage."""

    help_topic = "approvals#outside"

    def __init__(self, actor: Actor, read: Read, parent: QWidget | None) -> None:
        count = len(read.found)
        name = text("consult_form.name", year=read.form.year, number=read.form.number)
        super().__init__(
            translate("ReplyForm", "Reply to {name}").format(name=name),
            translate("ReplyForm", "Take in {count} comment(s)").format(count=count),
            self._take_in,
            parent,
        )
        self._actor, self._read = actor, read
        self.respondent = text_field(read.reply.respondent or read.form.receiver, 40)
        self.day = DayField(clock.today())
        opinion = read.reply.opinion or self.tr("nothing")
        self.add("respondent", self.tr("Answered by"), self.respondent)
        self.add("replied_on", self.tr("Day of the answer"), self.day)
        self.add("reply", self.tr("Opinion on the whole"), label(opinion, wrap=True))
        self._list(read.found)
        least_width(self, 760)
        self.respondent.setFocus()

    def _list(self, found: Sequence[Found]) -> None:
        name = self.tr("Changes and remarks")
        if not found:
            self.add("found", name, label(self.tr("The text came back as it was sent."), wrap=True))
            return
        columns = _columns()
        model: RecordsModel[Found] = RecordsModel(columns)
        listing = RecordList(name, model, [column.width for column in columns], stretch=2)
        model.setParent(listing)
        model.show_rows(found)
        listing.show_table()
        listing.setMinimumHeight(min(len(found) + 1, _LINES) * theme.row_height() + theme.row_height())
        self.add("found", name, listing)

    def _take_in(self) -> Work:
        kept = self._read.reply
        reply = Reply(self.respondent.text(), kept.opinion, kept.lines, kept.file)
        day = self.day.day()
        return lambda operation: consult_forms.take_in(
            self._actor, self._read.form, reply, on=day, operation=operation
        )


def _columns() -> Sequence[Column[Found]]:
    words = translate("ReplyForm", "What it should be, or a remark")
    return (
        Column(translate("ReplyForm", "Line"), 60, lambda each: Shown(str(each.number))),
        Column(translate("ReplyForm", "Passage"), 260, lambda each: Shown(each.quote)),
        Column(words, 320, lambda each: Shown(consult_forms.words_of(each))),
    )
