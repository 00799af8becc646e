"""From text to measured cells and lines, in the face, size and tracking of each element."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from xcdesk.reports.pdf.breaker import Cell, Line, break_lines, is_latin, natural_line
from xcdesk.reports.pdf.fonts import MISSING, Faces, Role
from xcdesk.reports.pdf.measures import BODY, TRACKING

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


class Style(NamedTuple):
    """Face, size and extra step per Chinese character, in pt."""

    role: Role
    size: float = BODY
    tracking: float = TRACKING


BODY_STYLE = Style(Role.FANG)
KAI_STYLE = Style(Role.KAI)
HEI_STYLE = Style(Role.HEI)


@dataclass(slots=True)
class Typesetter:
    """Measures text with the faces of one printing."""

    faces: Faces
    _cells: dict[Style, dict[str, Cell]] = field(default_factory=dict)

    def cells(self, text: str, style: Style) -> list[Cell]:
        """One cell for each visible character of ``text``."""
        known = self._cells.setdefault(style, {})
        return [known.get(char) or self._measured(char, style, known) for char in clean(text)]

    def lines(self, text: str, style: Style, room: float, indent: float = 0.0) -> list[Line]:
        """``text`` broken to ``room`` pt and justified."""
        return break_lines(self.cells(text, style), room, indent)

    def line(self, text: str, style: Style) -> Line:
        """``text`` on one line, as wide as it is."""
        return natural_line(self.cells(text, style))

    def fitted(self, text: str, style: Style, room: float) -> Line:
        """``text`` on one line, set smaller when it would be wider than ``room``."""
        line = self.line(text, style)
        if line.width <= room:
            return line
        share = room / line.width
        return self.line(text, Style(style.role, style.size * share, style.tracking * share))

    def _measured(self, char: str, style: Style, known: dict[str, Cell]) -> Cell:
        glyph = self.faces.glyph(style.role, char)
        natural = glyph.advance * style.size
        step = natural if is_latin(char) else natural + style.tracking
        cell = known[char] = Cell(glyph.char, glyph.face, style.size, step, natural)
        return cell


class _Shown(dict[int, str]):
    """What is drawn for each character of a text, found out when it comes up first."""

    def __missing__(self, code: int) -> str:
        shown = self[code] = _shown(chr(code))
        return shown


_SHOWN = _Shown()


def clean(text: str) -> str:
    """``text`` composed (NFC), with white space as plain blanks and without what has no shape of its own."""
    return unicodedata.normalize("NFC", text).translate(_SHOWN).strip()


def _shown(char: str) -> str:
    if char in "\t\n\r\x0b\x0c\x85\u2028\u2029\u00a0":
        return " "
    category = unicodedata.category(char)
    if category == "Co":
        return MISSING
    invisible = category in _INVISIBLE or "\ufe00" <= char <= "\ufe0f" or char >= "\U000e0100"
    return "" if invisible else char


def centred(line: Line, room: float) -> Line:
    """The line in the middle of ``room``."""
    return line.moved((room - line.width) / 2)


def flush_right(line: Line, room: float) -> Line:
    """The line at the right edge of ``room``."""
    return line.moved(room - line.width)


def widest(lines: Sequence[Line]) -> float:
    """Width of the widest of ``lines``, 0 for none."""
    return max((line.width for line in lines), default=0.0)
