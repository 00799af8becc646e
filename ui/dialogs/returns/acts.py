"""What the page of returns writes: nothing to report, the day of receipt, the rules; each can be undone."""

import datetime as dt
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QCoreApplication

from ui.changes import Area
from ui.desk import Desk
from ui.undo import Act
from xcdesk.importers import undo
from xcdesk.importers.undo import UndoneError
from xcdesk.services.returns import returns_rules, returns_status
from xcdesk.services.returns.returns_rules import ReturnsRules
from xcdesk.services.returns.returns_status import SentFile
from xcdesk.services.roster.units import UnitRow


class ReturnsActs:
    """Writes for one desk; every act tells the pages and can be taken back by its name."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def note_nil(self, unit: UnitRow, month: dt.date) -> str:
        """Note that a unit has nothing to report; returns the name of the act."""
        actor = self._desk.actor
        batch = returns_status.note_nil(actor, unit.id, month)

        def take_back() -> None:
            with suppress(UndoneError):  # the list of imports may have taken it back already
                undo.undo(batch, actor)

        def redo() -> None:
            nonlocal batch
            batch = returns_status.note_nil(actor, unit.id, month)

        words = QCoreApplication.translate("returns", "{unit}: nothing to report")
        return self._done(words.format(unit=unit.name), take_back, redo, Area.IMPORTS)

    def set_received(self, file: SentFile, day: dt.date) -> str:
        """Correct the day on which a file came; returns the name of the act."""
        actor, before = self._desk.actor, file.received_on
        version = returns_status.set_received(actor, file.batch, file.version, day)

        def put(wanted: dt.date) -> Callable[[], None]:
            def act() -> None:
                nonlocal version
                version = returns_status.set_received(actor, file.batch, version, wanted)

            return act

        words = QCoreApplication.translate("returns", "Correct the day of receipt of {file}")
        return self._done(words.format(file=file.file), put(before), put(day), Area.IMPORTS)

    def save_rules(self, before: ReturnsRules, rules: ReturnsRules) -> str:
        """Keep who owes a return and until when, over what was shown; returns the name of the act."""
        actor = self._desk.actor
        after = returns_rules.save(actor, rules, before)

        def put(over: ReturnsRules, wanted: ReturnsRules) -> Callable[[], None]:
            def act() -> None:
                returns_rules.save(actor, wanted, over)

            return act

        words = QCoreApplication.translate("returns", "Change who owes a return")
        return self._done(words, put(after, before), put(before, after), Area.SETTINGS, Area.IMPORTS)

    def _done(self, name: str, back: Callable[[], None], forth: Callable[[], None], *areas: Area) -> str:
        def telling(act: Callable[[], None]) -> Callable[[], None]:
            def told() -> None:
                act()
                self._desk.changes.tell(*areas)

            return told

        self._desk.undo.push(Act(name, telling(back), telling(forth)))
        self._desk.changes.tell(*areas)
        return name
