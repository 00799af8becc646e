"""The live picture of a case's way, from filing to closing, as its events tell it."""

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from ui.tablemodels.cases import light_word, state_mark, state_word
from ui.theme.tokens import State
from ui.widgets.state_picture import Box, Picture, Stage
from xcdesk import clock
from xcdesk.codes import CaseState
from xcdesk.services.cases import OVER, CaseDetail

translate = QCoreApplication.translate
_LINE = (
    (CaseState.REGISTERED,),
    (CaseState.FILED,),
    (CaseState.DISPATCHED,),
    (CaseState.ACCEPTED, CaseState.WORKING, CaseState.REOPENED),
    (CaseState.ANSWERED,),
    (CaseState.VERIFYING,),
    (CaseState.CLOSED,),
)
"""Stretches of the way; a case that ends otherwise has that end in place of the last."""


def picture(seen: CaseDetail) -> Picture:
    """Where a case stands, what lies behind it and what is to come."""
    state = seen.row.state
    line = _LINE if state not in OVER or state == CaseState.CLOSED else (*_before(seen), (state,))
    here = next(at for at, states in enumerate(line) if state in states)
    boxes = tuple(_box(seen, states, at - here) for at, states in enumerate(line))
    sentence = translate("cases", "{state}, {light}").format(
        state=state_word(state), light=light_word(seen.row)
    )
    return Picture(boxes, "", sentence)


def _before(seen: CaseDetail) -> tuple[tuple[CaseState, ...], ...]:
    """The stretches in which a declined or merged case has been."""
    been = {event.to_state for event in seen.events[:-1]}
    return tuple(states for states in _LINE if been & set(states))


def _box(seen: CaseDetail, states: tuple[CaseState, ...], ahead: int) -> Box:
    """One box; ``ahead`` is negative for what lies behind, 0 here, positive for what is to come."""
    reached = [event for event in seen.events if event.to_state in states]
    below = shown.day(clock.local(reached[0].at).date()) if reached else ""
    if ahead > 0:
        return Box(state_word(states[0]), State.NOT_YET, Stage.TO_COME)
    if ahead < 0:
        return Box(state_word(states[0]), State.DONE, Stage.DONE if reached else Stage.TO_COME, below)
    over = seen.row.state in OVER
    return Box(
        state_word(seen.row.state), state_mark(seen.row.state), Stage.DONE if over else Stage.HERE, below
    )
