"""The steps of a material as lines of a table: one for a step, and one for each of several people at it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui import format as shown
from ui.messages import text
from ui.tablemodels.materials import Column, revision_word, verdict_word
from ui.theme.tokens import State
from xcdesk.codes import SeatSource, SeatState, StepMode
from xcdesk.services import approvals
from xcdesk.services.approvals import MaterialDetail, SeatRow, StepRow, Verdict

_VERDICTS = {
    Verdict.AGREED: State.DONE,
    Verdict.RETURNED: State.SOON,
    Verdict.WAITING: State.IN_HAND,
    Verdict.NOT_YET: State.NOT_YET,
}
_SEATS = {
    SeatState.OPEN: (State.IN_HAND, QT_TRANSLATE_NOOP("steps", "Waiting")),
    SeatState.BARRED: (State.NONE, QT_TRANSLATE_NOOP("steps", "Wrote in it")),
    SeatState.AGREED: (State.DONE, QT_TRANSLATE_NOOP("steps", "Agreed")),
    SeatState.GIVEN_AWAY: (State.NONE, QT_TRANSLATE_NOOP("steps", "Handed over")),
}


def _tr(source: object) -> str:
    return QCoreApplication.translate("steps", str(source))


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step, or somebody at it; ``waited`` are the working hours for which the step in hand has waited."""

    step: StepRow
    seat: SeatRow | None = None
    waited: float = 0.0


def step_lines(seen: MaterialDetail) -> tuple[StepLine, ...]:
    """Every step, with its people under it where more than one has a part in it."""
    return tuple(_lines(seen))


def step_words(line: StepLine) -> str:
    """A step in one phrase, for a window without room for the table."""
    step = line.step
    words = f"{step.position} {step.name} {shown.listed(step.people)} {_opinion(line)}"
    at = _time(line)
    return f"{words} {at}" if at != "—" else words


def hours_word(hours: float) -> str:
    """``1.5 小时``: working hours, to a tenth, whole ones without it."""
    return _tr(QT_TRANSLATE_NOOP("steps", "{hours} h")).format(hours=f"{hours:.1f}".removesuffix(".0"))


def _lines(seen: MaterialDetail) -> Iterator[StepLine]:
    waited = approvals.hours_waited(seen.row)
    for step in seen.steps:
        here = step.verdict is Verdict.WAITING
        yield StepLine(step, waited=waited if here else 0.0)
        if _several(step):
            yield from (StepLine(step, seat) for seat in step.seats)


def _several(step: StepRow) -> bool:
    """Whether who did what at a step says more than the step alone."""
    if len(step.seats) < len(("one", "another")):
        return False
    known = {SeatSource.ROLE, SeatSource.NAMED}
    return step.mode is not StepMode.ANY or any(seat.source not in known for seat in step.seats)


def _step(line: StepLine) -> str:
    step = line.step
    if line.seat is not None:
        return "　" + _source(line.seat)
    name = f"{step.position} {step.name}"
    return name if step.mode is StepMode.ANY else f"{name}（{text(f'material.mode.{step.mode.value}')}）"


def _source(seat: SeatRow) -> str:
    if seat.source is SeatSource.ADDED:
        return _tr(QT_TRANSLATE_NOOP("steps", "added by {name}")).format(name=seat.given_by)
    if seat.source is SeatSource.HANDED_OVER:
        return _tr(QT_TRANSLATE_NOOP("steps", "taken over from {name}")).format(name=seat.given_by)
    return ""


def _people(line: StepLine) -> str:
    if line.seat is not None:
        return line.seat.name
    if _several(line.step):
        return shown.count(len(line.step.seats), "people")
    nobody = _tr(QT_TRANSLATE_NOOP("steps", "{role}, still to be named"))
    return shown.listed(line.step.people) or nobody.format(role=text(f"role.{line.step.role.value}"))


def _opinion(line: StepLine) -> str:
    if line.seat is not None:
        return _seat_words(line.seat)
    step = line.step
    word = verdict_word(step.verdict)
    if step.verdict is Verdict.WAITING and line.waited > 0:
        word = f"{word} {hours_word(line.waited)}"
        if step.hours:
            word += _tr(QT_TRANSLATE_NOOP("steps", " of {hours}")).format(hours=hours_word(step.hours))
    if step.verdict is Verdict.WAITING:
        return word
    parts = [word, _as_recorded(paper=step.paper, behalf_of=step.behalf_of), step.opinion]
    return " · ".join(part for part in parts if part)


def _seat_words(seat: SeatRow) -> str:
    lent = seat.name if seat.hand and seat.hand != seat.name and not seat.paper else ""
    hand = _tr(QT_TRANSLATE_NOOP("steps", "by {name}")).format(name=seat.hand) if lent else ""
    parts = [_tr(_SEATS[seat.state][1]), hand, _as_recorded(paper=seat.paper), seat.opinion]
    return " · ".join(part for part in parts if part)


def _as_recorded(*, paper: bool, behalf_of: str = "") -> str:
    if paper:
        return _tr(QT_TRANSLATE_NOOP("steps", "on paper"))
    return _tr(QT_TRANSLATE_NOOP("steps", "for {name}")).format(name=behalf_of) if behalf_of else ""


def _state(line: StepLine) -> State:
    if line.seat is not None:
        return _SEATS[line.seat.state][0]
    late = line.step.hours and line.waited > line.step.hours
    return State.LATE if late else _VERDICTS[line.step.verdict]


def _time(line: StepLine) -> str:
    decided = line.step.verdict in {Verdict.AGREED, Verdict.RETURNED}
    at = line.seat.at if line.seat is not None else line.step.at if decided else None
    return shown.instant(at) if at else "—"


def _signed(line: StepLine) -> str:
    if line.seat is not None or not line.step.revision or line.step.verdict is Verdict.WAITING:
        return "" if line.seat is not None else "—"
    return revision_word(line.step.revision, line.step.text_hash)


STEP_COLUMNS: tuple[Column[StepLine], ...] = (
    Column(QT_TRANSLATE_NOOP("materials", "Step"), _step),
    Column(QT_TRANSLATE_NOOP("materials", "People"), _people),
    Column(QT_TRANSLATE_NOOP("materials", "Opinion"), _opinion, _state),
    Column(QT_TRANSLATE_NOOP("materials", "Time"), _time),
    Column(QT_TRANSLATE_NOOP("materials", "Text signed"), _signed),
)
"""Lines of the steps; column 2 is a state cell."""
