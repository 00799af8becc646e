"""Forms of open matters: what it is, whose it is, until when; and how it was resolved."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.form import FormDialog
from ui.widgets.fields import Option, PickBox, long_field, text_field
from ui.widgets.maybe_day import MaybeDay
from xcdesk.services.due.matters import MatterRow, MatterTerms
from xcdesk.services.record.actor import Actor

translate = QCoreApplication.translate


class MatterForm(FormDialog):
    """Asks for a matter; ``row`` is the one to change, None for a new one."""

    help_topic = "today#matters"

    def __init__(
        self,
        row: MatterRow | None,
        people: Sequence[Actor],
        save: Callable[[MatterTerms], object],
        parent: QWidget | None,
    ) -> None:
        title = translate("MatterForm", "Pin a matter") if row is None else translate("MatterForm", "Matter")
        verb = translate("MatterForm", "Pin") if row is None else translate("MatterForm", "Save")
        super().__init__(title, verb, lambda: save(self.typed()), parent)
        before = row.terms if row is not None else MatterTerms("")
        self.title = text_field(before.title, 200)
        self.title.setReadOnly(row is not None and row.symptom is not None)
        nobody = Option("", self.tr("nobody yet"))
        self.owner = PickBox([nobody, *(Option(str(one.id), one.name) for one in people)])
        self.owner.choose(str(before.owner or ""))
        self.due = MaybeDay(self.tr("by the day"), before.due)
        self.note = long_field(before.note, lines=3)
        self.note.setFixedHeight(self.note.minimumHeight())
        self.add("title", self.tr("What"), self.title)
        self.add("owner", self.tr("Whose"), self.owner)
        self.add("due", self.tr("Until"), self.due)
        self.add("note", self.tr("Note"), self.note)

    def typed(self) -> MatterTerms:
        """What the form holds."""
        owner = self.owner.key()
        due: dt.date | None = self.due.day()
        return MatterTerms(self.title.text(), self.note.toPlainText(), int(owner) if owner else None, due)


class ResolveForm(FormDialog):
    """Asks how a matter was resolved; then it goes from sight and stays in the record."""

    help_topic = "today#matters"

    def __init__(self, title: str, save: Callable[[str], object], parent: QWidget | None) -> None:
        super().__init__(
            translate("ResolveForm", "Resolve"), translate("ResolveForm", "Resolve"), self._act, parent
        )
        self._resolve = save
        self.what = text_field(title, 200)
        self.what.setReadOnly(True)
        self.how = text_field("", 200)
        self.add("what", self.tr("What"), self.what)
        self.add("resolution", self.tr("How it was resolved"), self.how)
        self.how.setFocus()

    def _act(self) -> None:
        self._resolve(self.how.text())
