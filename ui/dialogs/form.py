"""Forms: fields with their names, a refusal under the field it is about, and a verb that saves."""

import contextlib
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ui.dialogs.company import Company
from ui.messages import sentence
from ui.theme.tokens import Role, Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button, restyle
from ui.widgets.form_values import Value, can_join, joined, set_value, value_of, watch
from ui.widgets.labels import label
from ui.widgets.layouts import across, clear, down
from ui.widgets.scroll import ScrollColumn
from ui.widgets.window_size import least_width, room_on_screen
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.store import refusal_of

if TYPE_CHECKING:
    from ui.dialogs.merge_fields import Both

_STALE = frozenset(("desk.stale", "case.changed"))
"""Refusals of a save that somebody else's came before."""
_WORTH_ASKING = 2
"""Fields filled in from which Esc asks; one is typed again as fast as the question is answered."""


class FormDialog(QDialog):
    """Stays open, with the reason in it and every word kept, when the save is refused.

    Give it fields with `add`; the primary button and Ctrl+Enter call ``save``, which may raise a `DeskError`.
    A refusal whose fact ``field`` is the key of a field stands under that field until something else stands
    in it, any other on top.
    """

    saved = Signal()

    def __init__(
        self, title: str, verb: str, save: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._save = save
        self._fields: dict[str, QWidget] = {}
        self._problems: dict[str, QLabel] = {}
        self._rows: dict[str, tuple[QFormLayout, int]] = {}
        self._names: dict[str, str] = {}
        self._at_first: dict[str, Value] = {}
        self._again: Callable[[], FormDialog | None] | None = None
        self._company: Company | None = None
        self._top: QVBoxLayout = down()
        self._columns = across(gap=Space.XL)
        self.begin_column()
        self.save_button = button(verb, None, Kind.PRIMARY, self.accept)
        self.save_button.setDefault(True)
        self.save_button.setShortcut("Ctrl+Return")
        self.cancel_button = button(self.tr("Cancel"), None, Kind.NORMAL, self.reject)
        self._scroll = ScrollColumn((self._columns,))
        self._column = down(label(title, Role.TITLE, wrap=True), self._top, margins=Space.L, gap=Space.M)
        self._column.addWidget(self._scroll, 1)
        self._column.addLayout(across(None, self.cancel_button, self.save_button))
        self.setLayout(self._column)
        least_width(self, 480)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._at_first:
            self._at_first = {key: value_of(field) for key, field in self._fields.items()}
        self._fit()

    @override
    def done(self, result: int) -> None:
        if self._company is not None:
            self._company.leave()
        super().done(result)

    def of_row(self, kind: str, row: int, again: Callable[[], "FormDialog | None"]) -> None:
        """Say which row is edited; call it before the form is opened.

        Others see that somebody is at it. Where somebody else saves it first, what he has changed is compared
        with what was typed here, field by field; ``again`` makes the same form of the row as it is then,
        None where it is gone.
        """
        self._again = again
        hint = self.tr("You can go on: whoever saves second compares both, field by field.")
        self._company = Company(hint)
        self._column.insertWidget(1, self._company)
        self._company.stay_at(kind, row)

    def begin_column(self) -> None:
        """Let the fields to come stand in a column of their own, beside those before."""
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(Space.M)
        self._form.setVerticalSpacing(Space.S)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._columns.addLayout(self._form, 1)

    def add(self, key: str, name: str, field: QWidget, hint: str = "") -> None:
        """Put a field under the ones before; ``hint`` stands below it in small type."""
        problem = label("", Role.CAPTION, "bad", wrap=True)
        problem.hide()
        below = [label(hint, Role.CAPTION, "muted", wrap=True)] if hint else []
        field.setAccessibleName(name)
        inner = field.focusProxy()
        if isinstance(inner, QLineEdit):  # a line with a button beside it: the line is what is heard
            inner.setAccessibleName(name)
        title = label(name)
        title.setBuddy(field)
        self._form.addRow(title, down(field, *below, problem, gap=Space.XS))
        self._columns.invalidate()  # Qt tells the outermost layout alone
        self._rows[key] = (self._form, self._form.rowCount() - 1)
        self._names[key] = name
        self._fields[key] = field
        self._problems[key] = problem
        watch(field, partial(self._forget_refusal, key))
        if len(self._fields) == 1:
            field.setFocus()

    def set_shown(self, key: str, *, shown: bool) -> None:
        """Show a field with its name, or hide both."""
        column, row = self._rows[key]
        column.setRowVisible(row, shown)
        self._columns.invalidate()
        problem = self._problems[key]  # Qt shows all of the row
        problem.setVisible(shown and bool(problem.text()))

    def show_refusal(self, error: DeskError) -> None:
        """Say why the save was refused, at the field it is about if the refusal names one."""
        self._forget_refusals()
        key = str(error.facts.get("field", ""))
        if key not in self._fields:
            banner = Banner.refusal(self.tr("Not done"), error)
            self._top.addWidget(banner)
            banner.show()  # the event loop would do so only after the form has looked for room
            self._fit()
            return
        self._problems[key].setText(f"■ {sentence(error)}")
        self._problems[key].show()
        self._fields[key].setProperty("wrong", True)
        restyle(self._fields[key])
        self._fields[key].setFocus()
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, which is soon pressed by mistake, asks before what was filled in is lost; Cancel does not."""
        if not event.matches(QKeySequence.StandardKey.Cancel) or self._filled_in() < _WORTH_ASKING:
            super().keyPressEvent(event)
            return
        question = Question(
            self.tr("What was filled in here has not been saved."),
            self.tr("Leave without saving"),
            self.tr("Go on filling in"),
            self,
        )
        question.agreed.connect(self.reject)
        question.finished.connect(question.deleteLater)
        question.open()

    def _filled_in(self) -> int:
        """How many fields have something else in them than at first; passwords do not count."""
        return sum(
            value_of(field) != self._at_first.get(key)
            for key, field in self._fields.items()
            if not (isinstance(field, QLineEdit) and field.echoMode() != QLineEdit.EchoMode.Normal)
        )

    @override
    def accept(self) -> None:
        """Save, and close only if the save went through."""
        try:
            self._save()
        except Exception as error:
            refusal = refusal_of(error)
            if refusal is None:
                raise
            self.take_refusal(refusal)
            return
        self.saved.emit()
        super().accept()

    def take_refusal(self, refusal: DeskError) -> None:
        """Compare with what somebody else saved first, where that is the reason; else say the reason."""
        if refusal.code not in _STALE or not self._merge():
            self.show_refusal(refusal)

    def _merge(self) -> bool:
        """Compare with what somebody else has saved; False where there is nothing to compare with."""
        fresh = None
        if self._again is not None:
            with contextlib.suppress(NotFoundError):
                fresh = self._again()
        if fresh is None:
            return False
        from ui.dialogs.merge_fields import MergeDialog  # seldom needed

        dialog = MergeDialog(self.compared(fresh), self._joined, partial(self._give_way, fresh), self)
        dialog.rejected.connect(fresh.reject)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return True

    def compared(self, fresh: Any) -> "list[Both]":
        """What stood in each field at first, what was typed here, and what stands there by now."""
        from ui.dialogs.merge_fields import both_of  # seldom needed

        return [
            both_of(key, self._names[key], self._at_first[key], field, fresh._fields[key])
            for key, field in self._fields.items()
            if key in fresh._fields and key in self._at_first
        ]

    def take(self, values: Mapping[str, Value]) -> None:
        """Put in the fields what was chosen of both."""
        for key, value in values.items():
            set_value(self._fields[key], value)

    def _joined(self, both: "Both") -> Value | None:
        field = self._fields.get(both.key)
        if field is None:
            return None
        return joined(field, both.theirs.value, both.mine.value) if can_join(field) else None

    def _give_way(self, fresh: "FormDialog", values: dict[str, Value]) -> None:
        """Open the form of the row as it is now, with what was chosen of both."""
        fresh.take(values)
        fresh.finished.connect(fresh.deleteLater)
        fresh.open()
        self.reject()

    def _fit(self) -> None:
        """Show every field if the screen has room; otherwise the fields scroll between title and buttons."""
        self._scroll.keep_parts_whole()
        fields = self._scroll.keep_height()
        width = max(self.width(), self.minimumWidth(), self._column.minimumSize().width())
        # A wrapped refusal on top asks for a width of its own choice; what counts is what it has.
        wanted = max(self.sizeHint().height(), self._column.totalHeightForWidth(width))
        wish = QSize(width, fields + wanted - self._scroll.sizeHint().height())
        self.resize(wish.boundedTo(room_on_screen(self)))

    def _forget_refusals(self) -> None:
        clear(self._top)
        for key in self._fields:
            self._forget_refusal(key)

    def _forget_refusal(self, key: str) -> None:
        """What was refused at a field does not stand there any more, or is tried anew."""
        field, problem = self._fields[key], self._problems[key]
        problem.hide()
        problem.clear()
        if field.property("wrong"):
            field.setProperty("wrong", False)
            restyle(field)


class Numbered(Protocol):
    """A row with a number."""

    @property
    def id(self) -> int:
        """Its number in its table."""


R = TypeVar("R", bound=Numbered)
F = TypeVar("F", bound=FormDialog)


def form_of_row(kind: str, row: R, make: Callable[[R], F], now: Callable[[int], R | None]) -> F:
    """The form of a row; if somebody else saves it first, ``make`` makes it of what it is then.

    ``now`` reads the row with a number again; None where it is gone.
    """
    made = make(row)

    def again() -> FormDialog | None:
        there = now(row.id)
        return None if there is None else form_of_row(kind, there, make, now)

    made.of_row(kind, row.id, again)
    return made


T = TypeVar("T")
_ONE = 0
"""Number of what there is once, such as the settings of the office, where a row of a table has its own."""


def form_of_now(kind: str, make: Callable[[T], F], now: Callable[[], T]) -> F:
    """The form of what there is once; if somebody else saves it first, it is made anew of ``now``."""
    made = make(now())
    made.of_row(kind, _ONE, lambda: form_of_now(kind, make, now))
    return made


class Question(QDialog):
    """Asks before what cannot be undone; both buttons name their outcome. Open it with ``open()``.

    The safe button has the focus; ``agreed`` is emitted when the other one is chosen.
    """

    agreed = Signal()

    def __init__(self, text: str, act: str, keep: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.act_button = button(act, None, Kind.NORMAL, self.accept)
        self.keep_button = button(keep, None, Kind.NORMAL, self.reject)
        self.keep_button.setDefault(True)
        self.accepted.connect(self.agreed)
        words = label(text, wrap=True)
        least_width(words, 360)
        self.setLayout(
            down(words, across(None, self.act_button, self.keep_button), margins=Space.XL, gap=Space.L)
        )
        self.keep_button.setFocus()
