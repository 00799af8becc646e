"""The verbs on the material shown, each with its shortcut and the one answer that greys it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from ui.pages.approvals.acts import Acts
from ui.pages.approvals.form_acts import FormActs, form_verbs
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight
from xcdesk.errors import DeskError
from xcdesk.services.approvals import Action

translate = QCoreApplication.translate
_NORMAL, _RARE = Weight.NORMAL, Weight.RARE


@dataclass(frozen=True, slots=True)
class _Look:
    """Word, drawing, keys and place of a verb; those that decide stand in the detail, under the picture."""

    word: str
    glyph: Glyph | None
    keys: str = ""
    weight: Weight = _RARE


_SIGNED = frozenset(
    (
        Action.AGREE,
        Action.RETURN,
        Action.PAPER,
        Action.CHECK,
        Action.EXPEDITE,
        Action.ISSUE,
        Action.CORRECT,
        Action.VOID,
    )
)
"""What is done with one's name under it: the PIN or the password is asked again."""


@dataclass(frozen=True, slots=True)
class MaterialHands:
    """What the page gives: writing, why an act is grey, and asking again for the hand that signs."""

    edit: Callable[[], object]
    check: Callable[[Action], DeskError | None]
    sign: Callable[[Action, str, Callable[[], object]], object]


def material_verbs(acts: Acts, forms: FormActs, hands: MaterialHands) -> Sequence[Verb]:
    """Every act of the transition table as a verb, those used most first."""
    done_by: Mapping[Action, Callable[[], object]] = {
        Action.EDIT: hands.edit,
        Action.CLAIM: acts.claim,
        Action.AGREE: acts.agree,
        Action.RETURN: acts.give_back,
        Action.CHECK: acts.check,
        Action.CHASE: acts.chase,
        Action.ISSUE: acts.issue,
        Action.ARCHIVE: acts.archive,
        Action.DISCARD: acts.discard,
        Action.RESTORE: acts.restore,
        **form_verbs(forms),
    }
    return [_verb(act, look, done_by[act], hands) for act, look in _looks().items()]


def _verb(act: Action, look: _Look, run: Callable[[], object], hands: MaterialHands) -> Verb:
    signed = partial(hands.sign, act, look.word.rstrip("…"), run)
    return Verb(
        f"material_{act}",
        look.word,
        look.glyph,
        signed if act in _SIGNED else run,
        look.keys,
        partial(hands.check, act),
        look.weight,
    )


def _looks() -> Mapping[Action, _Look]:
    return {**_writing(), **_deciding(), **_calling_in(), **_ending()}


def _writing() -> Mapping[Action, _Look]:
    return {
        Action.EDIT: _Look(translate("MaterialVerbs", "Edit"), Glyph.EDIT, "F2", _NORMAL),
        Action.SUBMIT: _Look(translate("MaterialVerbs", "Submit…"), Glyph.SEND, "Ctrl+Shift+S", _NORMAL),
        Action.RECALL: _Look(
            translate("MaterialVerbs", "Recall…"), Glyph.ARROW_UNDO, "Ctrl+Shift+R", _NORMAL
        ),
        Action.PAPER: _Look(
            translate("MaterialVerbs", "Record paper sign-off…"), Glyph.CLIPBOARD_TASK, "Ctrl+Alt+P", _NORMAL
        ),
        Action.ISSUE: _Look(translate("MaterialVerbs", "Issue"), Glyph.MEGAPHONE, "Ctrl+Shift+I", _NORMAL),
    }


def _deciding() -> Mapping[Action, _Look]:
    return {
        Action.AGREE: _Look(translate("MaterialVerbs", "Agree"), Glyph.CHECKMARK, "Ctrl+Return"),
        Action.RETURN: _Look(translate("MaterialVerbs", "Return"), Glyph.ARROW_UNDO, "Ctrl+Shift+Return"),
        Action.CHECK: _Look(translate("MaterialVerbs", "Check"), Glyph.CHECKMARK_CIRCLE, "Ctrl+Alt+Return"),
    }


def _calling_in() -> Mapping[Action, _Look]:
    return {
        Action.ADD: _Look(translate("MaterialVerbs", "Add reviewer…"), Glyph.ADD, "Ctrl+Alt+B"),
        Action.HAND_OVER: _Look(translate("MaterialVerbs", "Hand over…"), Glyph.PERSON_SWAP, "Ctrl+Alt+H"),
        Action.CONSULT: _Look(
            translate("MaterialVerbs", "Ask for advice…"), Glyph.QUESTION_CIRCLE, "Ctrl+Alt+Q"
        ),
        Action.ADVISE: _Look(translate("MaterialVerbs", "Give advice…"), Glyph.NOTE, "Ctrl+Alt+D"),
        Action.CHASE: _Look(translate("MaterialVerbs", "Chase"), Glyph.ALERT, "Ctrl+Alt+C"),
        Action.CLAIM: _Look(translate("MaterialVerbs", "Claim"), Glyph.PERSON_EDIT, "Ctrl+Alt+N"),
    }


def _ending() -> Mapping[Action, _Look]:
    return {
        Action.EXPEDITE: _Look(
            translate("MaterialVerbs", "Issue first, check later…"), Glyph.MEGAPHONE, "Ctrl+Alt+I"
        ),
        Action.CORRECT: _Look(translate("MaterialVerbs", "Correct…"), Glyph.EDIT, "Ctrl+Alt+E"),
        Action.VOID: _Look(translate("MaterialVerbs", "Void…"), Glyph.DISMISS),
        Action.ARCHIVE: _Look(translate("MaterialVerbs", "Archive"), Glyph.ARCHIVE),
        Action.DISCARD: _Look(translate("MaterialVerbs", "Discard"), Glyph.DELETE, "Del"),
        Action.RESTORE: _Look(translate("MaterialVerbs", "Take out of the trash"), Glyph.ARROW_UNDO),
        Action.TERMINATE: _Look(translate("MaterialVerbs", "End…"), Glyph.DISMISS),
    }
