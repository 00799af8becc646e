"""The record of one row of the roster: who did what to it, the latest first; nothing is changed here."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import format as shown
from ui.desk import Desk
from ui.dialogs.list_dialog import ListDialog
from ui.language import language
from ui.tablemodels.records import Column, Shown
from ui.theme.icons import Glyph
from ui.widgets.empty_state import EmptyState
from xcdesk.services import roster_record
from xcdesk.services.roster_record import RecordedAct

translate = QCoreApplication.translate


class RosterRecord(ListDialog):
    """Acts on one row, which is named as the record names it."""

    def __init__(self, desk: Desk, row: tuple[str, int, str], parent: QWidget | None) -> None:
        self._kind, self._row_id, name = row
        title = translate("RosterRecord", "Record of changes: {name}").format(name=name)
        super().__init__(desk, title, _columns(), parent, stretch=3)
        self.finish(())
        self.resize(760, 440)

    @override
    def reload(self) -> None:
        words = self.tr("It stands as the office was founded with it.")
        empty = EmptyState(Glyph.HISTORY, self.tr("Nothing was changed yet"), words)
        self.show_rows(roster_record.recorded_acts(self._kind, self._row_id), 0, empty)


def _columns() -> Sequence[Column[RecordedAct]]:
    return (
        Column(translate("RosterRecord", "When"), 140, lambda row: Shown(shown.instant(row.at))),
        Column(translate("RosterRecord", "Who"), 110, lambda row: Shown(row.who)),
        Column(translate("RosterRecord", "What"), 170, lambda row: Shown(row.words(language()))),
        Column(translate("RosterRecord", "Details"), 240, lambda row: Shown(row.details(language()))),
    )
