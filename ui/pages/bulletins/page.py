"""Bulletins 内参通报: what came in, what stands in the issue, and its pages as they will be printed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.changes import Area
from ui.desk import Desk
from ui.pages.bulletins.checks import Columns, Hand
from ui.pages.bulletins.contents import ContentsPane
from ui.pages.bulletins.preview import Preview, PreviewPane
from ui.pages.bulletins.tray import TrayPane
from ui.pages.bulletins.verbs import BulletinVerbs
from ui.pages.lacking import behind_lacking
from ui.pages.page import Page
from ui.theme.icons import Glyph
from ui.theme.tokens import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.empty_state import EmptyState, nothing_found
from ui.widgets.layouts import across, boxed
from ui.widgets.period_picker import MONTH, WEEK, PeriodPicker
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.verbs import Verb
from xcdesk.codes import Series
from xcdesk.services.issuing import bulletins
from xcdesk.services.issuing.bulletins import DraftRow
from xcdesk.services.targets import contributions, evidence_check, weekly
from xcdesk.services.targets.contributions import ContributionRow

_UNITS = {Series.INTERNAL_REFERENCE: WEEK, Series.CIRCULAR: MONTH}
_SHARES = (31, 34, 42)


class BulletinsPage(Page):
    """Tray, contents and pages of one bulletin; the segment chooses the series, the arrows its period."""

    key = "bulletins"
    glyph = Glyph.NEWS
    watches = frozenset({Area.BULLETINS, Area.MATERIALS, Area.COVERAGE, Area.SETTINGS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._draft: DraftRow | None = None
        self.series = Segmented(
            (
                Segment(Series.INTERNAL_REFERENCE, self.tr("Internal reference")),
                Segment(Series.CIRCULAR, self.tr("Circular")),
            )
        )
        self.period = PeriodPicker()
        self.period.unit.hide()
        self.tray, self.contents, self.preview = TrayPane(), ContentsPane(), PreviewPane(desk)
        parts = Columns(self.tray, self.contents, self.preview)
        self.commands = BulletinVerbs(self, parts, self.hand)
        columns = across(
            self.tray, self.contents, self.preview, margins=(Space.M, 10, Space.M, 10), gap=Space.M
        )
        for at, share in enumerate(_SHARES):
            columns.setStretch(at, share)
        self.build(boxed(columns), trail=(self.period, self.series), search=self.tr("Filter contributions"))
        self._start()
        self._connect()

    @override
    def name(self) -> str:
        return self.tr("Bulletins")

    @override
    def about(self) -> str:
        return self.tr(
            "Contributions stand at the left, the issue in the middle, its printed pages at the right. Space "
            "takes a contribution in or out, Alt with the arrow keys moves a piece within its section or to "
            "another. A number is given when a signed issue goes out, in approvals; the register reprints it."
        )

    @override
    def make_verbs(self) -> Sequence[Verb]:
        return self.commands.verbs()

    @override
    def main_view(self) -> QWidget:
        return self.tray.table if self.tray.isVisible() else self.contents.tree

    @override
    def regions(self) -> Sequence[QWidget]:
        return (self.tray.table, self.contents.tree, self.preview.view)

    def hand(self) -> Hand:
        """What is in hand: series, a day of the period, and its bulletin if there is one."""
        return Hand(Series(self.series.key), self.period.bounds()[0], self._draft)

    @override
    def reload(self) -> None:
        hand = self.hand()
        self._draft = bulletins.current(hand.series, hand.day)
        self._show_tray()
        self._show_contents()
        self.preview.show_bulletin(self._draft.id if self._draft is not None else None)
        self.verbs.refresh()

    @override
    def open(self, target: object) -> None:
        """Show a bulletin by its id, or a contribution where it is kept."""
        if isinstance(target, int):
            draft = bulletins.get(target)
            self._show_series(draft.series)
            self.period.go_to(draft.period.since)
        elif isinstance(target, tuple):
            self._show_contribution(contributions.get(target[1]))

    def _show_contribution(self, row: ContributionRow) -> None:
        """Show a contribution in the issue that it went into, or among those to choose from."""
        if row.bulletin is not None:
            self.open(row.bulletin)
            self.contents.choose(row.id)
            return
        self._show_series(Series.INTERNAL_REFERENCE)
        self.period.go_to(row.received_on)
        if self.search is not None:
            self.search.clear()
        self.tray.choose(row.id)

    def _start(self) -> None:
        """Begin with the issue that is still in the making, or with the period of today."""
        waiting = bulletins.latest_open(Series.INTERNAL_REFERENCE)
        self._show_series(Series.INTERNAL_REFERENCE)
        if waiting is not None:
            self.period.go_to(waiting.period.since)

    def _connect(self) -> None:
        self.series.chosen.connect(self._series_chosen)
        self.period.changed.connect(self.reload)
        self.tray.chosen.connect(self.verbs.refresh)
        self.tray.toggled.connect(self.commands.toggle)
        self.tray.opened.connect(self._edit)
        self.contents.chosen.connect(self.verbs.refresh)
        self.contents.toggled.connect(self._take_out)
        self.contents.moved.connect(self._move)
        self.contents.dropped.connect(self.commands.drop)
        self.preview.printed.connect(self._show_printed)
        if self.search is not None:
            self.search.searched.connect(self._show_tray)

    def _series_chosen(self, key: str) -> None:
        series = Series(key)
        waiting = bulletins.latest_open(series)
        self._show_series(series)
        self.period.go_to(waiting.period.since if waiting is not None else self.period.day)

    def _show_series(self, series: Series) -> None:
        if self.series.key != series:
            self.series.choose(series)
        self.period.unit.choose(_UNITS[series])

    def _edit(self) -> None:
        self.verbs.trigger("edit")

    def _take_out(self) -> None:
        self.verbs.trigger("remove")

    def _move(self, step: int) -> None:
        self.verbs.trigger("up" if step < 0 else "down")

    def _show_tray(self) -> None:
        since, until = self.period.bounds()
        internal = self.series.key == Series.INTERNAL_REFERENCE
        self.tray.setVisible(internal)
        if not internal:
            return
        query = self.search.query() if self.search is not None else ""
        issue = self._draft.id if self._draft is not None else None
        rows = contributions.to_choose_from(until, issue)
        self.tray.show_rows([row for row in rows if _fits(row, query)], issue, self._no_rows(query))
        self.tray.show_missing(weekly.week_counts(since, until))

    def _show_contents(self) -> None:
        draft = self._draft
        if draft is None:
            self.contents.show_empty(self._no_issue())
            return
        self.contents.show_issue(draft, contributions.in_bulletin(draft.id))
        self.contents.show_particulars(draft, pages=None)
        if draft.open and draft.by_hand:
            self._say_by_hand()
        elif draft.open and draft.series == Series.CIRCULAR:
            self._say_lacking()

    def _show_printed(self, made: Preview) -> None:
        draft = self._draft
        if draft is None or made.bulletin != draft.id:
            return
        self.contents.show_particulars(draft, self.preview.view.pages)
        if draft.open and not draft.by_hand and not made.up_to_date:
            self._say_stale()
        self.verbs.refresh()

    def _say_stale(self) -> None:
        update = button(self.tr("Update the figures"), Glyph.ARROW_CLOCKWISE, Kind.NORMAL, self._update)
        text = self.tr("The log or the contributions have changed since the text was put together.")
        self.show_notice(Banner("info", self.tr("The figures are not those of the log"), text, (update,)))

    def _say_by_hand(self) -> None:
        anew = button(self.tr("Rebuild from the contents"), None, Kind.NORMAL, self._rebuild)
        text = self.tr(
            "Moves and new figures do not reach it. Rebuilding keeps the edited text as a version."
        )
        self.show_notice(Banner("info", self.tr("The text was edited by hand"), text, (anew,)))

    def _say_lacking(self) -> None:
        """Tell before a circular is printed what it counts toward the quotas of the year without evidence."""
        since, until = self.period.bounds()
        found = evidence_check.run(until, since)
        if not found.lacking:
            return
        behind = behind_lacking(found)
        look = button(
            self.tr("Show them"), None, Kind.NORMAL, lambda: self.asked_for.emit("coverage", behind)
        )
        self.show_notice(Banner("info", self.tr("Evidence is missing"), behind.words, (look,)))

    def _update(self) -> None:
        self.verbs.trigger("figures")

    def _rebuild(self) -> None:
        self.verbs.trigger("anew")

    def _no_rows(self, query: str) -> EmptyState:
        if query:
            clear = button(self.tr("Clear the filter"), None, Kind.NORMAL, self._clear_query)
            return nothing_found(query, clear)
        way = button(self.tr("Receive a contribution…"), Glyph.NOTE, Kind.NORMAL, self._receive)
        text = self.tr("What outlets and units send in for the internal reference stands here.")
        return EmptyState(Glyph.NOTE, self.tr("No contributions"), text, (way,))

    def _no_issue(self) -> EmptyState:
        way = button(self.tr("New issue"), Glyph.DOCUMENT_ADD, Kind.NORMAL, self._new_issue)
        text = self.tr("Start it, include contributions, and see its pages at the right.")
        if self.series.key == Series.CIRCULAR:
            text = self.tr("Start it: its tables are counted from the coverage log.")
        return EmptyState(Glyph.NEWS, self.tr("Nothing for this period yet"), text, (way,))

    def _receive(self) -> None:
        self.verbs.trigger("receive")

    def _new_issue(self) -> None:
        self.verbs.trigger("new_issue")

    def _clear_query(self) -> None:
        if self.search is not None:
            self.search.clear()
        self._show_tray()


def _fits(row: ContributionRow, query: str) -> bool:
    return query.casefold() in f"{row.title} {row.source}".casefold()
