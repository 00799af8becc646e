"""Blocks of the matrix, as in a sheet: copy, paste with a preview, fill down and right, empty."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence

from ui import format as shown
from ui.dialogs.block_preview import BlockPreview
from ui.pages.coverage.acts import CoverageActs
from ui.pages.coverage.block_acts import block_name, write_block
from ui.pages.coverage.matrix_pane import Block, CoverageMatrixPane
from ui.pages.page import Page
from ui.refusals import NoCellsToPasteError, NothingChosenError, OneCellChosenError, YearShownError
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, VerbSet, Weight
from xcdesk import clip
from xcdesk.errors import DeskError
from xcdesk.services.grid import block_places, blocks
from xcdesk.services.grid.block_places import Placed
from xcdesk.services.grid.blocks import CellText
from xcdesk.services.grid.cell_plans import CellPlan, Deed
from xcdesk.services.roster import lexicon

_KEYS = {"copy": "Ctrl+C", "paste": "Ctrl+V", "fill_down": "Ctrl+D", "fill_right": "Ctrl+R"}
"""Keys of a sheet; they mean something else in the log, so that they work in the matrix alone."""


class CoverageBlocks(QObject):
    """Verbs over the chosen block of the matrix; what they write is one act."""

    def __init__(self, page: Page, matrix: CoverageMatrixPane, acts: CoverageActs) -> None:
        super().__init__(page)
        self._page, self._matrix, self._acts = page, matrix, acts

    def verbs(self) -> Sequence[Verb]:
        """The verbs over a block; all stand under More."""
        cell, rare = self._chosen, Weight.RARE
        rows, columns = self._several_rows, self._several_columns
        down, right = partial(self._fill, 1, 0), partial(self._fill, 0, 1)
        headed, pasted = self.tr("Copy with headings"), Glyph.CLIPBOARD_TASK
        return (
            self._verb("copy", self.tr("Copy cells"), Glyph.COPY, self.copy, cell),
            Verb("copy_all", headed, None, self.copy_headed, "Ctrl+Shift+C", cell, rare),
            self._verb("paste", self.tr("Paste cells…"), pasted, self.paste, cell),
            self._verb("fill_down", self.tr("Fill cells down"), Glyph.ARROW_DOWN, down, rows),
            self._verb("fill_right", self.tr("Fill cells right"), None, right, columns),
        )

    def bind(self, verbs: VerbSet) -> None:
        """Let the keys of a sheet work where the matrix has the focus, and only there."""
        for verb, keys in _KEYS.items():
            action = verbs.action(verb)
            action.setShortcut(QKeySequence(keys))  # to be listed; the view hears the keys itself
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._matrix.view.serve(QKeySequence(keys), partial(verbs.trigger, verb))

    def copy(self) -> None:
        """Put the chosen cells on the clipboard as Excel takes them."""
        QGuiApplication.clipboard().setText(clip.text_of(self._matrix.texts(self._block())))

    def copy_headed(self) -> None:
        """The same, with the names of the outlets and the days."""
        QGuiApplication.clipboard().setText(clip.text_of(self._matrix.headed_texts(self._block())))

    def paste(self) -> None:
        """Show what the table on the clipboard would write from the current cell on."""
        grid = clip.table_of(QGuiApplication.clipboard().text())
        if not grid:
            self._page.show_failure(NoCellsToPasteError())
            return
        block = self._block()
        if len(grid) == len(grid[0]) == 1:
            placed = block_places.repeated(grid[0][0], self._matrix.cells(block))
        else:
            placed = block_places.place(grid, self._matrix.ground(block), lexicon.load())
        if placed.wishes:
            self._page.attempt(lambda: self._preview(self.tr("Paste"), placed))
        else:
            self._page.show_failure(NoCellsToPasteError())

    def clear(self) -> None:
        """Empty the chosen cells."""
        wishes = [CellText(cell, "") for cell in self._matrix.cells(self._block())]
        self._page.attempt(lambda: self._write(self.tr("Empty"), blocks.plan(wishes)))

    def holds_something(self) -> bool:
        """Whether one of the chosen cells has reports or a reason."""
        block = self._matrix.block()
        return block is not None and any(any(row) for row in self._matrix.texts(block))

    def _verb(
        self,
        key: str,
        words: str,
        glyph: Glyph | None,
        run: Callable[[], object],
        check: Callable[[], DeskError | None],
    ) -> Verb:
        """A verb whose keys are the matrix's own."""
        hint = f"{words.removesuffix('…')}  {_KEYS[key]}"
        return Verb(key, words, glyph, run, "", check, Weight.RARE, hint)

    def _fill(self, down: int, right: int) -> None:
        """Give every chosen cell what stands in the first row, or the first column, of the block."""
        block = self._block()
        texts = self._matrix.texts(block)
        cells = self._matrix.cells(block)
        width = len(block.columns)
        wishes = []
        for at, cell in enumerate(cells):
            row, column = divmod(at, width)
            source = texts[0 if down else row][0 if right else column]
            if source and (row if down else column):
                wishes.append(CellText(cell, source))
        if not wishes:
            self._page.show_failure(NothingChosenError(what=self.tr("something to fill with")))
            return
        name = self.tr("Fill down") if down else self.tr("Fill right")
        self._page.attempt(lambda: self._fill_with(name, wishes))

    def _fill_with(self, name: str, wishes: Sequence[CellText]) -> None:
        plans = blocks.plan(wishes)
        if any(plan.deed == Deed.REFUSED for plan in plans):
            self._preview(name, Placed(tuple(wishes), 0))
        else:
            self._write(name, plans)

    def _preview(self, name: str, placed: Placed) -> None:
        plan: Callable[[], Sequence[CellPlan]] = partial(blocks.plan, placed.wishes)
        write, window = partial(self._write_now, name), self._page.window()
        dialog = BlockPreview(self._page.desk, name, plan, write, self._remark(placed), window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _remark(self, placed: Placed) -> str:
        parts = []
        if placed.by_name:
            parts.append(self.tr("Rows are placed by the names of the outlets in the table."))
        if placed.by_day:
            parts.append(self.tr("Columns are placed by the days in the table."))
        if placed.outside:
            words = self.tr("{count} cells of the table have no place in this matrix and are left out.")
            parts.append(words.format(count=placed.outside))
        return shown.sentences(parts)

    def _write(self, verb: str, plans: Sequence[CellPlan]) -> None:
        if not any(plan.writes for plan in plans):
            self._page.said.emit(self.tr("Nothing to change: the chosen cells hold this already."))
            return
        writing = sum(plan.writes for plan in plans)
        self._page.preceded.do_many(writing, partial(self._write_now, verb, plans))

    def _write_now(self, verb: str, plans: Sequence[CellPlan]) -> None:
        write_block(self._acts, block_name(verb, plans), plans)

    def _block(self) -> Block:
        block = self._matrix.block()
        return block if block is not None else Block(range(0), range(0))

    def _chosen(self) -> DeskError | None:
        if self._matrix.shows_year():
            return YearShownError()
        return None if self._matrix.block() is not None else NothingChosenError(what=self.tr("a cell"))

    def _several_rows(self) -> DeskError | None:
        return None if len(self._block().rows) > 1 else OneCellChosenError()

    def _several_columns(self) -> DeskError | None:
        return None if len(self._block().columns) > 1 else OneCellChosenError()
