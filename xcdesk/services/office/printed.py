"""Words and periods of printed matter."""

import datetime as dt
from dataclasses import dataclass

from xcdesk.codes import Tier
from xcdesk.wording import text

TIERS = (Tier.COUNTY, Tier.MUNICIPAL, Tier.PROVINCIAL, Tier.NATIONAL)
"""Tiers in printed order, lowest first."""


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day a bulletin is about."""

    since: dt.date
    until: dt.date

    @property
    def words(self) -> str:
        """The period in printed words."""
        if self.since == self.until:
            day = self.since
            return label("print.day", year=day.year, month=day.month, day=day.day)
        key = "bulletin.range" if self.since.year == self.until.year else "bulletin.range_years"
        return label(key, since=self.since, until=self.until)


def label(key: str, **facts: object) -> str:
    """A label of printed matter: Chinese, whatever language the desk works in."""
    return text(key, "zh", **facts)


def tier_label(tier: Tier) -> str:
    """A tier as printed."""
    return label(f"bulletin.tier.{tier.value}")
