"""What a block would write into the matrix, cell by cell, before anything is written."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from ui import format as shown
from ui.desk import Desk
from ui.dialogs.preceded import Preceded
from ui.tablemodels.block_plans import in_order, particulars, plan_columns
from ui.tablemodels.records import RecordsModel
from ui.theme import theme
from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import caption, label
from ui.widgets.layouts import across, down
from ui.widgets.notice import Notice
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.record_list import RecordList
from ui.widgets.window_size import usual_size
from xcdesk.errors import DeskError
from xcdesk.services.grid.cell_plans import CellPlan, Deed

Plans = Sequence[CellPlan]


class BlockPreview(QDialog):
    """Writes on Ctrl+Enter; a refused write makes the plan anew and stays open with the reason.

    Many cells are preceded by a backup.

    Args:
        desk: whose backups these are.
        title: what the act is called.
        plan: reads the cells and makes the plan; called again after a refusal.
        write: carries the plan out.
        remark: what else is to be known of the block, "" for nothing.
    """

    help_topic = "matrix#blocks"
    written = Signal()

    def __init__(
        self,
        desk: Desk,
        title: str,
        plan: Callable[[], Plans],
        write: Callable[[Plans], object],
        remark: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._plan, self._write = plan, write
        self.model = RecordsModel[CellPlan](plan_columns(), self)
        widths = [column.width for column in self.model.columns]
        self.listing = RecordList(self.tr("Cells"), self.model, widths, stretch=len(widths) - 1)
        self.summary = label("", Role.BODY, "second", wrap=True)
        self.remark = label(remark, Role.CAPTION, "muted", wrap=True)
        self.remark.setVisible(bool(remark))
        self.whole = label("", Role.CAPTION, "second", wrap=True)
        self.whole.setMinimumHeight(2 * theme.line_height(Role.CAPTION))
        self.listing.chosen.connect(self._show_whole)
        self.notice = Notice()
        self.write_button = button("", None, Kind.PRIMARY, self.accept)
        self.write_button.setDefault(True)
        self.cancel_button = button(self.tr("Cancel"), None, Kind.NORMAL, self.reject)
        strip = ProgressStrip()
        self._preceded = Preceded(desk, strip, lambda deed: deed(), self._refuse, self)
        head = down(label(title, Role.TITLE), strip, self.notice, self.summary, self.remark, gap=Space.XS)
        column = down(head, margins=Space.L, gap=Space.M)
        column.addWidget(self.listing, 1)
        column.addWidget(self.whole)
        column.addLayout(across(None, self.cancel_button, self.write_button))
        self.setLayout(column)
        usual_size(self, 920, 480)
        self._show()
        (self.write_button if self.write_button.isEnabled() else self.cancel_button).setFocus()

    @override
    def accept(self) -> None:
        """Write, and close only if it went through."""
        self.write_button.setEnabled(False)
        self._preceded.do_many(sum(plan.writes for plan in self._plans), self._carry_out)

    def _carry_out(self) -> None:
        try:
            self._write(self._plans)
        except DeskError as error:
            self._refuse(error)
            return
        self.written.emit()
        super().accept()

    def _refuse(self, error: BaseException) -> None:
        if not isinstance(error, DeskError):
            raise error
        self.notice.refuse(self.tr("Not written"), error)
        self._show()

    def _show_whole(self) -> None:
        """Say all of the chosen row, of which the table shows what fits."""
        at = self.listing.at()
        self.whole.setText(particulars(self.model.rows()[at]) if at is not None else "")

    def _show(self) -> None:
        self._plans = tuple(self._plan())
        self.model.show_rows(in_order(self._plans))
        if self._plans:
            self.listing.choose(0)
        writing = sum(plan.writes for plan in self._plans)
        refused = sum(plan.deed == Deed.REFUSED for plan in self._plans)
        parts = [
            self.tr("{count} cells will change.").format(count=writing),
            self.tr("{count} stay as they are.").format(count=len(self._plans) - writing - refused),
        ]
        if refused:
            parts.append(self.tr("{count} cannot be written and are left out.").format(count=refused))
        self.summary.setText(shown.sentences(parts))
        self.write_button.setText(caption(self.tr("Write {count} cells").format(count=writing)))
        self.write_button.setShortcut("Ctrl+Return")  # a new text takes it away
        self.write_button.setEnabled(bool(writing))
