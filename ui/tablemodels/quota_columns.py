"""Columns of the quotas: their versions over time, and the weeks met and missed."""

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from ui.messages import text
from ui.tablemodels.records import Column, Shown
from ui.theme.tokens import State
from xcdesk import clock
from xcdesk.services.targets.compliance import OutletYear
from xcdesk.services.targets.in_force import QuotaVersion

translate = QCoreApplication.translate


def version_columns(names: dict[int, str]) -> tuple[Column[QuotaVersion], ...]:
    """Columns of the versions; ``names`` are those of the outlets by their ids."""

    def owers(row: QuotaVersion) -> Shown:
        if not row.terms.members:
            return Shown(text("quota.office"))
        known = [names[member.outlet_id] for member in row.terms.members if member.outlet_id in names]
        return Shown(translate("roster", ", ").join(known))

    return (
        Column(translate("roster", "Quota"), 150, lambda row: Shown(row.terms.label)),
        Column(translate("roster", "From"), 110, lambda row: Shown(_since(row))),
        Column(translate("roster", "To"), 110, lambda row: Shown(_until(row))),
        Column(translate("roster", "State"), 120, _state),
        Column(translate("roster", "Minimum"), 84, lambda row: Shown(str(row.terms.minimum)), figures=True),
        Column(
            translate("roster", "In each"),
            110,
            lambda row: Shown(text(f"quota.period.{row.terms.period.value}")),
        ),
        Column(translate("roster", "Who"), 300, owers),
    )


def week_columns() -> tuple[Column[OutletYear], ...]:
    """Columns of the weeks of a year."""
    return (
        Column(translate("roster", "Outlet"), 180, lambda row: Shown(row.outlet)),
        Column(translate("roster", "Weeks owed"), 96, lambda row: Shown(str(row.judged)), figures=True),
        Column(translate("roster", "Weeks met"), 96, lambda row: Shown(str(row.met)), figures=True),
        Column(
            translate("roster", "Weeks missed"), 104, lambda row: Shown(str(len(row.missed))), figures=True
        ),
        Column(translate("roster", "Whether met"), 140, _kept),
        Column(translate("roster", "Weeks that were missed"), 300, lambda row: Shown(missed_weeks(row))),
    )


def missed_weeks(row: OutletYear) -> str:
    """``3、4、5`` for the weeks of these numbers."""
    numbers = [str(week.monday.isocalendar().week) for week in row.missed]
    return translate("roster", ", ").join(numbers)


def _since(row: QuotaVersion) -> str:
    return shown.day(row.terms.since) if row.terms.since else translate("roster", "from the start")


def _until(row: QuotaVersion) -> str:
    return shown.day(row.terms.until) if row.terms.until else translate("roster", "open end")


def _state(row: QuotaVersion) -> Shown:
    today = clock.today()
    if row.holds_on(today):
        return Shown(translate("roster", "In force"), State.DONE)
    if row.terms.since is not None and row.terms.since > today:
        return Shown(translate("roster", "Still to come"), State.NOT_YET)
    return Shown(translate("roster", "Over"), State.NONE)


def _kept(row: OutletYear) -> Shown:
    if not row.judged:
        return Shown(text("state.not_due"), State.NOT_DUE)
    if row.missed:
        return Shown(translate("roster", "Missed some"), State.SOON)
    return Shown(translate("roster", "Every week"), State.DONE)
