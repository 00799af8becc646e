"""The row of verbs at the top of a page; what does not fit, and what is rare, stands under More.

Many rare verbs stand there in groups, each a menu of its own, below those that stand alone.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QWidget
from typing_extensions import override

from ui.theme import theme
from ui.theme.icons import Glyph
from ui.theme.tokens import Space
from ui.widgets.buttons import Kind, PushButton, button, set_glyph
from ui.widgets.labels import caption
from ui.widgets.layouts import across
from ui.widgets.verbs import Verb, VerbSet, Weight

_MARGIN = Space.M


class VerbButton(PushButton):
    """A button that shows an action: its text, its state, and its reason when it is grey."""

    def __init__(self, verb: Verb, action: QAction, kind: Kind | None = None) -> None:
        super().__init__()
        look = kind or (Kind.PRIMARY if verb.weight is Weight.PRIMARY else Kind.PLAIN)
        self.setProperty("kind", look.value)
        self.setText(verb.text)
        if verb.glyph is not None:
            set_glyph(self, verb.glyph, look)
        self._action = action
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())


class VerbBar(QFrame):
    """Buttons of a `VerbSet`: ``lead`` stands before them, ``trail`` at the right end."""

    def __init__(self, verbs: VerbSet, lead: Sequence[QWidget] = (), trail: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.setObjectName("verbs")
        self.setMinimumHeight(theme.line_height() + 24)
        self._verbs = verbs
        self._buttons = {
            verb.id: VerbButton(verb, verbs.action(verb.id))
            for verb in verbs
            if verb.weight is not Weight.RARE
        }
        rare = [verb for verb in verbs if verb.weight is Weight.RARE]
        self._rare = [verbs.action(verb.id) for verb in rare if not verb.group]
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._groups = [
            self._group(name, [verb for verb in rare if verb.group == name])
            for name in dict.fromkeys(verb.group for verb in rare if verb.group)
        ]
        self._more = button(self.tr("More"), Glyph.MORE_HORIZONTAL, Kind.PLAIN)
        self._more.setMenu(self._menu)
        self._fixed = [*lead, *trail]
        gap = (None,) if lead else ()
        self._row = across(
            *lead,
            *gap,
            *self._buttons.values(),
            self._more,
            *(() if lead else (None,)),
            *trail,
            margins=(_MARGIN, 6, _MARGIN, 6),
            gap=Space.XS,
        )
        self.setLayout(self._row)
        self._fit()

    def button(self, verb_id: str) -> QPushButton:
        """Button of a verb that is not rare."""
        return self._buttons[verb_id]

    def first_button(self) -> QPushButton | None:
        """First button that can take the focus."""
        return next((made for made in self._buttons.values() if made.isEnabled()), None)

    @override
    def minimumSizeHint(self) -> QSize:
        need = sum(_width(part) for part in (*self._fixed, self._more))
        return QSize(need + 2 * _MARGIN, super().minimumSizeHint().height())

    @override
    def event(self, event: QEvent) -> bool:
        """A part that has grown, such as the name of a period, takes room from the verbs."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many buttons as there is room for, the first ones first; the rest goes under More."""
        room = self.width() - 2 * _MARGIN - sum(map(_width, self._fixed))
        needs = [_width(made) for made in self._buttons.values()]
        kept = [*self._rare, *(group.menuAction() for group in self._groups)]
        if kept or sum(needs) > room:
            room -= _width(self._more)
        hidden: list[QAction] = []
        for (verb_id, made), need in zip(self._buttons.items(), needs, strict=True):
            room -= need
            made.setVisible(room >= 0)
            if room < 0:
                hidden.append(self._verbs.action(verb_id))
        self._menu.clear()
        self._menu.addActions([*hidden, *kept])
        self._more.setVisible(bool(hidden or kept))
        self._row.activate()  # a button that found room is painted at its place at once

    def _group(self, name: str, verbs: Sequence[Verb]) -> QMenu:
        """A menu of its own for verbs of one subject, reached from that of the rare ones."""
        menu = QMenu(caption(name), self._menu)
        menu.setToolTipsVisible(True)
        menu.addActions([self._verbs.action(verb.id) for verb in verbs])
        return menu


def _width(part: QWidget) -> int:
    """What a part takes of the row, with the gap behind it; a fixed width counts before the wish."""
    return part.sizeHint().expandedTo(part.minimumSize()).width() + Space.XS
