"""The live picture of a material's states, drawn from the transition table itself."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from ui.messages import text
from ui.tablemodels.materials import row_state, state_word
from ui.theme.tokens import State
from ui.widgets.state_picture import Box, Picture, Stage
from xcdesk.codes import MaterialState, SeatState, StepMode
from xcdesk.services.approvals import MACHINE, Action, MaterialDetail, Verdict

_FORWARD = frozenset((Action.SUBMIT, Action.AGREE, Action.ISSUE))
translate = QCoreApplication.translate


def main_line() -> tuple[MaterialState, ...]:
    """States from the first on, following the acts that lead on."""
    line = [MACHINE.initial]
    while True:
        onward = [
            edge.target
            for edge in MACHINE.edges()
            if edge.source == line[-1] and edge.action in _FORWARD and edge.target not in line
        ]
        if not onward:
            return tuple(line)
        line.append(onward[0])


def picture(seen: MaterialDetail) -> Picture:
    """Where ``seen`` stands, who had it before and who has it next."""
    line = main_line()
    state = seen.row.state
    if seen.row.expedited or state not in {*line, MaterialState.RETURNED}:
        line = (*(each for each in line if each != state and _was_in(seen, each)), state)
    here = line.index(MaterialState.DRAFT if state == MaterialState.RETURNED else state)
    boxes = tuple(_box(seen, each, at - here) for at, each in enumerate(line))
    return Picture(boxes, _back(seen), _sentence(seen))


def next_words(seen: MaterialDetail, names: Mapping[Action, str]) -> str:
    """Whose turn it is, and what the person in front of the page can do now, by the transition table."""
    able = [names[each] for each in MACHINE.actions(seen.row.state) if seen.refusal(each) is None]
    mine = translate("picture", "You can: {acts}.").format(acts=shown.listed(able)) if able else ""
    return shown.sentences((_turn(seen), mine))


def _turn(seen: MaterialDetail) -> str:
    """Who has the next word."""
    row = seen.row
    if row.state is MaterialState.IN_REVIEW:
        step = next((each for each in seen.steps if each.verdict is Verdict.WAITING), seen.steps[-1])
        open_seats = [seat.name for seat in step.seats if seat.state is SeatState.OPEN]
        people = shown.listed(open_seats if step.mode is not StepMode.ANY else step.people)
        if not people:
            nobody = translate(
                "picture",
                "At “{step}” nobody here may sign: record a signature on paper, or have a {role} added.",
            )
            return nobody.format(step=step.name, role=text(f"role.{step.role.value}"))
        words = {
            StepMode.ANY: translate("picture", "Waiting at “{step}” for any of: {people}."),
            StepMode.ALL: translate("picture", "Waiting at “{step}” for all of: {people}."),
            StepMode.IN_TURN: translate("picture", "Waiting at “{step}”, one after the other: {people}."),
        }[step.mode]
        return words.format(step=step.name, people=people)
    if row.state is MaterialState.APPROVED:
        return translate("picture", "Signed off; it can be issued.")
    if row.state in {MaterialState.DRAFT, MaterialState.RETURNED}:
        return translate("picture", "{name} finishes and submits it.").format(
            name=row.submitter or row.author
        )
    return ""


def _was_in(seen: MaterialDetail, state: MaterialState) -> bool:
    return any(state in {event.from_state, event.to_state} for event in seen.events)


def _box(seen: MaterialDetail, state: MaterialState, ahead: int) -> Box:
    """One box; ``ahead`` is negative for what lies behind, 0 here, positive for what is to come."""
    if ahead < 0:
        return Box(state_word(state), State.DONE, Stage.DONE, _below(seen, state))
    if ahead > 0:
        return Box(state_word(state), State.NOT_YET, Stage.TO_COME, _below(seen, state))
    mark, word = row_state(seen.row)
    over = seen.row.state is MaterialState.ISSUED and not seen.row.unchecked
    return Box(word, mark, Stage.DONE if over else Stage.HERE, _below(seen, state))


def _below(seen: MaterialDetail, state: MaterialState) -> str:
    if state == MaterialState.DRAFT:
        return seen.row.author
    if state == MaterialState.IN_REVIEW:
        return _step(seen)
    if state == MaterialState.APPROVED:
        last = seen.steps[-1]
        return shown.listed(last.people)
    reached = [event for event in seen.events if event.to_state == state]
    return shown.instant(reached[-1].at) if reached else ""


def _step(seen: MaterialDetail) -> str:
    row = seen.row
    if row.state != MaterialState.IN_REVIEW:
        return translate("picture", "{count} step(s)").format(count=row.step_count)
    at = [step.position for step in seen.steps if step.position <= row.step]
    return translate("picture", "step {at} of {count}").format(at=max(1, len(at)), count=row.step_count)


def _back(seen: MaterialDetail) -> str:
    """Word on the arrow back, where the state has one or the text has just come back on it."""
    returns = [edge for edge in MACHINE.edges() if edge.action == Action.RETURN]
    if not any(seen.row.state in {edge.source, edge.target} for edge in returns):
        return ""
    return translate("picture", "returned: changed, then submitted again")


def _sentence(seen: MaterialDetail) -> str:
    word = state_word(seen.row.state)
    if seen.row.state != MaterialState.IN_REVIEW:
        return word
    waiting = next((step for step in seen.steps if step.verdict == Verdict.WAITING), seen.steps[-1])
    people = shown.listed(waiting.people) or text(f"role.{waiting.role.value}")
    return translate("picture", "{state}, {step}, waiting for {people}").format(
        state=word, step=_step(seen), people=people
    )
