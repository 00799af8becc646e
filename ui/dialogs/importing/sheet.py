"""The sheet itself: which row is its heading, what each column holds, what is hidden, how text is encoded."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, QRect, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QMenu, QWidget

from ui import format as shown
from ui.dialogs.importing.cells import CellsView
from ui.messages import text
from ui.tablemodels.import_file import QueuedFile
from ui.tablemodels.import_sheet import SheetModel
from ui.theme.tokens import Role, Space
from ui.widgets.fields import Option, PickBox
from ui.widgets.labels import caption, label
from ui.widgets.layouts import across, boxed, down
from xcdesk.importers import recode
from xcdesk.importers.records import CheckedSheet, Field, SheetKind
from xcdesk.importers.said import Said
from xcdesk.importers.session import Preview

_HEIGHTS = (1, 2, 3)


class SheetView(QWidget):
    """One sheet of a file as it stands; what a person says of it is a signal."""

    help_topic = "imports#look"
    said = Signal(str, object)  # name of the act, Said

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file: QueuedFile | None = None
        self.model = SheetModel(self)
        self.cells = CellsView(self.model)
        self.cells.setAccessibleName(self.tr("The sheet as it was sent"))
        self._make_boxes()
        hint = label(
            self.tr(
                "Click the row that is the heading. Click above a column, or press Alt+Down, to name it."
            ),
            Role.CAPTION,
            "second",
        )
        boxes = across(self.sheet, self.height_, self.hidden_, self._encoding_label, self.encoding, None)
        column = down(boxes, hint, gap=Space.S)
        column.addWidget(boxed(down(self.cells, margins=1), "pane"), 1)
        self.setLayout(column)
        self.sheet.activated.connect(self._show_sheet)
        self.height_.activated.connect(self._say_height)
        self.hidden_.clicked.connect(self._say_hidden)
        self.encoding.activated.connect(self._say_encoding)
        self.cells.pointed.connect(self._say_heading)
        self.cells.meaning_asked.connect(self._ask_meaning)

    def show_file(self, file: QueuedFile) -> None:
        """Show a file; the sheet stays the same one if it is the same file."""
        if file.decisions is None:
            return
        preview, other = file.decisions.preview, file is not self._file
        self._file = file
        with QSignalBlocker(self.sheet):
            self.sheet.set_options([*_sheets(preview)])
            if other:
                self.sheet.choose(str(_first(preview)))
        self._show_hidden(preview)
        self._show_encoding(preview)
        self._show_sheet()
        self.setEnabled(file.batch is None)

    def _make_boxes(self) -> None:
        self.sheet, self.height_, self.encoding = PickBox(), PickBox(), PickBox()
        self.sheet.setAccessibleName(self.tr("Sheet"))
        auto = Option("", self.tr("Rows of the heading: as found"))
        heights = (
            Option(str(rows), self.tr("Rows of the heading: {count}").format(count=rows)) for rows in _HEIGHTS
        )
        self.height_.set_options((auto, *heights))
        self.height_.setAccessibleName(self.tr("Rows of the heading"))
        self.hidden_ = QCheckBox()
        self._encoding_label = label(self.tr("Encoding"))
        self._encoding_label.setBuddy(self.encoding)
        self.encoding.setAccessibleName(self._encoding_label.text())

    @property
    def _at(self) -> int:
        return int(self.sheet.key() or 0)

    def _show_sheet(self) -> None:
        if self._file is None or self._file.decisions is None:
            return
        preview = self._file.decisions.preview
        before = self.cells.currentIndex()
        place = before.row(), before.column()
        self.model.show(preview, self._at)
        self.cells.fit(self.model.heading_row())
        name = preview.plan.book.sheets[self._at].name
        self.height_.choose(str(self._file.said.heading_heights.get(name, "")))
        row, column = place if before.isValid() else (self.model.heading_row(), 0)
        self.cells.setCurrentIndex(self.model.index(row, column))

    def _show_hidden(self, preview: Preview) -> None:
        sheets = preview.plan.raw.sheets
        rows = sum(len(sheet.hidden_rows) for sheet in sheets)
        columns = sum(len(sheet.hidden_columns) for sheet in sheets)
        whole = sum(sheet.hidden for sheet in sheets)
        counted = (
            (rows, self.tr("{count} hidden rows")),
            (columns, self.tr("{count} hidden columns")),
            (whole, self.tr("{count} hidden sheets")),
        )
        parts = shown.listed(words.format(count=count) for count, words in counted if count)
        self.hidden_.setText(self.tr("Read {parts} too").format(parts=parts))
        self.hidden_.setVisible(bool(parts))
        self.hidden_.setChecked(preview.plan.said.with_hidden)

    def _show_encoding(self, preview: Preview) -> None:
        raw = preview.plan.raw
        known = raw.format in recode.TEXT_FORMATS
        self._encoding_label.setVisible(known)
        self.encoding.setVisible(known)
        if known:
            found = Option("", self.tr("as found: {encoding}").format(encoding=raw.encoding))
            self.encoding.set_options((found, *(Option(one, one) for one in recode.ENCODINGS)))
            self.encoding.choose(preview.plan.said.encoding or "")

    def _ask_meaning(self, column: int) -> None:
        """Offer the fields that a column may hold; the choice says so."""
        file = self._file
        if file is None or file.decisions is None or file.batch is not None:
            return
        menu = QMenu(self)
        checked = file.decisions.preview.plan.book.sheets[self._at]
        now = self.model.columns[column].field
        for field in (None, *Field):
            word = text(f"field.{field}") if field is not None else self.tr("Do not import this column")
            action = menu.addAction(caption(word), partial(self._say_field, checked, column, field))
            action.setCheckable(True)
            action.setChecked(field == now)
            if field == now:
                menu.setActiveAction(action)
            if field is None:
                menu.addSeparator()
        header = self.cells.horizontalHeader()
        left = header.sectionViewportPosition(column)
        menu.aboutToHide.connect(menu.deleteLater)
        self.menu = menu
        menu.popup(header.viewport().mapToGlobal(QRect(left, 0, 1, header.height()).bottomLeft()))

    def _say_field(self, checked: CheckedSheet, column: int, field: Field | None) -> None:
        letter = self.model.columns[column].name
        meaning = text(f"field.{field}") if field is not None else self.tr("not used")
        name = self.tr("Column {column}: {field}").format(column=letter, field=meaning)
        self._say(name, self._now().with_field(checked, column, field))

    def _say_heading(self, row: int) -> None:
        name, number = self._sheet_name(), self.model.number(row)
        height = self.height_.key()
        now = self._now()
        if now.heading_rows.get(name) != number:
            said = now.with_heading(name, number, int(height) if height else None)
            self._say(self.tr("Heading in row {row}").format(row=number), said)

    def _say_height(self) -> None:
        height = self.height_.key()
        row = self._now().heading_rows.get(self._sheet_name()) or self.model.heading_row() + 1
        said = self._now().with_heading(self._sheet_name(), row, int(height) if height else None)
        self._say(self.height_.currentText(), said)

    def _say_hidden(self) -> None:
        said = replace(self._now(), with_hidden=self.hidden_.isChecked())
        self._say(self.hidden_.text(), said)

    def _say_encoding(self) -> None:
        name = self.tr("Encoding {encoding}").format(encoding=self.encoding.currentText())
        self._say(name, replace(self._now(), encoding=self.encoding.key() or None))

    def _say(self, name: str, said: Said) -> None:
        if self._file is not None and self._file.batch is None and said != self._file.said:
            self.said.emit(name, said)

    def _now(self) -> Said:
        return self._file.said if self._file is not None else Said()

    def _sheet_name(self) -> str:
        if self._file is None or self._file.decisions is None:
            return ""
        return self._file.decisions.preview.plan.book.sheets[self._at].name


def _sheets(preview: Preview) -> Iterator[Option]:
    for number, sheet in enumerate(preview.plan.book.sheets):
        yield Option(str(number), _sheet_words(sheet, number))


def _sheet_words(sheet: CheckedSheet, number: int) -> str:
    translate = QCoreApplication.translate
    name = sheet.name or translate("imports", "Sheet {number}").format(number=number + 1)
    if sheet.hidden:
        return translate("imports", "{sheet} (hidden)").format(sheet=name)
    if sheet.kind == SheetKind.TALLY:
        return translate("imports", "{sheet} (counts)").format(sheet=name)
    return name


def _first(preview: Preview) -> int:
    """The sheet that a person most likely wants to see: the first with reports, else the first at all."""
    kinds: Sequence[SheetKind] = [sheet.kind for sheet in preview.plan.book.sheets]
    return kinds.index(SheetKind.COVERAGE) if SheetKind.COVERAGE in kinds else 0
