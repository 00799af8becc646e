"""A file that is open in another program: the way out is another name."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from ui.theme.icons import Glyph
from ui.widgets.buttons import Kind, button
from xcdesk import files
from xcdesk.files import FileInUseError


def other_name(error: BaseException, target: Path, write: Callable[[Path], object]) -> Sequence[QPushButton]:
    """A button that writes beside ``target``, if ``error`` is that the file is in use; nothing otherwise."""
    if not isinstance(error, FileInUseError) or not target.exists():
        return ()
    free = files.free_path(target)
    words = QCoreApplication.translate("files", "Save as {name}").format(name=free.name)
    return (button(words, Glyph.SAVE, Kind.NORMAL, lambda: write(free)),)
