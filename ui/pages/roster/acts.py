"""What the roster page writes about outlets and their programmes, each act with its way back."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from ui.pages.acts import Version, Write, taking_out
from ui.pages.roster.people_acts import PeopleActs
from xcdesk.services.roster import outlet_changes, programme_changes
from xcdesk.services.roster.outlet_changes import NewOutlet
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.roster.programme_changes import NewProgramme
from xcdesk.services.roster.programmes import ProgrammeRow

translate = QCoreApplication.translate


def _outlet(outlet_id: int) -> str:
    return f"outlet:{outlet_id}"


def as_programme(row: ProgrammeRow) -> NewProgramme:
    """What a programme is now, as it would be entered."""
    return NewProgramme(row.outlet_id, row.name, row.is_column, row.opened_on, row.closed_on, row.note)


class OutletActs(PeopleActs):
    """Writes about outlets; one that was added by mistake is retired again, for its name stays known."""

    def add(self, new: NewOutlet) -> int:
        """Put an outlet on the roster; returns its id."""
        made = outlet_changes.add_outlet(self.actor, new)
        write = Write(
            _outlet(made),
            lambda version: outlet_changes.reinstate_outlet(self.actor, made, version),
            lambda version: outlet_changes.retire_outlet(self.actor, made, version),
        )
        self.swing(translate("roster", "Add “{name}”").format(name=new.name), write, Version(0), Version(1))
        return made

    def change(self, row: OutletRow, change: NewOutlet) -> None:
        """Rewrite an outlet's own facts."""
        before = NewOutlet(row.name, row.kind, row.tier, row.publication_days, row.deadline, row.note)
        write = Write(
            _outlet(row.id),
            lambda version: outlet_changes.change_outlet(self.actor, row.id, version, change),
            lambda version: outlet_changes.change_outlet(self.actor, row.id, version, before),
        )
        self.step(translate("roster", "Edit “{name}”").format(name=row.name), write, row.version)

    def retire(self, row: OutletRow) -> None:
        """Take an outlet off the roster."""
        write = Write(
            _outlet(row.id),
            lambda version: outlet_changes.retire_outlet(self.actor, row.id, version),
            lambda version: outlet_changes.reinstate_outlet(self.actor, row.id, version),
        )
        self.step(translate("roster", "Retire “{name}”").format(name=row.name), write, row.version)

    def reinstate(self, row: OutletRow) -> None:
        """Put a retired outlet back on the roster."""
        write = Write(
            _outlet(row.id),
            lambda version: outlet_changes.reinstate_outlet(self.actor, row.id, version),
            lambda version: outlet_changes.retire_outlet(self.actor, row.id, version),
        )
        self.step(translate("roster", "Reinstate “{name}”").format(name=row.name), write, row.version)

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
