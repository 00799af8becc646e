"""What stands in place of the rows while a file of the import queue has none to show."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from ui.messages import sentence
from ui.tablemodels.import_file import FileState, QueuedFile
from ui.theme.icons import Glyph
from ui.widgets.buttons import Kind, button
from ui.widgets.empty_state import EmptyState
from ui.widgets.failure import copy_details
from xcdesk.errors import DeskError


class WaysOut(Protocol):
    """What these words offer to do."""

    def ask_files(self) -> None:
        """Let the user choose files."""

    def paste(self) -> None:
        """Add what is on the clipboard."""

    def read_again(self) -> None:
        """Read the chosen file again."""

    def remove(self) -> None:
        """Take the chosen file out of the queue."""


def words_instead(file: QueuedFile | None, ways: WaysOut) -> EmptyState:
    """Why there are no rows, and what can be done about it."""
    if file is None:
        return _nothing_yet(ways)
    if file.error is not None:
        return _refused(file.error, ways)
    translate = QCoreApplication.translate
    out = button(translate("imports", "Take out of the queue"), None, Kind.NORMAL, ways.remove)
    if file.state == FileState.STOPPED:
        again = button(
            translate("imports", "Read again"), Glyph.ARROW_CLOCKWISE, Kind.NORMAL, ways.read_again
        )
        title = translate("imports", "This file was not read")
        return EmptyState(
            Glyph.DOCUMENT_SEARCH, title, translate("imports", "Reading was stopped."), (again, out)
        )
    waits = file.state == FileState.QUEUED
    title = translate("imports", "Waits its turn") if waits else translate("imports", "Reading")
    return EmptyState(Glyph.DOCUMENT_SEARCH, title, file.title, (out,))


def _nothing_yet(ways: WaysOut) -> EmptyState:
    translate = QCoreApplication.translate
    text = translate(
        "imports",
        "Drop county returns, lists of cases, departments' answers or folders of them here, or copy rows in "
        "Excel and press Ctrl+V. You see what was read before it is written.",
    )
    add = button(translate("imports", "Add files…"), Glyph.FOLDER_OPEN, Kind.NORMAL, ways.ask_files)
    paste = button(translate("imports", "Paste"), Glyph.COPY, Kind.NORMAL, ways.paste)
    return EmptyState(Glyph.ARROW_IMPORT, translate("imports", "No file yet"), text, (add, paste))


def _refused(error: BaseException, ways: WaysOut) -> EmptyState:
    translate = QCoreApplication.translate
    title = translate("imports", "This file was not read")
    again = button(translate("imports", "Read again"), Glyph.ARROW_CLOCKWISE, Kind.NORMAL, ways.read_again)
    out = button(translate("imports", "Take out of the queue"), None, Kind.NORMAL, ways.remove)
    if isinstance(error, DeskError):
        return EmptyState(Glyph.WARNING, title, sentence(error), (again, out))
    copy = button(translate("imports", "Copy the details"), Glyph.COPY, Kind.NORMAL, copy_details(error))
    text = translate("imports", "Reading failed because of a fault in the program. Nothing was written.")
    return EmptyState(Glyph.ERROR_CIRCLE, title, text, (again, copy, out))
