"""What must hold before something is done to a case: who may decide, and when."""

import datetime as dt
from collections.abc import Callable

from xcdesk.codes import CallBack, CaseKind, NoticeLevel, Role
from xcdesk.errors import DeskError
from xcdesk.services.cases import refusals
from xcdesk.services.cases.rows import Action, Private
from xcdesk.services.cases.situation import Situation
from xcdesk.services.cases.words import action_label, kind_label, state_label
from xcdesk.wording import Label, Listed

Guard = Callable[[Situation], DeskError | None]


def unchanged(action: Action) -> Guard:
    """The case is as it was on the screen."""

    def guard(now: Situation) -> DeskError | None:
        if now.given.version in {None, now.row.version}:
            return None
        return refusals.CaseChangedError(
            action=action_label(action), who=now.last_actor, state=state_label(now.state)
        )

    return guard


def by_the_head(action: Action) -> Guard:
    """He is a leader."""

    def guard(now: Situation) -> DeskError | None:
        return None if now.actor.role == Role.LEADER else head_only(now, action)

    return guard


def head_if_important(action: Action) -> Guard:
    """He is a leader, where the case is an important one."""

    def guard(now: Situation) -> DeskError | None:
        if not now.row.important or now.actor.role == Role.LEADER:
            return None
        return head_only(now, action)

    return guard


def head_only(now: Situation, action: Action) -> DeskError:
    """The refusal that names the leaders."""
    people = Listed(now.leaders) or Label("material.nobody")
    return refusals.HeadOnlyError(action=action_label(action), people=people)


def of_kind(refusal: type[DeskError], kind: CaseKind, action: Action) -> Guard:
    """The case is of this kind."""

    def guard(now: Situation) -> DeskError | None:
        if now.kind == kind:
            return None
        return refusal(action=action_label(action), kind=kind_label(now.kind))

    return guard


def within_return_days(now: Situation) -> DeskError | None:
    """The department has had it for no more than some working days."""
    sent, most = now.row.sent_on, now.rules.return_days
    if sent is None or now.days.passed(sent, now.today) <= most:
        return None
    return refusals.LateReturnError(day=sent, most=most)


def not_returned_twice(now: Situation) -> DeskError | None:
    """It was returned once at most."""
    most = 2
    return refusals.ReturnedTwiceError() if now.row.returns >= most else None


def no_return_pending(action: Action) -> Guard:
    """No second return waits for a leader."""

    def guard(now: Situation) -> DeskError | None:
        if not now.row.return_asked:
            return None
        people = Listed(now.leaders) or Label("material.nobody")
        return refusals.ReturnPendingError(action=action_label(action), people=people)

    return guard


def return_pending(now: Situation) -> DeskError | None:
    """A second return waits for a leader."""
    return None if now.row.return_asked else refusals.NoReturnError()


def before_the_due_day_ends(now: Situation) -> DeskError | None:
    """It is not overdue."""
    due = now.row.due
    return refusals.LateExtensionError(due=due) if due is not None and now.today > due else None


def no_extension_pending(now: Situation) -> DeskError | None:
    """No extension waits for a leader."""
    asked = now.row.asked_due
    return None if asked is None else refusals.ExtensionPendingError(asked=asked)


def extension_pending(now: Situation) -> DeskError | None:
    """An extension waits for a leader."""
    return refusals.NoExtensionError() if now.row.asked_due is None else None


def not_the_entrant(action: Action) -> Guard:
    """Somebody else has entered the answer in hand."""

    def guard(now: Situation) -> DeskError | None:
        if now.entrant != now.actor.id:
            return None
        return refusals.OwnAnswerError(action=action_label(action), who=now.entrant_name)

    return guard


def level_fits(now: Situation) -> DeskError | None:
    """A blue notice comes before the day due, a red one after it and from a leader."""
    if now.request is None:
        return None
    level, due = now.request.level, now.row.due
    if level is None or due is None:
        return refusals.LevelNeededError()
    if level == NoticeLevel.BLUE:
        return _blue_fits(now, due)
    if level == NoticeLevel.YELLOW:
        return None
    if now.today <= due:
        return refusals.NotOverdueError(due=due)
    return None if now.actor.role == Role.LEADER else head_only(now, Action.NOTICE)


def _blue_fits(now: Situation, due: dt.date) -> DeskError | None:
    if now.today > due:
        return refusals.OverdueNoticeError(due=due)
    if now.days.left(now.today, due) > now.rules.blue_days:
        return refusals.TooEarlyNoticeError(due=due, most=now.rules.blue_days)
    return None


def called_back_enough(now: Situation) -> DeskError | None:
    """Somebody who complained has said something, or could not be reached time and again."""
    if now.kind != CaseKind.COMPLAINT:
        return None
    said = now.row.called_back
    if said is None:
        return refusals.NotCalledBackError()
    if said == CallBack.NOT_REACHED and now.row.attempts < now.rules.attempts:
        return refusals.NotReachedError(count=now.row.attempts, most=now.rules.attempts)
    if said == CallBack.DISSATISFIED and now.actor.role != Role.LEADER:
        return head_only(now, Action.CLOSE)
    return None


def reply_on_record(now: Situation) -> DeskError | None:
    """The department has answered the finding, and its reply to the publication is written down."""
    missing = not now.answered_ever or now.row.replied_on is None
    return refusals.NoReplyError() if missing else None


def answered_before(now: Situation) -> DeskError | None:
    """The department has answered."""
    return None if now.answered_ever else refusals.NoReplyError()


def private_there(now: Situation) -> DeskError | None:
    """Private details stand behind the case."""
    if now.row.private == Private.ERASED:
        return refusals.ErasedError()
    return refusals.NothingPrivateError() if now.row.private == Private.NONE else None
