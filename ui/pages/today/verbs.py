"""What can be done on the page Today, and why not now."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from ui.pages.page import Page
from ui.pages.today.cards import TodayCards
from ui.pages.today.duties import Duty
from ui.refusals import NothingChosenError
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight
from xcdesk.errors import DeskError

if TYPE_CHECKING:  # start-up time
    from ui.pages.today.charts import ChartsView
    from ui.pages.today.line_acts import LineActs


class Parts(NamedTuple):
    """What the verbs work on; ``charts_shown`` tells whether the charts are in front.

    ``charts`` and ``acts`` are made when they are first asked for.
    """

    cards: TodayCards
    charts: "Callable[[], ChartsView]"
    acts: "Callable[[], LineActs]"
    print_list: Callable[[], object]
    charts_shown: Callable[[], bool]


class TodayVerbs(QObject):
    """Verbs about the line with the keyboard, about its card, and about the charts."""

    def __init__(self, page: Page, parts: Parts) -> None:
        super().__init__(page)
        self._parts = parts

    def verbs(self) -> Sequence[Verb]:
        """Everything in the toolbar and under More."""
        rare, primary = Weight.RARE, Weight.PRIMARY
        return (
            Verb("item_log", self.tr("Log an item"), Glyph.ADD, self._log, "Ctrl+N", weight=primary),
            Verb("list_print", self.tr("Print list"), Glyph.PRINT, self._parts.print_list, "Ctrl+P"),
            Verb("call", self.tr("Call and log"), Glyph.CALL, self._call, "F7", self._callable, rare),
            Verb(
                "remind",
                self.tr("Copy reminder"),
                Glyph.COPY,
                self._remind,
                "Ctrl+Shift+C",
                self._owing,
                rare,
            ),
            Verb(
                "remind_all",
                self.tr("Copy reminder to all"),
                Glyph.MEGAPHONE,
                self._remind_all,
                "Ctrl+Shift+A",
                self._owing,
                rare,
            ),
            *self._matter_verbs(),
            *self._chart_verbs(),
        )

    def _matter_verbs(self) -> Sequence[Verb]:
        rare = Weight.RARE
        return (
            Verb(
                "matter_pin",
                self.tr("Pin a matter…"),
                Glyph.NOTE,
                lambda: self._parts.acts().pin(),
                "Ctrl+Shift+P",
                weight=rare,
            ),
            Verb("matter_edit", self.tr("Owner and day…"), Glyph.EDIT, self._edit, "F2", self._matter, rare),
            Verb(
                "matter_resolve",
                self.tr("Resolve…"),
                Glyph.CHECKMARK,
                self._resolve,
                "F8",
                self._matter,
                rare,
            ),
        )

    def _chart_verbs(self) -> Sequence[Verb]:
        rare = Weight.RARE
        picture, table = self.tr("Copy chart as picture"), self.tr("Copy chart as table")
        return (
            Verb("chart_picture", picture, Glyph.COPY, self._copy_picture, "Ctrl+Shift+G", self._chart, rare),
            Verb("chart_table", table, Glyph.TABLE, self._copy_table, "Ctrl+Shift+T", self._chart, rare),
        )

    def _log(self) -> None:
        duty = self._current()
        self._parts.acts().log(duty.outlet if duty is not None else None)

    def _copy_picture(self) -> None:
        self._parts.charts().copy_picture()

    def _copy_table(self) -> None:
        self._parts.charts().copy_table()

    def _call(self) -> None:
        self._with_current(self._parts.acts().call)

    def _remind(self) -> None:
        self._with_current(lambda duty: self._parts.acts().remind([duty]))

    def _remind_all(self) -> None:
        self._parts.acts().remind([duty for duty in self._parts.cards.neighbours() if duty.owing])

    def _edit(self) -> None:
        self._with_current(self._parts.acts().edit)

    def _resolve(self) -> None:
        self._with_current(self._parts.acts().resolve)

    def _with_current(self, act: Callable[[Duty], object]) -> None:
        duty = self._current()
        if duty is not None:
            act(duty)

    def _current(self) -> Duty | None:
        return self._parts.cards.current()

    def _callable(self) -> DeskError | None:
        duty = self._current()
        there = duty is not None and duty.outlet is not None
        return None if there else NothingChosenError(what=self.tr("line with an outlet"))

    def _owing(self) -> DeskError | None:
        duty = self._current()
        there = duty is not None and bool(duty.owing)
        return None if there else NothingChosenError(what=self.tr("line of somebody who owes something"))

    def _matter(self) -> DeskError | None:
        duty = self._current()
        if duty is None or duty.matter is None:
            return NothingChosenError(what=self.tr("line of an open matter"))
        from xcdesk.services.due import matters  # start-up time

        return matters.refusal(duty.matter)

    def _chart(self) -> DeskError | None:
        there = self._parts.charts_shown()
        return None if there else NothingChosenError(what=self.tr("chart; they are under Charts"))
