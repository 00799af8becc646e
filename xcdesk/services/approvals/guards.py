"""What must hold before something is done to a material whoever decides: the text seen, the reasons given."""

from collections.abc import Callable
from functools import cache

from xcdesk.codes import Role, SeatState
from xcdesk.errors import DeskError
from xcdesk.services.approvals import refusals
from xcdesk.services.approvals.rows import Action, Point
from xcdesk.services.approvals.situation import Situation
from xcdesk.services.approvals.words import action_label, names, state_label
from xcdesk.services.record import permissions
from xcdesk.services.record.permissions import Permission
from xcdesk.wording import Label

Guard = Callable[[Situation], DeskError | None]


def unchanged_since_seen(action: Action) -> Guard:
    """The material is as it was on the screen."""

    def guard(now: Situation) -> DeskError | None:
        if now.request.version in {None, now.version}:
            return None
        return refusals.MaterialChangedError(
            action=action_label(action),
            who=now.last_actor,
            revision=now.revision,
            state=state_label(now.state),
        )

    return guard


def on_the_text_seen(action: Action) -> Guard:
    """The text is the one that was on the screen."""

    def guard(now: Situation) -> DeskError | None:
        if now.request.seen_hash in {None, now.text_hash}:
            return None
        return refusals.OtherTextError(action=action_label(action), revision=now.revision)

    return guard


@cache
def with_words(action: Action) -> Guard:
    """Why it is done, or what is asked or answered, is not left empty."""

    def guard(now: Situation) -> DeskError | None:
        if now.request.opinion != "":
            return None
        return refusals.WordsNeededError(action=action_label(action), words=Label(f"material.words.{action}"))

    return guard


def with_an_opinion(now: Situation) -> DeskError | None:
    """A return has an opinion."""
    return refusals.OpinionNeededError() if now.request.opinion == "" else None


def with_a_reason(now: Situation) -> DeskError | None:
    """Voiding has a reason."""
    return refusals.ReasonNeededError() if now.request.opinion == "" else None


def with_everything_checked(now: Situation) -> DeskError | None:
    """Every point of the list is ticked, where there is one."""
    checked = now.request.checked
    missing = [point for point in Point if checked is not None and point not in checked]
    if not missing:
        return None
    return refusals.UncheckedPointsError(
        field="points", count=len(missing), point=Label(f"material.point.{missing[0].value}")
    )


def with_text(action: Action) -> Guard:
    """There is a text."""

    def guard(now: Situation) -> DeskError | None:
        return refusals.EmptyMaterialError(action=action_label(action)) if now.is_empty else None

    return guard


def by_a_writer(now: Situation) -> DeskError | None:
    """He has written in it."""
    if now.actor.id in now.authors:
        return None
    return refusals.NotWriterError(author=now.author.name)


def by_the_submitter(now: Situation) -> DeskError | None:
    """He has sent it to review."""
    if now.submitter is None or now.submitter.id == now.actor.id:
        return None
    return refusals.NotSubmitterError(submitter=now.submitter.name)


def by_the_author_or_a_leader(action: Action) -> Guard:
    """He drafted it, or is a leader."""

    def guard(now: Situation) -> DeskError | None:
        if now.actor.id == now.author.id or now.actor.role == Role.LEADER:
            return None
        return refusals.NotAuthorError(action=action_label(action), author=now.author.name)

    return guard


def by_a_leader(action: Action) -> Guard:
    """His role decides what is void and what goes out unchecked: he is a leader."""

    def guard(now: Situation) -> DeskError | None:
        if permissions.may(now.actor.role, Permission.VOID):
            return None
        able = [person for person in now.people if permissions.may(person.role, Permission.VOID)]
        return refusals.NotLeaderError(action=action_label(action), people=names(able))

    return guard


def by_a_leader_or_for_him(now: Situation) -> DeskError | None:
    """He is a leader; or he keeps an office that has none in here, and records what one decided on paper."""
    if permissions.stands_in(now.actor.role, Permission.VOID):
        return None
    return by_a_leader(Action.VOID)(now)


def not_of_his_own(action: Action) -> Guard:
    """He neither wrote nor submitted the text, whatever step it is at."""

    def guard(now: Situation) -> DeskError | None:
        if now.actor.id not in now.barred:
            return None
        others = now.of_role(Role.REVIEWER, Role.LEADER)
        revision = now.writers.get(now.actor.id)
        if revision is None:
            return refusals.OwnSubmissionError(action=action_label(action), people=names(others))
        return refusals.OwnTextError(action=action_label(action), revision=revision, people=names(others))

    return guard


def undecided(now: Situation) -> DeskError | None:
    """Nobody has agreed at the step in hand yet."""
    agreed = [seat for seat in now.bench.seats if seat.state == SeatState.AGREED] if now.bench else []
    if not agreed:
        return None
    return refusals.DecidedError(people=names(seat.person for seat in agreed))


def text_as_signed(now: Situation) -> DeskError | None:
    """The text is the one that was signed off."""
    return None if now.text_hash == now.signed_hash else refusals.SignOffBrokenError()


def unit_heard(now: Situation) -> DeskError | None:
    """A finding is made public when the unit has answered it and its reply is on record."""
    return refusals.UnheardError() if now.unheard else None


def never_submitted(now: Situation) -> DeskError | None:
    """Nobody was ever asked to review it."""
    return refusals.SubmittedBeforeError() if now.submitted_ever else None


def submitted_before(now: Situation) -> DeskError | None:
    """It was in review once."""
    return None if now.submitted_ever else refusals.NeverSubmittedError()


def not_corrected_yet(now: Situation) -> DeskError | None:
    """No correction of it is on its way or out, but for the one that goes out now."""
    return refusals.CorrectedAlreadyError() if now.succeeded and not now.request.replacing else None


def the_only_correction(now: Situation) -> DeskError | None:
    """It corrects nothing that another correction, on its way or out, corrects already."""
    return refusals.RivalCorrectionError() if now.rivalled else None


def nothing_owed(now: Situation) -> DeskError | None:
    """No check is owed."""
    if not now.unchecked:
        return None
    return refusals.CheckOwedError(owner=names([now.check_owner] if now.check_owner else ()))


def once_in_half_a_day(now: Situation) -> DeskError | None:
    """It was not chased yet in this half of the day."""
    last = now.chased_at
    if last is None or (last.date(), last.hour // 12) != (now.now.date(), now.now.hour // 12):
        return None
    return refusals.ChasedAlreadyError(time=f"{last:%H:%M}")


def by_the_submitter_or_a_leader(now: Situation) -> DeskError | None:
    """He sent it to review, or is a leader."""
    submitter = now.submitter
    if now.actor.role == Role.LEADER or submitter is None or submitter.id == now.actor.id:
        return None
    return refusals.NotChaserError(submitter=submitter.name)
