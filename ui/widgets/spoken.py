"""What a screen reader calls a control that we paint ourselves: Qt knows the roles of its own alone."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

W = TypeVar("W", bound=type[QWidget])

_ROLES: dict[type, QAccessible.Role] = {}


def spoken_as(role: QAccessible.Role) -> Callable[[W], W]:
    """Give a class of widgets, and those that derive from it, their role; the name stays the widget's own."""

    def note(kind: W) -> W:
        _ROLES[kind] = role
        return kind

    return note


def start() -> None:
    """Answer screen readers from now on; nothing is asked of us as long as there is none."""
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, target: QObject) -> QAccessibleInterface | None:
    role = next((_ROLES[kind] for kind in type(target).__mro__ if kind in _ROLES), None)
    return QAccessibleWidget(target, role) if role is not None and isinstance(target, QWidget) else None
