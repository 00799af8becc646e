"""Which pages the window has, in the order of their tabs; each is made when it is first needed."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.desk import Desk
from ui.pages.page import Page
from ui.theme.icons import Glyph


class Tab(NamedTuple):
    """What is known of a page before it is made; the page itself says the same."""

    key: str
    glyph: Glyph
    context: str
    word: str
    make: Callable[[Desk], Page]

    @property
    def name(self) -> str:
        """Word on the tab, in the window's language."""
        return QCoreApplication.translate(self.context, self.word)


class PageSet:
    """The pages of one window."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._made: dict[int, Page] = {}
        self.tabs = TABS

    def known(self, at: int) -> Page | None:
        """The page of a tab, None while nobody has needed it."""
        return self._made.get(at)

    def make(self, at: int) -> Page:
        """The page of a tab, made now if it was not."""
        if at not in self._made:
            self._made[at] = self.tabs[at].make(self._desk)
        return self._made[at]

    def made(self) -> Iterator[Page]:
        """The pages made so far, in the order of their tabs."""
        return (self._made[at] for at in sorted(self._made))

    def missing(self) -> int | None:
        """The first tab whose page has not been made."""
        return next((at for at in range(len(self.tabs)) if at not in self._made), None)

    def place(self, page: Page) -> int:
        """Tab of a page."""
        return next(at for at, made in self._made.items() if made is page)


def all_pages(desk: Desk) -> PageSet:
    """The six pages."""
    return PageSet(desk)


# A page is imported when it is made: that spares start-up time.


def _today(desk: Desk) -> Page:
    from ui.pages.today.page import TodayPage

    return TodayPage(desk)


def _roster(desk: Desk) -> Page:
    from ui.pages.roster.page import RosterPage

    return RosterPage(desk)


def _coverage(desk: Desk) -> Page:
    from ui.pages.coverage.page import CoveragePage

    return CoveragePage(desk)


def _approvals(desk: Desk) -> Page:
    from ui.pages.approvals import ApprovalsPage

    return ApprovalsPage(desk)


def _followup(desk: Desk) -> Page:
    from ui.pages.followup.page import FollowUpPage

    return FollowUpPage(desk)


def _bulletins(desk: Desk) -> Page:
    from ui.pages.bulletins.page import BulletinsPage

    return BulletinsPage(desk)


TABS = (
    Tab("today", Glyph.CALENDAR_TODAY, "TodayPage", "Today", _today),
    Tab("roster", Glyph.CONTACT_CARD, "RosterPage", "Roster", _roster),
    Tab("coverage", Glyph.TABLE, "CoveragePage", "Coverage", _coverage),
    Tab("approvals", Glyph.SIGNATURE, "ApprovalsPage", "Approvals", _approvals),
    Tab("followup", Glyph.CLIPBOARD_TASK, "FollowUpPage", "Follow-up", _followup),
    Tab("bulletins", Glyph.NEWS, "BulletinsPage", "Bulletins", _bulletins),
)
