"""Registering a follow-up case, or changing one that no department has yet; like ones are shown."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.dialogs.case_act import capital, case_words
from ui.dialogs.form import FormDialog
from ui.dialogs.material_forms import words_field
from ui.messages import text
from ui.tablemodels.cases import number
from ui.theme.tokens import Role
from ui.widgets.buttons import Kind, button
from ui.widgets.fields import DayField, Option, PickBox, text_field
from ui.widgets.labels import label
from ui.widgets.layouts import clear, down
from ui.widgets.maybe_day import MaybeDay
from ui.widgets.name_field import NameField
from ui.widgets.window_size import least_width
from xcdesk import clock
from xcdesk.codes import CaseKind, CaseSource
from xcdesk.services import cases
from xcdesk.services.cases import SOURCES, CaseChange, CaseDetail, NewCase, Petitioner
from xcdesk.services.roster import units

translate = QCoreApplication.translate
_WIDE = 640
_PAUSE_MS = 300
_MOST_LIKE = 3


class SimilarBox(QWidget):
    """Cases that are like what is being typed; a click on one opens it instead."""

    asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._column = down(gap=2)
        self.setLayout(self._column)
        self.hide()

    def show_like(self, title: str, words: str, unit: str, leave: int | None) -> None:
        """Look for cases like these words."""
        clear(self._column)
        found = cases.similar(title, words, unit, limit=_MOST_LIKE, leave=leave)
        if found:
            self._column.addWidget(label(self.tr("▲ Like ones are there already:"), Role.CAPTION, "warn"))
        for one in found:
            other = partial(self.asked.emit, one.row.id)
            line = button(case_words(one.row), None, Kind.LINK, other)
            self._column.addWidget(line)
        self.setVisible(bool(found))


class CaseForm(FormDialog):
    """Asks for a case; which fields there are depends on its kind, which a registered one keeps."""

    help_topic = "followup#new"
    opened = Signal(int)  # a like one, instead

    def __init__(
        self,
        seen: CaseDetail | None,
        kind: CaseKind,
        save: Callable[["CaseForm"], object],
        parent: QWidget | None,
    ) -> None:
        title = translate("CaseForm", "Register a case")
        verb = translate("CaseForm", "Register")
        if seen is not None:
            title = translate("CaseForm", "Edit {number}").format(number=number(seen.row))
            verb = translate("CaseForm", "Save")
        super().__init__(title, verb, lambda: save(self), parent)
        self._seen = seen
        self._make_fields(seen, kind)
        self._place_fields()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.look_for_like)
        for typed in (self.title.textEdited, self.unit.textChanged, self.body.textChanged):
            typed.connect(lambda *_: self._pause.start())
        self.kind.currentIndexChanged.connect(self._follow_kind)
        self.like.asked.connect(self._open_other)
        self._follow_kind()
        self.title.setFocus()
        least_width(self, _WIDE)

    def new(self) -> NewCase:
        """The case to register."""
        kind = self.chosen_kind()
        promised = self.promised.day() if kind == CaseKind.COMMITMENT else None
        return NewCase(
            kind,
            self.title.text(),
            self.unit.name(),
            CaseSource(self.source.key()),
            self.body.toPlainText(),
            self.important.isChecked(),
            self.received.day(),
            self.petitioner() if kind == CaseKind.COMPLAINT else Petitioner(),
            self.promise.toPlainText() if kind == CaseKind.COMMITMENT else "",
            promised,
            self.interviewed.day() if kind == CaseKind.COMMITMENT else None,
        )

    def change(self) -> CaseChange:
        """What a registered one is to become."""
        commitment = self.chosen_kind() == CaseKind.COMMITMENT
        return CaseChange(
            self.title.text(),
            self.unit.name(),
            CaseSource(self.source.key()),
            self.body.toPlainText(),
            self.important.isChecked(),
            self.received.day(),
            self.promise.toPlainText() if commitment else None,
            self.promised.day() if commitment else None,
        )

    def petitioner(self) -> Petitioner:
        """Who stands behind a complaint."""
        return Petitioner(self.name.text(), self.phone.text(), self.address.text(), note=self.note.text())

    def chosen_kind(self) -> CaseKind:
        """The kind chosen."""
        return CaseKind(self.kind.key())

    def look_for_like(self) -> None:
        """Show the cases that are like what is typed."""
        leave = self._seen.row.id if self._seen is not None else None
        self.like.show_like(self.title.text(), self.body.toPlainText(), self.unit.name(), leave)
        if self.isVisible():
            self._fit()

    def _make_fields(self, seen: CaseDetail | None, kind: CaseKind) -> None:
        row = seen.row if seen is not None else None
        self.kind = PickBox([Option(one.value, capital(text(f"case.kind.{one.value}"))) for one in CaseKind])
        self.kind.choose(kind.value)
        self.kind.setEnabled(row is None)
        self.title = text_field(row.title if row else "", 200)
        self.like = SimilarBox()
        self.unit = NameField([unit.name for unit in units.units()])
        self.unit.setText(row.unit if row else "")
        self.source = PickBox()
        self.body = words_field()
        self.body.setPlainText(seen.body if seen else "")
        self.important = QCheckBox(self.tr("A leader dispatches and closes it"))
        self.important.setChecked(row.important if row else False)
        self.received = DayField(row.received_on if row else clock.today())
        self.promise = words_field()
        self.promise.setPlainText(row.promise if row else "")
        self.promised = DayField(
            (row.promised_on if row else None) or clock.today().replace(month=12, day=31)
        )
        self.interviewed = MaybeDay(self.tr("on the day"), row.interviewed_on if row else None)
        self.name, self.phone = text_field(limit=40), text_field(limit=40)
        self.address, self.note = text_field(limit=200), text_field(limit=200)

    def _place_fields(self) -> None:
        self.add("kind", self.tr("Kind"), self.kind)
        self.add("title", self.tr("Title"), self.title)
        self._form.addRow("", self.like)
        self.add(
            "unit", self.tr("Unit"), self.unit, self.tr("A unit of the roster; its work is the subject.")
        )
        self.add("source", self.tr("Source"), self.source)
        self.add("text", self.tr("What it is about"), self.body)
        self.add("promise", self.tr("Promise, word for word"), self.promise)
        self.add("promised_on", self.tr("Promised until"), self.promised)
        self.add("interviewed_on", self.tr("Interviewed"), self.interviewed)
        hint = self.tr("Encrypted; not in lists, exports or prints. Do not repeat it in title or text.")
        self.add("name", self.tr("Petitioner"), self.name, hint)
        self.add("phone", self.tr("Telephone"), self.phone)
        self.add("address", self.tr("Address"), self.address)
        self.add("note", self.tr("Private note"), self.note)
        self.add("received_on", self.tr("Received on"), self.received)
        self.add("important", self.tr("Important"), self.important)

    def _follow_kind(self) -> None:
        """Only the fields of the kind are there; private details of a registered case stay where they are."""
        kind = self.chosen_kind()
        self.source.set_options(
            [Option(one.value, capital(text(f"case.source.{one.value}"))) for one in SOURCES[kind]]
        )
        if self._seen is not None:
            self.source.choose(self._seen.row.source.value)
        commitment, complaint = kind == CaseKind.COMMITMENT, kind == CaseKind.COMPLAINT
        for key, there in (
            ("promise", commitment),
            ("promised_on", commitment),
            ("interviewed_on", commitment and self._seen is None),
            ("name", complaint and self._seen is None),
            ("phone", complaint and self._seen is None),
            ("address", complaint and self._seen is None),
            ("note", complaint and self._seen is None),
            ("source", len(SOURCES[kind]) > 1),
        ):
            self.set_shown(key, shown=there)
        if self.isVisible():
            self._fit()

    def _open_other(self, case_id: int) -> None:
        self.reject()
        self.opened.emit(case_id)
