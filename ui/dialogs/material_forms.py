"""Forms of the approval queue: what is said with an act, and who is meant by it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from ui import format as shown
from ui.dialogs.form import FormDialog
from ui.messages import text
from ui.theme.tokens import Role, Space
from ui.widgets.fields import DayField, Option, PickBox, long_field
from ui.widgets.labels import label
from ui.widgets.layouts import boxed, down
from ui.widgets.window_size import least_width
from xcdesk import clock
from xcdesk.services.approvals import Expediting, Point, Sending
from xcdesk.services.office import workdays
from xcdesk.services.record.actor import Actor

_LINES = 3
_WIDE = 560


def people_options(people: Sequence[Actor]) -> list[Option]:
    """People to choose from, each with post and role."""
    return [Option(str(each.id), _person(each)) for each in people]


def words_field() -> QPlainTextEdit:
    """A few lines that do not take what room a form has."""
    made = long_field(lines=_LINES)
    made.setMaximumHeight(made.minimumHeight())
    return made


def _person(person: Actor) -> str:
    role = text(f"role.{person.role.value}")
    return f"{person.name}  {person.post or role}"


class WordsForm(FormDialog):
    """Asks for the words that an act needs; ``key`` is the fact by which a refusal names the field."""

    help_topic = "approvals#decide"

    def __init__(
        self,
        title: str,
        verb: str,
        name: str,
        save: Callable[[str], object],
        parent: QWidget | None = None,
        *,
        about: str = "",
    ) -> None:
        super().__init__(title, verb, lambda: save(self.words.toPlainText()), parent)
        self.words = words_field()
        if about:
            self.add("about", self.tr("Asked"), boxed(down(label(about, wrap=True))))
        self.add("words", name, self.words)
        self.words.setFocus()
        least_width(self, _WIDE)


class RecallForm(FormDialog):
    """Asks why a text is taken back from review; the words may be left out."""

    help_topic = "approvals#submit"

    def __init__(self, title: str, recall: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Recall “{title}” from review").format(title=title),
            self.tr("Recall"),
            lambda: recall(self.words.toPlainText()),
            parent,
        )
        self.words = words_field()
        hint = self.tr("Stands in the record and on the review record; may stay empty.")
        self.add("words", self.tr("Why"), self.words, hint)
        least_width(self, _WIDE)


class PersonForm(FormDialog):
    """Asks whom an act is about and for what; ``save`` gets the id of the person and the words."""

    help_topic = "approvals#decide"

    def __init__(
        self,
        title: str,
        verb: str,
        name: str,
        people: Sequence[Actor],
        save: Callable[[int, str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, verb, self._take, parent)
        self._done = save
        self.person = PickBox(people_options(people))
        self.words = words_field()
        self.add("person", self.tr("Person"), self.person)
        self.add("words", name, self.words)
        least_width(self, _WIDE)

    def _take(self) -> None:
        self._done(int(self.person.key() or 0), self.words.toPlainText())


class SubmitForm(FormDialog):
    """The checklist before a text is submitted, with what of it there is to look at, and a note."""

    help_topic = "approvals#submit"

    def __init__(
        self,
        title: str,
        hints: dict[Point, str],
        warnings: Sequence[str],
        save: Callable[[Sending], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("Submit “{title}”").format(title=title),
            self.tr("Submit"),
            lambda: save(self.typed()),
            parent,
        )
        self.points = {point: QCheckBox(text(f"material.point.{point.value}")) for point in Point}
        parts: list[QWidget] = []
        for point, box in self.points.items():
            parts.append(box)
            if hints.get(point):
                parts.append(label(hints[point], Role.CAPTION, "muted", wrap=True))
        self.note = words_field()
        if warnings:
            found = [label(f"▲ {words}", tone="warn", wrap=True) for words in warnings]
            self.add("warnings", self.tr("To be seen to"), boxed(down(*found, gap=2)))
        checked = boxed(down(*parts, gap=Space.XS))
        checked.setFocusProxy(self.points[Point.FACTS])
        self.add("points", self.tr("Checked"), checked)
        self.add("note", self.tr("Note"), self.note, self.tr("For those who review it; may stay empty"))
        self.points[Point.FACTS].setFocus()
        least_width(self, _WIDE)

    def typed(self) -> Sending:
        """What was ticked and noted."""
        checked = frozenset(point for point, box in self.points.items() if box.isChecked())
        return Sending(self.note.toPlainText(), checked)


class ExpediteForm(FormDialog):
    """Asks why something is issued before it is checked, who owes the check, and until when."""

    help_topic = "approvals#issue"

    def __init__(
        self,
        title: str,
        people: Sequence[Actor],
        save: Callable[[Expediting], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("Issue “{title}” first, check later").format(title=title),
            self.tr("Issue first"),
            lambda: save(self.typed()),
            parent,
        )
        self.reason = words_field()
        self.owner = PickBox(people_options(people))
        self.due = DayField(workdays.load().after(clock.today(), 1))
        self.add("words", self.tr("Why it cannot wait"), self.reason)
        self.add("owner", self.tr("Checked by"), self.owner)
        hint = self.tr("It stays red on Today until it is checked. Usual: the next working day, {day}.")
        self.add("due", self.tr("Checked until"), self.due, hint.format(day=shown.day(self.due.day())))
        self.reason.setFocus()
        least_width(self, _WIDE)

    def typed(self) -> Expediting:
        """What the form holds."""
        return Expediting(self.reason.toPlainText(), int(self.owner.key() or 0), self.due.day())
