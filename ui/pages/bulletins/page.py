"""Bulletins 内参通报: what came in, what stands in the issue, and its pages as they will be printed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from ui.changes import Area
from ui.desk import Desk
from ui.messages import sentence
from ui.pages.approvals.figures import Figures
from ui.pages.bulletins.checks import Columns, Hand
from ui.pages.bulletins.contents import ContentsPane
from ui.pages.bulletins.piece_acts import PieceActs
from ui.pages.bulletins.piece_text import PieceEditor
from ui.pages.bulletins.preview import PreviewPane
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
from ui.widgets.period_picker import DAY, MONTH, WEEK, PeriodPicker
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.verbs import Verb
from xcdesk import clock
from xcdesk.codes import LAID_OUT, PieceKind, Series
from xcdesk.errors import NotFoundError
from xcdesk.proofs import Proof
from xcdesk.services.issuing import bulletins, pieces
from xcdesk.services.issuing.attention import Remark
from xcdesk.services.issuing.bulletins import DraftRow, UnderReviewError
from xcdesk.services.issuing.pieces import PieceRow
from xcdesk.services.search.query import parse
from xcdesk.services.targets import evidence_check, weekly
from xcdesk.services.targets.contributions import IssuedError

_UNITS = {Series.INTERNAL_REFERENCE: WEEK, Series.EXTRA: DAY, Series.CIRCULAR: MONTH}
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
        self._reading = self._in_tray = False
        self._sought = ""
        self.series = Segmented(
            (
                Segment(Series.INTERNAL_REFERENCE, self.tr("Internal reference")),
                Segment(Series.EXTRA, self.tr("Extra")),
                Segment(Series.CIRCULAR, self.tr("Circular")),
            )
        )
        self.period = PeriodPicker(days=True)
        self.period.unit.hide()
        acts = PieceActs(self)
        self.figures = Figures()
        self.editor = PieceEditor(acts.rewrite, lambda row: pieces.get(row.kind, row.id), self.figures)
        self.tray, self.contents, self.preview = TrayPane(), ContentsPane(self.editor), PreviewPane(desk)
        parts = Columns(self.tray, self.contents, self.preview)
        self.commands = BulletinVerbs(self, parts, self.hand, acts)
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
    def about(self) -> str:
        return self.tr(
            "Candidates stand at the left: what was sent in, what was marked in the log or among our "
            "material. The issue is in the middle, with the text of the chosen piece under it, and its "
            "printed pages are at the right. Space takes a candidate in or out, Alt with the arrow keys "
            "moves a piece or a section, F2 edits a text. A number is given when a signed issue goes out, in "
            "approvals; the register reprints it."
        )

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
        self._draft = self._current()
        issue = self._draft.id if self._draft is not None else None
        self._reading = True
        self.contents.show_making(bulletins.in_the_making(), issue)
        self._show_tray()
        self._show_contents()
        self._reading = False
        self._show_text()
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
        of_contents = ("edit", "remove", "up", "down", "section_new", "section_name", "own_new", "figure_new")
        self.contents.tree.addActions([self.verbs.action(verb) for verb in of_contents])
        self.contents.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _connect(self) -> None:
        self.series.chosen.connect(self._series_chosen)
        self.period.changed.connect(self.reload)
        self.tray.chosen.connect(self._tray_choice_changed)
        self.tray.table.entered.connect(self._tray_choice_changed)
        self.contents.tree.entered.connect(self._choice_changed)
        self.tray.toggled.connect(self.commands.pieces.toggle)
        self.tray.opened.connect(self._edit)
        self.tray.shelved.connect(self._show_tray)
        self.contents.chosen.connect(self._choice_changed)
        self.contents.toggled.connect(self._take_out)
        self.contents.moved.connect(self._move)
        self.contents.opened.connect(self.open)
        self.contents.tree.activated.connect(self._edit)
        self.contents.tree.moved_piece.connect(self.commands.pieces.drop)
        self.contents.tree.moved_section.connect(self.commands.pieces.drop_section)
        self.contents.remarks.opened.connect(self._go_to)
        self.editor.typed.connect(self.preview.show_typed)
        self.editor.body.moved.connect(self._follow)
        self.preview.printed.connect(self._show_printed)
        if self.search is not None:
            self.search.searched.connect(self._show_tray)

    def _choice_changed(self) -> None:
        """Show the text of what was chosen last; while everything is read again, nobody chooses."""
        if not self._reading:
            self._in_tray = False
            self._show_text(chosen=True)
            self.verbs.refresh()

    def _tray_choice_changed(self) -> None:
        if not self._reading:
            self._in_tray = self.tray.table.hasFocus()
            self._show_text(chosen=True)
            self.verbs.refresh()

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
        laid_out = self.series.key in LAID_OUT
        self.tray.setVisible(laid_out)
        if not laid_out:
            return
        query = self.search.query() if self.search is not None else ""
        issue = self._draft.id if self._draft is not None else None
        until = self.period.bounds()[1]
        rows = pieces.to_choose_from(until, issue)
        self.tray.show_rows(rows, issue, lambda row: _fits(row, query), lambda: self._no_rows(query))
        self.tray.show_missing(weekly.week_counts(*clock.week_of(until)))

    def _show_contents(self) -> None:
        draft = self._draft
        if draft is None:
            self.contents.show_empty(self._no_issue())
            return
        held = pieces.in_bulletin(draft.id)
        self.contents.show_issue(draft, held)
        self.contents.show_particulars(draft, pages=None)
        if draft.open and draft.by_hand:
            self._say_by_hand()
        elif draft.open and draft.series == Series.CIRCULAR:
            self._say_lacking()

    def _show_text(self, *, chosen: bool = False) -> None:
        """Show the piece that is meant; while somebody types and chooses no other, the one they type into."""
        kept = self.editor.row
        typing = not chosen and self.editor.isAncestorOf(QApplication.focusWidget() or self)
        row = self._again(kept) if kept is not None and typing else None
        row = row or (self.tray.row() if self._in_tray else self.contents.row())
        self.editor.show_piece(row, self._refusal(row))
        self._follow()

    def _follow(self) -> None:
        """Keep the place of the piece in the text, and of the caret in it, lit on its page."""
        row = self.editor.row
        if row is not None:
            self.preview.follow(row.key, self.editor.share())

    def _again(self, row: PieceRow) -> PieceRow | None:
        """The piece as it is now; None when it is gone."""
        try:
            return pieces.get(row.kind, row.id)
        except NotFoundError:
            return None

    def _refusal(self, row: PieceRow | None) -> str:
        """Why the text of a piece cannot be edited now."""
        if row is None or row.bulletin is None:
            return ""
        if row.issue is not None:
            return sentence(IssuedError(title=row.name, number=row.issue))
        holder = bulletins.get(row.bulletin)
        return "" if holder.open else sentence(UnderReviewError(title=holder.title))

    def _go_to(self, remark: Remark) -> None:
        if self.contents.choose(remark.key):
            self.contents.edit_text()
            self.editor.go_to(remark.field)

    def _show_printed(self, made: Proof) -> None:
        draft = self._draft
        if draft is None or made.bulletin != draft.id:
            return
        self.contents.show_particulars(draft, self.preview.view.pages)
        self.contents.show_remarks(made.remarks)
        if self._sought:
            self.preview.show_words(max(parse(self._sought).words, key=len, default=""))
            self._sought = ""
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
        if self.tray.has_others():
            text = self.tr("Choose another shelf above to see what is used or was declined.")
            return EmptyState(Glyph.NOTE, self.tr("Nothing on this shelf"), text)
        text = self.tr(
            "What outlets send in, and what you mark in the log, stands here until an issue takes it."
        )
        return EmptyState(Glyph.NOTE, self.tr("No candidates"), text, (way,))

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


def _fits(row: PieceRow, query: str) -> bool:
    """Whether title, sender, author or text of a piece hold what was asked for."""
    return query.casefold() in "\n".join((row.name, row.sender, row.source, row.author, row.body)).casefold()
