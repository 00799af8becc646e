"""What the openers of the gallery stand on."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from ui.desk import Desk

Opener = Callable[[], QDialog]


@dataclass(frozen=True, slots=True)
class Ground:
    """The open office; ``parent`` stands for the window below, ``folder`` takes files."""

    desk: Desk
    parent: QWidget
    folder: Path


def nothing(*_given: object, **_named: object) -> None:
    """What a form calls to save; nothing is saved here."""
