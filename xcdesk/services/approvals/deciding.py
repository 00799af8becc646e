"""Who decides: the guards about seats, delegates, those called in, paper, and checks made afterwards."""

from xcdesk import clock
from xcdesk.codes import Role, SeatState, StepMode
from xcdesk.errors import DeskError
from xcdesk.services.approvals import refusals
from xcdesk.services.approvals.guards import Guard
from xcdesk.services.approvals.rows import Action
from xcdesk.services.approvals.seats import Person, Seat
from xcdesk.services.approvals.situation import Situation
from xcdesk.services.approvals.words import action_label, names, role_label

_RANK = {Role.ADMINISTRATOR: 0, Role.CLERK: 1, Role.REVIEWER: 2, Role.LEADER: 3}


def at_the_step(action: Action) -> Guard:
    """He sits at the step in hand, or stands in for somebody who does."""

    def guard(now: Situation) -> DeskError | None:
        if now.bench is None or _seats(now):
            return None
        step = now.bench.step
        keeps = now.actor.role == Role.ADMINISTRATOR
        kind = refusals.AdministratorError if keeps else refusals.NotYourStepError
        return kind(
            action=action_label(action),
            step=step.name,
            role=role_label(step.role),
            people=names(now.signatories),
        )

    return guard


def not_a_writer(action: Action) -> Guard:
    """He has written nothing since the last sign-off, and at no time the text as it is now."""

    def guard(now: Situation) -> DeskError | None:
        revision = now.writers.get(now.actor.id)
        if revision is None:
            return None
        return refusals.OwnTextError(
            action=action_label(action), revision=revision, people=names(now.signatories)
        )

    return guard


def not_the_submitter(action: Action) -> Guard:
    """He has not sent it to review."""

    def guard(now: Situation) -> DeskError | None:
        if now.submitter is None or now.submitter.id != now.actor.id:
            return None
        return refusals.OwnSubmissionError(action=action_label(action), people=names(now.signatories))

    return guard


def in_turn(action: Action) -> Guard:
    """A seat of his, or of somebody he stands in for, has still to decide, and now."""

    def guard(now: Situation) -> DeskError | None:
        if now.bench is None or now.seat is not None:
            return None
        seat = _seats(now)[0]
        facts = {"action": action_label(action), "people": names(now.signatories)}
        if seat.state == SeatState.BARRED:
            return refusals.PrincipalsTextError(principal=seat.person.name, **facts)
        if seat.state == SeatState.AGREED:
            return refusals.AgreedAlreadyError(**facts)
        if seat.state == SeatState.GIVEN_AWAY:
            return refusals.GivenAwayError(**facts)
        return refusals.NotYourTurnError(step=now.bench.step.name, **facts)

    return guard


def not_meeting_himself(now: Situation) -> DeskError | None:
    """He does not agree twice where one of the two is for somebody else."""
    met = now.helped if now.behalf_of is None else now.hands
    if now.seat is None or now.actor.id not in met:
        return None
    return refusals.MeetsHimselfError(principal=now.seat.person.name, people=names(_others(now)))


def on_his_own_seat(now: Situation) -> DeskError | None:
    """The seat is his own, be it barred: a delegate does not hand over what he was only lent."""
    seat = now.bench.seat_of(now.actor.id) if now.bench else None
    if seat is not None and (seat.state == SeatState.BARRED or seat is now.seat):
        return None
    lent = now.behalf_of
    if lent is None:
        return in_turn(Action.HAND_OVER)(now)
    return refusals.LentSeatError(principal=lent.name)


def somebody_fit(action: Action) -> Guard:
    """Whom it concerns may sign in, is no administrator, is somebody else, and has no part in the text."""
    unfit = somebody_else(action)

    def guard(now: Situation) -> DeskError | None:
        refused = unfit(now)
        person = None if now.request.person is None else now.person(now.request.person)
        if refused is not None or person is None:
            return refused
        if person.id in now.barred:
            return refusals.PartialPersonError(
                action=action_label(action), name=person.name, people=names(_others(now))
            )
        return None

    return guard


def somebody_else(action: Action) -> Guard:
    """Whoever is asked for advice may sign in and is somebody else; he may have written in it."""

    def guard(now: Situation) -> DeskError | None:
        if now.request.person is None:
            return None
        person = now.person(now.request.person)
        if person is None or person.role == Role.ADMINISTRATOR or person.id == now.actor.id:
            return refusals.UnfitPersonError(action=action_label(action), people=names(_others(now)))
        return None

    return guard


def not_there_yet(now: Situation) -> DeskError | None:
    """Whoever is added does not decide this step already."""
    person = _asked_for(now)
    if person is None or now.bench is None:
        return None
    seat = now.bench.seat_of(person.id)
    there = seat is not None and seat.state != SeatState.GIVEN_AWAY
    return refusals.ThereAlreadyError(name=person.name, step=now.bench.step.name) if there else None


