"""Forms whose save takes longer than a click: it runs as a task, and the form stands still meanwhile."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.dialogs.form import FormDialog
from ui.errors import show_error
from ui.tasks import TaskRunner, Work
from xcdesk import store
from xcdesk.errors import DeskError


class TaskForm(FormDialog):
    """Give it ``prepare``, which reads the fields and answers the work to be done off the GUI thread.

    A refusal comes back into the form, as in every form. While the work runs nothing can be typed and Cancel
    waits for what is being written; a form that writes nothing ``may_be_left`` by Esc, and what comes of its
    work is then of no account.
    """

    carried_out = Signal(object)  # what the work answered, just before the form closes

    def __init__(
        self,
        title: str,
        verb: str,
        prepare: Callable[[], Work],
        parent: QWidget | None = None,
        *,
        may_be_left: bool = False,
    ) -> None:
        super().__init__(title, verb, lambda: None, parent)
        self._prepare, self._may_be_left = prepare, may_be_left
        self._at_work = False
        self._runner = TaskRunner(store.connection, self, threads=1)

    @override
    def accept(self) -> None:
        """Begin the work; the form closes once it went through."""
        if self._at_work:
            return
        try:
            work = self._prepare()
        except DeskError as error:
            self.show_refusal(error)
            return
        task = self._runner.create(work)
        task.succeeded.connect(self._close_saved)
        task.failed.connect(self.come_back)
        self._stand_still(still=True)
        self._runner.start(task)

    @override
    def reject(self) -> None:
        if self._at_work and not self._may_be_left:
            return
        self._at_work = False
        self._runner.shutdown()
        super().reject()

    def come_back(self, error: BaseException) -> None:
        """Show why the work was refused; what is no refusal is shown as a mistake of ours."""
        if not self._at_work:
            return
        self._stand_still(still=False)
        refusal = store.refusal_of(error)
        if refusal is None:
            show_error(self, error)
        else:
            self.take_refusal(refusal)

    def _close_saved(self, answer: object) -> None:
        if self._at_work:
            self._at_work = False
            self.carried_out.emit(answer)
            super().accept()

    def _stand_still(self, *, still: bool) -> None:
        """Shut the fields; the focus goes to the form itself, or Enter would press Cancel."""
        self._at_work = still
        if still:
            self.setFocus()
        self._scroll.setEnabled(not still)
        self.save_button.setEnabled(not still)
        self.cancel_button.setEnabled(self._may_be_left or not still)
