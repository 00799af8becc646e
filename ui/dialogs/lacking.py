"""Asked before a circular goes out: what it counts toward a yearly quota without evidence."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialog, QWidget

from ui import format as shown
from ui.tablemodels.records import Column, RecordsModel, Shown
from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.record_list import RecordList
from ui.widgets.window_size import usual_size
from xcdesk.services.targets.evidence_check import EvidenceCheck, Lacking

translate = QCoreApplication.translate

_TITLE = 2
"""Place of the column that takes the room left over."""


class LackingDialog(QDialog):
    """Lists the pieces; ``accepted`` goes on all the same, ``look_asked`` shows them in the log."""

    help_topic = "coverage#evidence"
    look_asked = Signal()

    def __init__(self, found: EvidenceCheck, go_on: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Evidence is missing"))
        words = self.tr("{count} counted toward a yearly quota, no evidence").format(
            count=shown.count(len(found.lacking), "pieces")
        )
        columns = _columns()
        model = RecordsModel[Lacking](columns, self)
        model.show_rows(found.lacking)
        widths = [column.width for column in columns]
        self.listing = RecordList(self.windowTitle(), model, widths, stretch=_TITLE)
        self.listing.opened.connect(self._look)
        self.go_on_button = button(go_on, None, Kind.NORMAL, self.accept)
        look = button(self.tr("Show them in the log"), None, Kind.PRIMARY, self._look)
        cancel = button(self.tr("Cancel"), None, Kind.NORMAL, self.reject)
        column = down(label(self.windowTitle(), Role.TITLE), label(words), margins=Space.L, gap=Space.M)
        column.addWidget(self.listing, 1)
        column.addLayout(across(look, None, self.go_on_button, cancel))
        self.setLayout(column)
        usual_size(self, 820, 420)
        self.listing.choose(0)
        self.listing.table.setFocus()

    def _look(self) -> None:
        self.reject()
        self.look_asked.emit()


def _columns() -> Sequence[Column[Lacking]]:
    return (
        Column(translate("LackingDialog", "Day"), 110, lambda row: Shown(shown.day(row.day))),
        Column(translate("LackingDialog", "Outlet"), 150, lambda row: Shown(row.outlet)),
        Column(translate("LackingDialog", "Title"), 320, lambda row: Shown(row.title)),
        Column(translate("LackingDialog", "Quota"), 140, lambda row: Shown(row.quota)),
    )
