"""Which outlets owe a quota, each with the days from which and to which it does."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme.tokens import Space
from ui.widgets.labels import caption
from ui.widgets.layouts import down
from ui.widgets.maybe_day import MaybeDay
from ui.widgets.scroll import ScrollColumn
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.targets.in_force import Member

_ROWS_IN_SIGHT = 5


class MembersField(QWidget):
    """A line an outlet: a tick, and days where the outlet owes it for a part of the time alone."""

    changed = Signal()

    def __init__(self, outlets: Sequence[OutletRow], members: Sequence[Member]) -> None:
        super().__init__()
        there = {member.outlet_id: member for member in members}
        self._lines: dict[int, tuple[QCheckBox, MaybeDay, MaybeDay]] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, Space.S, 0)
        grid.setColumnStretch(0, 1)
        for at, outlet in enumerate(outlets):
            member = there.get(outlet.id)
            tick = QCheckBox(caption(outlet.name))
            tick.setChecked(member is not None)
            since = MaybeDay(self.tr("from"), member.since if member else None)
            until = MaybeDay(self.tr("until"), member.until if member else None)
            self._lines[outlet.id] = (tick, since, until)
            for column, part in enumerate((tick, since, until)):
                grid.addWidget(part, at, column)
            self._follow(outlet.id)
        self._scroll = ScrollColumn((grid,))
        self._scroll.setFixedHeight(_ROWS_IN_SIGHT * (theme.line_height() + Space.L))
        self.setLayout(down(self._scroll))
        if self._lines:
            self.setFocusProxy(next(iter(self._lines.values()))[0])

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._scroll.keep_parts_whole()
        self._scroll.keep_height()

    def members(self) -> tuple[Member, ...]:
        """The outlets ticked, with their days."""
        return tuple(
            Member(outlet, since.day(), until.day())
            for outlet, (tick, since, until) in self._lines.items()
            if tick.isChecked()
        )

    def tick(self, outlet_id: int, *, on: bool) -> None:
        """Tick an outlet or leave it out."""
        self._lines[outlet_id][0].setChecked(on)

    def _follow(self, outlet_id: int) -> None:
        """Days are asked for only where there is a tick."""
        tick, since, until = self._lines[outlet_id]
        for part in (since, until):
            part.setEnabled(tick.isChecked())
            part.setAccessibleName(f"{tick.text()} {part.known.text()}")
            tick.toggled.connect(part.setEnabled)
        tick.toggled.connect(self.changed)
