"""What stands in the fields of a form, of whatever kind: read, shown in words, put into another field."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QTextEdit,
    QWidget,
)

from ui.widgets.files_field import FilesField

Value: TypeAlias = Any
"""A text, a truth, a day, a number, a key; of a field with parts a tuple of these."""

_Way: TypeAlias = tuple[Callable[[Any], Value], Callable[[Any, Value], object], Callable[[Any], str]]


def _box_value(box: QComboBox) -> str:
    return box.currentText() if box.isEditable() else str(box.currentData() or box.currentText())


def _set_box(box: QComboBox, value: str) -> None:
    if box.isEditable():
        box.setEditText(value)
        return
    at = box.findData(value)
    box.setCurrentIndex(at if at >= 0 else box.findText(value))


def _ticked(button: QAbstractButton) -> str:
    return button.text() if button.isChecked() else ""


def _day_words(field: QDateEdit) -> str:
    return field.date().toString("yyyy-MM-dd") if field.isEnabled() else ""


def _chosen(many: QListWidget) -> tuple[str, ...]:
    """Names of what is ticked."""
    items = (many.item(at) for at in range(many.count()))
    return tuple(item.text() for item in items if item.checkState() == Qt.CheckState.Checked)


def _choose(many: QListWidget, names: tuple[str, ...]) -> None:
    for item in (many.item(at) for at in range(many.count())):
        item.setCheckState(Qt.CheckState.Checked if item.text() in names else Qt.CheckState.Unchecked)


def _put(field: FilesField, paths: tuple[Path, ...]) -> None:
    field.list.clear()
    field.add(paths)


def _names(field: FilesField) -> str:
    return "、".join(path.name for path in field.paths())


_WAYS: tuple[tuple[type[QWidget], _Way], ...] = (
    (FilesField, (lambda field: tuple(field.paths()), _put, _names)),
    (QLineEdit, (QLineEdit.text, QLineEdit.setText, QLineEdit.text)),
    (QPlainTextEdit, (QPlainTextEdit.toPlainText, QPlainTextEdit.setPlainText, QPlainTextEdit.toPlainText)),
    (QTextEdit, (QTextEdit.toPlainText, QTextEdit.setPlainText, QTextEdit.toPlainText)),
    (QComboBox, (_box_value, _set_box, QComboBox.currentText)),
    (QDateEdit, (QDateEdit.date, QDateEdit.setDate, _day_words)),
    (QSpinBox, (QSpinBox.value, QSpinBox.setValue, lambda box: str(box.value()))),
    (QCheckBox, (QCheckBox.isChecked, QCheckBox.setChecked, _ticked)),
    (QListWidget, (_chosen, _choose, lambda many: "、".join(_chosen(many)))),
    (QRadioButton, (QRadioButton.isChecked, QRadioButton.setChecked, _ticked)),
)
_CHANGES: tuple[tuple[type[QWidget], Callable[[Any], Any]], ...] = (
    (QLineEdit, lambda field: field.textChanged),
    (QPlainTextEdit, lambda field: field.textChanged),
    (QTextEdit, lambda field: field.textChanged),
    (QComboBox, lambda box: box.currentTextChanged),
    (QDateEdit, lambda field: field.dateChanged),
    (QSpinBox, lambda box: box.valueChanged),
    (QAbstractButton, lambda button: button.toggled),
)
"""What tells that something else stands in a field."""
_JOINED = (QLineEdit, QPlainTextEdit, QTextEdit)


def value_of(field: QWidget) -> Value:
    """What stands in a field; of one that is made of several, what stands in each."""
    way = _way(field)
    if way is not None:
        found = way[0](field)
        return found.toPython() if isinstance(found, QDate) else found
    return tuple(value_of(part) for part in _parts(field))


def set_value(field: QWidget, value: Value) -> None:
    """Put into a field what stood in one of the same kind."""
    way = _way(field)
    if way is not None:
        way[1](field, value)
        return
    for part, each in zip(_parts(field), value, strict=False):
        set_value(part, each)


def words_of(field: QWidget) -> str:
    """What stands in a field, as a person reads it."""
    way = _way(field)
    if way is not None:
        return way[2](field)
    return "、".join(filter(None, map(words_of, _parts(field))))


def watch(field: QWidget, told: Callable[[], object]) -> None:
    """Call ``told`` whenever something else stands in a field, or in one of those within it."""
    found = next((change for kind, change in _CHANGES if isinstance(field, kind)), None)
    if found is not None:
        found(field).connect(lambda *_: told())
        return
    for part in _parts(field):
        watch(part, told)


def can_join(field: QWidget) -> bool:
    """Whether two texts of the field can stand in it one after the other."""
    return isinstance(field, _JOINED) and not (isinstance(field, QLineEdit) and field.validator() is not None)


def joined(field: QWidget, first: str, second: str) -> str:
    """Two texts in one field: in a line after a semicolon, else one below the other."""
    return f"{first}；{second}" if isinstance(field, QLineEdit) else f"{first}\n{second}"


def _way(field: QWidget) -> _Way | None:
    return next((way for kind, way in _WAYS if isinstance(field, kind)), None)


def _parts(field: QWidget) -> list[QWidget]:
    """The fields within one, in the order in which they were made; what lies within them is theirs."""
    found: list[QWidget] = []
    for child in field.children():
        if isinstance(child, QWidget):
            found += [child] if _way(child) is not None else _parts(child)
    return found
