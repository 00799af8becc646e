"""The wall of commitments against the number of units that the plan asks for."""

import datetime as dt

from xcdesk import clock
from xcdesk.codes import QuotaSubject
from xcdesk.services.cases.wall import Wall
from xcdesk.services.cases.wall import wall as wall_of
from xcdesk.services.targets import in_force


def wall(day: dt.date | None = None) -> Wall:
    """Every commitment; its total is the minimum of the quota of interviews, 0 where none is in force."""
    found = in_force.in_force(day or clock.today())
    asked = [quota.terms.minimum for quota in found if quota.terms.subject == QuotaSubject.INTERVIEWS]
    return wall_of(asked[0] if asked else 0)
