"""What can be done to the text besides typing: tables, figures, comments, search, undo."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCursor

from ui.editor import structure, styles, tables
from ui.editor.find_bar import FindBar
from ui.editor.text_edit import StructureEdit
from ui.refusals import InTableError, NothingTypedError, NotInTableError
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight
from xcdesk.errors import DeskError
from xcdesk.texts.documents import Drawn

_ROWS, _COLUMNS = 3, 3
translate = QCoreApplication.translate


_Act = tuple[str, str, Callable[[QTextCursor], object], str]
"""Name of a verb, its words, what it does at the caret, its keys."""


def _drawn_word(drawn: Drawn) -> str:
    return {
        Drawn.BARS: translate("EditVerbs", "Print as bars"),
        Drawn.COLUMNS: translate("EditVerbs", "Print as columns"),
        Drawn.MATRIX: translate("EditVerbs", "Print as a shaded matrix"),
    }[drawn]


def drawn_words(cursor: QTextCursor) -> str:
    """How the page draws the table with the caret, in words; empty where it prints the cells."""
    table = styles.table_of(cursor)
    drawn = structure.drawn_as(table) if table is not None else None
    return _drawn_word(drawn) if drawn is not None else ""


def _draw(cursor: QTextCursor, drawn: Drawn) -> None:
    tables.draw_as(cursor, drawn)


@dataclass(frozen=True, slots=True)
class Extras:
    """Verbs that need more than the text; None for one that is not to be had."""

    figure: Callable[[], object] | None = None
    comment: Callable[[], object] | None = None


class EditVerbs:
    """The verbs over one text."""

    def __init__(self, edit: StructureEdit, find: FindBar, extras: Extras) -> None:
        self._edit, self._find, self._extras = edit, find, extras

    def verbs(self) -> Sequence[Verb]:
        """All of them, those used most first; the rare ones stand under More and in the context menu."""
        return (*self._asked(), *self._always(), *self._in_tables())

    def _asked(self) -> Sequence[Verb]:
        found = []
        if self._extras.figure is not None:
            words = translate("EditVerbs", "Figure…")
            found.append(Verb("figure", words, Glyph.DATABASE, self._extras.figure, "Ctrl+Alt+G"))
        if self._extras.comment is not None:
            words = translate("EditVerbs", "Comment")
            found.append(Verb("comment", words, Glyph.NOTE, self._extras.comment, "Ctrl+Alt+M"))
        return found

    def _always(self) -> Sequence[Verb]:
        rare = Weight.RARE
        return (
            Verb(
                "table",
                translate("EditVerbs", "Table"),
                Glyph.TABLE_SIMPLE,
                lambda: self._edit.insert_document(tables.new_table(_ROWS, _COLUMNS)),
                "Ctrl+Alt+T",
                self._outside,
            ),
            Verb(
                "find",
                translate("EditVerbs", "Find and replace"),
                Glyph.SEARCH,
                self._find.open_bar,
                hint=translate("EditVerbs", "Find Ctrl+F, replace Ctrl+H"),
            ),
            Verb(
                "undo",
                translate("EditVerbs", "Undo typing"),
                Glyph.ARROW_UNDO,
                self._edit.undo,
                check=self._undoable,
                weight=rare,
                hint="Ctrl+Z",
            ),
            Verb(
                "redo",
                translate("EditVerbs", "Redo typing"),
                Glyph.ARROW_REDO,
                self._edit.redo,
                check=self._redoable,
                weight=rare,
                hint="Ctrl+Y",
            ),
        )

    def _in_tables(self) -> Sequence[Verb]:
        # no Ctrl+Alt with an arrow: graphics drivers turn the screen with it
        acts: Sequence[_Act] = (
            (
                "row_below",
                translate("EditVerbs", "Row below"),
                lambda at: tables.add_row(at, 1),
                "Ctrl+Alt+PgDown",
            ),
            (
                "row_above",
                translate("EditVerbs", "Row above"),
                lambda at: tables.add_row(at, 0),
                "Ctrl+Alt+PgUp",
            ),
            ("column", translate("EditVerbs", "Column at the right"), tables.add_column, "Ctrl+Alt+Ins"),
            ("row_out", translate("EditVerbs", "Remove the row"), tables.remove_row, "Ctrl+Alt+Backspace"),
            (
                "column_out",
                translate("EditVerbs", "Remove the column"),
                tables.remove_column,
                "Ctrl+Alt+Y",
            ),
            ("cells", translate("EditVerbs", "Print as cells"), lambda at: tables.draw_as(at, None), ""),
            *((drawn.name.lower(), _drawn_word(drawn), partial(_draw, drawn=drawn), "") for drawn in Drawn),
            ("table_out", translate("EditVerbs", "Remove the table"), tables.remove_table, ""),
        )
        return [
            Verb(key, words, None, self._acting(act), keys, self._inside, Weight.RARE)
            for key, words, act, keys in acts
        ]

    def _acting(self, act: Callable[[QTextCursor], object]) -> Callable[[], object]:
        return lambda: act(self._edit.textCursor())

    def _inside(self) -> DeskError | None:
        return None if styles.table_of(self._edit.textCursor()) is not None else NotInTableError()

    def _outside(self) -> DeskError | None:
        return InTableError() if styles.table_of(self._edit.textCursor()) is not None else None

    def _undoable(self) -> DeskError | None:
        return None if self._edit.document().isUndoAvailable() else NothingTypedError()

    def _redoable(self) -> DeskError | None:
        return None if self._edit.document().isRedoAvailable() else NothingTypedError()
