"""Columns of the roster's lists: outlets, units, members of the editable lists, quotas."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetrics

from ui import format as shown
from ui.messages import text
from ui.tablemodels.records import Column, Shown
from ui.theme import theme
from ui.theme.tokens import Role, State
from ui.widgets.chips import chip_size
from xcdesk.codes import OutletKind, QuotaSubject, Tier
from xcdesk.services.office.terms import TermRow
from xcdesk.services.roster.outlets import Gap, OutletRow
from xcdesk.services.roster.tenures import TenureRow
from xcdesk.services.roster.units import UnitRow
from xcdesk.services.targets.quotas import OFFICE, QuotaRow

translate = QCoreApplication.translate

_AROUND_CHIP = 12
_CAMPAIGN = "campaign"


def outlet_columns(today: dt.date) -> tuple[Column[OutletRow], ...]:
    """Columns of the outlets; a gap is a chip in the very cell that is empty."""

    def verified(row: OutletRow) -> Shown:
        if row.check_is_due(today):
            never = row.verified_on is None
            words = translate("roster", "Never checked") if never else translate("roster", "Check overdue")
            return Shown(words, State.SOON)
        return Shown("" if row.verified_on is None else shown.day(row.verified_on))

    def leader(row: OutletRow) -> Shown:
        return _person(row, row.leader, Gap.LEADER)

    def liaison(row: OutletRow) -> Shown:
        return _person(row, row.liaison, Gap.LIAISON)

    kinds, tiers = [_kind(kind) for kind in OutletKind], [_tier(tier) for tier in Tier]
    checks = (translate("roster", "Never checked"), translate("roster", "Check overdue"))
    return (
        Column(translate("roster", "Outlet"), 150, lambda row: Shown(row.name)),
        Column(translate("roster", "Kind"), _width(kinds), lambda row: Shown(_kind(row.kind))),
        Column(translate("roster", "Tier"), _width(tiers), lambda row: Shown(_tier(row.tier))),
        Column(translate("roster", "Leader"), room(108, text("gap.leader")), leader),
        Column(translate("roster", "Liaison"), room(108, text("gap.liaison")), liaison),
        Column(translate("roster", "Column"), room(116, text("gap.column")), _columns),
        Column(translate("roster", "Verified on"), room(104, *checks), verified),
        Column(translate("roster", "Roster"), room(84, translate("roster", "Has gaps")), roster_state),
    )


def roster_state(row: OutletRow) -> Shown:
    """How the roster stands for an outlet, in a word; nothing is said where nothing is owed."""
    if not row.active:
        return Shown(translate("roster", "Retired"), State.NONE)
    if row.gaps:
        return Shown(translate("roster", "Has gaps"), State.SOON)
    if row.owes:
        return Shown(translate("roster", "Complete"), State.DONE)
    return Shown("")


def unit_columns() -> tuple[Column[UnitRow], ...]:
    """Columns of the units."""
    return (
        Column(translate("roster", "Unit"), 280, lambda row: Shown(row.name)),
        Column(translate("roster", "Kind"), 180, lambda row: Shown(text(f"unit_kind.{row.kind.value}"))),
        Column(translate("roster", "State"), 120, lambda row: use_state(active=row.active)),
    )


def use_state(*, active: bool) -> Shown:
    """Whether a unit or a member of a list is offered."""
    if active:
        return Shown(translate("roster", "In use"), State.DONE)
    return Shown(translate("roster", "Retired"), State.NONE)


def term_columns() -> tuple[Column[TermRow], ...]:
    """Columns of the members of an editable list."""
    return (
        Column(translate("roster", "Label"), 200, lambda row: Shown(row.label)),
        Column(translate("roster", "Short form"), 110, lambda row: Shown(row.short)),
        Column(translate("roster", "Spellings in returns"), 360, lambda row: Shown(_listed(row.spellings))),
        Column(translate("roster", "Code"), 160, lambda row: Shown(row.code)),
        Column(translate("roster", "State"), 120, lambda row: use_state(active=row.active)),
    )


def quota_columns() -> tuple[Column[QuotaRow], ...]:
    """Columns of the quotas in force."""
    return (
        Column(translate("roster", "Quota"), 260, lambda row: Shown(row.label)),
        Column(translate("roster", "Who"), 180, lambda row: Shown(_who(row))),
        Column(translate("roster", "Period"), 150, lambda row: Shown(_period(row))),
        Column(translate("roster", "Done"), 72, lambda row: Shown(str(row.done)), figures=True),
        Column(translate("roster", "Minimum"), 84, lambda row: Shown(str(row.minimum)), figures=True),
        Column(translate("roster", "Whether met"), 140, _met),
        Column(translate("roster", "Outlook"), 240, lambda row: Shown(_outlook(row))),
    )


def _kind(kind: OutletKind) -> str:
    return text(f"outlet_kind.{kind.value}")


def _tier(tier: Tier) -> str:
    return text(f"tier.{tier.value}")


def _width(words: Sequence[str]) -> int:
    metrics = QFontMetrics(theme.font(Role.BODY))
    return max(76, *(metrics.horizontalAdvance(word) + _AROUND_CHIP for word in words))


def room(least: int, *words: str) -> int:
    """Width of a column that may hold chips with these words."""
    return max(least, *(chip_size(word).width() + _AROUND_CHIP for word in words))


def _person(row: OutletRow, holder: TenureRow | None, gap: Gap) -> Shown:
    if gap in row.gaps:
        return Shown(text(f"gap.{gap.value}"), State.LATE)
    return Shown("" if holder is None else holder.name)


def _columns(row: OutletRow) -> Shown:
    if Gap.COLUMN in row.gaps:
        return Shown(text("gap.column"), State.SOON)
    return Shown(_listed(row.columns))


def _listed(words: tuple[str, ...]) -> str:
    return translate("roster", ", ").join(words)


def _who(row: QuotaRow) -> str:
    return text("quota.office") if row.who == OFFICE else row.who


def _period(row: QuotaRow) -> str:
    if row.period == _CAMPAIGN:
        return translate("roster", "The whole campaign")
    if row.since == row.until:
        return shown.day(row.since)
    week = (row.until - row.since).days < 7  # noqa: PLR2004  # days of a week
    return shown.week(row.since) if week else translate("roster", "{year}").format(year=row.since.year)


def _met(row: QuotaRow) -> Shown:
    if row.minimum == 0:
        return Shown(text("state.not_due"), State.NOT_DUE)
    if row.met:
        return Shown(translate("roster", "Met"), State.DONE)
    return Shown(translate("roster", "Not met yet"), State.SOON)


def _outlook(row: QuotaRow) -> str:
    if row.subject == QuotaSubject.INTERVIEWS:
        return text("quota.note.interviews")
    if row.pace is None or row.met:
        return ""
    if row.pace.reached_on is None:
        return translate("roster", "nothing so far")
    words = (
        translate("roster", "at this pace in time, on {day}")
        if row.pace.in_time
        else translate("roster", "at this pace too late, on {day}")
    )
    return words.format(day=shown.day(row.pace.reached_on))
