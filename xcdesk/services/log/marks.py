"""Which reports are marked as candidates for an issue (内参备选), and what has become of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from peewee import JOIN, Case, fn

from xcdesk.codes import ContributionState, Series
from xcdesk.models import Bulletin, Candidate, CoverageItem


class MarkState(StrEnum):
    """What has become of a marked report, in the order in which the log sorts them."""

    WAITING = "waiting"
    TAKEN = "taken"
    PRINTED = "printed"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Mark:
    """A report is a candidate; ``series`` and ``number`` tell the issue that has been printed with it."""

    state: MarkState
    series: Series | None = None
    number: int | None = None

    @property
    def key(self) -> str:
        """The label that says it, with ``number`` as its fact."""
        printed_extra = self.state == MarkState.PRINTED and self.series == Series.EXTRA
        return "mark.extra" if printed_extra else f"mark.{self.state.value}"


def of_items(ids: Sequence[int]) -> Mapping[int, Mark]:
    """The marks of some reports, by report; those that are not marked are left out."""
    query: Any = (
        Candidate.select(Candidate.item, Candidate.state, Bulletin.series, Bulletin.number)
        .join(Bulletin, JOIN.LEFT_OUTER)
        .where(Candidate.item.in_(list(ids)))
        .order_by(Candidate.id)
    )
    return {item: _mark(state, series, number) for item, state, series, number in query.tuples()}


def rank() -> Any:
    """Where a report stands when the log is sorted by its mark; negative for one that bears none."""
    states = ((ContributionState.RECEIVED, 0), (ContributionState.DECLINED, 3))
    by_state = [(Candidate.state == state, place) for state, place in states]
    of_one = Case(None, [*by_state, (Bulletin.number.is_null(), 1)], 2)
    marked = Candidate.select(fn.MAX(of_one)).join(Bulletin, JOIN.LEFT_OUTER)
    return fn.COALESCE(marked.where(Candidate.item == CoverageItem.id), -1)


def _mark(state: ContributionState, series: Series | None, number: int | None) -> Mark:
    if state == ContributionState.DECLINED:
        return Mark(MarkState.DECLINED)
    if state == ContributionState.RECEIVED:
        return Mark(MarkState.WAITING)
    if number is None:
        return Mark(MarkState.TAKEN)
    return Mark(MarkState.PRINTED, series, number)
