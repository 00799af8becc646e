"""What the roster page writes about outlets and their programmes, each act with its way back."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from ui.pages.acts import Version, Write, taking_out
from ui.pages.roster.people_acts import PeopleActs
from ui.pages.roster.row_acts import RowActs, RowBook
from xcdesk.services.roster import outlet_changes, programme_changes
from xcdesk.services.roster.outlet_changes import NewOutlet
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.roster.programme_changes import NewProgramme
from xcdesk.services.roster.programmes import ProgrammeRow

translate = QCoreApplication.translate


def as_programme(row: ProgrammeRow) -> NewProgramme:
    """What a programme is now, as it would be entered."""
    return NewProgramme(row.outlet_id, row.name, row.is_column, row.opened_on, row.closed_on, row.note)


def _as_new(row: OutletRow) -> NewOutlet:
    return NewOutlet(row.name, row.kind, row.tier, row.publication_days, row.deadline, row.note)


class OutletActs(RowActs[NewOutlet, OutletRow], PeopleActs):
    """Writes about outlets, their people and their programmes."""

    book = RowBook(
        "outlet",
        outlet_changes.add_outlet,
        outlet_changes.change_outlet,
        outlet_changes.retire_outlet,
        outlet_changes.reinstate_outlet,
        _as_new,
    )

    def add_programme(self, new: NewProgramme) -> None:
        """Put a programme on the roster."""
        made = programme_changes.add_programme(self.actor, new)
        name = translate("roster", "Add programme “{name}”").format(name=new.name)
        self.swing(name, self._taking_out_programme(made).turned(), Version(0), Version(1))

    def remove_programme(self, row: ProgrammeRow) -> None:
        """Lay a programme into the trash that was added by mistake."""
        name = translate("roster", "Remove programme “{name}”").format(name=row.name)
        self.step(name, self._taking_out_programme(row.id), row.version)

    def change_programme(self, row: ProgrammeRow, change: NewProgramme) -> None:
        """Rewrite a programme."""
        self._programme(translate("roster", "Edit programme “{name}”").format(name=row.name), row, change)

    def close_programme(self, row: ProgrammeRow, day: dt.date) -> None:
        """End a programme; ``day`` is the first day without it."""
        closed = replace(as_programme(row), closed_on=day)
        self._programme(translate("roster", "Close programme “{name}”").format(name=row.name), row, closed)

    def _programme(self, name: str, row: ProgrammeRow, change: NewProgramme) -> None:
        before = as_programme(row)
        write = Write(
            f"programme:{row.id}",
            lambda version: programme_changes.change_programme(self.actor, row.id, version, change),
            lambda version: programme_changes.change_programme(self.actor, row.id, version, before),
        )
        self.step(name, write, row.version)

    def _taking_out_programme(self, programme_id: int) -> Write:
        return taking_out(
            f"programme:{programme_id}",
            lambda version: programme_changes.withdraw_programme(self.actor, programme_id, version),
            lambda version: programme_changes.restore_programme(self.actor, programme_id, version),
        )
