"""Where a word and a target lead in the window: a tab, or one of the windows that belong to no tab."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Protocol

from ui.beginning import Beginning
from ui.dialogs.importing.desk import ImportDesk
from ui.pages.page import Page
from ui.pages.today.office_tools import OfficeTools
from ui.window_help import WindowHelp


class Places(Protocol):
    """What of the window can be gone to."""

    imports: ImportDesk

    @property
    def tools(self) -> OfficeTools:
        """What the menu Tools offers."""

    @property
    def beginning(self) -> Beginning:
        """What an office begins with."""

    @property
    def help(self) -> WindowHelp:
        """What is told when asked."""

    def page(self) -> Page:
        """The page in front."""

    def show_page(self, key: str) -> None:
        """Bring a tab to the front."""


def _to_imports(window: Places, target: object) -> None:
    window.imports.show(target if isinstance(target, tuple) else ())


def _to_records(window: Places, target: object) -> None:
    window.imports.show_records(target if isinstance(target, int) else None)


def _to_trash(window: Places, _target: object) -> None:
    window.tools.show_trash()


def _to_steps(window: Places, target: object) -> None:
    window.beginning.show_steps(target)


def _to_returns(window: Places, target: object) -> None:
    window.imports.show_returns(target if isinstance(target, dt.date) else None)


def _to_help(window: Places, target: object) -> None:
    window.help.show_topic(str(target))


_BESIDE: Mapping[str, Callable[[Places, object], None]] = {
    "import": _to_imports,
    "imports": _to_records,
    "trash": _to_trash,
    "setup": _to_steps,
    "returns": _to_returns,
    "help": _to_help,
}


def go(window: Places, key: str, target: object) -> None:
    """Bring a tab to the front and let it show something.

    ``import`` shows the queue of files and adds some; ``imports`` lists the imports so far,
    ``trash`` what was removed, ``setup`` the steps of a new office, ``returns`` tells who has sent
    for a month, ``help`` a passage of the help by its topic.
    """
    beside = _BESIDE.get(key)
    if beside is not None:
        beside(window, target)
        return
    window.show_page(key)
    window.page().open(target)
