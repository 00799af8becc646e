"""What the editor of a material says above the text, each with its ways out."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from ui import format as shown
from ui.messages import sentence
from ui.pages.approvals.unsaved import Unsaved
from ui.theme.icons import Glyph
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from xcdesk.errors import DeskError

translate = QCoreApplication.translate
_STALE = frozenset(("material.changed", "desk.stale"))
Way = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Ways:
    """What the editor can do about it."""

    save: Way
    save_over: Way
    give_up: Way
    compare: Way
    take_saved: Way
    take_present: Way


def reviewed() -> Banner:
    """The text is somewhere on its way; what a change of it means."""
    words = translate(
        "MaterialEditor",
        "A changed text is reviewed again from the first step, and you cannot sign it off yourself.",
    )
    return Banner("info", translate("MaterialEditor", "This text is in review or signed off"), words)


def not_saved_yet(ways: Ways) -> Banner:
    """Something was typed that closing would lose."""
    save = button(translate("MaterialEditor", "Save"), Glyph.SAVE, Kind.NORMAL, ways.save)
    words = translate("MaterialEditor", "Throw away what I typed")
    drop = button(words, None, Kind.NORMAL, ways.give_up)
    made = Banner("warn", translate("MaterialEditor", "What you typed is not saved yet"), "", (save, drop))
    made.setFocusProxy(save)
    return made


def unsaved_before(draft: Unsaved, ways: Ways) -> Banner:
    """A draft is shown in place of the text that is saved."""
    title = translate("MaterialEditor", "A text that was not saved")
    words = translate(
        "MaterialEditor",
        "This was typed and kept {time}, and never saved. Go on writing, or take the saved text.",
    )
    if draft.seen is None:
        empty = translate("MaterialEditor", "Begin with an empty text")
        buttons = [button(empty, None, Kind.NORMAL, ways.take_saved)]
    else:
        take = translate("MaterialEditor", "Take the saved text")
        buttons = [_both(ways), button(take, None, Kind.NORMAL, ways.take_saved)]
    return Banner("info", title, words.format(time=shown.instant(draft.kept.at)), buttons)


def refused(error: DeskError, ways: Ways) -> Banner:
    """A save was refused; when somebody else was faster, both texts are there to choose from."""
    buttons = []
    if error.code in _STALE:
        mine = translate("MaterialEditor", "Save mine as the next revision")
        present = translate("MaterialEditor", "Copy my text, show the present one")
        buttons = [
            _both(ways),
            button(mine, Glyph.SAVE, Kind.NORMAL, ways.save_over),
            button(present, Glyph.COPY, Kind.NORMAL, ways.take_present),
        ]
    return Banner("warn", translate("MaterialEditor", "Not saved"), sentence(error), buttons)


def _both(ways: Ways) -> QPushButton:
    words = translate("MaterialEditor", "See both texts")
    return button(words, Glyph.HISTORY, Kind.NORMAL, ways.compare)
