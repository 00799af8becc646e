"""What the bulletins page writes to an issue as a whole: started, arranged, brought up to date, submitted."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from ui.changes import Area
from ui.pages.acts import PageActs
from ui.pages.page import Page
from xcdesk.codes import Series
from xcdesk.services.approvals import Sending
from xcdesk.services.issuing import bulletins, sections
from xcdesk.services.issuing.bulletins import DraftRow
from xcdesk.services.issuing.sections import Arrangement


class BulletinActs(PageActs):
    """Writes for one desk; what the approval queue knows of an issue follows each of them."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, Area.BULLETINS, Area.MATERIALS)

    def tell(self) -> None:
        """Say that bulletins and their texts have changed."""
        self._page.desk.changes.tell(*self._areas)

    def draft(self, series: Series, day: dt.date) -> DraftRow:
        """Start the bulletin of a period, or bring its figures up to date."""
        made = bulletins.draft(self.actor, series, day)
        self.tell()
        return made

    def build_anew(self, draft: DraftRow) -> None:
        """Replace a text edited by hand."""
        bulletins.build_anew(self.actor, draft.id)
        self.tell()

    def submit(self, draft: DraftRow, sending: Sending) -> None:
        """Send a bulletin to review, with what was checked of it."""
        bulletins.submit(self.actor, draft.id, sending)
        self.tell()

    def add_section(self, draft: DraftRow, name: str, behind: str) -> None:
        """Put a new section behind another one."""
        seen = sections.arrangement(draft.id)
        words = QCoreApplication.translate("bulletins", "Add the section “{name}”")
        self._arrange(draft, words.format(name=name), sections.with_section(seen, name, behind), seen)

    def rename_section(self, draft: DraftRow, old: str, new: str) -> None:
        """Give a section another name."""
        seen = sections.arrangement(draft.id)
        words = QCoreApplication.translate("bulletins", "Rename the section “{name}”")
        self._arrange(draft, words.format(name=old), sections.renamed(seen, old, new), seen)

    def remove_section(self, draft: DraftRow, name: str) -> None:
        """Take a section out; its pieces go to the one beside it."""
        seen = sections.arrangement(draft.id)
        words = QCoreApplication.translate("bulletins", "Take out the section “{name}”")
        self._arrange(draft, words.format(name=name), sections.without(seen, name), seen)

    def move_section(self, draft: DraftRow, name: str, step: int) -> None:
        """Move a section with its pieces one place up or down."""
        seen = sections.arrangement(draft.id)
        self._moved(draft, name, sections.moved(seen, name, step), seen)

    def put_section(self, draft: DraftRow, name: str, before: str | None) -> None:
        """Put a section with its pieces in front of another one, or last."""
        seen = sections.arrangement(draft.id)
        self._moved(draft, name, sections.put_before(seen, name, before), seen)

    def _moved(self, draft: DraftRow, name: str, wanted: Arrangement, seen: Arrangement) -> None:
        if wanted != seen:
            words = QCoreApplication.translate("bulletins", "Move the section “{name}”")
            self._arrange(draft, words.format(name=name), wanted, seen)

    def _arrange(self, draft: DraftRow, name: str, wanted: Arrangement, seen: Arrangement) -> None:
        def put(to: Arrangement, now: Arrangement) -> Callable[[], None]:
            return lambda: sections.arrange(self.actor, draft.id, to, now)

        put(wanted, seen)()
        self.done(name, put(seen, wanted), put(wanted, seen))
