"""The weeks of a year in which each outlet met its quota of the internal reference, as a workbook."""

from pathlib import Path

from xcdesk.reports.xlsx.table import Value, write_table
from xcdesk.services.office import counting_rules
from xcdesk.services.office.counting_rules import CountingRule
from xcdesk.services.office.printed import label
from xcdesk.services.targets.compliance import Compliance, OutletYear


def write_weeks(path: Path, table: Compliance) -> None:
    """Write one line an outlet: weeks owed, met and missed, which, and the count of every week.

    Raises:
        FileInUseError: the file is open elsewhere or the folder cannot be written.
    """
    weeks = [label("weeks.week", week=monday.isocalendar().week) for monday in table.mondays]
    heads = [label(f"weeks.{name}") for name in ("outlet", "owed", "met", "missed", "which")]
    title = label("weeks.title", year=table.year)
    lines = [_line(table, row) for row in table.rows]
    write_table(path, [[title], [*heads, *weeks]], [*lines, [counting_rules.words(CountingRule.WEEKS)]])


def _line(table: Compliance, row: OutletYear) -> list[Value]:
    done = {week.monday: week.done for week in row.weeks}
    which = "、".join(str(week.monday.isocalendar().week) for week in row.missed)
    facts: list[Value] = [row.outlet, row.judged, row.met, len(row.missed), which]
    return [*facts, *(done.get(monday) for monday in table.mondays)]
