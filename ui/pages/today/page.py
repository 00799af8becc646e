"""Today 今日: what must be done now, and where; the pace of the year; charts of a month."""

from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from ui import format as shown
from ui.changes import Area
from ui.desk import Desk
from ui.messages import text
from ui.pages.page import Page
from ui.pages.today.cards import TodayCards
from ui.pages.today.duties import Duty, Subject, owed_duties, waits
from ui.pages.today.verbs import Parts, TodayVerbs
from ui.theme import theme
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import label, tip
from ui.widgets.layouts import across, boxed, down
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.verbs import Verb
from xcdesk.services.due.owed import Owed, owed

if TYPE_CHECKING:  # made, and loaded, when they are first needed: start-up time
    from ui.pages.today.charts import ChartsView
    from ui.pages.today.line_acts import LineActs
    from ui.pages.today.office_tools import OfficeTools
    from ui.pages.today.pace import PaceView
    from ui.pages.today.side import TodaySide
    from xcdesk.services.office.setting_up import SetUp

LIST, PACE, CHARTS = "list", "pace", "charts"
SIDE_WIDTH = 348
"""Room kept for the right column from the first paint on."""


class TodayPage(Page):
    """Cards of things to do at the left, how the year goes at the right; pace and charts behind segments.

    The first paint shows what outlets owe; the rest comes in `reload`, each part made when it is needed.
    """

    key = "today"
    glyph = Glyph.CALENDAR_TODAY
    watches = frozenset(Area)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.cards = TodayCards()
        parts = Parts(self.cards, lambda: self.charts, lambda: self.acts, self.print_list, self._shows_charts)
        self.commands = TodayVerbs(self, parts)
        self.segments = Segmented(
            (
                Segment(LIST, self.tr("To do")),
                Segment(PACE, self.tr("Pace")),
                Segment(CHARTS, self.tr("Charts")),
            )
        )
        self._day, self._sort = label("", Role.HEADING), label("", Role.CAPTION, "muted")
        self._views = QStackedWidget()
        self._side_room, self._pace_room, self._charts_room = down(gap=0), down(gap=0), down(gap=0)
        room = boxed(self._side_room)
        room.setFixedWidth(theme.pane_width(SIDE_WIDTH))
        columns = across(self.cards, room, gap=Space.M)
        columns.setStretch(0, 1)
        for view in (columns, self._pace_room, self._charts_room):
            self._views.addWidget(boxed(view))
        words = self.tr("Import returns")
        bring = button(words, Glyph.ARROW_IMPORT, Kind.PLAIN, partial(self.asked_for.emit, "import", ()))
        bring.setToolTip(tip(f"{words}  Ctrl+I"))
        self.build(self._views, lead=(self._day, self._sort), trail=(bring, self.segments))
        self._connect()

    @cached_property
    def side(self) -> "TodaySide":
        """The right column."""
        from ui.pages.today.side import TodaySide

        made = TodaySide(self._tools.back_up, theme.pane_width(SIDE_WIDTH))
        made.setup_asked.connect(partial(self.asked_for.emit, "setup", ()))
        self._side_room.addWidget(made)
        return made

    @cached_property
    def pace(self) -> "PaceView":
        """The pace of the year."""
        from ui.pages.today.pace import PaceView

        made = PaceView()
        made.opened.connect(partial(self.asked_for.emit, "coverage"))
        self._pace_room.addWidget(made)
        return made

    @cached_property
    def charts(self) -> "ChartsView":
        """The charts of a month."""
        from ui.pages.today.charts import ChartsView

        made = ChartsView()
        made.opened.connect(partial(self.asked_for.emit, "coverage"))
        self._charts_room.addWidget(made)
        return made

    @cached_property
    def acts(self) -> "LineActs":
        """What can be done about a line."""
        from ui.pages.today.line_acts import LineActs

        made = LineActs(self, self._tools.back_up)
        made.place_asked.connect(self._open_place)
        return made

    @cached_property
    def _tools(self) -> "OfficeTools":
        from ui.pages.today.office_tools import OfficeTools

        made = OfficeTools(self.desk, lambda: self, self)
        made.said.connect(self.said)
        return made

    @override
    def name(self) -> str:
        return self.tr("Today")

    @override
    def make_verbs(self) -> Sequence[Verb]:
        return self.commands.verbs()

    @override
    def main_view(self) -> QWidget:
        if self.segments.key == PACE:
            return self.pace.first()
        if self.segments.key == CHARTS:
            return self.charts.first()
        return self.cards.line() if self.cards.lines() else self.bar.button("item_log")

    @override
    def regions(self) -> Sequence[QWidget]:
        side = (self.side.back_up,) if self.segments.key == LIST else ()
        return (self.main_view(), *side, self.segments)

    @override
    def begin(self) -> None:
        state = owed()
        found = owed_duties(state)
        if not any(found.values()):  # the first lines stand on a card that is read with the rest
            self.reload()
            return
        self._show_day(state)
        self.cards.show_first(state, found)

    @override
    def reload(self) -> None:
        from ui.pages.today.elsewhere import duties  # start-up time
        from xcdesk.services.due.today import today

        state = today(self.desk.actor)
        found = duties(state)
        self._show_day(state)
        self.cards.show_state(state, found)
        self.side.show_state(state, self._set_up())
        if self.segments.key == PACE:
            self.pace.reload()
        elif self.segments.key == CHARTS:
            self.charts.reload()
        self.verbs.refresh()
        self._tell_waiting(found)

    @override
    def count_waiting(self) -> None:
        # In front, `reload` reads the same and tells it; the window itself need not be shown yet.
        if not self.isVisibleTo(self.window()):
            from ui.pages.today.elsewhere import duties  # start-up time
            from xcdesk.services.due.today import today

            self._tell_waiting(duties(today(self.desk.actor)))

    @override
    def open(self, target: object) -> None:
        """Show one of the views by its key."""
        if target in {LIST, PACE, CHARTS}:
            self.segments.choose(str(target))

    def print_list(self) -> None:
        """Show the list of today as it will be printed."""
        from ui.dialogs.printout import PrintoutDialog, listed  # start-up time
        from xcdesk.sheets import SheetKind

        dialog = PrintoutDialog(
            self.desk, listed(SheetKind.TODAY, self.desk.actor), self.tr("To do today"), self.window()
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _connect(self) -> None:
        self.cards.asked.connect(self._do)
        self.cards.opened.connect(self._open_place)
        self.cards.chosen.connect(self.verbs.refresh)
        self.segments.chosen.connect(self._turn)

    def _shows_charts(self) -> bool:
        return self.segments.key == CHARTS

    def _turn(self, key: str) -> None:
        self._views.setCurrentIndex((LIST, PACE, CHARTS).index(key))
        self.reload()

    def _show_day(self, state: Owed) -> None:
        self._day.setText(shown.day_and_weekday(state.day))
        self._sort.setText(f"{shown.week(state.day)} · {text(state.workday.key)}")

    def _set_up(self) -> "SetUp | None":
        """How far a new office is, for whoever may set it up."""
        from xcdesk.services.office import setting_up  # start-up time
        from xcdesk.services.record.permissions import Permission, may

        return setting_up.progress() if may(self.desk.actor.role, Permission.SETTINGS) else None

    def _tell_waiting(self, found: Mapping[Subject, Sequence[Duty]]) -> None:
        self.waiting_changed.emit(sum(waits(duty) for card in found.values() for duty in card))

    def _do(self, duty: Duty) -> None:
        self.acts.do(duty)

    def _open_place(self, duty: Duty) -> None:
        if duty.place.key:
            self.asked_for.emit(duty.place.key, duty.place.target)
        else:
            self.acts.do(duty)
