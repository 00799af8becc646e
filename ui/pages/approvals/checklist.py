"""What the checklist before submitting says of a text: where to look, and what is still open."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from xcdesk import clock
from xcdesk.services.approvals import MaterialDetail, Point, comments
from xcdesk.services.issuing import bulletins
from xcdesk.texts import proofing
from xcdesk.texts.checkpoints import checkpoints
from xcdesk.texts.documents import from_text
from xcdesk.texts.live_fields import fields_in
from xcdesk.texts.proofing import Finding

translate = QCoreApplication.translate
_MOST_NAMED = 10


def hints(text: str) -> dict[Point, str]:
    """Where to look for each point; empty where there is nothing to point at."""
    found = checkpoints(text, clock.today().year)
    figures = translate("checklist", "{count} figure(s) in the text")
    dates = translate("checklist", "Dates in the text: {dates}")
    attached = translate("checklist", "Attachments named: {names}")
    none = translate("checklist", "The text names no attachment")
    return {
        Point.FACTS: figures.format(count=found.figures) if found.figures else "",
        Point.NAMES: "",
        Point.DATES: dates.format(dates=_some([date.text for date in found.dates])) if found.dates else "",
        Point.ATTACHMENTS: attached.format(names=_some(found.attachments)) if found.attachments else none,
    }


def warnings(seen: MaterialDetail) -> tuple[str, ...]:
    """What somebody should see to first; nothing of it keeps a text from being submitted."""
    return tuple(_warnings(seen))


def _warnings(seen: MaterialDetail) -> Iterator[str]:
    wrong = [date.text for date in checkpoints(seen.text, clock.today().year).dates if not date.sound]
    if wrong:
        words = translate("checklist", "No such day, or another weekday: {dates}")
        yield words.format(dates=_some(wrong))
    count = sum(row.open for row in comments.comments(seen.row.id))
    if count:
        yield translate("checklist", "{count} comment(s) are not settled").format(count=count)
    found = proofing.warnings(seen.row.title, from_text(seen.text))
    unsafe = [each.text for each in found if each.finding is Finding.UNSAFE]
    if unsafe:
        yield translate("checklist", "{count} character(s) do not print").format(count=len(unsafe))
    long = sum(each.finding in {Finding.LONG_TITLE, Finding.LONG_HEADING} for each in found)
    if long:
        yield translate("checklist", "{count} title(s) or heading(s) are too long").format(count=long)
    yield from _of_period(seen.row.id)
    figures = len(fields_in(seen.text))
    if figures:
        words = translate("checklist", "{count} figure(s) of the log are counted for good when you submit")
        yield words.format(count=figures)


def _of_period(material: int) -> Iterator[str]:
    """A bulletin that is submitted before its week or month is over counts less than its heading says."""
    issue = bulletins.of_material(material)
    if issue is not None and issue.period.until > clock.today():
        words = translate("checklist", "The period runs to {day}: what is logged from now on is not counted")
        yield words.format(day=shown.day(issue.period.until))


def _some(parts: tuple[str, ...] | list[str]) -> str:
    """The first of them, and how many more there are."""
    named = shown.listed(parts[:_MOST_NAMED])
    more = len(parts) - _MOST_NAMED
    if more <= 0:
        return named
    return translate("checklist", "{names} and {count} more").format(names=named, count=more)
