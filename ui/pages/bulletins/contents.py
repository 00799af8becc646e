"""Middle column of the bulletins page: contents of the issue, text of a piece, what to look at."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui import format as shown
from ui.messages import text
from ui.pages.bulletins.contents_tree import ContentsTree
from ui.pages.bulletins.piece_text import PieceEditor
from ui.pages.bulletins.remarks import RemarksList
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space, State
from ui.widgets.buttons import Kind, button
from ui.widgets.card import Pane
from ui.widgets.chips import StateChip
from ui.widgets.empty_state import EmptyState
from ui.widgets.halves import Halves
from ui.widgets.instead import Instead
from ui.widgets.labels import caption, label, tip
from ui.widgets.layouts import across, boxed, clear, down
from ui.widgets.segmented import Segment, Segmented
from xcdesk import clock, copies
from xcdesk.codes import LAID_OUT, MaterialState
from xcdesk.services.issuing import numbering, sections
from xcdesk.services.issuing.attention import Remark
from xcdesk.services.issuing.bulletins import DraftRow
from xcdesk.services.issuing.numbering import RegisterRow
from xcdesk.services.issuing.pieces import PieceRow
from xcdesk.texts.documents import BlockKind, from_text

_STATES = {
    MaterialState.DRAFT: State.NOT_YET,
    MaterialState.RETURNED: State.SOON,
    MaterialState.IN_REVIEW: State.IN_HAND,
    MaterialState.VOIDED: State.VOID,
}
_TEXT, _REMARKS = "text", "remarks"
_LEAST_LOWER = 230


class ContentsPane(QWidget):
    """Shows what one bulletin holds; says which piece is chosen."""

    help_topic = "bulletins#contents"
    chosen = Signal()
    toggled = Signal()
    moved = Signal(int)  # -1 up, 1 down
    opened = Signal(int)  # another bulletin in the making

    def __init__(self, editor: PieceEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = ContentsTree()
        self.tree.setAccessibleName(self.tr("Contents"))
        self.editor, self.remarks = editor, RemarksList()
        self._chip: QVBoxLayout = down()
        self._particulars = label("", Role.CAPTION, "muted", wrap=True)
        self._links = across(gap=0)
        foot = boxed(
            down(self._particulars, self._links, margins=(Space.M, Space.XS, Space.M, Space.XS), gap=0)
        )
        self._stack = Instead(self.tree)
        self._menu = QMenu(self)
        self.making = button("", Glyph.CHEVRON_DOWN, Kind.PLAIN)
        self.making.setMenu(self._menu)
        self._menu.triggered.connect(lambda action: self.opened.emit(int(action.data())))
        self.making.setToolTip(tip(self.tr("Bulletins in the making")))
        heading = label(self.tr("Contents"), Role.HEADING)
        self._arrows = (
            _arrow(Glyph.ARROW_UP, self.tr("Move up"), lambda: self.moved.emit(-1)),
            _arrow(Glyph.ARROW_DOWN, self.tr("Move down"), lambda: self.moved.emit(1)),
        )
        head = (heading, boxed(self._chip), None, self.making, *self._arrows)
        self._upper = Pane(self._stack, head, foot)
        self._lower = self._lower_pane()
        self.halves = Halves(self._upper, self._lower, _LEAST_LOWER)
        self.setLayout(down(self.halves))
        self.tree.chosen.connect(self.chosen)
        self.tree.toggled.connect(self.toggled)
        self.part.chosen.connect(self._show_part)

    def show_issue(self, draft: DraftRow, pieces: Sequence[PieceRow]) -> None:
        """Show a bulletin; the chosen piece stays chosen where it still stands in it."""
        laid_out = draft.series in LAID_OUT and (bool(pieces) or not from_text(draft.text).titles)
        if laid_out:
            held = {row.key: row for row in pieces}
            arranged = sections.arrangement(draft.id)
            self.tree.show_parts(
                [(part.name, [held[key] for key in part.keys]) for part in arranged], numbered=True
            )
        else:
            self.tree.show_parts([(name, ()) for name in _headings(draft)], numbered=False)
        self._offer_moves(possible=laid_out and draft.open)
        self._lower.setVisible(laid_out)
        _replace(
            self._chip,
            StateChip(_STATES.get(draft.state, State.DONE), text(f"material.state.{draft.state.value}")),
        )
        self._stack.show_instead(None if self.tree.model().rowCount() else self._nothing_in_it())

    def _nothing_in_it(self) -> EmptyState:
        text = self.tr("Choose a candidate at the left and press Space, or write an item.")
        return EmptyState(Glyph.TEXT_BULLET_LIST, self.tr("The issue is empty"), text, low=True)

    def show_empty(self, empty: EmptyState) -> None:
        """Show that there is no bulletin of this period yet."""
        self.tree.show_parts((), numbered=False)
        self._offer_moves(possible=False)
        self._lower.hide()
        _replace(self._chip, None)
        self._particulars.setText("")
        self.show_links(())
        self._stack.show_instead(empty)

    def show_making(self, drafts: Sequence[DraftRow], current: int | None) -> None:
        """Offer the other bulletins that are being put together."""
        self._menu.clear()
        self.making.setVisible(bool(drafts))
        self.making.setText(self.tr("In the making {count}").format(count=len(drafts)))
        for draft in drafts:
            state = text(f"material.state.{draft.state.value}")
            action = self._menu.addAction(caption(f"{draft.title}  {state}"))
            action.setCheckable(True)
            action.setChecked(draft.id == current)
            action.setData(draft.id)

    def show_particulars(self, draft: DraftRow, pages: int | None) -> None:
        """Show number, period, print run and length at the foot; ``pages`` None while they are printed."""
        row = numbering.row(draft.id)
        length = row.pages or pages
        run = copies.print_run(row)
        told = (
            self._numbers(row),
            shown.span(draft.period.since, draft.period.until),
            shown.count(run, "copies") if run else "",
            shown.count(length, "pages") if length else "…",
        )
        self._particulars.setText(" · ".join(filter(None, told)))

    def show_links(self, links: Sequence[tuple[str, int]]) -> None:
        """Offer the issues that this one corrects or is corrected by, each in words, with its id."""
        clear(self._links)
        for words, bulletin in links:
            self._links.addWidget(button(words, None, Kind.LINK, partial(self.opened.emit, bulletin)))
        self._links.addStretch(1)

    def show_remarks(self, remarks: Sequence[Remark], *, issued: bool) -> None:
        """Show what to look at before printing."""
        self.remarks.show_remarks(remarks, issued=issued)
        words = self.tr("To look at")
        self.part.set_text(_REMARKS, f"{words} {len(remarks)}" if remarks else words)

    def edit_text(self) -> None:
        """Bring the text of the chosen piece to the front."""
        self.part.choose(_TEXT)

    def look_at(self) -> None:
        """Bring the list of what to look at to the front."""
        self.part.choose(_REMARKS)
        self.remarks.view.setFocus()

    def row(self) -> PieceRow | None:
        """The chosen piece; None on a section."""
        return self.tree.row()

    def section(self) -> str:
        """The chosen section while none of its pieces is chosen; "" otherwise."""
        return self.tree.section() if self.tree.row() is None else ""

    def choose(self, key: str) -> bool:
        """Choose one piece; whether it stands here."""
        return self.tree.choose(key)

    def _lower_pane(self) -> Pane:
        """The text of the piece, or what to look at, in one place."""
        self.part = Segmented((Segment(_TEXT, self.tr("Text")), Segment(_REMARKS, self.tr("To look at"))))
        length = label("", Role.CAPTION, "muted")
        self.editor.counted.connect(length.setText)
        self._parts = QStackedWidget()
        self._parts.addWidget(self.editor)
        self._parts.addWidget(self.remarks)
        return Pane(self._parts, (self.part, None, length))

    def _show_part(self, key: str) -> None:
        self._parts.setCurrentWidget(self.editor if key == _TEXT else self.remarks)

    def _numbers(self, row: RegisterRow) -> str:
        if row.number is not None:
            known = self.tr("No. {number} of {year} (running no. {running})")
            return known.format(number=row.number, year=row.year, running=row.running)
        coming = numbering.next_numbers(row.series, clock.today())
        words = self.tr("No. {number} (running no. {running}), given when it is issued")
        return words.format(number=coming.number, running=coming.running)

    def _offer_moves(self, *, possible: bool) -> None:
        for made in self._arrows:
            made.setVisible(possible)


def _arrow(glyph: Glyph, name: str, act: Callable[[], object]) -> QPushButton:
    """Small button without a word, for the head of a pane."""
    made = button("", glyph, Kind.PLAIN, act)
    made.setAccessibleName(name)
    made.setToolTip(tip(name))
    return made


def _headings(draft: DraftRow) -> list[str]:
    """Headings of a text that is counted from the log."""
    kinds = {BlockKind.SECTION, BlockKind.HEADING_1}
    return [block.text for block in from_text(draft.text).blocks if block.kind in kinds]


def _replace(box: QBoxLayout, widget: QWidget | None) -> None:
    clear(box)
    if widget is not None:
        box.addWidget(widget)
