"""Where a material can go from here: each act, what it leads to, who can do it, and why not I."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui import format as shown
from ui.messages import sentence, text
from ui.tablemodels.materials import MARKS, Column, state_word
from ui.theme.tokens import State
from xcdesk.codes import MaterialState
from xcdesk.errors import DeskError
from xcdesk.services import approvals
from xcdesk.services.approvals import MACHINE, Action, MaterialDetail

_DECIDING = frozenset((Action.AGREE, Action.PAPER))
"""Acts that sign a text off at its last step, and lead to the next one before."""


@dataclass(frozen=True, slots=True)
class Way:
    """One act of the present state.

    ``refusal`` is why the person in front of the page cannot do it now; ``next_step`` tells that it leads to
    another step of the review at most.
    """

    action: Action
    here: MaterialState
    targets: tuple[MaterialState, ...]
    people: tuple[str, ...]
    refusal: DeskError | None
    next_step: bool = False

    @property
    def leads_on(self) -> bool:
        """Whether the material stands elsewhere afterwards."""
        return any(target != self.here for target in self.targets)


def ways(seen: MaterialDetail) -> tuple[Way, ...]:
    """Every act of the present state, by the transition table; those that lead on come first."""
    here = seen.row.state
    edges = [edge for edge in MACHINE.edges() if edge.source == here]
    last = seen.row.step == seen.steps[-1].position
    found = [
        Way(
            each.action,
            here,
            tuple(edge.target for edge in edges if edge.action == each.action),
            each.people,
            seen.refusal(each.action),
            each.action in _DECIDING and not last,
        )
        for each in approvals.who_can(seen.row.id)
    ]
    return tuple(sorted(found, key=lambda way: not way.leads_on))


def _tr(source: object) -> str:
    return QCoreApplication.translate("ways", str(source))


def _target(way: Way) -> str:
    if way.next_step:
        return _tr(QT_TRANSLATE_NOOP("ways", "the next step"))
    words = [state_word(target) for target in way.targets if target != way.here]
    return shown.listed(words) if words else _tr(QT_TRANSLATE_NOOP("ways", "stays here"))


def _mark(way: Way) -> State | None:
    if way.next_step:
        return State.IN_HAND
    return next((MARKS[target] for target in way.targets if target != way.here), State.NOT_DUE)


def _people(way: Way) -> str:
    return shown.listed(way.people) or _tr(QT_TRANSLATE_NOOP("ways", "nobody now"))


def _mine(way: Way) -> str:
    if way.refusal is None:
        return _tr(QT_TRANSLATE_NOOP("ways", "you can"))
    return sentence(way.refusal)


WAY_COLUMNS: tuple[Column[Way], ...] = (
    Column(QT_TRANSLATE_NOOP("materials", "Act"), lambda way: text(f"material.action.{way.action}")),
    Column(QT_TRANSLATE_NOOP("materials", "Then"), _target, _mark),
    Column(QT_TRANSLATE_NOOP("materials", "Who can"), _people),
    Column(QT_TRANSLATE_NOOP("materials", "You"), _mine),
)
"""Ways on; column 1 is a state cell."""
