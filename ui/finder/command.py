"""A verb as the one box finds it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be found and carried out: its name, where it belongs, and its shortcut."""

    name: str
    place: str
    shortcut: str
    run: Callable[[], object]
