"""Forms of the roster about units, spellings and the members of the editable lists."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.form import FormDialog
from ui.messages import text
from ui.widgets.fields import Option, PickBox, long_field, text_field
from xcdesk.codes import UnitKind
from xcdesk.services.office.term_changes import TermChange
from xcdesk.services.office.terms import TermRow
from xcdesk.services.roster.units import NewUnit, UnitRow

translate = QCoreApplication.translate


class UnitForm(FormDialog):
    """Asks for a unit; ``row`` is the one to change, None for a new one."""

    help_topic = "roster#units"

    def __init__(
        self, row: UnitRow | None, save: Callable[[NewUnit], object], parent: QWidget | None
    ) -> None:
        title = translate("UnitForm", "Add unit") if row is None else translate("UnitForm", "Edit unit")
        verb = translate("UnitForm", "Add") if row is None else translate("UnitForm", "Save")
        super().__init__(title, verb, lambda: save(self.typed()), parent)
        self._active = row is None or row.active
        self.name = text_field("" if row is None else row.name, 80)
        self.kind = PickBox([Option(kind.value, text(f"unit_kind.{kind.value}")) for kind in UnitKind])
        if row is not None:
            self.kind.choose(row.kind.value)
        self.add("unit", self.tr("Name"), self.name)
        self.add("kind", self.tr("Kind"), self.kind)

    def typed(self) -> NewUnit:
        """What the form holds."""
        return NewUnit(self.name.text(), UnitKind(self.kind.key()), self._active)


class SpellingForm(FormDialog):
    """Asks for another way in which ``owner`` is written in returns."""

    help_topic = "roster#units"

    def __init__(self, owner: str, save: Callable[[str], object], parent: QWidget | None) -> None:
        title = translate("SpellingForm", "Add spelling: {owner}").format(owner=owner)
        super().__init__(
            title, translate("SpellingForm", "Add"), lambda: save(self.spelling.text().strip()), parent
        )
        self.spelling = text_field(limit=80)
        hint = self.tr("As it stands in returns. Book marks, spaces and letter widths make no difference.")
        self.add("spelling", self.tr("Spelling"), self.spelling, hint)


class TermForm(FormDialog):
    """Asks for a member of a list; the code of one that is there stays what rows were saved under."""

    help_topic = "roster#lists"

    def __init__(
        self, row: TermRow | None, save: Callable[[str, TermChange], object], parent: QWidget | None
    ) -> None:
        title = translate("TermForm", "Add entry") if row is None else translate("TermForm", "Edit entry")
        verb = translate("TermForm", "Add") if row is None else translate("TermForm", "Save")
        super().__init__(title, verb, lambda: save(self.code.text().strip(), self.typed()), parent)
        self._active = row is None or row.active
        before = row or TermChange("")
        self.label, self.short = text_field(before.label, 40), text_field(before.short, 8)
        self.spellings = long_field("\n".join(before.spellings), lines=4)
        self.spellings.setFixedHeight(self.spellings.minimumHeight())
        self.code = text_field("" if row is None else row.code, 32)
        self.code.setReadOnly(row is not None)
        self.add("label", self.tr("Label"), self.label)
        self.add("short", self.tr("Short form"), self.short, self.tr("What a cell of the matrix shows."))
        hint = self.tr("Other words for it in returns, one a line.")
        self.add("spellings", self.tr("Spellings"), self.spellings, hint)
        hint = self.tr("Reports are saved under the code, so it stays as it is.")
        if row is None:
            hint = self.tr("Small Latin letters, digits and underscores. It cannot be changed later.")
        self.add("code", self.tr("Code"), self.code, hint)

    def typed(self) -> TermChange:
        """What the form holds, without the code."""
        lines = self.spellings.toPlainText().splitlines()
        return TermChange(
            self.label.text(), self.short.text(), tuple(line for line in lines if line.strip()), self._active
        )
