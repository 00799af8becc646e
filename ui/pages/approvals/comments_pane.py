"""Comments beside a text: what somebody said of which passage, settled or not, and a field for the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from ui import format as shown
from ui.theme import theme
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space, State
from ui.widgets.buttons import Kind, button
from ui.widgets.chips import StateChip
from ui.widgets.fields import long_field
from ui.widgets.labels import label
from ui.widgets.layouts import across, boxed, down
from ui.widgets.scroll import ScrollColumn
from xcdesk.services.approvals.comments import CommentRow

WIDTH = 288
_LINES = 2
_QUOTE_SHOWN = 40


class CommentsPane(QFrame):
    """Open comments in the order of the text, then the settled ones.

    Ctrl+Enter in the field makes the comment; settling takes what stands there as the answer. Beside a text
    that is being ``written``, the words that a comment proposes can be put in the place of its passage.
    """

    help_topic = "editor#comments"
    made = Signal(str)  # words
    settled = Signal(object, str)  # CommentRow, answer
    reopened = Signal(object)  # CommentRow
    gone_to = Signal(object)  # CommentRow
    taken_over = Signal(object)  # CommentRow

    def __init__(self, parent: QWidget | None = None, *, written: bool = False) -> None:
        super().__init__(parent)
        self._written = written
        self.setObjectName("side")
        self.setFixedWidth(theme.pane_width(WIDTH))
        self.heading = label(self.tr("Comments"), Role.HEADING)
        self._scroll = ScrollColumn()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.words = long_field(lines=_LINES, hint=self.tr("Comment on the passage chosen, or answer"))
        self.words.setAccessibleName(self.tr("Comment or answer"))
        self.words.setMaximumHeight(self.words.minimumHeight())
        self.make_button = button(self.tr("Comment"), Glyph.NOTE, Kind.NORMAL, self._make)
        keys = QShortcut(QKeySequence("Ctrl+Return"), self.words)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self._make)
        column = down(
            across(self.heading, None, self.make_button),  # below the field a low window had no room for it
            self._scroll,
            self.words,
            margins=Space.S,
            gap=Space.S,
        )
        column.setStretch(1, 1)
        self.setLayout(column)

    def show_comments(self, rows: Sequence[CommentRow]) -> None:
        """Show the comments of a text."""
        hint = self.tr("None yet. Choose a passage, write what is to be looked at, then Comment.")
        cards = [self._card(row) for row in rows] or [label(hint, Role.CAPTION, "muted", wrap=True)]
        self._scroll.set_items((*cards, None))
        count = sum(row.open for row in rows)
        name = self.tr("Comments")
        self.heading.setText(f"{name}  {count}" if count else name)

    def begin(self) -> None:
        """Let the next comment be typed."""
        self.words.setFocus()

    def forget_words(self) -> None:
        """Empty the field, because its words were taken or belong to another text."""
        self.words.clear()

    def _make(self) -> None:
        self.made.emit(self.words.toPlainText())

    def _card(self, row: CommentRow) -> QWidget:
        quote = row.quote.replace("\n", " ")
        short = quote if len(quote) <= _QUOTE_SHOWN else f"{quote[:_QUOTE_SHOWN]}…"
        parts: list[QWidget] = [
            _quoted(short, gone=row.open and row.place is None),
            label(row.words, wrap=True),
        ]
        parts.append(label(f"{row.who}  {shown.instant(row.at)}", Role.CAPTION, "muted", wrap=True))
        if row.open:
            ways = [self._take_button(row)] if self._can_take(row) else []
            acts = across(self._go_button(row), None, *ways, self._settle_button(row), gap=Space.XS)
        else:
            parts += self._settled_parts(row)
            again = button(self.tr("Open again"), None, Kind.LINK, lambda: self.reopened.emit(row))
            acts = across(None, again, gap=Space.XS)
        card = boxed(down(*parts, acts, margins=Space.S, gap=2), "card")
        card.setAccessibleName(f"{row.who}：{row.words}（{quote}）")
        return card

    def _go_button(self, row: CommentRow) -> QWidget:
        if row.place is None:
            return StateChip(State.VOID, self.tr("passage gone"))
        made = button(self.tr("Show"), None, Kind.LINK, lambda: self.gone_to.emit(row))
        made.setAccessibleName(self.tr("Show the passage {quote}").format(quote=row.quote))
        return made

    def _can_take(self, row: CommentRow) -> bool:
        return self._written and row.proposal is not None and row.place is not None

    def _take_button(self, row: CommentRow) -> QWidget:
        made = button(self.tr("Accept"), Glyph.ARROW_IMPORT, Kind.PLAIN, lambda: self.taken_over.emit(row))
        made.setAccessibleName(self.tr("Accept: {words}").format(words=row.words))
        return made

    def _settle_button(self, row: CommentRow) -> QWidget:
        return button(
            self.tr("Settle"),
            Glyph.CHECKMARK,
            Kind.PLAIN,
            lambda: self.settled.emit(row, self.words.toPlainText()),
        )

    def _settled_parts(self, row: CommentRow) -> list[QWidget]:
        when = shown.instant(row.settled_at) if row.settled_at else ""
        parts: list[QWidget] = [StateChip(State.DONE, self.tr("settled"))]
        if row.answer:
            parts.append(label(row.answer, wrap=True))
        parts.append(label(f"{row.settled_by}  {when}", Role.CAPTION, "muted", wrap=True))
        return parts


def _quoted(quote: str, *, gone: bool) -> QWidget:
    return label(f"“{quote}”", Role.CAPTION, "muted" if gone else "accent", wrap=True)
