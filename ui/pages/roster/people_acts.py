"""What the roster page writes about the people of outlets, each act with its way back."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from ui.changes import Area
from ui.messages import text
from ui.pages.acts import PageActs, Version, Write, taking_out
from ui.pages.page import Page
from xcdesk.services.due import handover
from xcdesk.services.due.handover import OpenItem
from xcdesk.services.roster import outlet_changes, roster_check, tenure_changes, tenure_history, tenures
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.roster.roster_check import Correction
from xcdesk.services.roster.tenure_changes import NewTenure, TenureChange
from xcdesk.services.roster.tenure_history import PastTenure
from xcdesk.services.roster.tenures import TenureRow

translate = QCoreApplication.translate


class PeopleActs(PageActs):
    """Writes about those in office: changes of post, corrections, tenures of the past, checks."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, Area.ROSTER)

    def verify(self, row: OutletRow) -> None:
        """Note that the contacts were checked today."""
        write = Write(
            f"outlet:{row.id}",
            lambda version: outlet_changes.mark_verified(self.actor, row.id, version),
            lambda version: outlet_changes.take_back_verified(self.actor, row.id, version, row.verified_on),
        )
        self.step(translate("roster", "Mark “{name}” verified").format(name=row.name), write, row.version)

    def verify_corrected(self, row: OutletRow, changes: Mapping[TenureRow, TenureChange]) -> None:
        """Correct people as found out on the telephone and note that the contacts were checked today."""
        before = [self.version(f"outlet:{row.id}", row.version)]
        before += [self.version(f"tenure:{one.id}", one.version) for one in changes]
        after = [Version(0) for _ in before]

        def forth() -> None:
            shown = replace(row, version=before[0].number)
            wanted = [
                Correction(one.id, state.number, change)
                for (one, change), state in zip(changes.items(), before[1:], strict=True)
            ]
            after[0].number = roster_check.verify(self.actor, shown, wanted)
            self._stepped(row, changes, before, after)

        def back() -> None:
            wanted = [
                Correction(one.id, state.number, TenureChange(one.name, one.post, one.phone))
                for one, state in zip(changes, after[1:], strict=True)
            ]
            before[0].number = roster_check.take_back(self.actor, row, after[0].number, wanted)
            self._stepped(row, changes, after, before)

        forth()
        self.done(translate("roster", "Correct and verify “{name}”").format(name=row.name), back, forth)

    def change_holder(self, new: NewTenure, items: Sequence[OpenItem] = ()) -> None:
        """Let another person hold a role from a day on, and hand over what is open."""
        made, ended = self._begin(new, items)

        def undo() -> None:
            tenure_changes.withdraw_holder(self.actor, made, self.latest(f"tenure:{made}"), ended)

        def redo() -> None:
            nonlocal made, ended
            made, ended = self._begin(new, items)

        name = translate("roster", "Change {role} to {name}").format(
            role=text(f"contact_role.{new.role.value}"), name=new.name
        )
        self.done(name, undo, redo)

    def correct(self, row: TenureRow, change: TenureChange) -> None:
        """Correct how a person is written down, or the days of a tenure."""
        before = TenureChange(row.name, row.post, row.phone, row.span)
        write = Write(
            f"tenure:{row.id}",
            lambda version: tenure_changes.change_tenure(self.actor, row.id, version, change),
            lambda version: tenure_changes.change_tenure(self.actor, row.id, version, before),
        )
        self.step(translate("roster", "Correct “{name}”").format(name=row.name), write, row.version)

    def end(self, row: TenureRow, until: dt.date) -> None:
        """Leave a role vacant after a day."""
        write = Write(
            f"tenure:{row.id}",
            lambda version: tenure_changes.end_tenure(self.actor, row.id, version, until),
            lambda version: tenure_changes.end_tenure(self.actor, row.id, version, row.until),
        )
        self.step(translate("roster", "End the tenure of “{name}”").format(name=row.name), write, row.version)

    def enter(self, new: PastTenure) -> None:
        """Enter a tenure without ending another's."""
        made = tenure_history.enter_tenure(self.actor, new)
        name = translate("roster", "Enter the tenure of “{name}”").format(name=new.name)
        self.swing(name, self._taking_out(made).turned(), Version(0), Version(1))

    def remove(self, row: TenureRow) -> None:
        """Lay a tenure into the trash that should never have been entered."""
        name = translate("roster", "Remove the tenure of “{name}”").format(name=row.name)
        self.step(name, self._taking_out(row.id), row.version)

    def _taking_out(self, tenure_id: int) -> Write:
        return taking_out(
            f"tenure:{tenure_id}",
            lambda version: tenure_history.remove_tenure(self.actor, tenure_id, version),
            lambda version: tenure_history.restore_tenure(self.actor, tenure_id, version),
        )

    def _stepped(
        self,
        row: OutletRow,
        changes: Mapping[TenureRow, TenureChange],
        old: Sequence[Version],
        new: Sequence[Version],
    ) -> None:
        """Note the states that an act over several rows led to; each tenure went one version on."""
        self.settle(f"outlet:{row.id}", new[0])
        for one, before, after in zip(changes, old[1:], new[1:], strict=True):
            after.number = before.number + 1
            self.settle(f"tenure:{one.id}", after)

    def _begin(self, new: NewTenure, items: Sequence[OpenItem]) -> tuple[int, TenureRow | None]:
        """Begin a tenure; returns its id and the tenure that it ended, as that was before."""
        before = {row.id: row for row in tenures.tenures(new.outlet_id)}
        made = handover.change_holder(self.actor, new, items)
        after = tenures.tenures(new.outlet_id)
        ended = next((row.id for row in after if row.id in before and row != before[row.id]), None)
        return made, before[ended] if ended is not None else None
