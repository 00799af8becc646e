"""Every dialog of the program, over the practice office: what looks at all of them opens them here.

A dialog class that is missing here, and not only a base of others, is found by `unopened`.
"""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtWidgets import QDialog

import ui
from tests.ui.gallery import of_coverage, of_office, of_roster, of_texts
from tests.ui.gallery.ground import Ground, Opener


def every_dialog(ground: Ground) -> Mapping[type[QDialog], Opener]:
    """Openers of every dialog, by class."""
    found: dict[type[QDialog], Opener] = {}
    for part in (of_office, of_roster, of_coverage, of_texts):
        found |= part.openers(ground)
    return found


def unopened(shown: Iterable[type[QDialog]]) -> set[str]:
    """Dialog classes of the program that the gallery does not open, and that are no mere base of others."""
    for found in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(found.name)
    opened = set(shown)
    return {
        f"{kind.__module__}.{kind.__qualname__}"
        for kind in _subclasses(QDialog)
        if kind.__module__.startswith("ui.") and kind not in opened and not any(_subclasses(kind))
    }


def _subclasses(kind: type) -> Iterator[type]:
    for sub in kind.__subclasses__():
        yield sub
        yield from _subclasses(sub)
