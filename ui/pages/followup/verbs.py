"""Every act of the transition table as a verb, with its keys and the one answer that greys it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from ui.dialogs.case_act import ASKING, action_word
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight, grouped
from xcdesk.errors import DeskError
from xcdesk.services.cases import Action

translate = QCoreApplication.translate
_APART = frozenset((Action.EDIT, Action.UNMASK, Action.AMEND, Action.FORGET, Action.ERASE))
"""Acts that have verbs of their own."""
FORWARD = (
    Action.GRANT_RETURN,
    Action.REFUSE_RETURN,
    Action.EXTEND,
    Action.REFUSE_EXTENSION,
    Action.FILE,
    Action.DISPATCH,
    Action.ACCEPT,
    Action.ANSWER,
    Action.PASS,
    Action.CALL_BACK,
    Action.CLOSE,
    Action.SEND_BACK,
    Action.REPORT,
    Action.REOPEN,
)
"""Acts that bring a case on, in the order in which the detail offers them."""
_TOOLBAR = (Action.DISPATCH, Action.CHASE, Action.ANSWER, Action.CLOSE)


@dataclass(frozen=True, slots=True)
class _Look:
    glyph: Glyph | None
    keys: str = ""


_LOOKS: Mapping[Action, _Look] = {
    Action.FILE: _Look(Glyph.CLIPBOARD_TASK, "Ctrl+Shift+L"),
    Action.DISPATCH: _Look(Glyph.SEND, "Ctrl+Shift+D"),
    Action.ACCEPT: _Look(Glyph.SIGNATURE, "Ctrl+Shift+A"),
    Action.RETURN: _Look(Glyph.ARROW_UNDO, "Ctrl+Alt+R"),
    Action.REPORT: _Look(Glyph.NOTE, "Ctrl+Alt+T"),
    Action.ASK_EXTENSION: _Look(Glyph.CALENDAR_LTR, "Ctrl+Alt+X"),
    Action.EXTEND: _Look(Glyph.CHECKMARK, "Ctrl+Alt+Y"),
    Action.CHASE: _Look(Glyph.ALERT, "Ctrl+Shift+C"),
    Action.NOTICE: _Look(Glyph.WARNING, "Ctrl+Alt+N"),
    Action.ANSWER: _Look(Glyph.DOCUMENT_ADD, "Ctrl+Shift+R"),
    Action.SEND_BACK: _Look(Glyph.ARROW_UNDO, "Ctrl+Shift+Return"),
    Action.PASS: _Look(Glyph.CHECKMARK, "Ctrl+Return"),
    Action.CALL_BACK: _Look(Glyph.CALL, "F7"),
    Action.CLOSE: _Look(Glyph.CHECKMARK_CIRCLE, "Ctrl+Alt+Return"),
    Action.REOPEN: _Look(Glyph.ARROW_REDO, "Ctrl+Alt+B"),
    Action.MERGE: _Look(Glyph.MERGE),
    Action.TRANSFER: _Look(Glyph.PERSON_SWAP),
    Action.INTERVIEW: _Look(Glyph.MEGAPHONE, "Ctrl+Alt+I"),
    Action.LINK: _Look(Glyph.NEWS, "Ctrl+Alt+K"),
    Action.EVIDENCE: _Look(Glyph.ADD, "Ctrl+Alt+E"),
    Action.DECLINE: _Look(Glyph.DISMISS),
}
_GROUPS: Mapping[Action, str] = {
    **dict.fromkeys((Action.LINK, Action.UNLINK, Action.EVIDENCE, Action.INTERVIEW), "with"),
    **dict.fromkeys((Action.REPLY, Action.PUBLISH), "public"),
    **dict.fromkeys((Action.DECLINE, Action.MERGE, Action.WITHDRAW, Action.TRANSFER), "otherwise"),
}


@dataclass(frozen=True, slots=True)
class CaseHands:
    """What the page gives: carrying an act out, and why it is grey."""

    run: Callable[[Action], object]
    check: Callable[[Action], DeskError | None]


def act_verbs(hands: CaseHands) -> Sequence[Verb]:
    """Every act, those of the toolbar first, the others as rare ones, some of them in menus."""
    rest = [each for each in Action if each not in _APART and each not in _TOOLBAR]
    plain = [_verb(each, hands, Weight.RARE) for each in rest if each not in _GROUPS]
    made = [_verb(each, hands, Weight.NORMAL) for each in _TOOLBAR] + plain
    names = {
        "with": translate("cases", "Evidence and reports"),
        "public": translate("cases", "Making public"),
        "otherwise": translate("cases", "Otherwise"),
    }
    for group, name in names.items():
        acts = [each for each in rest if _GROUPS.get(each) == group]
        made += grouped(name, [_verb(each, hands, Weight.RARE) for each in acts])
    return made


def verb_id(action: Action) -> str:
    """Id of the verb of an act."""
    return f"case_{action.value}"


def _verb(action: Action, hands: CaseHands, weight: Weight) -> Verb:
    look = _LOOKS.get(action, _Look(None))
    word = action_word(action) + ("…" if action in ASKING else "")
    return Verb(
        verb_id(action),
        word,
        look.glyph,
        partial(hands.run, action),
        look.keys,
        partial(hands.check, action),
        weight,
    )
