"""Today 今日: what must be done now, and where; the pace of the year; charts of a month."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from ui import format as shown
from ui.changes import Area
from ui.desk import Desk
from ui.messages import text
from ui.pages.page import Page
from ui.pages.today.cards import TodayCards
from ui.pages.today.charts import ChartsView
from ui.pages.today.duties import Duty, duties, waits
from ui.pages.today.line_acts import LineActs
from ui.pages.today.office_tools import OfficeTools
from ui.pages.today.pace import PaceView
from ui.pages.today.side import TodaySide
from ui.pages.today.verbs import Parts, TodayVerbs
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import label, tip
from ui.widgets.layouts import across, boxed
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.verbs import Verb
from xcdesk.services.due.today import Today, today

LIST, PACE, CHARTS = "list", "pace", "charts"


class TodayPage(Page):
    """Cards of things to do at the left, how the year goes at the right; pace and charts behind segments."""

    key = "today"
    glyph = Glyph.CALENDAR_TODAY
    watches = frozenset(Area)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.cards = TodayCards()
        self._tools = OfficeTools(desk, lambda: self, self)
        self._tools.said.connect(self.said)
        self.side = TodaySide(self._tools.back_up)
        self.pace, self.charts = PaceView(), ChartsView()
        self.acts = LineActs(self, self._tools.back_up)
        parts = Parts(self.cards, self.charts, self.acts, self.print_list, self._shows_charts)
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
        columns = across(self.cards, self.side, gap=Space.M)
        columns.setStretch(0, 1)
        for view in (boxed(columns), self.pace, self.charts):
            self._views.addWidget(view)
        words = self.tr("Import returns")
        bring = button(words, Glyph.ARROW_IMPORT, Kind.PLAIN, partial(self.asked_for.emit, "import", ()))
        bring.setToolTip(tip(f"{words}  Ctrl+I"))
        self.build(self._views, lead=(self._day, self._sort), trail=(bring, self.segments))
        self._connect()

    @override
    def name(self) -> str:
        return self.tr("Today")

    @override
    def about(self) -> str:
        return self.tr(
            "What must be done now: outlets that have run nothing, contributions and returns that have not "
            "come, texts that wait for you, matters left open. The arrow keys move from line to line, Enter "
            "does what stands at its end, the right arrow opens the place. F7 shows whom to phone and notes "
            "the answer. Behind the buttons at the right are the pace of the year and the charts of a month: "
            "arrow keys move there too, and Enter opens the rows behind a figure."
        )

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
    def reload(self) -> None:
        state = today(self.desk.actor)
        self._day.setText(shown.day_and_weekday(state.day))
        self._sort.setText(f"{shown.week(state.day)} · {text(state.workday.key)}")
        self.cards.show_state(state)
        self.side.show_state(state)
        if self.segments.key == PACE:
            self.pace.reload()
        elif self.segments.key == CHARTS:
            self.charts.reload()
        self.verbs.refresh()
        self._tell_waiting(state)

    @override
    def count_waiting(self) -> None:
        # In front, `reload` reads the same and tells it; the window itself need not be shown yet.
        if not self.isVisibleTo(self.window()):
            self._tell_waiting(today(self.desk.actor))

    @override
    def open(self, target: object) -> None:
        """Show one of the views by its key."""
        if target in {LIST, PACE, CHARTS}:
            self.segments.choose(str(target))

    def print_list(self) -> None:
        """Show the list of today as it will be printed."""
        from ui.dialogs.printout import PrintoutDialog  # start-up time
        from xcdesk.sheets import SheetKind

        dialog = PrintoutDialog(self.desk, SheetKind.TODAY, self.tr("To do today"), self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _connect(self) -> None:
        self.cards.asked.connect(self.acts.do)
        self.cards.opened.connect(self._open_place)
        self.cards.chosen.connect(self.verbs.refresh)
        self.acts.place_asked.connect(self._open_place)
        self.segments.chosen.connect(self._turn)
        self.pace.opened.connect(partial(self.asked_for.emit, "coverage"))
        self.charts.opened.connect(partial(self.asked_for.emit, "coverage"))

    def _shows_charts(self) -> bool:
        return self.segments.key == CHARTS

    def _turn(self, key: str) -> None:
        self._views.setCurrentIndex((LIST, PACE, CHARTS).index(key))
        self.reload()

    def _tell_waiting(self, state: Today) -> None:
        self.waiting_changed.emit(sum(waits(duty) for card in duties(state).values() for duty in card))

    def _open_place(self, duty: Duty) -> None:
        if duty.place.key:
            self.asked_for.emit(duty.place.key, duty.place.target)
        else:
            self.acts.do(duty)
