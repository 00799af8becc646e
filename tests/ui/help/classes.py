"""Every class of the windows, for tests of what F1 opens."""

import importlib
import pkgutil
from collections.abc import Iterator

from PySide6.QtWidgets import QDialog, QWidget

import ui


def widget_classes() -> Iterator[type[QWidget]]:
    """Every class of ours that is a widget."""
    for found in pkgutil.walk_packages(ui.__path__, "ui."):
        module = importlib.import_module(found.name)
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, QWidget) and value.__module__ == found.name:
                yield value


def dialogs() -> set[type[QDialog]]:
    """Every form and list that is shown as such, without those that others are made from."""
    found = {one for one in widget_classes() if issubclass(one, QDialog)}
    bases = {base for one in found for base in one.__mro__[1:]}
    return {one for one in found if one not in bases}