def still_to_decide(now: Situation) -> DeskError | None:
    """Whoever takes a seat over does not already sit there in his own right: two agreements never become one.

    Where any one of several decides, another of them may take it over.
    """
    person = _asked_for(now)
    if person is None or now.bench is None:
        return None
    seat, own = now.bench.seat_of(person.id), now.bench.seat_of(now.actor.id)
    extra = own is not None and own.extra
    anyone = now.bench.step.mode == StepMode.ANY and not extra
    if seat is None or (anyone and seat.state == SeatState.OPEN and not seat.extra):
        return None
    return refusals.CannotTakeOverError(name=person.name)


def of_no_lower_rank(now: Situation) -> DeskError | None:
    """A seat goes to somebody of the same role or above."""
    person = _asked_for(now)
    if person is None or _RANK[person.role] >= _RANK[now.actor.role]:
        return None
    fit = [each for each in _others(now) if _RANK[each.role] >= _RANK[now.actor.role]]
    return refusals.LowerRankError(name=person.name, role=role_label(now.actor.role), people=names(fit))


def not_asked_yet(now: Situation) -> DeskError | None:
    """His advice is not awaited already."""
    person = _asked_for(now)
    if person is None or person.id not in now.asked:
        return None
    return refusals.AskedAlreadyError(name=person.name)


def asked(now: Situation) -> DeskError | None:
    """His advice is awaited."""
    if now.actor.id in now.asked:
        return None
    return refusals.NotAskedError()


def by_somebody_apart(now: Situation) -> DeskError | None:
    """Paper is recorded by somebody without a part in the text, as long as the office has one."""
    if now.actor.id not in now.barred:
        return None
    apart = now.of_role(Role.CLERK, Role.REVIEWER, Role.LEADER)
    return refusals.OwnPaperError(people=names(apart)) if apart else None


def signed_by_somebody_else(now: Situation) -> DeskError | None:
    """The sheet was signed by neither its recorder nor anybody with a part in the text."""
    sheet = now.request.paper
    if sheet is None:
        return None
    if sheet.person == now.actor.id or sheet.signatory == now.actor.name:
        return refusals.OwnSheetError()
    if sheet.person in now.barred or sheet.signatory in now.barred_names:
        return refusals.WritersSheetError(name=sheet.signatory)
    return None


def signed_by_now(now: Situation) -> DeskError | None:
    """The day on the sheet is not still to come."""
    sheet = now.request.paper
    if sheet is None or sheet.signed_on <= now.now.date():
        return None
    return refusals.LaterSheetError(day=sheet.signed_on)


def signed_by_a_signatory(now: Situation) -> DeskError | None:
    """The signatory decides the step: a seat in its turn, or, at a role's step, one without an account."""
    sheet, bench = now.request.paper, now.bench
    if sheet is None or bench is None:
        return None
    open_to_others = bench.step.by_role or not bench.turn  # the role's, or nobody is left who could decide it
    free = sheet.person is None and open_to_others and not bench.agreed
    if free and not any(seat.extra for seat in bench.turn):
        return None
    if any(seat.person.id == sheet.person for seat in bench.turn):
        return None
    return refusals.NotSignatoryError(
        name=sheet.signatory, step=bench.step.name, people=names(now.signatories)
    )


def decided_on_paper(now: Situation) -> DeskError | None:
    """Whoever voids without being a leader has a sheet of a leader who has no account in here."""
    sheet, asked = now.request.paper, now.request.opinion is not None
    if now.actor.role == Role.LEADER or not asked:
        return None
    if sheet is None:
        return refusals.SheetNeededError()
    if sheet.person is not None:
        return refusals.NoLeadersSheetError(name=sheet.signatory)
    return signed_by_now(now)


def check_owed(now: Situation) -> DeskError | None:
    """It was issued first and is not checked yet."""
    return None if now.unchecked else refusals.NothingToCheckError()


def by_the_owner_or_a_leader(now: Situation) -> DeskError | None:
    """He owes the check, or is a leader; and he did not issue it himself."""
    if now.issuer is not None and now.issuer.id == now.actor.id:
        return refusals.OwnIssueError(people=names([now.check_owner] if now.check_owner else ()))
    owner = now.check_owner
    if now.actor.role == Role.LEADER or (owner is not None and owner.id == now.actor.id):
        return None
    return refusals.NotCheckerError(people=names([owner] if owner else ()))


def due_from_today(now: Situation) -> DeskError | None:
    """The day of the check is not past."""
    due = now.request.due
    return None if due is None or due >= clock.today() else refusals.PastDueError(day=due)


def _seats(now: Situation) -> tuple[Seat, ...]:
    """Seats that are his or that he stands in for, his own first, those still open before the others."""
    bench = now.bench
    found = (
        []
        if bench is None
        else [seat for seat in bench.seats if seat.person.id in {now.actor.id, *now.principals}]
    )
    own = now.actor.id
    return tuple(sorted(found, key=lambda seat: (seat.person.id != own, seat.state != SeatState.OPEN)))


def _asked_for(now: Situation) -> Person | None:
    return None if now.request.person is None else now.person(now.request.person)


def _others(now: Situation) -> tuple[Person, ...]:
    """Those who could be called in."""
    here = now.of_role(Role.CLERK, Role.REVIEWER, Role.LEADER)
    return tuple(person for person in here if person.id != now.actor.id)
