"""Font files read at once: reportlab reads their tables number by number, which takes a fifth of a second."""

import sys
from array import array
from typing import Any

from reportlab.pdfbase.ttfonts import TTFontFace
from typing_extensions import override

_SEGMENTS, _GROUPS = 4, 12
"""Formats of the table of characters that Chinese faces have."""


class _Pairs:
    """Width and left bearing of each glyph, put together when they are asked for."""

    def __init__(self, widths: "array[int]", bearings: "array[int]") -> None:
        self._widths, self._bearings = widths, bearings

    def __getitem__(self, glyph: int) -> tuple[int, int]:
        return self._widths[glyph], self._bearings[glyph]


class QuickFace(TTFontFace):  # type: ignore[misc]  # reportlab carries no types
    """A TrueType face whose tables are read as whole arrays.

    What it holds is what reportlab's own reading gives; a face whose table of characters has another format
    is left to that. Widths are looked up when they are asked for.
    """

    charToGlyph: dict[int, int]  # noqa: N815  # its name in reportlab

    @override
    def extractInfo(self, charInfo: int = 1) -> None:
        super().extractInfo(0)
        at = self._character_table()
        if at is None:
            super().extractInfo(charInfo)
            return
        self.glyphToChar: dict[int, list[int]] = {}
        self.charToGlyph = self._segments(at) if self._format(at) == _SEGMENTS else self._groups(at)
        self._read_widths()
        self._read_places()
        for char, other in ((0xA0, 0x20), (0x20, 0xA0)):
            if other in self.charToGlyph:
                self.charToGlyph[char] = self.charToGlyph[other]
                break

    @override
    def getCharWidth(self, code: int) -> float:
        """Width of a character in thousandths of an em; that of the missing one for those the face lacks."""
        if self._advances is None:
            return float(super().getCharWidth(code))
        glyph = self.charToGlyph.get(code, 0)
        return float(self._pdfScale(self._advances[glyph if glyph < len(self._advances) else 0]))

    _advances: "array[int] | None" = None

    def _character_table(self) -> int | None:
        """Where the table that reportlab would take begins; None when it is of neither format."""
        start = self.get_table_pos("cmap")[0]
        chosen, certain = None, False
        for number in range(self.get_ushort(start + 2)):
            entry = start + 4 + 8 * number
            platform, encoding = self.get_ushort(entry), self.get_ushort(entry + 2)
            if platform == 3 or (platform, encoding) == (1, 1) or (platform == 0 and encoding != 5):  # noqa: PLR2004
                chosen, certain = start + self.get_ulong(entry + 4), True
            elif (platform, encoding) == (1, 0) and not certain:
                chosen = start + self.get_ulong(entry + 4)
        return chosen if chosen is not None and self._format(chosen) in {_SEGMENTS, _GROUPS} else None

    def _format(self, at: int) -> int:
        return int(self.get_ushort(at))

    def _groups(self, at: int) -> dict[int, int]:
        """Format 12: stretches of characters whose glyphs follow one another."""
        count = self.get_ulong(at + 12)
        numbers = self._numbers("I", at + 16, 3 * count)
        found: dict[int, int] = {}
        for first, last, glyph in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True):
            found.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
        return found

    def _segments(self, at: int) -> dict[int, int]:
        """Format 4: stretches whose glyphs follow one another, or stand in a list behind."""
        length, count = self.get_ushort(at + 2), self.get_ushort(at + 6) // 2
        ends, starts = (self._numbers("H", at + place, count) for place in (14, 16 + 2 * count))
        deltas, offsets = (self._numbers("H", at + 16 + part * 2 * count, count) for part in (2, 3))
        offsets_at = at + 16 + 6 * count
        found: dict[int, int] = {}
        for number, (first, last, delta, offset) in enumerate(
            zip(starts, ends, deltas, offsets, strict=True)
        ):
            chars = range(first, last + 1)
            if offset:
                place = offsets_at + 2 * number + offset
                room = max(0, min(len(chars), (at + length - place) // 2))
                listed = [*self._numbers("H", place, room), *[0] * (len(chars) - room)]
                if delta:
                    listed = [glyph and (glyph + delta) & 0xFFFF for glyph in listed]
                found.update(zip(chars, listed, strict=True))
            else:
                found.update(zip(chars, ((char + delta) & 0xFFFF for char in chars), strict=True))
        return found

    def _read_widths(self) -> None:
        own = self.get_ushort(self.get_table_pos("hhea")[0] + 34)
        start = self.get_table_pos("hmtx")[0]
        pairs = self._numbers("H", start, 2 * own)
        rest = self.numGlyphs - own
        self._advances = pairs[::2] + array("H", [pairs[-2]]) * rest
        bearings = pairs[1::2] + self._numbers("H", start + 4 * own, rest)
        self.hmetrics = _Pairs(self._advances, bearings)
        self.defaultWidth = self._pdfScale(self._advances[0])
        self.charWidths: dict[int, float] = {}

    def _read_places(self) -> None:
        start, length = self.get_table_pos("loca")
        if self.get_ushort(self.get_table_pos("head")[0] + 50):
            self.glyphPos: Any = self._numbers("I", start, length // 4)
        else:
            self.glyphPos = [2 * place for place in self._numbers("H", start, length // 2)]

    def _numbers(self, kind: str, at: int, count: int) -> "array[int]":
        """``count`` numbers from one place of the file: H of two bytes, I of four."""
        numbers = array(kind)
        numbers.frombytes(self._ttf_data[at : at + count * numbers.itemsize])
        if len(numbers) != count:
            raise ValueError(at)
        if sys.byteorder == "little":
            numbers.byteswap()
        return numbers
