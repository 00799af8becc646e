"""The note of a call: whom to phone, what was answered, and the calls before."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui import format as shown
from ui.dialogs.form import FormDialog
from ui.messages import text
from ui.theme.icons import Glyph
from ui.theme.tokens import Role
from ui.widgets.buttons import Kind, button
from ui.widgets.fields import Option, PickBox, text_field
from ui.widgets.labels import label
from ui.widgets.layouts import across, boxed
from ui.widgets.window_size import least_width
from xcdesk.codes import CallAnswer, QuotaSubject, Vocabulary
from xcdesk.services.due import noted_calls
from xcdesk.services.due.calls import NewCall
from xcdesk.services.office import terms
from xcdesk.services.roster.outlets import OutletRow

_BEFORE = 4
"""So many of the calls before are shown."""


@dataclass(frozen=True, slots=True)
class Owed:
    """What an outlet is phoned about: for which day, and what it owes."""

    outlet: OutletRow
    day: dt.date
    subject: QuotaSubject


class CallForm(FormDialog):
    """Shows name, post and telephone of the liaison; ``log_asked`` when the outlet tells what it has run."""

    help_topic = "today#call"
    log_asked = Signal()

    def __init__(self, owed: Owed, save: Callable[[NewCall], object], parent: QWidget | None) -> None:
        super().__init__(
            self.tr("Call {outlet}").format(outlet=owed.outlet.name),
            self.tr("Note the call"),
            lambda: save(self.typed()),
            parent,
        )
        least_width(self, 620)
        self._owed = owed
        person = owed.outlet.liaison
        self.answer = PickBox([Option(one.value, text(f"call.answer.{one.value}")) for one in _answers(owed)])
        self.reason = PickBox([Option(term.code, term.label) for term in terms.terms(Vocabulary.REASON)])
        self.person = text_field(person.name if person is not None else "", 40)
        self.note = text_field("", 200)
        self.add("phone", self.tr("Liaison"), self._liaison())
        self.add("answer", self.tr("Answer"), self.answer)
        self.add("reason", self.tr("Reason"), self.reason)
        self.add("person", self.tr("Spoke to"), self.person)
        self.add("note", self.tr("Note"), self.note)
        self.add("before", self.tr("Calls before"), label(_before(owed), Role.CAPTION, "second", wrap=True))
        self.answer.currentIndexChanged.connect(self._follow)
        self._follow()
        self.answer.setFocus()

    def typed(self) -> NewCall:
        """What the form holds."""
        answer = CallAnswer(self.answer.key())
        return NewCall(
            self._owed.outlet.id,
            self._owed.day,
            self._owed.subject,
            answer,
            self.person.text(),
            self.reason.key() if answer == CallAnswer.NONE_TODAY else "",
            self.note.text(),
        )

    def _liaison(self) -> QWidget:
        person = self._owed.outlet.liaison
        if person is None:
            words = self.tr("No liaison is on the roster. Enter one on the roster page first.")
        else:
            words = "  ".join(part for part in (person.name, person.post, person.phone) if part)
        parts = [label(words, Role.HEADING if person is not None else Role.BODY, wrap=True)]
        ways = []
        if person is not None and person.phone:
            copy = button(self.tr("Copy number"), Glyph.COPY, Kind.PLAIN, self._copy)
            ways.append(copy)
        if self._owed.subject == QuotaSubject.ITEMS:
            ways.append(button(self.tr("It has run: log it…"), Glyph.ADD, Kind.NORMAL, self._log))
        row = across(*parts, *ways)
        row.setStretch(0, 1)
        return boxed(row)

    def _copy(self) -> None:
        person = self._owed.outlet.liaison
        if person is not None:
            QGuiApplication.clipboard().setText(person.phone)

    def _log(self) -> None:
        self.reject()
        self.log_asked.emit()

    def _follow(self) -> None:
        self.reason.setEnabled(self.answer.key() == CallAnswer.NONE_TODAY)


def _answers(owed: Owed) -> Sequence[CallAnswer]:
    """None today answers what is owed for the day alone."""
    daily = owed.subject == QuotaSubject.ITEMS
    return [one for one in CallAnswer if daily or one != CallAnswer.NONE_TODAY]


def _before(owed: Owed) -> str:
    found = noted_calls.calls(owed.outlet.id, _BEFORE)
    return "\n".join(map(shown.call, found)) or text("call.nobody_yet")
