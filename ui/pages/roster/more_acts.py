"""What the roster page writes about days off, site links and mergings, each act with its way back."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from ui.changes import Area
from ui.messages import text
from ui.pages.acts import PageActs, Write, taking_out
from ui.pages.page import Page
from ui.pages.roster.row_acts import RowActs, RowBook
from xcdesk.services.roster import links, merging, publication_changes
from xcdesk.services.roster.links import LinkCheck, LinkRow, NewLink
from xcdesk.services.roster.merging import MergePlan
from xcdesk.services.roster.publication import ExceptionRow
from xcdesk.services.roster.publication_changes import NewException

translate = QCoreApplication.translate


class DayActs(PageActs):
    """Writes about days on which outlets depart from their weekdays."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, Area.ROSTER)

    def add(self, outlet_ids: Sequence[int], new: NewException) -> None:
        """Enter a stretch of days for one outlet or several."""
        made = publication_changes.add_exceptions(self.actor, outlet_ids, new)
        gone: Sequence[tuple[int, int]] = ()

        def undo() -> None:
            nonlocal gone
            gone = [(row, self.latest(f"day_exception:{row}")) for row in made]
            publication_changes.remove_exceptions(self.actor, gone)

        def redo() -> None:
            publication_changes.restore_exceptions(self.actor, gone)

        self.done(self._name(new), undo, redo)

    def change(self, row: ExceptionRow, change: NewException) -> None:
        """Rewrite a stretch."""
        before = NewException(row.since, row.until, row.publishes, row.note)
        write = Write(
            f"day_exception:{row.id}",
            lambda version: publication_changes.change_exception(self.actor, row.id, version, change),
            lambda version: publication_changes.change_exception(self.actor, row.id, version, before),
        )
        name = translate("roster", "Edit the days from {day}").format(day=shown.day(row.since))
        self.step(name, write, row.version)

    def remove(self, row: ExceptionRow) -> None:
        """Lay a stretch into the trash."""
        write = taking_out(
            f"day_exception:{row.id}",
            lambda version: publication_changes.remove_exceptions(self.actor, [(row.id, version)]),
            lambda version: publication_changes.restore_exceptions(self.actor, [(row.id, version)]),
        )
        name = translate("roster", "Remove the days from {day}").format(day=shown.day(row.since))
        self.step(name, write, row.version)

    def _name(self, new: NewException) -> str:
        words = (
            translate("roster", "Enter extra issues from {day}")
            if new.publishes
            else translate("roster", "Enter days without an issue from {day}")
        )
        return words.format(day=shown.day(new.since))


def _as_new(row: LinkRow) -> NewLink:
    return NewLink(row.name, row.url, row.outlet_id, row.unit_id, row.every_days, row.note)


class LinkActs(RowActs[NewLink, LinkRow]):
    """Writes about the sites that must carry the link."""

    book = RowBook(
        "site_link", links.add_link, links.change_link, links.retire_link, links.reinstate_link, _as_new
    )

    def __init__(self, page: Page) -> None:
        super().__init__(page, Area.ROSTER)

    def check(self, row: LinkRow, check: LinkCheck) -> None:
        """Note what was seen on a site."""
        write = Write(
            self._key(row.id),
            lambda version: links.check_link(self.actor, row.id, version, check),
            lambda version: links.take_back_check(self.actor, row, version),
        )
        words = translate("roster", "Check “{name}”: {state}")
        state = text(f"link_state.{check.state.value}")
        self.step(words.format(name=row.name, state=state), write, row.version)


def merge(acts: PageActs, plan: MergePlan) -> None:
    """Do what a plan says; ``acts`` are those that write the survivor's other acts."""
    seen: MergePlan | None = plan
    made = 0

    def forth(_version: int) -> int:
        nonlocal made, seen
        done = merging.merge(acts.actor, seen or merging.preview(plan.kind, plan.kept, plan.gone))
        seen, made = None, done.id
        return done.kept_version

    write = Write(
        f"{plan.kind.value}:{plan.kept}", forth, lambda _version: merging.take_back(acts.actor, made)
    )
    words = translate("roster", "Merge “{gone}” into “{kept}”")
    acts.step(words.format(gone=plan.gone_name, kept=plan.kept_name), write, plan.kept_version)
