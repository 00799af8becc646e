"""Which backups are kept: all of two days, then ever fewer the older they are."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable

DAYS_OF_ALL = 2
DAILY, WEEKLY, MONTHLY = 14, 8, 12
"""How many days, weeks and months keep their last backup."""


def kept(taken: Iterable[dt.datetime], now: dt.datetime) -> frozenset[dt.datetime]:
    """Those of ``taken`` that are to be kept, all in local time.

    Kept are all of the last two days, and the last one of each of the 14 latest days, 8 latest weeks and 12
    latest months that have any: an office that was closed for a month loses nothing by it. The newest is
    always kept, and so is what lies ahead of ``now`` while the clock of this machine is wrong.
    """
    newest_first = sorted(set(taken), reverse=True)
    border = now - dt.timedelta(days=DAYS_OF_ALL)
    found = {moment for moment in newest_first if moment >= border}
    found.update(newest_first[:1])
    found.update(_last_of_each(newest_first, dt.datetime.date, DAILY))
    found.update(_last_of_each(newest_first, lambda moment: moment.isocalendar()[:2], WEEKLY))
    found.update(_last_of_each(newest_first, lambda moment: (moment.year, moment.month), MONTHLY))
    return frozenset(found)


def _last_of_each(
    newest_first: Iterable[dt.datetime], span: Callable[[dt.datetime], Hashable], most: int
) -> Iterable[dt.datetime]:
    """The last moment within each span of time, of the ``most`` latest spans."""
    found: dict[Hashable, dt.datetime] = {}
    for moment in newest_first:
        if len(found) == most and span(moment) not in found:
            break
        found.setdefault(span(moment), moment)
    return found.values()
