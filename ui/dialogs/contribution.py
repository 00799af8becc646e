"""The form for one contribution to the internal reference, new or changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QWidget

from ui.dialogs.form import FormDialog
from ui.widgets.fields import DayField, long_field, text_field
from ui.widgets.window_size import usual_size
from xcdesk import clock
from xcdesk.normalise import in_order
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import ContributionRow, NewContribution

_LINES = 9


@dataclass(frozen=True, slots=True)
class Sources:
    """Who may send one in, in roster order."""

    outlets: tuple[str, ...]
    units: tuple[str, ...]


class ContributionForm(FormDialog):
    """Asks who sent it, when, its title and its text; ``save`` gets what was typed."""

    help_topic = "bulletins#tray"

    def __init__(
        self,
        sources: Sources,
        row: ContributionRow | None,
        save: Callable[[NewContribution], object],
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Receive a contribution") if row is None else self.tr("Edit the contribution")
        verb = self.tr("Receive") if row is None else self.tr("Save")
        super().__init__(title, verb, lambda: save(self.typed()), parent)
        self._outlets = frozenset(sources.outlets)
        self.source = _combo((*sources.outlets, *sources.units))
        self.source.setCurrentIndex(-1)
        self.day = DayField(clock.today())
        self.title = text_field()
        self.section = _combo(("", *contributions.sections()), editable=True)
        self.contact = text_field(limit=80)
        self.body = long_field(lines=_LINES)
        self.add("source", self.tr("From"), self.source)
        self.add("received_on", self.tr("Received on"), self.day)
        self.add("title", self.tr("Title"), self.title)
        section_hint = self.tr("Empty: counties under the counties, the rest under the departments.")
        self.add("section", self.tr("Section"), self.section, section_hint)
        self.add("contact", self.tr("Contact"), self.contact)
        self.add("body", self.tr("Text"), self.body)
        usual_size(self, 640, 620)
        if row is not None:
            self._show_row(row)

    def typed(self) -> NewContribution:
        """What the form holds."""
        source = self.source.currentText()
        outlet = source in self._outlets
        return NewContribution(
            received_on=self.day.day(),
            title=self.title.text(),
            body=self.body.toPlainText(),
            outlet=source if outlet else "",
            unit="" if outlet else source,
            section=self.section.currentText(),
            contact=self.contact.text(),
        )

    def _show_row(self, row: ContributionRow) -> None:
        self.source.setCurrentText(row.source)
        self.day.set_day(row.received_on)
        self.title.setText(row.title)
        self.section.setCurrentText(row.section)
        self.contact.setText(row.contact)
        self.body.setPlainText(row.body)


def _combo(names: Sequence[str], *, editable: bool = False) -> QComboBox:
    made = QComboBox()
    made.setEditable(editable)
    made.addItems(list(map(in_order, names)))
    return made
