"""Bulletins 内参通报: what came in, what stands in the issue, and its pages as they will be printed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.changes import Area
from ui.desk import Desk
from ui.pages.approvals.figures import Figures
from ui.pages.bulletins import words
from ui.pages.bulletins.checks import Columns, Hand
from ui.pages.bulletins.choosing import Choosing
from ui.pages.bulletins.contents import ContentsPane
from ui.pages.bulletins.piece_acts import PieceActs
from ui.pages.bulletins.piece_text import PieceEditor
from ui.pages.bulletins.preview import PreviewPane
from ui.pages.bulletins.tray import TrayPane
from ui.pages.bulletins.verbs import BulletinVerbs
from ui.pages.page import Page
from ui.theme.icons import Glyph
from ui.theme.tokens import Space
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import across, boxed
from ui.widgets.period_picker import DAY, MONTH, WEEK, PeriodPicker
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.verbs import Verb
from xcdesk import clock
from xcdesk.codes import COLLECTED, FigureTable, PieceKind, Series
from xcdesk.proofs import Proof
from xcdesk.services.issuing import bulletins, figure_tables, pieces
from xcdesk.services.issuing.bulletins import DraftRow
from xcdesk.services.issuing.pieces import PieceRow
from xcdesk.services.office import counting_rules
from xcdesk.services.search.query import parse
from xcdesk.services.targets import evidence_check, weekly

_UNITS = {
    Series.INTERNAL_REFERENCE: WEEK,
    Series.EXTRA: DAY,
    Series.CIRCULAR: MONTH,
    Series.DAILY: DAY,
}
_SHARES = (31, 38, 38)


class BulletinsPage(Page):
    """Tray, contents and pages of one bulletin; the segment chooses the series, the arrows its period."""

    key = "bulletins"
    glyph = Glyph.NEWS
    watches = frozenset({Area.BULLETINS, Area.MATERIALS, Area.COVERAGE, Area.SETTINGS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._draft: DraftRow | None = None
        self._asked_for: int | None = None
        self._sought = ""
        self.series = Segmented(
            (
                Segment(Series.INTERNAL_REFERENCE, self.tr("Internal reference")),
                Segment(Series.EXTRA, self.tr("Extra")),
                Segment(Series.CIRCULAR, self.tr("Circular")),
                Segment(Series.DAILY, self.tr("Daily brief")),
            )
        )
        self.period = PeriodPicker(days=True)
        self.period.unit.hide()
        acts = PieceActs(self)
        self.figures = Figures()
        self.editor = PieceEditor(
            acts.rewrite, lambda row: pieces.get(row.kind, row.id), self.figures, self._counted
        )
        self.tray, self.contents, self.preview = TrayPane(), ContentsPane(self.editor), PreviewPane(desk)
        parts = Columns(self.tray, self.contents, self.preview)
        self.commands = BulletinVerbs(self, parts, self.hand, acts)
        self.choosing = Choosing(parts, self)
        columns = across(
            self.tray, self.contents, self.preview, margins=(Space.M, 10, Space.M, 10), gap=Space.M
        )
        for at, share in enumerate(_SHARES):
            columns.setStretch(at, share)
        self.build(boxed(columns), trail=(self.period, self.series), search=self.tr("Filter candidates"))
        self._offer_menus()
        self._start()
        self._connect()

    @override
    def name(self) -> str:
        return self.tr("Bulletins")

    @override
    def make_verbs(self) -> Sequence[Verb]:
        return self.commands.verbs()

    @override
    def main_view(self) -> QWidget:
        return self.tray.table if self.tray.isVisible() else self.contents.tree

    @override
    def regions(self) -> Sequence[QWidget]:
        return (self.tray.table, self.contents.tree, self.editor.title, self.preview.view)

    def hand(self) -> Hand:
        """What is in hand: series, a day of the period, and its bulletin if there is one."""
        return Hand(Series(self.series.key), self.period.bounds()[0], self._draft)

    @override
    def reload(self) -> None:
        before, self._draft = self._draft, self._current()
        issue = self._draft.id if self._draft is not None else None
        if before is not None and before.id != issue:
            self.clear_notice()  # it was about the other issue
        self.choosing.reading = True
        self.contents.show_making(bulletins.in_the_making(), issue)
        self._show_tray()
        self._show_contents()
        self.choosing.reading = False
        self.choosing.show_again()
        self.preview.show_bulletin(issue)
        self.verbs.refresh()

    @override
    def open(self, target: object) -> None:
        """Show a bulletin by its id, at a page that holds some words, or a contribution where it is kept."""
        if isinstance(target, tuple) and target[0] == "issue":
            self._sought = target[2]
            self.open(target[1])
        elif isinstance(target, int):
            draft = bulletins.get(target)
            self._asked_for = target
            self._show_series(draft.series)
            self.period.go_to(draft.period.since)
        elif isinstance(target, tuple):
            self._show_piece(pieces.get(PieceKind.CONTRIBUTION, target[1]))

    @override
    def unsaved(self) -> bool:
        """Whether something typed into a piece was refused and would be lost."""
        return not self.editor.flush()

    def _current(self) -> DraftRow | None:
        """The bulletin of the period; of several extra issues of a day the one that was asked for."""
        hand = self.hand()
        if self._asked_for is not None:
            asked = bulletins.get(self._asked_for)
            if asked.series == hand.series and asked.period == bulletins.period_of(hand.series, hand.day):
                return asked
            self._asked_for = None
        return bulletins.current(hand.series, hand.day)

    def _show_piece(self, row: PieceRow) -> None:
        """Show a piece in the issue that it went into, or among those to choose from."""
        if row.bulletin is not None:
            self.open(row.bulletin)
            self.contents.choose(row.key)
            return
        self._show_series(Series.INTERNAL_REFERENCE)
        self.period.go_to(row.day)
        if self.search is not None:
            self.search.clear()
        self.tray.show_all()
        self.tray.choose(row.key)

    def _start(self) -> None:
        """Begin with the issue that is still in the making, or with the period of today."""
        waiting = bulletins.latest_open(Series.INTERNAL_REFERENCE)
        self._show_series(Series.INTERNAL_REFERENCE)
        if waiting is not None:
            self.period.go_to(waiting.period.since)

    def _offer_menus(self) -> None:
        """Put what is done with a piece into the menus of the right mouse button."""
        of_tray = ("include", "remove", "edit", "decline", "unmark", "record")
        self.tray.table.offer([self.verbs.action(verb) for verb in of_tray])
        of_contents = (
            "edit",
            "remove",
            "up",
            "down",
            "section_new",
            "section_name",
            "text_new",
            "figure_new",
        )
        self.contents.tree.addActions([self.verbs.action(verb) for verb in of_contents])
        self.contents.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _connect(self) -> None:
        self.series.chosen.connect(self._series_chosen)
        self.period.changed.connect(self.reload)
        self.tray.toggled.connect(self.commands.pieces.toggle)
        self.tray.opened.connect(self._edit)
        self.tray.shelved.connect(self._show_other_rows)
        self.contents.toggled.connect(self._take_out)
        self.contents.moved.connect(self._move)
        self.contents.opened.connect(self.open)
        self.contents.tree.activated.connect(self._edit)
        self.contents.tree.moved_piece.connect(self.commands.pieces.drop)
        self.contents.tree.moved_section.connect(self.commands.pieces.drop_section)
        self.choosing.changed.connect(self.verbs.refresh)
        self.preview.printed.connect(self._show_printed)
        if self.search is not None:
            self.search.searched.connect(self._show_other_rows)

    def _series_chosen(self, key: str) -> None:
        series = Series(key)
        waiting = bulletins.latest_open(series)
        self._show_series(series)
        usual = clock.today() if series == Series.DAILY else self.period.day
        self.period.go_to(waiting.period.since if waiting is not None else usual)

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

    def _show_other_rows(self) -> None:
        """Another shelf or another search: the piece in hand stays in hand."""
        self.choosing.reading = True
        self._show_tray()
        self.choosing.reading = False
        self.choosing.show_again()
        self.verbs.refresh()

    def _show_tray(self) -> None:
        collected = self.series.key in COLLECTED
        self.tray.setVisible(collected)
        if self.search is not None:
            self.search.setVisible(collected)
        if not collected:
            return
        query = self.search.query() if self.search is not None else ""
        issue = self._draft.id if self._draft is not None else None
        until = self.period.bounds()[1]
        rows = pieces.to_choose_from(until, issue)
        self.tray.show_rows(rows, issue, lambda row: _fits(row, query), partial(self._no_rows, query))
        self.tray.show_missing(weekly.week_counts(*clock.week_of(until)))

    def _counted(self, row: PieceRow) -> str:
        """A sentence with the figures of the issue in hand, or the rule that a table is counted by."""
        draft, figure = self._draft, FigureTable(row.figure)
        if draft is None:
            return ""
        if row.sentence:
            return figure_tables.words(figure, draft.period)
        return figure_tables.blocks(figure, draft.period, counting_rules.load())[-1].text

    def _show_contents(self) -> None:
        draft = self._draft
        if draft is None:
            self.contents.show_empty(words.no_issue(self, Series(self.series.key)))
            return
        held = pieces.in_bulletin(draft.id)
        self.contents.show_issue(draft, held)
        self.contents.show_particulars(draft, pages=None)
        self.contents.show_links(words.corrections_of(draft))
        if draft.open and draft.by_hand:
            self.show_notice(words.by_hand(self))
        elif draft.open and draft.series == Series.CIRCULAR:
            since, until = self.period.bounds()
            found = evidence_check.run(until, since)
            if found.lacking:
                self.show_notice(words.lacking(self, found))

    def _show_printed(self, made: Proof) -> None:
        draft = self._draft
        if draft is None or made.bulletin != draft.id:
            return
        self.contents.show_particulars(draft, self.preview.view.pages)
        self.contents.show_remarks(made.remarks, issued=made.issued)
        if self._sought:
            self.preview.show_words(max(parse(self._sought).words, key=len, default=""))
            self._sought = ""
        if draft.open and not draft.by_hand and not made.up_to_date:
            self.show_notice(words.stale(self))
        self.verbs.refresh()

    def _no_rows(self, query: str) -> EmptyState:
        return words.no_candidates(self, query, self._clear_query, others=self.tray.has_others())

    def _clear_query(self) -> None:
        if self.search is not None:
            self.search.clear()
        self._show_other_rows()


def _fits(row: PieceRow, query: str) -> bool:
    """Whether title, sender, author or text of a piece hold what was asked for."""
    return query.casefold() in "\n".join((row.name, row.sender, row.source, row.author, row.body)).casefold()
