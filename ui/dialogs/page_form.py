"""How the office's pages look: each series with its name and its receivers, the red, the font files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from ui.dialogs.form import FormDialog
from ui.messages import text
from ui.theme.tokens import Role
from ui.widgets.fields import NumberField, Option, PickBox, long_field, text_field
from ui.widgets.labels import label
from ui.widgets.layouts import down
from xcdesk.codes import Series
from xcdesk.errors import DeskError
from xcdesk.services.office import page_setup
from xcdesk.services.office.page_setup import FACES, PageSetup, SeriesSetup

_MOST = 9999


@dataclass(slots=True)
class _Typed:
    """What was typed of one series; the receivers stay lines until all is saved."""

    setup: SeriesSetup
    receivers: str


class PageForm(FormDialog):
    """Shows one series at a time and keeps what was typed of the others; all of it is saved together."""

    def __init__(self, now: PageSetup, save: Callable[[PageSetup], object], parent: QWidget | None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("PageForm", "Page set-up"),
            translate("PageForm", "Save"),
            lambda: save(self.typed()),
            parent,
        )
        self._all = {one: _Typed(now.of(one), page_setup.list_text(now.of(one).receivers)) for one in Series}
        self.series = PickBox(tuple(Option(one, text(f"bulletin.series.{one}")) for one in Series))
        self._shown = Series(self.series.key())
        self.masthead = text_field("", 40, page_setup.masthead(self._shown))
        self.classification = text_field("", 40)
        self.contents = QCheckBox(self.tr("List of titles before the first item"))
        self.numbered = QCheckBox(self.tr("Copies bear numbers"))
        hint = self.tr("One a line: 报, 送 or 发, the name, the copies")
        self.lines = long_field("", 6, hint)
        self.kept = NumberField(0, _MOST)
        self.sum = label("", Role.CAPTION, "muted")
        self.red = text_field(now.red, 7)
        self.faces = _Faces(now.faces)
        self._arrange()
        self._show()
        self.series.currentIndexChanged.connect(self._change_series)
        self.lines.textChanged.connect(self._add_up)
        self.kept.textChanged.connect(self._add_up)
        self.setMinimumWidth(640)

    def typed(self) -> PageSetup:
        """What the form holds; raises what `page_setup.read_list` does, with its series shown."""
        self._keep()
        made = {}
        for series, one in self._all.items():
            try:
                made[series] = replace(one.setup, receivers=page_setup.read_list(one.receivers))
            except DeskError:
                self.series.choose(series)
                raise
        return PageSetup(self.red.text().strip(), self.faces.files(), made)

    def _arrange(self) -> None:
        self.add("series", self.tr("Series"), self.series)
        empty = self.tr("Empty takes the one of the settings.")
        self.add("masthead", self.tr("Masthead"), self.masthead, empty)
        self.add("classification", self.tr("Line at the upper left"), self.classification, empty)
        self.add("contents", self.tr("Contents"), self.contents)
        self.add("numbered", self.tr("Numbers"), self.numbered)
        lists = QWidget()
        lists.setLayout(down(self.lines, self.sum))
        words = self.tr("Without receivers the lists and the print run of the settings are printed.")
        self.add("receivers", self.tr("Receivers"), lists, words)
        lists.setFocusProxy(self.lines)
        self.lines.setAccessibleName(self.tr("Receivers"))
        self.add("kept", self.tr("Copies kept"), self.kept)
        self.add("red", self.tr("Red"), self.red)
        files = self.tr(
            "Name of a file in the font folder or among the fonts of Windows. Empty takes the usual."
        )
        self.add("faces", self.tr("Font files"), self.faces, files)

    def _change_series(self) -> None:
        self._keep()
        self._shown = Series(self.series.key())
        self._show()

    def _keep(self) -> None:
        setup = replace(
            self._all[self._shown].setup,
            masthead=self.masthead.text(),
            classification=self.classification.text(),
            contents=self.contents.isChecked(),
            numbered=self.numbered.isChecked(),
            kept=self.kept.value(),
        )
        self._all[self._shown] = _Typed(setup, self.lines.toPlainText())

    def _show(self) -> None:
        one = self._all[self._shown]
        self.masthead.setText(one.setup.masthead)
        self.masthead.setPlaceholderText(page_setup.masthead(self._shown))
        self.classification.setText(one.setup.classification)
        self.contents.setChecked(one.setup.contents)
        self.numbered.setChecked(one.setup.numbered)
        self.kept.set_value(one.setup.kept)
        self.lines.setPlainText(one.receivers)
        self._add_up()

    def _add_up(self) -> None:
        """The print run as it stands; nothing while a line cannot be read."""
        try:
            setup = SeriesSetup(
                receivers=page_setup.read_list(self.lines.toPlainText()), kept=self.kept.value()
            )
        except DeskError:
            self.sum.setText("")
            return
        words = self.tr("{copies} copies in all") if setup.receivers else ""
        self.sum.setText(words.format(copies=setup.copies))


class _Faces(QWidget):
    """A file name for each face."""

    def __init__(self, files: Mapping[str, str]) -> None:
        super().__init__()
        self._fields: dict[str, QLineEdit] = {}
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        for role in FACES:
            field = text_field(files.get(role, ""), 80)
            name = label(text(f"page.face.{role}"))
            name.setBuddy(field)
            field.setAccessibleName(name.text())
            rows.addRow(name, field)
            self._fields[role] = field
        self.setFocusProxy(self._fields[FACES[0]])

    def files(self) -> dict[str, str]:
        """What was typed, without the empty ones."""
        typed = {role: field.text().strip() for role, field in self._fields.items()}
        return {role: file for role, file in typed.items() if file}
