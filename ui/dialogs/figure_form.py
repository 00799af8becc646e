"""The form for a figure of the log within a text: what is counted, when, of whom; with its value now."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.dialogs.form import FormDialog
from ui.messages import text
from ui.theme.tokens import Role
from ui.widgets.buttons import Kind, button
from ui.widgets.fields import DayField, Option, PickBox
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.layouts import boxed, down
from xcdesk import clock
from xcdesk.codes import Tier, Vocabulary
from xcdesk.errors import DeskError
from xcdesk.services.issuing import live_figures
from xcdesk.services.office import terms
from xcdesk.services.roster.outlets import outlets
from xcdesk.services.roster.units import units
from xcdesk.texts.live_fields import TABLES, Condition, Counted, LiveField


class DaysTurnedError(DeskError):
    """The last day lies before the first."""

    code = "editor.days_turned"


class FigureForm(FormDialog):
    """``insert`` gets the figure as it stands in a text."""

    help_topic = "editor#figures"

    def __init__(self, insert: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Insert a figure of the log"),
            self.tr("Insert"),
            lambda: insert(self._field().source),
            parent,
        )
        self.counted = PickBox([Option(each.value, text(f"figure.counted.{each.value}")) for each in Counted])
        since, until = clock.month_of(clock.today())
        self.since, self.until = DayField(since), DayField(until)
        self.conditions = {
            Condition.OUTLET: self._pick([Option(str(row.id), row.name) for row in outlets()]),
            Condition.UNIT: self._pick([Option(str(row.id), row.name) for row in units()]),
            Condition.TIER: self._pick([Option(tier.value, text(f"tier.{tier.value}")) for tier in Tier]),
            Condition.FORM: self._pick(_terms(Vocabulary.FORM)),
            Condition.THEME: self._pick(_terms(Vocabulary.THEME)),
        }
        self.value = label("", Role.HEADING, wrap=True)
        self.rule = label("", Role.CAPTION, "muted", wrap=True)
        self._lay_out()
        self._connect()
        self._count()

    @override
    def accept(self) -> None:
        if self.until.day() < self.since.day():
            self.show_refusal(DaysTurnedError(field="days"))
            return
        super().accept()

    def _pick(self, options: list[Option]) -> PickBox:
        return PickBox([Option("", self.tr("All")), *options])

    def _lay_out(self) -> None:
        self.add("counted", self.tr("What is counted"), self.counted)
        week, month, before = self.tr("This week"), self.tr("This month"), self.tr("Last month")
        days = Flow(
            (
                self.since,
                label("—"),
                self.until,
                button(week, None, Kind.LINK, lambda: self._span(clock.week_of(clock.today()))),
                button(month, None, Kind.LINK, lambda: self._span(clock.month_of(clock.today()))),
                button(before, None, Kind.LINK, self._last_month),
            )
        )
        self.since.setAccessibleName(self.tr("First day"))
        self.until.setAccessibleName(self.tr("Last day"))
        self.add("days", self.tr("Days"), days)
        names = {
            Condition.OUTLET: self.tr("Outlet"),
            Condition.UNIT: self.tr("Unit"),
            Condition.TIER: self.tr("Tier"),
            Condition.FORM: self.tr("Form"),
            Condition.THEME: self.tr("Theme"),
        }
        for condition, box in self.conditions.items():
            self.add(condition.value, names[condition], box)
        self.add("value", self.tr("Now"), boxed(down(self.value, self.rule)))
        self.counted.setFocus()

    def _connect(self) -> None:
        self.counted.currentIndexChanged.connect(self._count)
        for day in (self.since, self.until):
            day.dateChanged.connect(self._count)
        for box in self.conditions.values():
            box.currentIndexChanged.connect(self._count)

    def _field(self) -> LiveField:
        counted = Counted(self.counted.key())
        within = tuple((condition, box.key()) for condition, box in self.conditions.items() if box.key())
        return LiveField(counted, self.since.day(), self.until.day(), () if counted in TABLES else within)

    def _count(self) -> None:
        """Show what the figure is now; a table takes no condition."""
        for box in self.conditions.values():
            box.setEnabled(Counted(self.counted.key()) not in TABLES)
        found = live_figures.shown(self._field())
        self.value.setText(found.text)
        self.rule.setText(found.rule)

    def _span(self, days: tuple[dt.date, dt.date]) -> None:
        self.since.set_day(days[0])
        self.until.set_day(days[1])

    def _last_month(self) -> None:
        first, _ = clock.month_of(clock.today())
        self._span(clock.month_of(first - dt.timedelta(days=1)))


def _terms(vocabulary: Vocabulary) -> list[Option]:
    return [Option(code, name) for code, name in terms.labels(vocabulary).items()]
