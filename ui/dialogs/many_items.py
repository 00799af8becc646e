"""The form that writes the same into many reports: only what is ticked is changed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from ui import format as shown
from ui.dialogs.form import FormDialog
from ui.dialogs.log_item import Choices
from ui.messages import text
from ui.refusals import NoFieldTickedError
from ui.widgets.fields import DayField, Option, PickBox, text_field
from ui.widgets.layouts import across
from ui.widgets.name_field import NameField
from xcdesk import clock
from xcdesk.codes import Tier
from xcdesk.services.record.entries import ItemChange

translate = QCoreApplication.translate


class _Ticked(QWidget):
    """A field behind a tick; whoever works in the field means it, so that the tick sets itself."""

    def __init__(self, name: str, field: QWidget, value: Callable[[], Any]) -> None:
        super().__init__()
        self.tick = QCheckBox()
        self.tick.setAccessibleName(translate("ManyItemsForm", "Change {field}").format(field=name))
        self.field = field
        field.setAccessibleName(name)
        self._value = value
        row = across(self.tick, field)
        row.setStretch(1, 1)
        self.setLayout(row)
        self.setFocusProxy(self.tick)  # the first of both, or Tab would pass it by

    def mean(self) -> None:
        """Set the tick."""
        self.tick.setChecked(True)

    def value(self) -> Any:
        """What is to be written, None while it is not ticked."""
        return self._value() if self.tick.isChecked() else None


class ManyItemsForm(FormDialog):
    """``change`` writes; its count stands in the title and on the button."""

    help_topic = "coverage#many"

    def __init__(
        self, choices: Choices, count: int, change: Callable[[ItemChange], object], parent: QWidget | None
    ) -> None:
        self._change = change
        self._parts: dict[str, _Ticked] = {}
        items = shown.count(count, "reports")
        title = translate("ManyItemsForm", "Edit {count} together").format(count=items)
        verb = translate("ManyItemsForm", "Change {count}").format(count=items)
        super().__init__(title, verb, self._write, parent)
        none = self.tr("none")
        self._name("outlet", self.tr("Outlet"), NameField(choices.outlets))
        day = DayField(clock.today())
        self._put("day", self.tr("Day"), day, day.day)
        day.dateChanged.connect(self._parts["day"].mean)
        self._pick("form", self.tr("Form"), (Option("", none), *choices.forms))
        self._pick("theme", self.tr("Theme"), (Option("", none), *choices.themes))
        tiers = [Option(tier.value, text(f"tier.{tier.value}")) for tier in Tier]
        self._pick("tier", self.tr("Tier"), (Option("", self.tr("as the outlet")), *tiers))
        self._name("unit", self.tr("Unit"), NameField(choices.units))
        self._line("programme", self.tr("Programme"), text_field(limit=80))
        self._line("slot", self.tr("Page or time"), text_field(limit=40))
        self._line("author", self.tr("Author"), text_field(limit=80))
        self._line("url", self.tr("Link"), text_field(limit=500, hint="https://"))
        self._line("note", self.tr("Note"), QLineEdit())
        self._parts["outlet"].field.setFocus()

    def part(self, key: str) -> QWidget:
        """The field of a column, without its tick."""
        return self._parts[key].field

    def change(self) -> ItemChange:
        """What the ticked fields say."""
        return ItemChange(**{key: part.value() for key, part in self._parts.items()})

    def _write(self) -> None:
        change = self.change()
        if change == ItemChange():
            raise NoFieldTickedError()
        self._change(change)

    def _name(self, key: str, name: str, field: NameField) -> None:
        self._put(key, name, field, field.name)
        field.textEdited.connect(self._parts[key].mean)

    def _line(self, key: str, name: str, field: QLineEdit) -> None:
        self._put(key, name, field, field.text)
        field.textEdited.connect(self._parts[key].mean)

    def _pick(self, key: str, name: str, options: tuple[Option, ...]) -> None:
        field = PickBox(options)
        self._put(key, name, field, field.key)
        field.activated.connect(self._parts[key].mean)

    def _put(self, key: str, name: str, field: QWidget, value: Callable[[], Any]) -> None:
        self._parts[key] = _Ticked(name, field, value)
        self.add(key, name, self._parts[key])
