"""What the page writes about cases: registering and changing with a way back, acts that are never undone."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from ui.changes import Area
from ui.messages import text
from ui.pages.acts import PageActs, Version, Write
from ui.pages.page import Page
from ui.tablemodels.cases import number
from xcdesk.services import cases
from xcdesk.services.cases import Action, CaseChange, CaseDetail, CaseRow, NewCase, Request, private

translate = QCoreApplication.translate


class CaseActs(PageActs):
    """Writes about cases; an act that the machine knows stays in the history for good."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, Area.CASES)

    def register(self, new: NewCase) -> CaseRow:
        """Write a case down; taking that back lays it into the trash."""
        made = cases.register(self.actor, new)
        name = translate("cases", "Register “{title}”").format(title=made.title)
        write = self._taking_out(made).turned()
        self.swing(name, write, Version(0), Version(made.version))
        return made

    def remove(self, row: CaseRow) -> None:
        """Lay a case into the trash that was registered by mistake."""
        name = translate("cases", "Remove “{title}”").format(title=row.title)
        self.step(name, self._taking_out(row), row.version)

    def change(self, seen: CaseDetail, wanted: CaseChange) -> None:
        """Rewrite a case that no department has yet."""
        row = seen.row
        name = translate("cases", "Edit “{title}”").format(title=row.title)
        before = CaseChange(
            row.title,
            row.unit,
            row.source,
            seen.body,
            row.important,
            row.received_on,
            row.promise if wanted.promise is not None else None,
            row.promised_on if wanted.promise is not None else None,
        )

        def put(change: CaseChange) -> Callable[[int], int]:
            return lambda version: cases.change(self.actor, row.id, change, version=version).version

        self.step(name, Write(_key(row), put(wanted), put(before)), row.version)

    def act(self, row: CaseRow, action: Action, request: Request) -> CaseRow:
        """Do what the machine knows; the page is told."""
        given = replace(request, version=row.version)
        done = cases.act(self.actor, row.id, action, given)
        self.tell(row, action)
        return done

    def unmask(self, row: CaseRow, reason: str) -> cases.Petitioner:
        """Read private details; that it was done, by whom and why, stands in the history first."""
        found = private.unmask(self.actor, row.id, reason)
        self.tell(row, Action.UNMASK)
        return found

    def amend(self, row: CaseRow, petitioner: cases.Petitioner, reason: str) -> None:
        """Correct private details; which of them and why stands in the history."""
        private.amend(self.actor, row.id, petitioner, reason, version=row.version)
        self.tell(row, Action.AMEND)

    def forget(self, row: CaseRow, reason: str) -> None:
        """Erase private details because the person asked for it."""
        private.forget(self.actor, row.id, reason, version=row.version)
        self.tell(row, Action.FORGET)

    def tell(self, row: CaseRow, action: Action) -> None:
        """Say what was done to a case, and that it was written."""
        words = translate("cases", "{action}: {number} {title}")
        done = text(f"case.action.{action.value}")
        self._page.desk.changes.tell(Area.CASES)
        self._page.said.emit(words.format(action=done, number=number(row), title=row.title))

    def _taking_out(self, row: CaseRow) -> Write:
        return Write(
            _key(row),
            lambda version: cases.remove(self.actor, row.id, version),
            lambda version: cases.restore(self.actor, row.id, version),
        )


def _key(row: CaseRow) -> str:
    return f"followup_case:{row.id}"
