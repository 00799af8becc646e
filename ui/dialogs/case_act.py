"""The form of an act on a follow-up case: each act asks for what it can be given."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from ui import format as shown
from ui.dialogs.form import FormDialog
from ui.dialogs.material_forms import words_field
from ui.messages import text
from ui.tablemodels.cases import number, state_word
from ui.widgets.fields import DayField, Option, PickBox, text_field
from ui.widgets.files_field import FilesField
from ui.widgets.find_field import FindField
from ui.widgets.labels import label
from ui.widgets.name_field import NameField
from ui.widgets.window_size import least_width
from xcdesk import clock
from xcdesk.codes import CallBack, CaseKind, CaseResult, MaterialKind, NoticeLevel
from xcdesk.services import approvals, cases
from xcdesk.services.approvals import Asked as Queue
from xcdesk.services.cases import RESULTS, Action, CaseDetail, CaseFilter, CaseOrder, CaseRow, Request
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.log import coverage_log
from xcdesk.services.log.evidence import NewFile
from xcdesk.services.office import workdays
from xcdesk.services.office.printed import label as text_zh
from xcdesk.services.roster import units

translate = QCoreApplication.translate
_WIDE = 560
_MOST_FOUND = 30
_MORE_DAYS = 5
"""Working days by which an extension is offered to be longer."""
_NAMES = re.compile(r"[、,，;；\n]+")
_CHANNELS = ("phone", "message", "letter", "visit")


class Asks(StrEnum):
    """One thing that an act can be given; its name is the key of the field."""

    RESULT = auto()
    LEVEL = auto()
    SAID = auto()
    UNIT = auto()
    HELPERS = auto()
    DUE = auto()
    PERSON = auto()
    CHANNEL = auto()
    INTO = auto()
    ITEM = auto()
    UNITEM = auto()
    MATERIAL = auto()
    WORDS = auto()
    DAY = auto()
    FILES = auto()
    VERIFY = auto()


_ASKED: Mapping[Action, tuple[Asks, ...]] = {
    Action.DECLINE: (Asks.WORDS,),
    Action.MERGE: (Asks.INTO, Asks.WORDS),
    Action.DISPATCH: (Asks.DUE, Asks.HELPERS, Asks.WORDS),
    Action.ACCEPT: (Asks.PERSON, Asks.DAY),
    Action.RETURN: (Asks.WORDS,),
    Action.GRANT_RETURN: (Asks.WORDS,),
    Action.REFUSE_RETURN: (Asks.WORDS,),
    Action.REPORT: (Asks.WORDS, Asks.FILES),
    Action.ASK_EXTENSION: (Asks.DUE, Asks.WORDS),
    Action.EXTEND: (Asks.DUE, Asks.WORDS),
    Action.REFUSE_EXTENSION: (Asks.WORDS,),
    Action.CHASE: (Asks.PERSON, Asks.CHANNEL, Asks.WORDS),
    Action.NOTICE: (Asks.LEVEL, Asks.WORDS),
    Action.ANSWER: (Asks.RESULT, Asks.WORDS, Asks.FILES, Asks.DAY),
    Action.SEND_BACK: (Asks.WORDS,),
    Action.PASS: (Asks.WORDS, Asks.VERIFY),
    Action.CALL_BACK: (Asks.SAID, Asks.WORDS, Asks.DAY),
    Action.CLOSE: (Asks.WORDS,),
    Action.REOPEN: (Asks.WORDS, Asks.DUE),
    Action.WITHDRAW: (Asks.WORDS,),
    Action.TRANSFER: (Asks.UNIT, Asks.DUE, Asks.HELPERS, Asks.WORDS),
    Action.INTERVIEW: (Asks.DAY,),
    Action.LINK: (Asks.ITEM,),
    Action.UNLINK: (Asks.UNITEM,),
    Action.EVIDENCE: (Asks.FILES,),
    Action.REPLY: (Asks.WORDS, Asks.DAY),
    Action.PUBLISH: (Asks.MATERIAL,),
}
ASKING = frozenset(_ASKED)
"""Acts that ask for something; the others are done at once."""
_NEEDED = frozenset(
    (
        Action.DECLINE, Action.MERGE, Action.RETURN, Action.REFUSE_RETURN, Action.REPORT,
        Action.ASK_EXTENSION, Action.REFUSE_EXTENSION, Action.NOTICE, Action.ANSWER, Action.SEND_BACK,
        Action.REOPEN, Action.WITHDRAW, Action.TRANSFER, Action.REPLY,
    )
)  # fmt: skip
"""Acts whose words have a name of their own, because they are never left empty."""


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    widget: QWidget
    hint: str = ""


def action_word(action: Action) -> str:
    """The act as a button names it."""
    return capital(text(f"case.action.{action.value}"))


def capital(words: str) -> str:
    """With a capital in front, as a name stands in a form."""
    return words[:1].upper() + words[1:]


class CaseActForm(FormDialog):
    """Asks for what ``action`` takes; ``save`` gets it with the version that was on the screen."""

    help_topic = "followup#acts"

    def __init__(
        self, seen: CaseDetail, action: Action, save: Callable[[Request], object], parent: QWidget | None
    ) -> None:
        row = seen.row
        title = translate("CaseActForm", "{action}: {number}").format(
            action=action_word(action), number=number(row)
        )
        super().__init__(title, action_word(action), lambda: save(self.typed()), parent)
        self._seen, self._action = seen, action
        self.fields: dict[Asks, Any] = {}
        self._form.addRow("", label(f"{row.title} · {row.unit}", tone="second", wrap=True))
        for asks in _ASKED[action]:
            made = self._made(asks)
            if made is not None:
                self.fields[asks] = made.widget
                self.add(asks.value, made.name, made.widget, made.hint)
        least_width(self, _WIDE)

    def typed(self) -> Request:
        """What the form holds."""
        given: dict[str, Any] = {"version": self._seen.row.version}
        for asks, field in self.fields.items():
            given |= _READ[asks](field)
        return Request(**given)

    def _made(self, asks: Asks) -> _Field | None:
        if asks == Asks.VERIFY and self._seen.row.kind != CaseKind.FINDING:
            return None
        makers: Mapping[Asks, Callable[[], _Field]] = {
            Asks.RESULT: self._result,
            Asks.LEVEL: self._level,
            Asks.SAID: self._said,
            Asks.UNIT: lambda: _Field(self.tr("To the unit"), NameField(_unit_names())),
            Asks.HELPERS: lambda: _Field(
                self.tr("Helped by"),
                text_field(limit=400),
                self.tr("Units of the roster, with commas between"),
            ),
            Asks.DUE: self._due,
            Asks.PERSON: self._person,
            Asks.CHANNEL: self._channel,
            Asks.INTO: self._into,
            Asks.ITEM: self._item,
            Asks.UNITEM: self._unitem,
            Asks.MATERIAL: self._material,
            Asks.WORDS: self._words,
            Asks.DAY: lambda: _Field(self.tr("On the day"), DayField(clock.today())),
            Asks.FILES: self._files,
            Asks.VERIFY: lambda: _Field(
                self.tr("Verify"), QCheckBox(self.tr("Look into it once more before it is closed"))
            ),
        }
        return makers[asks]()

    def _result(self) -> _Field:
        fitting = [
            Option(one.value, text(f"case.result.{one.value}")) for one in RESULTS[self._seen.row.kind]
        ]
        return _Field(self.tr("Result"), PickBox(fitting))

    def _level(self) -> _Field:
        levels = [Option(one.value, text(f"case.level.{one.value}")) for one in NoticeLevel]
        hint = self.tr("Blue shortly before the day due, yellow when it goes badly, red once it is overdue.")
        box, due = PickBox(levels), self._seen.row.due
        late = due is not None and clock.today() > due
        box.choose((NoticeLevel.YELLOW if late else NoticeLevel.BLUE).value)
        return _Field(self.tr("Notice"), box, hint)

    def _said(self) -> _Field:
        answers = [Option(one.value, text(f"case.said.{one.value}")) for one in CallBack]
        choose = Option("", self.tr("choose what was said"))
        return _Field(self.tr("The petitioner"), PickBox([choose, *answers]))

    def _due(self) -> _Field:
        row = self._seen.row
        if self._action == Action.DISPATCH and row.due is not None:
            field = DayField(row.due)
            field.setEnabled(False)
            return _Field(self.tr("Due on"), field, self.tr("The clock runs since the first dispatch."))
        day = row.asked_due or usual_due(row, self._action)
        today = clock.today()
        hint = self.tr("{left} from today, by the office's calendar").format(
            left=shown.count(workdays.load().left(today, day), "working_days") if day >= today else "—"
        )
        return _Field(self.tr("Due on"), DayField(day), hint)

    def _person(self) -> _Field:
        if self._action == Action.ACCEPT:
            return _Field(self.tr("Signed for by"), text_field(limit=40))
        return _Field(self.tr("Spoken to"), text_field(self._seen.row.receiver, 40))

    def _channel(self) -> _Field:
        return _Field(self.tr("How"), channel_box())

    def _into(self) -> _Field:
        seen = self._seen

        def find(words: str) -> Sequence[Option]:
            if words:
                rows = cases.page(CaseFilter(search=words), CaseOrder.NEWEST, limit=_MOST_FOUND)
            else:
                like = cases.similar(seen.row.title, seen.body, seen.row.unit, leave=seen.row.id)
                rows = tuple(one.row for one in like)
            return [Option(str(row.id), case_words(row)) for row in rows if row.id != seen.row.id]

        hint = self.tr("Number or words of the title")
        return _Field(self.tr("Into"), FindField(hint, find), self.tr("Similar cases are shown first."))

    def _item(self) -> _Field:
        def find(words: str) -> Sequence[Option]:
            asked = ItemFilter(search=words) if words else ItemFilter(unit_ids=(self._seen.row.unit_id,))
            rows = coverage_log.page(asked, limit=_MOST_FOUND).rows
            return [
                Option(str(row.id), f"{shown.day(row.day)} {row.outlet} {row.title}")
                for row in rows
                if row.title
            ]

        hint = self.tr("Words of the title")
        return _Field(
            self.tr("Report"), FindField(hint, find), self.tr("Reports of the unit are shown first.")
        )

    def _unitem(self) -> _Field:
        linked = [
            Option(str(link.item), f"{shown.day(link.day)} {link.outlet} {link.title}")
            for link in self._seen.links
        ]
        return _Field(self.tr("Report"), PickBox(linked))

    def _material(self) -> _Field:
        rows = approvals.page(_nobody(), Queue(kind=MaterialKind.FINDING))
        texts = [Option(str(row.id), row.title) for row in rows]
        hint = self.tr("A text of the kind “finding made public”, from the approval queue.")
        return _Field(self.tr("Text"), PickBox(texts), hint)

    def _words(self) -> _Field:
        if self._action == Action.REPLY:  # its name is a sentence
            return _Field(self.tr("Reply"), words_field(), capital(text("case.words.reply")))
        if self._action in _NEEDED:
            return _Field(capital(text(f"case.words.{self._action.value}")), words_field())
        return _Field(self.tr("Note"), words_field(), self.tr("May stay empty"))

    def _files(self) -> _Field:
        wanted = self._action == Action.ANSWER and self._seen.row.kind != CaseKind.COMPLAINT
        hint = self.tr("Pictures, documents, screenshots that show it") if wanted else ""
        return _Field(self.tr("Evidence"), FilesField(), hint)


def channel_box() -> PickBox:
    """How a unit was chased; what is chosen stands in the history in Chinese."""
    return PickBox([Option(text_zh(f"case_channel.{way}"), text(f"case_channel.{way}")) for way in _CHANNELS])


def usual_due(row: CaseRow, action: Action) -> dt.date:
    """Until when a department has, unless another day is chosen."""
    today, days = clock.today(), workdays.load()
    if action in {Action.ASK_EXTENSION, Action.EXTEND}:
        return days.after(max(today, row.due or today), _MORE_DAYS)
    if action == Action.TRANSFER and row.due is not None and row.due >= today:
        return row.due
    if row.promised_on is not None and row.promised_on >= today:
        return row.promised_on
    return days.after(today, cases.load_rules().days(row.kind))


def case_words(row: CaseRow) -> str:
    """A case in a line: number, title, unit, state."""
    return f"{number(row)} {row.title} · {row.unit} · {state_word(row.state)}"


def _nobody() -> Any:
    from xcdesk.services.office import people  # start-up time

    return people.program()


def _unit_names() -> list[str]:
    return [unit.name for unit in units.units()]


def _number(key: str) -> int | None:
    return int(key) if key else None


_READ: Mapping[Asks, Callable[[Any], dict[str, Any]]] = {
    Asks.RESULT: lambda field: {"result": CaseResult(field.key())},
    Asks.LEVEL: lambda field: {"level": NoticeLevel(field.key())},
    Asks.SAID: lambda field: {"said": CallBack(field.key()) if field.key() else None},
    Asks.UNIT: lambda field: {"unit": field.name()},
    Asks.HELPERS: lambda field: {"helpers": tuple(filter(None, map(str.strip, _NAMES.split(field.text()))))},
    Asks.DUE: lambda field: {"due": field.day()},
    Asks.PERSON: lambda field: {"person": field.text()},
    Asks.CHANNEL: lambda field: {"channel": field.key()},
    Asks.INTO: lambda field: {"into": _number(field.key())},
    Asks.ITEM: lambda field: {"item": _number(field.key())},
    Asks.UNITEM: lambda field: {"item": _number(field.key())},
    Asks.MATERIAL: lambda field: {"material": _number(field.key())},
    Asks.WORDS: lambda field: {"words": field.toPlainText()},
    Asks.DAY: lambda field: {"day": field.day()},
    Asks.FILES: lambda field: {"files": tuple(map(NewFile.at, field.paths()))},
    Asks.VERIFY: lambda field: {"verify": field.isChecked()},
}
"""What each field says, as a part of the request."""
