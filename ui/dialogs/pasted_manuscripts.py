"""Manuscripts of a pasted table before they are entered: what each row says, and why one is left out."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from ui import format as shown
from ui.desk import Desk
from ui.dialogs.preceded import Preceded
from ui.language import language
from ui.messages import text
from ui.tablemodels.records import Column, RecordsModel, Shown
from ui.theme.tokens import Role, Space, State
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.notice import Notice
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.record_list import RecordList
from ui.widgets.window_size import usual_size
from xcdesk.errors import DeskError
from xcdesk.importers.manuscript_rows import PastedRow
from xcdesk.importers.records import Field
from xcdesk.services.trackers.manuscript_changes import NewManuscript

_WHY = 5
"""Place of the column that takes the room left over."""


class PastedManuscripts(QDialog):
    """Enters the rows that can be on Ctrl+Enter, many after a backup; stays open where it is refused."""

    help_topic = "coverage#trackers"

    def __init__(
        self,
        desk: Desk,
        rows: Sequence[PastedRow],
        enter: Callable[[Sequence[NewManuscript]], object],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        title = self.tr("Manuscripts of the pasted table")
        self.setWindowTitle(title)
        self._rows, self._enter = rows, enter
        self.model = RecordsModel[PastedRow](self._columns(), self)
        widths = [column.width for column in self.model.columns]
        self.listing = RecordList(title, self.model, widths, stretch=_WHY)
        self.model.show_rows(sorted(rows, key=lambda row: (row.enters, row.number)))
        self.notice = Notice()
        entering = sum(row.enters for row in rows)
        words = self.tr("{count} will be entered, {left} are left out.")
        summary = label(words.format(count=shown.count(entering, "manuscripts"), left=len(rows) - entering))
        self.enter_button = button(
            self.tr("Enter {count}").format(count=shown.count(entering, "manuscripts")),
            None,
            Kind.PRIMARY,
            self.accept,
        )
        self.enter_button.setDefault(True)
        self.enter_button.setShortcut("Ctrl+Return")
        self.enter_button.setEnabled(bool(entering))
        self.cancel_button = button(self.tr("Cancel"), None, Kind.NORMAL, self.reject)
        strip = ProgressStrip()
        self._preceded = Preceded(desk, strip, lambda deed: deed(), self._refuse, self)
        head = down(label(title, Role.TITLE), strip, self.notice, summary, gap=Space.XS)
        column = down(head, margins=Space.L, gap=Space.M)
        column.addWidget(self.listing, 1)
        column.addLayout(across(None, self.cancel_button, self.enter_button))
        self.setLayout(column)
        usual_size(self, 980, 480)
        self.listing.choose(0)
        (self.enter_button if entering else self.cancel_button).setFocus()

    @override
    def accept(self) -> None:
        """Enter what can be entered, and close only if it went through."""
        new = [row.new for row in self._rows if row.new is not None and row.enters]
        self.enter_button.setEnabled(False)
        self._preceded.do_many(len(new), partial(self._carry_out, new))

    def _carry_out(self, new: Sequence[NewManuscript]) -> None:
        try:
            self._enter(new)
        except DeskError as error:
            self._refuse(error)
            return
        super().accept()

    def _refuse(self, error: BaseException) -> None:
        if not isinstance(error, DeskError):
            raise error
        self.enter_button.setEnabled(True)
        self.notice.show_banner(Banner.refusal(self.tr("Not entered"), error))

    def _columns(self) -> Sequence[Column[PastedRow]]:
        def said(field: Field) -> Callable[[PastedRow], Shown]:
            return lambda row: Shown(row.said.get(field, ""))

        return (
            Column(self.tr("Row"), 60, lambda row: Shown(str(row.number)), figures=True),
            Column(self.tr("Sent on"), 110, said(Field.DATE)),
            Column(self.tr("Unit"), 120, said(Field.UNIT)),
            Column(self.tr("Title"), 260, said(Field.TITLE)),
            Column(self.tr("Sent to"), 150, said(Field.OUTLET)),
            Column(self.tr("What becomes of it"), 200, _outcome),
        )


def _outcome(row: PastedRow) -> Shown:
    if row.enters:
        return Shown(text("manuscript.enters"), State.NEW)
    return Shown(row.why(language()), State.TWIN if row.there else State.WRONG)
