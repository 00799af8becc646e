"""Several people at once: pasted from a list, shown as understood, each let in with a first password."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from ui import format as shown
from ui.messages import sentence, text
from ui.tablemodels.records import Column, RecordsModel, Shown
from ui.tasks import Task, TaskRunner
from ui.theme import theme
from ui.theme.tokens import Role, Space, State
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import caption, label
from ui.widgets.layouts import across, down
from ui.widgets.notice import Notice
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.record_list import RecordList
from ui.widgets.window_size import usual_size
from xcdesk.errors import DeskError
from xcdesk.progress import Operation
from xcdesk.services.accounts import joining
from xcdesk.services.accounts.joining import Joined, Joining
from xcdesk.services.accounts.keeping import Particulars

_LINES = 5
_WHY = 4


class PastedPeople(QDialog):
    """``join`` opens the accounts on a thread; ``done`` is handed the passwords when the dialog is closed."""

    help_topic = "accounts#several"

    def __init__(
        self,
        runner: TaskRunner,
        join: Callable[[Sequence[Particulars], Operation], tuple[Joined, ...]],
        done: Callable[[tuple[Joined, ...]], object],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        title = self.tr("Add people from a list")
        self.setWindowTitle(title)
        self._runner, self._join, self._done = runner, join, done
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(_LINES * theme.line_height() + 22)
        self.field.setPlaceholderText(
            self.tr("Name, post, role: one person a line, or cells copied from Excel")
        )
        self.field.setAccessibleName(self.tr("List of people"))
        self.model = RecordsModel[Joining](self._columns(), self)
        self.listing = RecordList(
            title, self.model, [column.width for column in self.model.columns], stretch=_WHY
        )
        self.notice, self.strip = Notice(), ProgressStrip()
        self.act_button = button("", None, Kind.PRIMARY, self._begin)
        self.cancel_button = button(self.tr("Cancel"), None, Kind.NORMAL, self.reject)
        self._lay_out(title)
        usual_size(self, 860, 600)
        self.field.textChanged.connect(self._show)
        self._show()
        self.field.setFocus()

    def _lay_out(self, title: str) -> None:
        words = self.tr(
            "Whoever has no role in the list is a clerk. First passwords are made up and shown once; "
            "each person chooses one of his own at the first start."
        )
        column = down(
            label(title, Role.TITLE),
            label(words, tone="second", wrap=True),
            self.strip,
            self.notice,
            self.field,
            margins=Space.L,
            gap=Space.M,
        )
        column.addWidget(self.listing, 1)
        column.addLayout(across(None, self.cancel_button, self.act_button))
        self.setLayout(column)

    def _show(self) -> None:
        rows = joining.understood(self.field.toPlainText())
        self.model.show_rows(rows)
        self.listing.show_table()
        self._people = [row.told for row in rows if row.refusal is None]
        verb = self.tr("Add {count}").format(count=shown.count(len(self._people), "people"))
        self.act_button.setText(caption(verb))
        self.act_button.setShortcut("Ctrl+Return")  # a new text takes it away
        self.act_button.setEnabled(bool(self._people))

    def _begin(self) -> None:
        people = tuple(self._people)

        task: Task = self._runner.create(lambda operation: self._join(people, operation))
        task.succeeded.connect(self._finish)
        task.failed.connect(self._refuse)
        task.cancelled.connect(self._show)
        self.act_button.setEnabled(False)
        self.strip.watch(task, self.tr("Opening the accounts…"))
        self._runner.start(task)

    def _finish(self, joined: tuple[Joined, ...]) -> None:
        self.accept()
        self._done(joined)

    def _refuse(self, error: BaseException) -> None:
        self.act_button.setEnabled(True)
        if not isinstance(error, DeskError):
            raise error
        self.notice.refuse(self.tr("Not done"), error)

    def _columns(self) -> Sequence[Column[Joining]]:
        return (
            Column(self.tr("Name"), 130, lambda row: Shown(row.told.name)),
            Column(self.tr("Post"), 160, lambda row: Shown(row.told.post)),
            Column(self.tr("Role"), 110, lambda row: Shown(text(f"role.{row.told.role.value}"))),
            Column(self.tr("Login"), 110, lambda row: Shown(row.told.login)),
            Column(self.tr("What becomes of it"), 260, self._fate),
        )

    def _fate(self, row: Joining) -> Shown:
        if row.refusal is not None:
            return Shown(sentence(row.refusal), State.WRONG)
        return Shown(self.tr("is added"), State.NEW)
