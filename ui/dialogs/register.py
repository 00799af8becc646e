"""The register: every number that was given, also the void ones, with the files that went out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from ui import format as shown
from ui.messages import text
from ui.tablemodels.records import Column, RecordsModel, Shown
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space, State
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.table_view import TableView
from xcdesk.codes import MaterialState
from xcdesk.services.issuing.numbering import RegisterRow

Reprint = Callable[[RegisterRow, str], object]
_STATE = 4


class RegisterDialog(QDialog):
    """Lists the numbered issues of one series; a chosen one can be reprinted byte for byte."""

    def __init__(self, rows: Sequence[RegisterRow], reprint: Reprint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Register"))
        self._reprint = reprint
        self.model: RecordsModel[RegisterRow] = RecordsModel(self._columns(), self)
        self.model.show_rows([row for row in rows if row.number is not None])
        self.table = TableView(states=(_STATE,))
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Issued"))
        self.table.set_widths(tuple(column.width for column in self.model.columns), stretch=5)
        self.note = label("", Role.CAPTION, "second", wrap=True)
        self.buttons = {kind: self._button(kind) for kind in ("pdf", "docx", "xlsx")}
        close = button(self.tr("Close"), None, Kind.NORMAL, self.reject)
        explain = self.tr(
            "A reprint is the file that went out, byte for byte. Void numbers are never given again."
        )
        self.setLayout(
            down(
                label(self.tr("Register"), Role.TITLE),
                label(explain, tone="second", wrap=True),
                self.table,
                self.note,
                across(*self.buttons.values(), None, close),
                margins=Space.L,
                gap=Space.M,
            )
        )
        self.resize(860, 520)
        self.table.selectionModel().currentRowChanged.connect(self._follow)
        self.table.select_row(0)
        self._follow()
        self.table.setFocus()

    def row(self) -> RegisterRow | None:
        """The chosen issue."""
        at = self.table.currentIndex().row()
        return self.model.rows()[at] if 0 <= at < self.model.rowCount() else None

    def _button(self, kind: str) -> QPushButton:
        name = self.tr("Reprint {kind}…").format(kind=_SHOWN[kind])
        return button(name, Glyph.ARROW_EXPORT, Kind.NORMAL, lambda: self._write(kind))

    def _write(self, kind: str) -> None:
        row = self.row()
        if row is not None:
            self._reprint(row, kind)

    def _follow(self) -> None:
        row = self.row()
        kinds = {file.kind for file in row.files} if row is not None else set()
        for kind, made in self.buttons.items():
            made.setEnabled(kind in kinds)
        void = row is not None and row.void_reason
        reason = self.tr("Void: {reason}").format(reason=row.void_reason) if row and void else ""
        self.note.setText(reason)

    def _columns(self) -> tuple[Column[RegisterRow], ...]:
        return (
            Column(self.tr("Number"), 70, lambda row: Shown(f"{row.year}-{row.number}")),
            Column(self.tr("Running"), 80, lambda row: Shown(str(row.running))),
            Column(self.tr("Issued on"), 110, lambda row: Shown(_day(row))),
            Column(self.tr("Pages"), 60, lambda row: Shown(str(row.pages or ""))),
            Column(self.tr("State"), 90, _shown_state),
            Column(self.tr("Title"), 220, lambda row: Shown(row.title)),
        )


_SHOWN = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel"}


def _shown_state(row: RegisterRow) -> Shown:
    state = State.VOID if row.state == MaterialState.VOIDED else State.DONE
    return Shown(text(f"material.state.{row.state.value}"), state)


def _day(row: RegisterRow) -> str:
    return shown.day(row.issued_on) if row.issued_on is not None else ""
