"""A backup looked into: what each table held then and holds now, and the last acts that it knows of."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from ui import format as shown
from ui.dialogs.backups.words import size
from ui.language import language
from ui.tablemodels.records import Column, RecordsModel, Shown
from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.record_list import RecordList
from ui.widgets.window_size import usual_size
from xcdesk.services.backups import listing, looking
from xcdesk.services.backups.listing import KeptBackup
from xcdesk.services.backups.looking import Look, PastAct, TableCount

translate = QCoreApplication.translate


class LookDialog(QDialog):
    """Read only; the backup was checked before it is shown."""

    help_topic = "backups#look"

    def __init__(self, row: KeptBackup, found: Look, parent: QWidget | None) -> None:
        super().__init__(parent)
        title = self.tr("Backup of {when}").format(when=shown.instant(row.at))
        self.setWindowTitle(title)
        about = self.tr("{act}, {size}, {file}").format(
            act=listing.reason_words(row.reason, language()), size=size(row.size), file=row.path.name
        )
        self.tables = _list(self.tr("What it holds"), _table_columns(), self)
        self.acts = _list(self.tr("Its last acts"), _act_columns(), self)
        self.tables.model.show_rows([each for each in found.tables if each.then or each.now])
        self.acts.model.show_rows(found.entries)
        close = button(self.tr("Close"), None, Kind.PRIMARY, self.accept)
        halves = across(self.tables, self.acts, gap=Space.M)
        halves.setStretch(0, 1)
        halves.setStretch(1, 1)
        column = down(label(title, Role.TITLE), label(about, tone="second"), margins=Space.L, gap=Space.M)
        column.addLayout(halves, 1)
        column.addLayout(across(None, close))
        self.setLayout(column)
        usual_size(self, 1080, 560)
        self.tables.table.setFocus()


class _List(RecordList):
    """A list with its model and a heading."""

    def __init__(self, name: str, model: RecordsModel, widths: Sequence[int]) -> None:  # type: ignore[type-arg]
        super().__init__(name, model, widths, (label(name, Role.HEADING),), stretch=0)
        self.model = model


def _list(name: str, columns: Sequence[Column], parent: QDialog) -> _List:  # type: ignore[type-arg]
    return _List(name, RecordsModel(columns, parent), [column.width for column in columns])


def _table_columns() -> Sequence[Column[TableCount]]:
    return (
        Column(translate("LookDialog", "Table"), 200, _table),
        Column(translate("LookDialog", "Then"), 84, lambda row: Shown(f"{row.then:,}"), figures=True),
        Column(translate("LookDialog", "Now"), 84, _now, figures=True),
    )


def _table(row: TableCount) -> Shown:
    return Shown(looking.table_words(row.table, language()))


def _now(row: TableCount) -> Shown:
    return Shown("" if row.now is None else f"{row.now:,}")


def _act_columns() -> Sequence[Column[PastAct]]:
    return (
        Column(translate("LookDialog", "Act"), 180, lambda row: Shown(row.words(language()))),
        Column(translate("LookDialog", "Who"), 100, lambda row: Shown(row.who)),
        Column(translate("LookDialog", "When"), 190, lambda row: Shown(shown.instant(row.at))),
    )
