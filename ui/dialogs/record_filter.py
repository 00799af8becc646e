"""What the record of acts is filtered by: words, a person, an act, what it was done to, and days."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.language import language
from ui.messages import text
from ui.theme.tokens import Role
from ui.widgets.fields import Option, PickBox
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.layouts import down
from ui.widgets.maybe_day import MaybeDay
from ui.widgets.search_box import SearchBox
from xcdesk.services.record import record_book
from xcdesk.services.record.record_book import RecordFilter, RecordRow


class RecordFilters(QWidget):
    """Two rows of fields; every change is said at once."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchBox(self.tr("Search the record"), 220)
        self.who, self.action, self.kind = PickBox(), PickBox(), PickBox()
        self.since = MaybeDay(self.tr("From"), None)
        self.until = MaybeDay(self.tr("Until"), None)
        self.count = label("", Role.CAPTION, "muted")
        self.only = label("", Role.CAPTION, "muted")
        self._subject = ""
        names = (self.tr("Person"), self.tr("Act"), self.tr("Done to"))
        boxes = (self.who, self.action, self.kind)
        for box, name in zip(boxes, names, strict=True):
            box.setAccessibleName(name)
            box.currentIndexChanged.connect(self.changed)
        self.search.searched.connect(self.changed)
        for day in (self.since, self.until):
            day.known.toggled.connect(self.changed)
            day.field.dateChanged.connect(self.changed)
        self.setLayout(
            down(
                Flow((self.search, *boxes)),
                Flow((self.since, self.until, self.only, None, self.count)),
            )
        )

    def chosen(self) -> RecordFilter:
        """What is let through."""
        return RecordFilter(
            who=self.who.key(),
            action=self.action.key(),
            kind=self.kind.key(),
            subject=self._subject,
            since=self.since.day(),
            until=self.until.day(),
            words=self.search.query(),
        )

    def offer(self) -> None:
        """Offer what occurs in the record now; what was chosen stays."""
        found = record_book.choices()
        acts = sorted((record_book.action_words(act, language()), act) for act in found.actions)
        everybody, every_act = Option("", self.tr("Everybody")), Option("", self.tr("Every act"))
        everything = Option("", self.tr("Everything"))
        self._set(self.who, [everybody, *(Option(login, name) for login, name in found.people.items())])
        self._set(self.action, [every_act, *(Option(act, words) for words, act in acts)])
        self._set(self.kind, [everything, *(Option(kind, text(f"what.{kind}")) for kind in found.kinds)])

    def show_only(self, row: RecordRow) -> None:
        """Let through only what was done to the same as in ``row``."""
        self.clear(row.subject)
        self.only.setText(self.tr("Only: {name}").format(name=row.about(language())))

    def clear(self, subject: str = "") -> None:
        """Let everything through again."""
        self.blockSignals(True)  # Qt's own
        self._subject = subject
        self.only.setText("")
        for box in (self.who, self.action, self.kind):
            box.choose("")
        for day in (self.since, self.until):
            day.known.setChecked(False)
        self.search.show_query("")
        self.blockSignals(False)
        self.changed.emit()

    def is_open(self) -> bool:
        """Whether everything is let through."""
        return self.chosen() == RecordFilter()

    def _set(self, box: PickBox, options: list[Option]) -> None:
        box.blockSignals(True)
        box.set_options(options)
        box.blockSignals(False)
