"""Today 今日: what must be done now, and where each thing is done."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import format as shown
from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.log_item import new_item_form
from ui.messages import text
from ui.pages.calling import call_banner, reason_menu
from ui.pages.coverage_acts import CoverageActs
from ui.pages.item_choices import item_choices
from ui.pages.office_tools import OfficeTools
from ui.pages.page import Page
from ui.pages.today_cards import TodayCards
from ui.pages.today_duties import Deed, Duty, duties, reminder, waits
from ui.pages.today_side import TodaySide
from ui.refusals import NothingChosenError
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import label, tip
from ui.widgets.layouts import across, boxed
from ui.widgets.verbs import Verb, Weight
from xcdesk import clock
from xcdesk.errors import DeskError
from xcdesk.services.cells import Cell
from xcdesk.services.outlets import OutletRow
from xcdesk.services.today import Today, today


class TodayPage(Page):
    """Five cards of things to do at the left, how the year goes at the right."""

    key = "today"
    glyph = Glyph.CALENDAR_TODAY
    watches = frozenset(Area)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._acts = CoverageActs(self)
        self.cards = TodayCards()
        self._tools = OfficeTools(desk, lambda: self, self)
        self._tools.said.connect(self.said)
        self.side = TodaySide(self._tools.back_up)
        self._day = label("", Role.HEADING)
        self._sort = label("", Role.CAPTION, "muted")
        columns = across(self.cards, self.side, gap=Space.M)
        columns.setStretch(0, 1)
        words = self.tr("Import returns")
        bring = button(words, Glyph.ARROW_IMPORT, Kind.PLAIN, self._import)
        bring.setToolTip(tip(f"{words}  Ctrl+I"))
        self.build(boxed(columns), lead=(self._day, self._sort), trail=(bring,))
        self._deeds = {
            Deed.CALL: self._call,
            Deed.LOG: self._log,
            Deed.LOOK: self._open_place,
            Deed.REMIND: self._remind,
            Deed.SIGN: self._open_place,
        }
        self.cards.asked.connect(self._do)
        self.cards.opened.connect(self._open_place)
        self.cards.chosen.connect(self.verbs.refresh)

    @override
    def name(self) -> str:
        return self.tr("Today")

    @override
    def about(self) -> str:
        return self.tr(
            "What must be done now: outlets that have run nothing, contributions and returns that have not "
            "come, texts that wait for you. The arrow keys move from line to line, Enter does what stands at "
            "its end, the right arrow opens the place. F7 shows whom to phone."
        )

    @override
    def make_verbs(self) -> Sequence[Verb]:
        rare = Weight.RARE
        return (
            Verb(
                "item_log", self.tr("Log an item"), Glyph.ADD, self._log_new, "Ctrl+N", weight=Weight.PRIMARY
            ),
            Verb("call", self.tr("Call and log"), Glyph.CALL, self._call_current, "F7", self._callable, rare),
            Verb(
                "remind",
                self.tr("Copy reminder"),
                Glyph.COPY,
                self._remind_current,
                "Ctrl+Shift+C",
                self._owing,
                rare,
            ),
        )

    @override
    def main_view(self) -> QWidget:
        return self.cards.line() if self.cards.lines() else self.bar.button("item_log")

    @override
    def regions(self) -> Sequence[QWidget]:
        return (self.main_view(), self.side.back_up)

    @override
    def reload(self) -> None:
        state = today(self.desk.actor)
        self._day.setText(shown.day_and_weekday(state.day))
        self._sort.setText(f"{shown.week(state.day)} · {text(state.workday.key)}")
        self.cards.show_state(state)
        self.side.show_state(state)
        self.verbs.refresh()
        self._tell_waiting(state)

    @override
    def count_waiting(self) -> None:
        if not self.isVisible():  # in front, `reload` reads the same and tells it
            self._tell_waiting(today(self.desk.actor))

    def _tell_waiting(self, state: Today) -> None:
        self.waiting_changed.emit(sum(waits(duty) for card in duties(state) for duty in card))

    def _do(self, duty: Duty) -> None:
        self._deeds[duty.deed](duty)

    def _open_place(self, duty: Duty) -> None:
        self.asked_for.emit(duty.place.key, duty.place.target)

    def _remind(self, duty: Duty) -> None:
        QGuiApplication.clipboard().setText(reminder(duty))
        self.said.emit(self.tr("The reminder is on the clipboard; paste it into a message."))

    def _remind_current(self) -> None:
        duty = self.cards.current()
        if duty is not None:
            self._remind(duty)

    def _call_current(self) -> None:
        duty = self.cards.current()
        if duty is not None:
            self._call(duty)

    def _call(self, duty: Duty) -> None:
        """Show whom to phone, with the ways to note the answer."""
        if duty.outlet is None:
            return
        ways = [button(self.tr("Log an item"), Glyph.ADD, Kind.NORMAL, partial(self._log, duty))]
        if isinstance(duty.place.target, Cell):
            none = button(self.tr("None today…"), Glyph.CALENDAR_LTR)
            none.clicked.connect(partial(self._ask_reason, duty, none))
            ways.append(none)
        self.show_notice(call_banner(duty.outlet, ways))
        ways[0].setFocus()

    def _ask_reason(self, duty: Duty, over: QWidget) -> None:
        menu = reason_menu(self, partial(self._set_none, duty))
        menu.popup(over.mapToGlobal(over.rect().bottomLeft()))

    def _set_none(self, duty: Duty, reason: str) -> None:
        cell = duty.place.target
        if isinstance(cell, Cell) and self.attempt(lambda: self._acts.set_none(cell, reason, duty.none)):
            self.focus_first()

    def _log(self, duty: Duty) -> None:
        self._open_form(duty.outlet)

    def _log_new(self) -> None:
        duty = self.cards.current()
        self._open_form(duty.outlet if duty is not None else None)

    def _open_form(self, outlet: OutletRow | None) -> None:
        dialog = new_item_form(item_choices(), self._acts.log, self.window())
        if outlet is not None:
            dialog.start_with(outlet.name, clock.today())
        dialog.saved.connect(self.clear_notice)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _callable(self) -> DeskError | None:
        duty = self.cards.current()
        there = duty is not None and duty.outlet is not None
        return None if there else NothingChosenError(what=self.tr("line with an outlet"))

    def _owing(self) -> DeskError | None:
        duty = self.cards.current()
        there = duty is not None and duty.deed is Deed.REMIND
        return None if there else NothingChosenError(what=self.tr("line of somebody who owes something"))

    def _import(self) -> None:
        self.asked_for.emit("import", ())
