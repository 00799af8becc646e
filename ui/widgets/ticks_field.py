"""Some of a short list: a tick for each, in two columns that scroll."""

from collections.abc import Collection, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget
from typing_extensions import override

from ui.theme.tokens import Space
from ui.widgets.fields import Option
from ui.widgets.labels import caption
from ui.widgets.layouts import down
from ui.widgets.scroll import ScrollColumn

_COLUMNS, _ROWS_IN_SIGHT = 2, 4


class TicksField(QWidget):
    """Space ticks, Tab goes on; the ones that are ticked at first stand where they stand in the list."""

    def __init__(self, options: Sequence[Option], ticked: Collection[str] = ()) -> None:
        super().__init__()
        self._ticks = {option.key: QCheckBox(caption(option.text)) for option in options}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, Space.S, 0)
        grid.setVerticalSpacing(Space.XS)
        for at, (key, tick) in enumerate(self._ticks.items()):
            tick.setChecked(key in ticked)
            grid.addWidget(tick, at // _COLUMNS, at % _COLUMNS)
        self._scroll = ScrollColumn((grid,))
        rows = min(_ROWS_IN_SIGHT, (len(self._ticks) + 1) // _COLUMNS)
        height = max((tick.sizeHint().height() for tick in self._ticks.values()), default=0)
        self._scroll.setFixedHeight(rows * (height + Space.XS))
        self.setLayout(down(self._scroll))
        if self._ticks:
            self.setFocusProxy(next(iter(self._ticks.values())))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._scroll.keep_parts_whole()
        self._scroll.keep_height()

    def ticked(self) -> tuple[str, ...]:
        """Keys of the options ticked, in the order of the list."""
        return tuple(key for key, tick in self._ticks.items() if tick.isChecked())

    def tick(self, key: str, *, on: bool = True) -> None:
        """Tick an option, or take its tick away."""
        self._ticks[key].setChecked(on)
