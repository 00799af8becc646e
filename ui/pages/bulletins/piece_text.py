"""The text of one piece, edited in its place: title, source line, author, text; saved while one types."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from typing_extensions import override

from ui import format as shown
from ui.dialogs.company import Company
from ui.editor.figure_object import Value as Figures
from ui.pages.bulletins.piece_body import PieceBody, kept
from ui.pages.bulletins.piece_conflict import Texts, compare
from ui.pages.bulletins.piece_lines import PieceLines
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.focus import FocusWatch
from ui.widgets.form_values import Value
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.notice import Notice
from ui.widgets.scroll import ScrollColumn
from xcdesk.codes import PieceKind
from xcdesk.errors import DeskError, StaleRowError
from xcdesk.services.issuing.attention import PieceField
from xcdesk.services.issuing.pieces import PieceRow
from xcdesk.services.issuing.tray import PieceText

_WAIT_MS = 4_000
Save = Callable[[PieceRow, PieceText], object]
"""Writes a text over a piece; raises `DeskError`."""


class PieceEditor(QWidget):
    """Saves a moment after the last key and when it loses the keyboard; what is refused stays as typed."""

    help_topic = "bulletins#write"
    typed = Signal(object)  # the piece as it would be
    counted = Signal(str)  # length of the text, in words

    def __init__(
        self,
        save: Save,
        reread: Callable[[PieceRow], PieceRow],
        value: Figures,
        counted: Callable[[PieceRow], str],
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty editor.

        Args:
            save: writes a text over the piece shown.
            reread: the piece as it is kept now.
            value: what a figure of the log within a text shows.
            counted: a sentence of the log as it counts now, or the rule of a table.
            parent: the widget it stands in.
        """
        super().__init__(parent)
        self._save, self._reread, self._counted = save, reread, counted
        self._row: PieceRow | None = None
        self._writable = self._saving = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.flush)
        self.lines = PieceLines()
        self.title, self.source, self.author = self.lines.title, self.lines.source, self.lines.author
        self.body = PieceBody(value, self.tr("Text"))
        self._notice = Notice((0, 0, 0, Space.S))
        hint = self.tr("You can go on: whoever saves second keeps his text or takes the other.")
        self._company = Company(hint, (0, 0, 0, Space.S))
        self._about = label("", Role.CAPTION, "muted", wrap=True)
        self.anew = button(self.tr("Write it anew"), Glyph.EDIT, Kind.NORMAL, self._write_anew)
        self._words = label("", wrap=True)
        self._counted_words = ScrollColumn((self._words, None))
        self._counted_words.focusable(self.tr("Text"))
        self._lay_out()
        self._listen()
        self.show_piece(None, "")

    @property
    def row(self) -> PieceRow | None:
        """The piece shown, as it was read."""
        return self._row

    @property
    def dirty(self) -> bool:
        """Whether something typed is not saved yet."""
        return self._row is not None and self._writable and self._typed_text() != _kept(self._row)

    def show_piece(self, row: PieceRow | None, refusal: str) -> None:
        """Show another piece, or the same one as it is now; what is typed and not saved yet stays.

        Args:
            row: the piece; None shows empty fields.
            refusal: why it cannot be edited, "" when it can.
        """
        same = row is not None and self._row is not None and row.key == self._row.key
        if same and self.dirty:
            return
        if not same and not self.flush():
            return
        self._row, self._writable = row, row is not None and not refusal
        if not same:
            self._company.leave()
        if row is None or not same or not self._shows(row):
            self._fill(row)
        self._notice.show_banner(None)
        self._set_up(row, refusal)

    def flush(self) -> bool:
        """Save what was typed; False when that was refused, and the reason is shown."""
        self._timer.stop()
        row = self._row
        if row is None or self._saving or not self.dirty:
            return True
        self._saving = True  # the pages that are told of it show this piece again
        try:
            self._save(row, self._typed_text())
        except DeskError as error:
            self._show_refusal(error)
            return False
        finally:
            self._saving = False
        self._row = self._reread(row)
        self._notice.show_banner(None)
        return True

    def share(self) -> float:
        """How far the caret has come through the text, from 0 to 1."""
        return self.body.share()

    def go_to(self, field: PieceField) -> None:
        """Put the keyboard into a field, all of it selected if it is a line."""
        fields: dict[PieceField, QLineEdit | PieceBody] = {
            PieceField.TITLE: self.title,
            PieceField.SOURCE: self.source,
            PieceField.AUTHOR: self.author,
            PieceField.BODY: self.body,
        }
        wanted = fields[field]
        if not wanted.isVisible():
            wanted = self.title if self.title.isVisible() else self.body
        wanted.setFocus()
        if isinstance(wanted, QLineEdit):
            wanted.selectAll()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        self._company.leave()
        super().hideEvent(event)

    def _stay(self) -> None:
        """The keyboard is in a piece that may be written: the other desks see who is at it."""
        if self._row is not None and self._writable:
            self._company.stay_at(self._row.kind.value, self._row.id)

    def _listen(self) -> None:
        for part in (self.lines, self.body):
            part.typed.connect(self._typed)
        fields = (self.title, self.source, self.author, self.body.plain, self.body.structured)
        watch = FocusWatch(self, fields)
        watch.entered.connect(self._stay)
        watch.left.connect(self.flush)

    def _lay_out(self) -> None:
        """Whatever room there is goes to the text, or to what stands instead of it."""
        about = across(self._about, self.anew)
        about.setStretch(0, 1)
        for words in (self._about, self._words):
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
        parts = (self._notice, self._company, self.lines, about, self._counted_words, self.body)
        column = down(*parts, margins=Space.M, gap=Space.S)
        for part in (self._counted_words, self.body):
            column.setStretchFactor(part, 1)
        self.setLayout(column)

    def _fill(self, row: PieceRow | None) -> None:
        self.lines.show_row(row)
        self.body.show_row(row)

    def _shows(self, row: PieceRow) -> bool:
        return self._typed_text() == _kept(row)

    def _set_up(self, row: PieceRow | None, refusal: str) -> None:
        """Show the fields that a piece of this kind has, and say why it cannot be edited."""
        self.lines.set_up(row, writable=self._writable)
        self.body.setVisible(row is None or row.kind != PieceKind.FIGURE or row.sentence)
        self.body.set_read_only(on=not self._writable)
        self._words.setText(self._counted(row) if row is not None and row.figure else "")
        self._tell_about(refusal)
        self._count()

    def _tell_about(self, refusal: str) -> None:
        """Say why a piece cannot be edited, or where its figures come from."""
        row, words = self._row, ""
        figure = row is not None and row.kind == PieceKind.FIGURE
        sentence = row is not None and row.sentence
        written = sentence and bool(self.body.text())
        if sentence:
            words = self._about_sentence(written=written)
        elif figure:
            words = self.tr(
                "This table is counted from the coverage log and prints this rule under it. Type over the "
                "caption to change it; empty takes the usual one."
            )
        self._about.setText(refusal or words)
        self._about.setVisible(bool(refusal or words))
        self.anew.setVisible(sentence and not written and self._writable)
        self._counted_words.setVisible(figure and not written)
        if sentence:
            self.body.setVisible(written or self.body.edit.hasFocus())

    def _about_sentence(self, *, written: bool) -> str:
        if written:
            return self.tr("Written anew: it no longer follows the log. Empty it to have it counted again.")
        return self.tr("This sentence is put in words from the coverage log and follows it.")

    def _write_anew(self) -> None:
        """Begin with the words that are printed now."""
        self.body.show()
        self.body.write(self._words.text())

    def _typed(self) -> None:
        self._count()
        if self._row is not None and self._row.sentence:
            self._tell_about("")
        if self._row is None or not self._writable:
            return
        if self.dirty:
            self._timer.start()
        else:  # undone again: there is nothing to save, and the page shows what is kept
            self._timer.stop()
        self.typed.emit(_as_typed(self._row, self._typed_text()))

    def _count(self) -> None:
        words = ""
        if self._row is not None and self._row.kind != PieceKind.FIGURE:
            length = sum(not char.isspace() for char in self.body.edit.toPlainText())
            words = shown.count(length, "characters")
        self.counted.emit(words)

    def _typed_text(self) -> PieceText:
        return PieceText(
            self.title.text().strip(),
            self.body.text(),
            self.source.text().strip(),
            self.author.text().strip(),
        )

    def _show_refusal(self, error: DeskError) -> None:
        ways: tuple[QPushButton, ...] = ()
        if isinstance(error, StaleRowError):
            mine = button(self.tr("Keep mine"), None, Kind.NORMAL, self._keep_mine)
            theirs = button(self.tr("Take theirs"), None, Kind.NORMAL, self._take_theirs)
            both = button(self.tr("Compare field by field…"), None, Kind.NORMAL, self._compare)
            ways = (mine, theirs, both)
        self._notice.refuse(self.tr("Not saved"), error, ways)

    def _keep_mine(self) -> None:
        """Save what is typed over what somebody else saved meanwhile; both stand in the record."""
        if self._row is not None:
            self._row = self._reread(self._row)
            self.flush()

    def _compare(self) -> None:
        """Show what both have changed, to be chosen field by field."""
        if self._row is None:
            return
        theirs = self._reread(self._row)
        lines = {"title": self.title, "source_line": self.source, "author": self.author}
        names = {key: field.accessibleName() for key, field in lines.items()} | {"body": self.tr("Text")}
        texts = Texts(_kept(self._row), self._typed_text(), _kept(theirs))
        compare(names, texts, partial(self._take_both, theirs), self.window())

    def _take_both(self, theirs: PieceRow, chosen: dict[str, Value]) -> None:
        """Save what was chosen over what somebody else has saved."""
        self._row = theirs
        self._fill(replace(theirs, **chosen))
        self.flush()
        self._count()

    def _take_theirs(self) -> None:
        if self._row is not None:
            self._row = self._reread(self._row)
            self._fill(self._row)
            self._notice.show_banner(None)
            self._count()


def _as_typed(row: PieceRow, text: PieceText) -> PieceRow:
    usual = row.sender if row.kind == PieceKind.CONTRIBUTION or row.source_line else row.source
    return replace(
        row,
        title=text.title,
        body=text.body,
        source_line=text.source_line,
        source=text.source_line or usual,
        author=text.author,
    )


def _kept(row: PieceRow) -> PieceText:
    return PieceText(row.title, kept(row), row.source_line, row.author)
