"""What the roster page writes about outlets, their people and programmes, each act with its way back."""

import datetime as dt

from PySide6.QtCore import QCoreApplication

from ui.changes import Area
from ui.messages import text
from ui.pages.acts import PageActs, Version, Write
from ui.pages.page import Page
from xcdesk.services import outlets, programmes, tenures
from xcdesk.services.outlets import NewOutlet, OutletRow
from xcdesk.services.programmes import NewProgramme, ProgrammeRow
from xcdesk.services.tenures import NewTenure, TenureChange, TenureRow

translate = QCoreApplication.translate


def _outlet(outlet_id: int) -> str:
    return f"outlet:{outlet_id}"


class OutletActs(PageActs):
    """Writes about outlets; one that was added by mistake is retired again, for its name stays known."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, Area.ROSTER)

    def add(self, new: NewOutlet) -> int:
        """Put an outlet on the roster; returns its id."""
        made = outlets.add_outlet(self.actor, new)
        write = Write(
            _outlet(made),
            lambda version: outlets.reinstate_outlet(self.actor, made, version),
            lambda version: outlets.retire_outlet(self.actor, made, version),
        )
        self.swing(translate("roster", "Add “{name}”").format(name=new.name), write, Version(0), Version(1))
        return made

    def change(self, row: OutletRow, change: NewOutlet) -> None:
        """Rewrite an outlet's own facts."""
        before = NewOutlet(row.name, row.kind, row.tier, row.publication_days, row.deadline, row.note)
        write = Write(
            _outlet(row.id),
            lambda version: outlets.change_outlet(self.actor, row.id, version, change),
            lambda version: outlets.change_outlet(self.actor, row.id, version, before),
        )
        self.step(translate("roster", "Edit “{name}”").format(name=row.name), write, row.version)

    def retire(self, row: OutletRow) -> None:
        """Take an outlet off the roster."""
        write = Write(
            _outlet(row.id),
            lambda version: outlets.retire_outlet(self.actor, row.id, version),
            lambda version: outlets.reinstate_outlet(self.actor, row.id, version),
        )
        self.step(translate("roster", "Retire “{name}”").format(name=row.name), write, row.version)

    def reinstate(self, row: OutletRow) -> None:
        """Put a retired outlet back on the roster."""
        write = Write(
            _outlet(row.id),
            lambda version: outlets.reinstate_outlet(self.actor, row.id, version),
            lambda version: outlets.retire_outlet(self.actor, row.id, version),
        )
        self.step(translate("roster", "Reinstate “{name}”").format(name=row.name), write, row.version)

    def verify(self, row: OutletRow) -> None:
        """Note that the contacts were checked today."""
        write = Write(
            _outlet(row.id),
            lambda version: outlets.mark_verified(self.actor, row.id, version),
            lambda version: outlets.take_back_verified(self.actor, row.id, version, row.verified_on),
        )
        self.step(translate("roster", "Mark “{name}” verified").format(name=row.name), write, row.version)

    def change_holder(self, new: NewTenure) -> None:
        """Let another person hold a role from a day on."""
        made, ended = self._begin(new)

        def undo() -> None:
            tenures.withdraw_holder(self.actor, made, self.latest(f"tenure:{made}"), ended)

        def redo() -> None:
            nonlocal made, ended
            made, ended = self._begin(new)

        name = translate("roster", "Change {role} to {name}").format(
            role=text(f"contact_role.{new.role.value}"), name=new.name
        )
        self.done(name, undo, redo)

    def correct(self, row: TenureRow, change: TenureChange) -> None:
        """Correct how a person is written down."""
        before = TenureChange(row.name, row.post, row.phone)
        write = Write(
            f"tenure:{row.id}",
            lambda version: tenures.change_tenure(self.actor, row.id, version, change),
            lambda version: tenures.change_tenure(self.actor, row.id, version, before),
        )
        self.step(translate("roster", "Correct “{name}”").format(name=row.name), write, row.version)

    def end(self, row: TenureRow, until: dt.date) -> None:
        """Leave a role vacant after a day."""
        write = Write(
            f"tenure:{row.id}",
            lambda version: tenures.end_tenure(self.actor, row.id, version, until),
            lambda version: tenures.end_tenure(self.actor, row.id, version, row.until),
        )
        self.step(translate("roster", "End the tenure of “{name}”").format(name=row.name), write, row.version)

    def add_programme(self, new: NewProgramme) -> None:
        """Put a programme on the roster."""
        made = programmes.add_programme(self.actor, new)

        def undo() -> None:
            programmes.withdraw_programme(self.actor, made, self.latest(f"programme:{made}"))

        def redo() -> None:
            nonlocal made
            made = programmes.add_programme(self.actor, new)

        self.done(translate("roster", "Add programme “{name}”").format(name=new.name), undo, redo)

    def change_programme(self, row: ProgrammeRow, change: NewProgramme) -> None:
        """Rewrite a programme."""
        self._programme(translate("roster", "Edit programme “{name}”").format(name=row.name), row, change)

    def close_programme(self, row: ProgrammeRow, day: dt.date) -> None:
        """End a programme; ``day`` is the first day without it."""
        closed = NewProgramme(row.outlet_id, row.name, row.is_column, row.opened_on, day, row.note)
        self._programme(translate("roster", "Close programme “{name}”").format(name=row.name), row, closed)

    def _programme(self, name: str, row: ProgrammeRow, change: NewProgramme) -> None:
        before = NewProgramme(row.outlet_id, row.name, row.is_column, row.opened_on, row.closed_on, row.note)
        write = Write(
            f"programme:{row.id}",
            lambda version: programmes.change_programme(self.actor, row.id, version, change),
            lambda version: programmes.change_programme(self.actor, row.id, version, before),
        )
        self.step(name, write, row.version)

    def _begin(self, new: NewTenure) -> tuple[int, TenureRow | None]:
        """Begin a tenure; returns its id and the tenure that it ended, as that was before."""
        before = {row.id: row for row in tenures.tenures(new.outlet_id)}
        made = tenures.change_holder(self.actor, new)
        after = tenures.tenures(new.outlet_id)
        ended = next((row.id for row in after if row.id in before and row != before[row.id]), None)
        return made, before[ended] if ended is not None else None
