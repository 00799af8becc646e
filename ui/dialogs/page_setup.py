"""How the office's pages look: for each series its head and its receivers, and what all of them share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFormLayout, QPlainTextEdit, QWidget
from typing_extensions import override

from ui import format as shown
from ui.desk import Desk
from ui.dialogs.form import FormDialog
from ui.dialogs.merge_fields import Both, Held
from ui.messages import sentence, text
from ui.theme import theme
from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.colour_field import ColourField
from ui.widgets.fields import NumberField, Option, PickBox, text_field
from ui.widgets.form_values import Value
from ui.widgets.labels import label
from ui.widgets.layouts import across, boxed, down
from ui.widgets.page_preview import PagePreview
from ui.widgets.path_field import FolderField
from ui.widgets.window_size import usual_size
from xcdesk import proofs
from xcdesk.codes import Series
from xcdesk.errors import DeskError
from xcdesk.progress import Operation
from xcdesk.services.office import receiver_lines
from xcdesk.services.office.office_settings import OfficeSettings
from xcdesk.services.office.page_setup import FACES, PageSetup, ReceiverList, SeriesSetup

_WAIT_MS = 400
_MOST_KEPT = 9999
_LINES = 3
_EXACT, _WORD = "exact", "word"
_ENDINGS = frozenset((".ttf", ".ttc", ".otf"))


@dataclass(frozen=True, slots=True)
class Pages:
    """Everything that this window changes: set-up, line pitch, and the font folder of this machine."""

    setup: PageSetup
    office: OfficeSettings
    fonts: str


class PageSetupForm(FormDialog):
    """The page at the right is set with what stands in the fields, before it is saved."""

    help_topic = "printing#setup"

    def __init__(
        self, desk: Desk, now: Pages, save: Callable[[Pages], object], parent: QWidget | None
    ) -> None:
        super().__init__(self.tr("Page set-up"), self.tr("Save"), lambda: save(self.typed()), parent)
        self._desk, self._now, self._working, self._due = desk, now, False, False
        self._series = {one: now.setup.of(one) for one in Series}
        self._shown = Series.INTERNAL_REFERENCE
        self.series = PickBox([Option(one.value, text(f"bulletin.series.{one.value}")) for one in Series])
        self.masthead, self.classification = text_field(limit=40), text_field(limit=40)
        self.contents = QCheckBox(self.tr("List of titles before the first item"))
        self.numbered = QCheckBox(self.tr("Every copy bears its number"))
        self.lists = {on: _lines_field() for on in ReceiverList}
        self.kept = NumberField(0, _MOST_KEPT)
        self.run = label("", bold=True, wrap=True)
        self.red = ColourField(now.setup.red)
        self.pitch = PickBox(
            (
                Option(_EXACT, self.tr("29.61 pt, 22 lines fill the page")),
                Option(_WORD, self.tr("28.95 pt, as set in Word")),
            )
        )
        self.pitch.choose(_EXACT if now.office.exact_pitch else _WORD)
        self.fonts = FolderField(now.fonts)
        self.faces = {role: PickBox() for role in FACES}
        self.preview = PagePreview()
        self.preview.setAccessibleName(self.tr("Page"))
        self.problem = label("", tone="warn", wrap=True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._set_page)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._arrange()
        self._offer_faces()
        self._show_series()
        self._connect()
        self._timer.start()
        usual_size(self, 1080, 700)

    def typed(self) -> Pages:
        """What the form holds."""
        self._keep_series()
        faces = {role: box.key() for role, box in self.faces.items() if box.key()}
        setup = PageSetup(self.red.colour(), faces, dict(self._series))
        chosen = replace(self._now.office, exact_pitch=self.pitch.key() == _EXACT)
        return Pages(setup, chosen, self.fonts.path())

    @override
    def compared(self, fresh: Any) -> list[Both]:
        """All series, of which the fields show one, and what holds for all of them."""
        self._keep_series()
        shared = {"red", "pitch", "fonts", *(f"faces.{role}" for role in FACES)}
        found = [both for both in super().compared(fresh) if both.key in shared]
        for one in Series:
            at_first, mine, theirs = self._now.setup.of(one), self._series[one], fresh._now.setup.of(one)
            for part in fields(SeriesSetup):
                held = (_held(part.name, getattr(setup, part.name)) for setup in (at_first, mine, theirs))
                name = f"{text(f'bulletin.series.{one.value}')} {self._part_name(part.name)}"
                found.append(Both(f"{one.value}/{part.name}", name, *held))
        return found

    @override
    def take(self, values: Mapping[str, Value]) -> None:
        """Put what was chosen into all series; the one shown is shown anew."""
        super().take({key: value for key, value in values.items() if "/" not in key})
        for key, value in values.items():
            series, _, part = key.partition("/")
            if part:
                one = Series(series)
                self._series[one] = replace(self._series[one], **{part: value})
        self._show_series()

    def _part_name(self, part: str) -> str:
        return self.tr("Receivers") if part == "receivers" else self._names[part]

    def _arrange(self) -> None:
        names = {
            ReceiverList.REPORT: self.tr("Report to"),
            ReceiverList.SEND: self.tr("Send to"),
            ReceiverList.ISSUE: self.tr("Issue to"),
        }
        usual = self.tr("Empty: as in the settings of the office.")
        one_a_line = self.tr("One a line, copies behind the name. With none, those of the office stand.")
        self.add("series", self.tr("Series"), self.series)
        self.add("masthead", self.tr("Masthead"), self.masthead, usual)
        self.add("classification", self.tr("Line at the upper left"), self.classification, usual)
        self.add("contents", self.tr("Contents"), self.contents)
        self.add("numbered", self.tr("Copy numbers"), self.numbered)
        for on, field in self.lists.items():
            self.add(on.value, names[on], field, one_a_line if on is ReceiverList.REPORT else "")
        self.add("kept", self.tr("Kept here"), self.kept)
        self._form.addRow("", self.run)
        self._form.addRow(label(self.tr("For all series"), Role.HEADING))
        self.add("red", self.tr("Red of the masthead"), self.red)
        self.add("pitch", self.tr("Line pitch"), self.pitch)
        machine = self.tr("For this machine only. Empty prints with the fonts that come with the program.")
        self.add("fonts", self.tr("Folder with the office's fonts"), self.fonts, machine)
        usual_face = self.tr("As usual: the face of the system, else the one that comes with the program.")
        for role, box in self.faces.items():
            self.add(f"faces.{role}", text(f"face.{role}"), box, usual_face if role == FACES[-1] else "")
        self._place_preview()

    def _place_preview(self) -> None:
        """The fields at the left, the page at the right."""
        column = cast("QBoxLayout", self.layout())
        column.removeWidget(self._scroll)
        turn = across(
            self.problem,
            None,
            button(self.tr("Page before"), None, Kind.PLAIN, lambda: self.preview.turn(-1)),
            button(self.tr("Next page"), None, Kind.PLAIN, lambda: self.preview.turn(1)),
        )
        side = down(turn)
        side.addWidget(self.preview, 1)
        both = across(self._scroll, boxed(side), gap=Space.L)
        both.setStretch(0, 5)
        both.setStretch(1, 4)
        column.insertLayout(2, both, 1)

    def _connect(self) -> None:
        self.series.currentIndexChanged.connect(self._change_series)
        for line in (self.masthead, self.classification, self.kept, self.fonts.line):
            line.textChanged.connect(self._changed)
        for tick in (self.contents, self.numbered):
            tick.toggled.connect(self._changed)
        for field in self.lists.values():
            field.textChanged.connect(self._changed)
        self.red.changed.connect(self._changed)
        self.fonts.line.textChanged.connect(self._offer_faces)
        for box in (self.pitch, *self.faces.values()):
            box.currentIndexChanged.connect(self._changed)

    def _changed(self) -> None:
        self._keep_series()
        self._say_run()
        self._timer.start()

    def _change_series(self) -> None:
        self._keep_series()
        self._shown = Series(self.series.key())
        self._show_series()
        self._timer.start()

    def _keep_series(self) -> None:
        typed = {on: receiver_lines.read(on, field.toPlainText()) for on, field in self.lists.items()}
        receivers = [one for named in typed.values() for one in named]
        self._series[self._shown] = SeriesSetup(
            masthead=self.masthead.text().strip(),
            classification=self.classification.text().strip(),
            contents=self.contents.isChecked(),
            numbered=self.numbered.isChecked(),
            receivers=tuple(receivers),
            kept=self.kept.value(),
        )

    def _show_series(self) -> None:
        now = self._series[self._shown]
        for line in (self.masthead, self.classification, self.kept, *self.lists.values()):
            line.blockSignals(True)
        self.masthead.setText(now.masthead)
        self.classification.setText(now.classification)
        self.contents.setChecked(now.contents)
        self.numbered.setChecked(now.numbered)
        for on, field in self.lists.items():
            field.setPlainText(receiver_lines.written(now.receivers, on))
        self.kept.set_value(now.kept)
        for line in (self.masthead, self.classification, self.kept, *self.lists.values()):
            line.blockSignals(False)
        self._say_run()

    def _say_run(self) -> None:
        """The lists and what is kept sum to the print run."""
        now = self._series[self._shown]
        if not now.receivers:
            words = self.tr("Print run as in the settings of the office: {copies}")
            self.run.setText(words.format(copies=shown.count(self._now.office.copies, "copies")))
            return
        sums = {on: sum(one.copies for one in now.receivers if one.on == on) for on in ReceiverList}
        words = self.tr("{report} + {send} + {issue} + {kept} kept = print run {copies}")
        self.run.setText(
            words.format(
                report=sums[ReceiverList.REPORT],
                send=sums[ReceiverList.SEND],
                issue=sums[ReceiverList.ISSUE],
                kept=now.kept,
                copies=shown.count(now.copies, "copies"),
            )
        )

    def _offer_faces(self) -> None:
        """The files of the folder, and those that are chosen already; the usual order where none is."""
        folder = Path(self.fonts.path()) if self.fonts.path() else None
        there = folder is not None and folder.is_dir()
        files = sorted(path.name for path in folder.iterdir()) if there and folder is not None else []
        found = [name for name in files if Path(name).suffix.lower() in _ENDINGS]
        for role, box in self.faces.items():
            kept = box.key() or self._now.setup.faces.get(role, "")
            names = dict.fromkeys([*([kept] if kept else []), *found])
            usual = Option("", self.tr("As usual"))
            box.set_options([usual, *(Option(name, name) for name in names)])
            box.choose(kept)

    def _set_page(self) -> None:
        if self._working:
            self._due = True
            return
        self._working, self._due = True, False
        task = self._desk.runner.create(partial(_sample, self._shown, self.typed()))
        task.succeeded.connect(self._show)
        task.failed.connect(self._say_failed)
        self._desk.runner.start(task)

    def _show(self, pdf: bytes) -> None:
        self._rest()
        self.problem.setText("")
        self.preview.show_pdf(pdf)

    def _say_failed(self, error: BaseException) -> None:
        self._rest()
        words = sentence(error) if isinstance(error, DeskError) else self.tr("The page could not be printed.")
        self.problem.setText(words)

    def _rest(self) -> None:
        self._working = False
        if self._due:
            self._timer.start()

    @override
    def _fit(self) -> None:
        """The window keeps its size: its fields scroll beside the page."""
        self._scroll.keep_parts_whole()
        self._scroll.keep_height()


def _held(part: str, value: Any) -> Held:
    """A part of a series, and the same in words."""
    if part == "receivers":
        return Held(value, "、".join(receiver_lines.written(value, on) for on in ReceiverList).strip("、"))
    ticked = "■" if value else "□"
    return Held(value, ticked if isinstance(value, bool) else str(value))


def _sample(series: Series, pages: Pages, operation: Operation) -> bytes:
    """Runs on a thread of its own."""
    operation.check()
    return proofs.sample(series, pages.office, pages.setup, pages.fonts)


def _lines_field() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setTabChangesFocus(True)
    made.setFixedHeight(_LINES * theme.line_height() + 22)
    return made
