"""The verbs of a whole window as commands that the one box finds."""

from typing import Protocol

from ui.finder.command import Command
from ui.menus import Menus
from ui.pages.page import Page
from ui.widgets.verbs import Verb, VerbSet, plain_name


class Window(Protocol):
    """What is asked of a window."""

    @property
    def menus(self) -> Menus:
        """The menus."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages."""

    def page(self) -> Page:
        """The page in front."""

    def show_page(self, key: str) -> None:
        """Bring a page to the front."""


def commands(window: Window) -> list[Command]:
    """Everything that can be found by its name, what belongs to the page in front first."""
    here = window.page()
    places = [(here.name(), verbs) for verbs in _front_first(here)]
    places += [("", window.menus.verbs)]
    places += [
        (page.name(), verbs) for page in window.pages if page is not here for verbs in page.verb_sets()
    ]
    return [_command(window, place, verbs, verb) for place, verbs in places for verb in verbs]


def _front_first(page: Page) -> list[VerbSet]:
    """The sets of verbs of a page, the one in front first."""
    return [page.verbs, *(verbs for verbs in page.verb_sets() if verbs is not page.verbs)]


def _command(window: Window, place: str, verbs: VerbSet, verb: Verb) -> Command:
    owner = next((page for page in window.pages if verbs in page.verb_sets()), None)

    def run() -> None:
        if owner is not None:
            window.show_page(owner.key)
            owner.bring_forward(verbs)
        verbs.trigger(verb.id)

    action = verbs.action(verb.id)
    return Command(plain_name(action), place, action.shortcut().toString(), run)
