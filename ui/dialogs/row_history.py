"""What became of one row: who did what to it, the latest first; nothing is changed here."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from ui import format as shown
from ui.desk import Desk
from ui.dialogs.list_dialog import ListDialog
from ui.language import language
from ui.tablemodels.records import Column, Shown
from ui.theme import theme
from ui.theme.icons import Glyph
from ui.widgets.empty_state import EmptyState
from ui.widgets.window_size import usual_size
from xcdesk.services.record import history
from xcdesk.services.record.history import HistoryEntry

translate = QCoreApplication.translate
_LINES = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """The row that is asked about: a kind of `history.KINDS`, its id, and its name for the title."""

    kind: str
    id: int
    name: str


class RowHistory(ListDialog):
    """Acts on one row; the chosen one is told in full under the list."""

    help_topic = "settings#record"

    def __init__(self, desk: Desk, row: Subject, parent: QWidget | None) -> None:
        self._subject = row
        title = translate("RowHistory", "Record of changes: {name}").format(name=row.name)
        super().__init__(desk, title, _columns(), parent, stretch=3)
        self.told = QPlainTextEdit()
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.told.setFixedHeight(_LINES * theme.line_height() + 22)
        self.told.setAccessibleName(translate("RowHistory", "Details"))
        self.listing.chosen.connect(self._tell)
        self.finish((), foot=(self.told,))
        usual_size(self, 820, 480)

    @override
    def reload(self) -> None:
        words = self.tr("It stands as the office was founded with it.")
        empty = EmptyState(Glyph.HISTORY, self.tr("Nothing was changed yet"), words)
        self.show_rows(history.of(self._subject.kind, self._subject.id)[::-1], 0, empty)
        self._tell()

    def _tell(self) -> None:
        row = self.row()
        self.told.setVisible(row is not None)
        self.told.setPlainText("" if row is None else row.details(language()))


def _columns() -> Sequence[Column[HistoryEntry]]:
    return (
        Column(translate("RowHistory", "When"), 176, lambda row: Shown(shown.instant(row.at))),
        Column(translate("RowHistory", "Who"), 110, lambda row: Shown(row.who)),
        Column(translate("RowHistory", "What"), 170, lambda row: Shown(row.words(language()))),
        Column(translate("RowHistory", "Details"), 240, lambda row: Shown(row.details(language()))),
    )
