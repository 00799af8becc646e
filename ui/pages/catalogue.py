"""Which pages the window has, in the order of their tabs."""

from ui.desk import Desk
from ui.pages.approvals import ApprovalsPage
from ui.pages.bulletins import BulletinsPage
from ui.pages.coverage import CoveragePage
from ui.pages.followup import FollowUpPage
from ui.pages.page import Page
from ui.pages.roster import RosterPage
from ui.pages.today import TodayPage


def all_pages(desk: Desk) -> list[Page]:
    """Make the six pages."""
    return [
        TodayPage(desk),
        RosterPage(desk),
        CoveragePage(desk),
        ApprovalsPage(desk),
        FollowUpPage(desk),
        BulletinsPage(desk),
    ]
