"""How far an office is set up: five steps, each done, put off or open, until all are, or it is dismissed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from xcdesk.db.base import database
from xcdesk.models import CoverageItem, ImportBatch, Outlet, Setting, Unit, User
from xcdesk.services.record import audit, setting_rows
from xcdesk.services.record.actor import PROGRAM, Actor

_KEY = "setup"


class Step(StrEnum):
    """What there is to do, in the order in which it is usually done."""

    OFFICE = "office"
    PEOPLE = "people"
    OUTLETS = "outlets"
    UNITS = "units"
    IMPORT = "import"


class StepState(StrEnum):
    """How a step stands: done is what the data show, skipped what somebody has said."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class SetUp:
    """The steps of an office that is being set up."""

    steps: Mapping[Step, StepState]

    @property
    def settled(self) -> int:
        """How many steps are done or skipped."""
        return sum(state is not StepState.OPEN for state in self.steps.values())

    @property
    def over(self) -> bool:
        """Whether nothing is left to do."""
        return self.settled == len(self.steps)

    @property
    def next(self) -> Step | None:
        """The first step that is open; None where none is."""
        return next((step for step, state in self.steps.items() if state is StepState.OPEN), None)


def begin(actor: Actor) -> None:
    """Say that this office is new and is still to be set up; in the caller's transaction."""
    setting_rows.add(_KEY, {"skipped": [], "over": False})
    audit.record(actor, "office.setup_begun", "office")


def progress() -> SetUp | None:
    """How far it is; None for an office that was never asked, is ready, or does not want to be asked."""
    kept = setting_rows.read(_KEY)
    if not kept or kept["over"]:
        return None
    skipped = set(kept["skipped"])
    found = SetUp({step: _state(step, skipped) for step in Step})
    return None if found.over else found


def skip(actor: Actor, step: Step) -> None:
    """Put a step off for good."""
    _write(actor, "office.setup_skipped", step=step)


def take_up(actor: Actor, step: Step) -> None:
    """Open a step again that was put off."""
    _write(actor, "office.setup_taken_up", step=step, skipped=False)


def dismiss(actor: Actor) -> None:
    """Ask no more; everything can be done from the menus all the same."""
    _write(actor, "office.setup_dismissed", over=True)


def bring_back(actor: Actor) -> None:
    """Ask again, as undoing does."""
    _write(actor, "office.setup_brought_back", over=False)


def _write(
    actor: Actor, action: str, *, step: Step | None = None, skipped: bool = True, over: bool = False
) -> None:
    with database.atomic():
        kept = setting_rows.read(_KEY)
        named = [name for name in kept.get("skipped", ()) if name != step]
        if step is not None and skipped:
            named.append(step.value)
        setting_rows.write(_KEY, {"skipped": named, "over": over})
        audit.record(actor, action, "setting:setup", **({} if step is None else {"step": step.value}))


def _state(step: Step, skipped: set[str]) -> StepState:
    if _DONE[step]():
        return StepState.DONE
    return StepState.SKIPPED if step in skipped else StepState.OPEN


_DONE: Mapping[Step, Callable[[], bool]] = {
    Step.OFFICE: lambda: Setting.select().where(Setting.key == "office").exists(),
    Step.PEOPLE: lambda: User.select().where(User.active, User.login != PROGRAM).count() > 1,
    Step.OUTLETS: lambda: Outlet.select().exists(),
    Step.UNITS: lambda: Unit.select().exists(),
    Step.IMPORT: lambda: ImportBatch.select().exists() or CoverageItem.select().exists(),
}
