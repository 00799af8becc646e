"""Tables of a Word file as plain cells: tracked changes count as made, remarks stand with their cell.

The file comes from outside: what `guard` refuses is refused, and of the package only the text and its remarks
are read, by a parser that knows no document types.
"""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as Xml

from xcdesk.importers import guard
from xcdesk.importers.refusals import DamagedFileError, UnreadableFileError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT, _COMMENTS = "word/document.xml", "word/comments.xml"
_MOST = 20 << 20
"""Bytes of one part of the package; a text of 500,000 characters takes a tenth of it."""
_BREAKS = frozenset({f"{_W}br", f"{_W}cr"})
_TAKEN_OUT = frozenset({f"{_W}del", f"{_W}moveFrom"})


@dataclass(frozen=True, slots=True)
class WordCell:
    """One cell: its words, paragraphs parted by line ends, and the remarks that somebody put beside them."""

    words: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordText:
    """Tables in their order, each a list of rows of cells; ``loose`` is what stands outside of them."""

    tables: tuple[tuple[tuple[WordCell, ...], ...], ...]
    loose: str


def read_word(data: bytes) -> WordText:
    """Read a Word file (.docx).

    Raises:
        UnreadableFileError: it is no such file; an old .doc among others.
        DamagedFileError, EncryptedFileError, TooLargeFileError: as `guard` refuses it, or its text is broken.
    """
    if not data.startswith(b"PK"):
        raise UnreadableFileError(reason="no package")
    archive = guard.open_archive(data)
    body = _part(archive, _DOCUMENT)
    if body is None:
        raise UnreadableFileError(reason=f"no {_DOCUMENT}")
    top = body.find(f"{_W}body")
    if top is None:
        raise UnreadableFileError(reason="no body")
    remarks = dict(_remarks(_part(archive, _COMMENTS)))
    tables = tuple(tuple(_rows(table, remarks)) for table in top.findall(f"{_W}tbl"))
    return WordText(tables, "\n".join(map(_words, top.findall(f"{_W}p"))))


def _part(archive: zipfile.ZipFile, name: str) -> Xml.Element | None:
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    content = bytearray()
    for piece in guard.pieces(archive, info):
        content += piece
        if len(content) > _MOST:
            raise DamagedFileError(reason=f"{name} is too large")
    try:
        return Xml.fromstring(bytes(content))  # noqa: S314  # the guard refuses document types
    except Xml.ParseError as error:
        raise DamagedFileError(reason=f"{name}: {error}") from error


def _remarks(part: Xml.Element | None) -> Iterator[tuple[str, str]]:
    for each in part.iter(f"{_W}comment") if part is not None else ():
        words = _words(each).strip()
        if words:
            yield each.get(f"{_W}id", ""), words


def _rows(table: Xml.Element, remarks: dict[str, str]) -> Iterator[tuple[WordCell, ...]]:
    """Rows of a table, without those that somebody has taken out; a table within one is not read."""
    for row in table.findall(f"{_W}tr"):
        if row.find(f"{_W}trPr/{_W}del") is None:
            yield tuple(_cell(cell, remarks) for cell in row.findall(f"{_W}tc"))


def _cell(cell: Xml.Element, remarks: dict[str, str]) -> WordCell:
    words = "\n".join(map(_words, cell.findall(f"{_W}p"))).strip()
    named = [each.get(f"{_W}id", "") for each in cell.iter(f"{_W}commentReference")]
    return WordCell(words, tuple(remarks[each] for each in named if each in remarks))


def _words(part: Xml.Element) -> str:
    """Text of a paragraph as it reads once every tracked change is taken over."""
    return "".join(_pieces(part))


def _pieces(part: Xml.Element) -> Iterator[str]:
    waiting = list(reversed(part))  # not by calling itself: a hostile file nests without end
    while waiting:
        child = waiting.pop()
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag not in _TAKEN_OUT:
            waiting += reversed(child)
