"""A table on the clipboard as a file to be read like any other: rows copied in Excel, WPS or a web page."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QTemporaryDir

_SPREADSHEET = "XML Spreadsheet"
"""Windows format that Excel and WPS offer: cells with their types and merges, days as days."""
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Pasted:
    """A table from the clipboard: its bytes, and the ending that says what they are."""

    data: bytes
    ending: str


def table_on(data: QMimeData | None) -> Pasted | None:
    """The table that ``data`` holds in its richest form, None when there is none."""
    # An empty clipboard has no data at all, whatever the stubs say.
    if data is None:
        return None
    for format_ in data.formats():
        if _SPREADSHEET in format_:
            return Pasted(bytes(data.data(format_).data()).rstrip(b"\0"), ".xml")
    if data.hasHtml() and "<table" in data.html().lower():
        return Pasted(_BOM + data.html().encode(), ".htm")
    words = data.text() if data.hasText() else ""
    return Pasted(_BOM + words.encode(), ".txt") if "\t" in words else None


class PasteFolder:
    """Where pasted tables lie as files while the program runs."""

    def __init__(self) -> None:
        self._folder: QTemporaryDir | None = None
        self._count = 0

    def save(self, pasted: Pasted) -> Path:
        """Write a table as a file of its own, under the name that the list of imports will show."""
        if self._folder is None:
            self._folder = QTemporaryDir()
        self._count += 1
        # Neither unit nor month may be read out of this name.
        name = QCoreApplication.translate("imports", "Pasted rows {number}").format(number=self._count)
        path = Path(self._folder.filePath(f"{name}{pasted.ending}"))
        path.write_bytes(pasted.data)
        return path
