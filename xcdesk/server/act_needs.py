"""What an act takes besides who does it, as a server asks it: read off the guards of the program's tables."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TypeVar

from xcdesk.services.approvals import guards as of_texts
from xcdesk.services.approvals.rules import MACHINE as MATERIALS
from xcdesk.services.cases import guards, inputs
from xcdesk.services.cases.guards import Guard
from xcdesk.services.cases.rules import MACHINE as CASES

G = TypeVar("G")

OF_CASES: Mapping[str, Guard] = {
    "receiver": inputs.with_a_receiver,
    "person": inputs.with_a_person,
    "result": inputs.with_a_result,
    "evidence": inputs.with_evidence,
    "files": inputs.with_files,
    "another": inputs.into_another,
    "linked": inputs.not_linked_yet,
    "unlinked": inputs.linked,
    "past": inputs.not_a_future_day,
    "ahead": inputs.due_ahead,
    "later": inputs.later_than_due,
    "granted": inputs.granted_later,
    "in_time": guards.before_the_due_day_ends,
    "level": guards.level_fits,
    "answered": guards.answered_before,
    "replied": guards.reply_on_record,
    "called": guards.called_back_enough,
}
"""Guards of follow-up that a server asks as well, by the names under which ``desk.require_given`` knows them.

Not among them are the working days within which a department returns a case and before which no blue notice
is given: the calendar of working days is the program's.
"""


def needs() -> Iterator[tuple[str, str, str]]:
    """Table (``case`` or ``material``), act, and what it needs; ``words`` are those of its event."""
    yield from (("case", act, "words") for act in CASES.asking(inputs.with_words))
    for name, guard in OF_CASES.items():
        yield from (("case", act, name) for act in CASES.asking(partial(_always, guard)))
    yield from (("material", act, "words") for act in MATERIALS.asking(of_texts.with_words))
    for told in (of_texts.with_an_opinion, of_texts.with_a_reason):
        yield from (("material", act, "words") for act in MATERIALS.asking(partial(_always, told)))


def _always(guard: G, _act: object) -> G:
    return guard


def results() -> Iterator[tuple[str, str]]:
    """Kinds of cases with the results that an answer may have."""
    for kind, fitting in inputs.RESULTS.items():
        yield from ((kind, result) for result in fitting)
