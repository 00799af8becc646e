"""Font files looked into: reportlab reads their tables number by number, which takes a fifth of a second.

A bulletin draws a thousand of thirty thousand characters. So nothing is made for each character of a face, or
copied out of its ten megabytes, before it is asked for.
"""

import mmap
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from operator import lt
from pathlib import Path
from typing import Any

from reportlab.pdfbase.ttfonts import TTFontFace
from typing_extensions import override

_SEGMENTS, _GROUPS = 4, 12
"""Formats of the table of characters that Chinese faces have."""
_BLANKS = {0x20: 0xA0, 0xA0: 0x20}  # either serves for the other


class _Characters(Mapping[int, int]):
    """Glyph of each character that a face has; glyph 0 is the empty box and counts as none."""

    def __init__(self, firsts: "array[int]", lasts: "array[int]") -> None:
        self._firsts, self._lasts = firsts, lasts

    @override
    def __getitem__(self, char: int) -> int:
        glyph = self._glyph(char) or self._glyph(_BLANKS.get(char, char))
        if not glyph:
            raise KeyError(char)
        return glyph

    def _glyph(self, char: int) -> int:
        number = bisect_left(self._lasts, char)
        if number == len(self._lasts) or char < self._firsts[number]:
            return 0
        return self._drawn(number, char)

    def _drawn(self, number: int, char: int) -> int:
        """Glyph of a character of one stretch, 0 for none."""
        raise NotImplementedError

    @property
    def in_order(self) -> bool:
        """Whether the stretches follow one another, so that one can be found among them."""
        return all(map(lt, self._lasts, self._lasts[1:]))

    @override
    def __iter__(self) -> Iterator[int]:
        stretches = zip(self._firsts, self._lasts, strict=True)
        return (char for first, last in stretches for char in range(first, last + 1) if self._glyph(char))

    @override
    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Groups(_Characters):
    """Format 12: stretches of characters whose glyphs follow one another."""

    def __init__(self, numbers: "array[int]") -> None:
        super().__init__(numbers[::3], numbers[1::3])
        self._glyphs = numbers[2::3]

    @override
    def _drawn(self, number: int, char: int) -> int:
        return self._glyphs[number] + char - self._firsts[number]


class _Segments(_Characters):
    """Format 4: stretches whose glyphs follow one another, or stand in a list behind.

    ``numbers`` is the table without its head: ends, a pad, starts, deltas, offsets, lists.
    """

    def __init__(self, numbers: "array[int]", count: int) -> None:
        super().__init__(numbers[count + 1 : 2 * count + 1], numbers[:count])
        self._numbers, self._deltas, self._offsets = numbers, 2 * count + 1, 3 * count + 1

    @override
    def _drawn(self, number: int, char: int) -> int:
        delta, offset = self._numbers[self._deltas + number], self._numbers[self._offsets + number]
        if not offset:
            return (char + delta) & 0xFFFF
        place = self._offsets + number + offset // 2 + char - self._firsts[number]
        listed = self._numbers[place] if place < len(self._numbers) else 0
        return listed and (listed + delta) & 0xFFFF


class _Part:
    """One table of a font file, cut where it lies."""

    def __init__(self, data: "bytes | mmap.mmap", start: int) -> None:
        self._data, self._start = data, start

    def __getitem__(self, cut: slice) -> bytes:
        return self._data[self._start + cut.start : self._start + cut.stop]


class _Pairs:
    """Width and left bearing of each glyph, put together when they are asked for."""

    def __init__(self, widths: "array[int]", bearings: "array[int]") -> None:
        self._widths, self._bearings = widths, bearings

    def __getitem__(self, glyph: int) -> tuple[int, int]:
        return self._widths[glyph], self._bearings[glyph]


class QuickFace(TTFontFace):  # type: ignore[misc]  # reportlab carries no types
    """A TrueType face whose tables are looked into when a character is asked for.

    What it answers is what reportlab's own reading gives; a face whose table of characters has another format
    is left to that.
    """

    charToGlyph: Mapping[int, int]  # noqa: N815  # its name in reportlab
    _advances: "array[int] | None" = None

    def __init__(self, filename: str, *, mapped: bool = False) -> None:
        """Open a font file.

        Args:
            filename: where it lies.
            mapped: leave it where it is. Not for a file that may go away, as on a drive of the network: the
                system ends a program that looks into one.
        """
        if mapped:
            self.filename = filename
            with Path(filename).open("rb") as file:
                self._ttf_data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        super().__init__(filename)

    @override
    def extractInfo(self, charInfo: int = 1) -> None:
        super().extractInfo(0)
        characters = self._characters()
        if characters is None:
            super().extractInfo(charInfo)
            return
        self.glyphToChar: dict[int, list[int]] = {}
        self.charToGlyph = characters
        self._read_widths()
        self._read_places()

    def draws(self, char: str) -> bool:
        """Whether the face has a character and a shape for it: an empty one would be a blank in a name."""
        glyph = self.charToGlyph.get(ord(char), 0)
        if not 0 < glyph < len(self.glyphPos) - 1:
            return False
        return char.isspace() or bool(self.glyphPos[glyph + 1] > self.glyphPos[glyph])

    @override
    def get_table(self, tag: str) -> Any:
        """A table of the file; outlines, of which a subset takes few, are not copied out."""
        return _Part(self._ttf_data, self.get_table_pos(tag)[0]) if tag == "glyf" else super().get_table(tag)

    @override
    def getCharWidth(self, code: int) -> float:
        """Width of a character in thousandths of an em; that of the missing one for those the face lacks."""
        if self._advances is None:
            return float(super().getCharWidth(code))
        glyph = self.charToGlyph.get(code, 0)
        return float(self._pdfScale(self._advances[glyph if glyph < len(self._advances) else 0]))

    def _characters(self) -> _Characters | None:
        """The table that reportlab would take; None when it is of another format or out of order."""
        at = self._character_table()
        if at is None:
            return None
        found: _Characters | None = None
        if self.get_ushort(at) == _GROUPS:
            found = _Groups(self._numbers("I", at + 16, 3 * self.get_ulong(at + 12)))
        elif self.get_ushort(at) == _SEGMENTS:
            length, count = self.get_ushort(at + 2) // 2, self.get_ushort(at + 6) // 2
            found = _Segments(self._numbers("H", at + 14, max(length - 7, 4 * count + 1)), count)
        return found if found is not None and found.in_order else None

    def _character_table(self) -> int | None:
        """Where the table that reportlab would take begins."""
        start = self.get_table_pos("cmap")[0]
        chosen, certain = None, False
        for number in range(self.get_ushort(start + 2)):
            entry = start + 4 + 8 * number
            platform, encoding = self.get_ushort(entry), self.get_ushort(entry + 2)
            if platform == 3 or (platform, encoding) == (1, 1) or (platform == 0 and encoding != 5):  # noqa: PLR2004
                chosen, certain = start + self.get_ulong(entry + 4), True
            elif (platform, encoding) == (1, 0) and not certain:
                chosen = start + self.get_ulong(entry + 4)
        return chosen

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
