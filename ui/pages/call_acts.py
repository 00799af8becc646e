"""What the page Today writes about calls and open matters, each act with its way back."""

from PySide6.QtCore import QCoreApplication

from ui.changes import Area
from ui.pages.acts import PageActs, Version, Write
from ui.pages.page import Page
from xcdesk.services.due import calls, matters
from xcdesk.services.due.calls import NewCall
from xcdesk.services.due.matters import MatterRow, MatterTerms

translate = QCoreApplication.translate


class CallActs(PageActs):
    """Notes of calls; "none today" that a call brought goes and comes with it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, Area.COVERAGE)

    def note(self, outlet: str, new: NewCall) -> None:
        """Note a call to ``outlet``."""
        done = calls.log_call(self.actor, new)

        def undo() -> None:
            nonlocal done
            done = calls.take_back_call(self.actor, done)

        def redo() -> None:
            nonlocal done
            done = calls.put_back_call(self.actor, done)

        self.done(translate("today", "Note the call to {outlet}").format(outlet=outlet), undo, redo)


class MatterActs(PageActs):
    """Open matters: pinned, given to somebody, resolved."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, Area.COVERAGE)

    def pin(self, terms: MatterTerms) -> None:
        """Put something into sight until it is resolved."""
        made = matters.pin(self.actor, terms)
        write = Write(
            _key(made),
            lambda version: matters.reopen(self.actor, made, version),
            lambda version: matters.withdraw(self.actor, made, version),
        )
        name = translate("today", "Pin “{title}”").format(title=terms.title)
        self.swing(name, write, Version(0), Version(1))

    def change(self, row: MatterRow, terms: MatterTerms) -> None:
        """Write owner, day and words of a matter."""
        made = matters.change(self.actor, row, terms)
        write = Write(
            _key(made),
            lambda version: matters.change_row(self.actor, made, version, terms),
            lambda version: matters.change_row(self.actor, made, version, row.terms),
        )
        self._done(translate("today", "Change “{title}”").format(title=terms.title), write, made, row)

    def resolve(self, row: MatterRow, how: str) -> None:
        """Say that a matter is over and how."""
        made = matters.resolve(self.actor, row, how)
        write = Write(
            _key(made),
            lambda version: matters.resolve_row(self.actor, made, version, how),
            lambda version: matters.reopen(self.actor, made, version),
        )
        self._done(translate("today", "Resolve “{title}”").format(title=row.terms.title), write, made, row)

    def _done(self, name: str, write: Write, made: int, row: MatterRow) -> None:
        """Remember a write; what the program found had no row, and so no version, before it."""
        before = self.version(write.key, row.version) if row.id else Version(0)
        self.swing(name, write, before, Version(matters.version_of(made)))


def _key(matter: int) -> str:
    return f"matter:{matter}"
