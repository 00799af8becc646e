"""Two people have changed one record: field by field mine, theirs or both; nothing that was typed is lost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QFrame, QGridLayout, QRadioButton, QWidget
from typing_extensions import override

from ui.theme.tokens import Role, Space
from ui.widgets import form_values
from ui.widgets.buttons import Kind, button
from ui.widgets.differing import DifferingText
from ui.widgets.form_values import Value
from ui.widgets.labels import caption, label
from ui.widgets.layouts import across, boxed, down
from ui.widgets.scroll import ScrollColumn
from ui.widgets.window_size import usual_size

_WIDTH, _MOST, _BARE, _A_FIELD = 760, 520, 200, 112
"""Pixels at 100 %: width, most height, height without fields, height that each field adds."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a field holds: its value, and the same in words."""

    value: Value
    words: str


@dataclass(frozen=True, slots=True)
class Both:
    """One field of a form: its name, what was there at first, what was typed here, what is there by now."""

    key: str
    name: str
    base: Held
    mine: Held
    theirs: Held

    @property
    def clashes(self) -> bool:
        """Whether both have changed it, and not to the same."""
        values = (self.base.value, self.mine.value, self.theirs.value)
        return values[1] != values[2] and values[0] not in values[1:]

    @property
    def settled(self) -> Value:
        """What is taken where only one of the two has changed it."""
        return self.theirs.value if self.mine.value == self.base.value else self.mine.value


class MergeDialog(QDialog):
    """Shows the fields that both have changed side by side, and says what is taken of the others.

    ``joined`` gives both texts in one for a key, None where that makes no sense. ``go_on`` gets the value of
    every field when somebody has chosen; until then nothing is lost, and leaving it leads back to the form.
    """

    help_topic = "several-desks#together"

    def __init__(
        self,
        fields: Sequence[Both],
        joined: Callable[[Both], Value | None],
        go_on: Callable[[dict[str, Value]], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        title = self.tr("Somebody has changed this meanwhile")
        self.setWindowTitle(title)
        self._fields, self._go_on = tuple(fields), go_on
        self.choices: dict[str, QButtonGroup] = {}
        self._values: dict[str, tuple[Value, ...]] = {}
        rows = [self._row(field, joined(field)) for field in self._fields if field.clashes]
        self.taken = label(self._taken_words(), Role.BODY, "second", wrap=True)
        self.go_button = button(self.tr("Go on with this"), None, Kind.PRIMARY, self.accept)
        self.go_button.setDefault(True)
        back = button(self.tr("Back to the form"), None, Kind.NORMAL, self.reject)
        self._scroll = ScrollColumn((*rows, None))
        column = down(label(title, Role.TITLE), self.taken, margins=Space.L, gap=Space.M)
        column.addWidget(self._scroll, 1)
        hint = self.tr("Nothing is saved yet: the form opens again with what you choose.")
        column.addLayout(across(label(hint, Role.CAPTION, "muted"), None, back, self.go_button))
        self.setLayout(column)
        usual_size(self, _WIDTH, min(_MOST, _BARE + len(rows) * _A_FIELD))

    def choose(self, key: str, which: int) -> None:
        """Take for a field mine (0), theirs (1) or both (2)."""
        made = self.choices[key].button(which)
        if made is not None:
            made.setChecked(True)

    @override
    def accept(self) -> None:
        """Hand on what was chosen."""
        chosen = {field.key: field.settled for field in self._fields if not field.clashes}
        for key, group in self.choices.items():
            chosen[key] = self._values[key][group.checkedId()]
        super().accept()
        self._go_on(chosen)

    def _row(self, field: Both, both: Value | None) -> QWidget:
        """One field: its name, and the ways with what each would leave there."""
        ways = [
            (self.tr("Mine"), field.mine.value, field.mine.words, field.theirs.words),
            (self.tr("Theirs"), field.theirs.value, field.theirs.words, field.mine.words),
        ]
        if both is not None:
            ways.append((self.tr("Both"), both, str(both), str(both)))
        group, grid = QButtonGroup(self), QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(Space.M)
        for at, (name, _, words, other) in enumerate(ways):
            way = QRadioButton(caption(name))
            way.setAccessibleName(f"{field.name} {name}：{words}")
            group.addButton(way, at)
            grid.addWidget(way, at, 0)
            shown = DifferingText(words or self.tr("(empty)"), other)
            grid.addWidget(shown, at, 1, Qt.AlignmentFlag.AlignVCenter)
        group.button(0).setChecked(True)
        self.choices[field.key] = group
        self._values[field.key] = tuple(value for _, value, _, _ in ways)
        pane = QFrame()
        pane.setObjectName("pane")
        pane.setLayout(down(label(field.name, bold=True), boxed(grid), margins=Space.M, gap=Space.S))
        return pane

    def _taken_words(self) -> str:
        """What of the fields that only one of the two has changed is taken, in a sentence."""
        calm = [field for field in self._fields if not field.clashes]
        mine = [field.name for field in calm if field.mine.value != field.base.value]
        theirs = [
            field.name for field in calm if field.theirs.value not in (field.base.value, field.mine.value)
        ]
        told = []
        if theirs:
            told.append(self.tr("Taken from the other: {names}.").format(names="、".join(theirs)))
        if mine:
            told.append(self.tr("Kept of yours: {names}.").format(names="、".join(mine)))
        if self.choices:
            told.append(self.tr("Both have changed these; choose for each:"))
        return " ".join(told)


def both_of(key: str, name: str, base: Value, mine: QWidget, theirs: QWidget) -> Both:
    """One field of two forms of the same record, and what stood in it at first."""
    return Both(
        key,
        name,
        Held(base, ""),
        Held(form_values.value_of(mine), form_values.words_of(mine)),
        Held(form_values.value_of(theirs), form_values.words_of(theirs)),
    )
