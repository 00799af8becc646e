"""Which pages the window has, in the order of their tabs; a finished page takes its pending one's place."""

from PySide6.QtCore import QCoreApplication

from ui.desk import Desk
from ui.pages.approvals import ApprovalsPage
from ui.pages.bulletins import BulletinsPage
from ui.pages.coverage import CoveragePage
from ui.pages.followup import FollowUpPage
from ui.pages.page import Page
from ui.pages.pending import PendingPage
from ui.pages.roster import RosterPage
from ui.refusals import NotYetError
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, nothing
from xcdesk.errors import DeskError


def all_pages(desk: Desk) -> list[Page]:
    """Make the six pages."""
    translate = QCoreApplication.translate
    return [
        PendingPage(desk, "today", Glyph.CALENDAR_TODAY, translate("tabs", "Today")),
        RosterPage(desk),
        CoveragePage(desk),
        ApprovalsPage(desk),
        FollowUpPage(desk),
        BulletinsPage(desk),
    ]


def extra_verbs() -> dict[str, list[Verb]]:
    """Verbs that the application adds to the menus ``transfer`` and ``tools``."""
    return {"tools": [_back_up()]}


def _back_up() -> Verb:
    translate = QCoreApplication.translate
    what = translate("tabs", "Backing up from the window")
    instead = translate("tabs", "Until then run xcdesk-cli backup now.")

    def check() -> DeskError | None:
        return NotYetError(what=what, instead=instead)

    return Verb("back_up", translate("tabs", "Back up now"), Glyph.SAVE, nothing, "Ctrl+Shift+B", check)
