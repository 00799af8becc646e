"""Verbs: what a page can do now, and why not. One function gives both the state and the reason."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.messages import sentence
from ui.theme.icons import Glyph, icon
from ui.widgets.labels import tip
from xcdesk.errors import DeskError


def always() -> DeskError | None:
    """Check of a verb that is never grey."""
    return None


class Weight(StrEnum):
    """Where a verb stands: the one primary button, a plain button, or the menu of rare ones."""

    PRIMARY = "primary"
    NORMAL = "normal"
    RARE = "rare"


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing the user can do. ``text`` is a verb of two to four hanzi; … at its end if it will ask more.

    ``check`` returns None when the verb can be carried out now, else the refusal that says why not.
    ``shortcut`` is portable text such as ``Ctrl+N``; only rare verbs may go without. Never a bare letter,
    which an input method takes, nor Ctrl+Alt with A, F, L, O, S, W or Z, which QQ and WeChat take on every
    desk. A rare verb with a ``group`` stands in a menu of that name, see `grouped`.
    """

    id: str
    text: str
    glyph: Glyph | None
    run: Callable[[], object]
    shortcut: str = ""
    check: Callable[[], DeskError | None] = always
    weight: Weight = Weight.NORMAL
    hint: str = ""
    group: str = ""


def grouped(name: str, verbs: Sequence[Verb]) -> Sequence[Verb]:
    """Rare verbs put together under a name in the menu of rare ones."""
    return [replace(verb, group=name) for verb in verbs]


class Refused(NamedTuple):
    """A grey verb and the sentence that says why."""

    text: str
    reason: str


def free(_verb_id: str) -> DeskError | None:
    """Nothing holds all verbs back."""
    return None


class VerbSet(QObject):
    """The verbs of one page as actions. ``owner`` is the page: a shortcut works while the page is visible.

    ``held_back`` says of a verb's id why it cannot be carried out whatever it is about.
    """

    refreshed = Signal()

    def __init__(
        self,
        verbs: Sequence[Verb],
        owner: QWidget,
        held_back: Callable[[str], DeskError | None] = free,
    ) -> None:
        super().__init__(owner)
        self._held_back = held_back
        self._verbs = {verb.id: verb for verb in verbs}
        self._actions = {verb.id: self._action(verb, owner) for verb in verbs}
        self._resting = False

    def __iter__(self) -> Iterator[Verb]:
        return iter(self._verbs.values())

    def action(self, verb_id: str) -> QAction:
        """Action of a verb, for menus, buttons and context menus."""
        return self._actions[verb_id]

    def actions(self) -> list[QAction]:
        """All actions in the order of the verbs."""
        return list(self._actions.values())

    def trigger(self, verb_id: str) -> None:
        """Carry a verb out, if it is not refused now."""
        self._run(self._verbs[verb_id])

    def refresh(self) -> None:
        """Ask every verb whether it can be carried out; call it when the selection or the data change."""
        for verb in self:
            self._update(verb)
        self.refreshed.emit()

    def rest(self, *, on: bool) -> None:
        """Take the verbs and their shortcuts out of use while their part of the page is out of sight."""
        self._resting = on
        self.refresh()

    def refused(self) -> list[Refused]:
        """Every grey verb with its reason, in the order of the verbs."""
        found = ((verb, self._refusal(verb)) for verb in self)
        return [
            Refused(plain_name(self.action(verb.id)), sentence(reason))
            for verb, reason in found
            if reason is not None
        ]

    def _action(self, verb: Verb, owner: QWidget) -> QAction:
        made = QAction(verb.text, owner)
        made.setObjectName(verb.id)
        if verb.glyph is not None:
            made.setIcon(icon(verb.glyph))
        if verb.shortcut:
            made.setShortcut(QKeySequence(verb.shortcut))
        made.triggered.connect(lambda: self._run(verb))
        owner.addAction(made)
        return made

    def _refusal(self, verb: Verb) -> DeskError | None:
        return self._held_back(verb.id) or verb.check()

    def _run(self, verb: Verb) -> None:
        # The world may have changed since the last refresh.
        self._update(verb)
        if self._actions[verb.id].isEnabled():
            verb.run()

    def _update(self, verb: Verb) -> None:
        action = self._actions[verb.id]
        refusal = self._refusal(verb)
        action.setEnabled(refusal is None and not self._resting)
        shown = sentence(refusal) if refusal is not None else _hint(verb, action)
        action.setToolTip(tip(shown))


def _plain(text: str) -> str:
    """Name of a verb without its menu letter: ``文件(&F)`` and ``&File`` lose theirs."""
    both = text.split("&&")  # a doubled one is shown, and names no letter
    return "&".join(map(_without_letter, both))


def _without_letter(text: str) -> str:
    head, mark, rest = text.partition("(&")
    return head + rest[2:] if mark else text.replace("&", "")


def _hint(verb: Verb, action: QAction) -> str:
    # A page may name a verb anew: what is added depends on the list in front.
    name = verb.hint or plain_name(action)
    keys = QKeySequence(verb.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{name}  {keys}" if keys else name


def plain_name(action: QAction) -> str:
    """Name of an action without its menu letter."""
    return _plain(action.text())
