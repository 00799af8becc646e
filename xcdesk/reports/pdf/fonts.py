"""Faces of the printed page: which file serves each role, and which face has a character.

Order for every role: the folder set by the office, the official faces of Windows, the bundled set; after the
chosen face always the bundled serif, so that no name is lost. A character that no face has is printed as 〓,
the printers' mark for a missing sort, and reported.
"""

import contextlib
import functools
import gc
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from xcdesk.errors import DeskError
from xcdesk.resources import resource

MISSING = "〓"
# Kai faces draw these at Latin width; a face counts as having them only at (nearly) full width.
_FULL_WIDTH_MARKS = frozenset("“”‘’—…")
_FULL_WIDTH = 0.85
_WINDOWS_FOLDER = "WINDIR"


class FontError(DeskError):
    """A font file that the office chose cannot be used for printing."""

    code = "print.font"


class Role(StrEnum):
    """What a face is for."""

    FANG = "fang"  # 仿宋, body
    KAI = "kai"  # 楷体
    HEI = "hei"  # 黑体
    TITLE = "title"  # 小标宋
    SONG = "song"  # 宋体, page number and fallback


_BUNDLED = {
    Role.FANG: "XCFang-Regular.ttf",
    Role.KAI: "XCKai-Regular.ttf",
    Role.HEI: "XCHei-Medium.ttf",
    Role.TITLE: "XCSong-Bold.ttf",
    Role.SONG: "XCSong-Regular.ttf",
}
_OFFICIAL = {
    Role.FANG: "simfang.ttf",
    Role.KAI: "simkai.ttf",
    Role.HEI: "simhei.ttf",
    Role.TITLE: "FZXBSJW.TTF",
    Role.SONG: "simsun.ttc",
}


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as one face draws it; ``advance`` is in em, ``char`` is 〓 when no face had it."""

    char: str
    face: str
    advance: float


@dataclass(slots=True)
class Faces:
    """The faces of one printing, each loaded when first needed; collects what was used and missing."""

    folder: Path | None = None
    used: dict[str, str] = field(default_factory=dict)
    missing: dict[str, None] = field(default_factory=dict)
    _glyphs: dict[tuple[Role, str], Glyph] = field(default_factory=dict)
    _chains: dict[Role, tuple[Any, ...]] = field(default_factory=dict)

    def glyph(self, role: Role, char: str) -> Glyph:
        """The glyph of ``char`` from the first face of the chain of ``role`` that has it."""
        known = self._glyphs.get((role, char))
        if known is None:
            known = self._glyphs[role, char] = self._find(role, char)
        return known

    def font(self, role: Role) -> Any:
        """The reportlab font that serves ``role``, registered under its path."""
        return load(str(find(role, self.folder)))

    def names(self) -> tuple[str, ...]:
        """PostScript names of the faces that drew something, sorted."""
        return tuple(sorted(set(self.used.values())))

    def _chain(self, role: Role) -> tuple[Any, ...]:
        if role not in self._chains:
            self._chains[role] = tuple(load(str(path)) for path in chain(role, self.folder))
        return self._chains[role]

    def _find(self, role: Role, char: str) -> Glyph:
        for font in self._chain(role):
            if ord(char) not in font.face.charToGlyph:
                continue
            advance = font.face.getCharWidth(ord(char)) / 1000
            if char in _FULL_WIDTH_MARKS and advance < _FULL_WIDTH:
                continue
            self.used[font.fontName] = font.face.name.decode("ascii", "replace")
            return Glyph(char, font.fontName, advance)
        self.missing[char] = None
        return self.glyph(Role.SONG, MISSING)


def chain(role: Role, folder: Path | None) -> tuple[Path, ...]:
    """Files to ask for a character of ``role``, in order and without repeats."""
    bundled = resource("fonts", _BUNDLED[Role.SONG])
    return tuple(dict.fromkeys((find(role, folder), find(Role.SONG, folder), bundled)))


def find(role: Role, folder: Path | None) -> Path:
    """The file that serves ``role``: of the office's folder, of Windows, or the bundled one."""
    windows = os.environ.get(_WINDOWS_FOLDER)
    wanted = [folder / name for name in (_OFFICIAL[role], _BUNDLED[role])] if folder else []
    wanted += [Path(windows) / "Fonts" / _OFFICIAL[role]] if windows else []
    for path in wanted:
        found = _listing(path.parent).get(path.name.lower())
        if found is not None:
            return found
    return resource("fonts", _BUNDLED[role])


@functools.cache
def _listing(folder: Path) -> dict[str, Path]:
    """Files of ``folder`` by lower-case name: Linux tells cases apart, Windows does not."""
    return {path.name.lower(): path for path in sorted(folder.glob("*.tt[fc]"))} | {
        path.name.lower(): path for path in sorted(folder.glob("*.TT[FC]"))
    }


@functools.cache
def load(path: str) -> Any:
    """Register one font file with reportlab and return its font; raises ``FontError`` when it cannot."""
    from reportlab.pdfbase import pdfmetrics  # start-up time
    from reportlab.pdfbase.ttfonts import TTFError

    from xcdesk.reports.pdf.embedding import EmbeddedFont

    try:
        with _without_collector():
            font = EmbeddedFont(path, path, asciiReadable=False, shapable=False)
    except (TTFError, OSError) as error:
        raise FontError(name=Path(path).name) from error
    pdfmetrics.registerFont(font)
    return font


@contextlib.contextmanager
def _without_collector() -> Iterator[None]:
    """Hold the garbage collector: a face makes 100,000 objects, none of them garbage (a third faster)."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def stroke_centre(font: Any, char: str) -> float:
    """Height of the middle of a glyph's ink above the baseline, in em; read from its outline header."""
    face = font.face
    start = face.get_table_pos("glyf")[0] + face.glyphPos[face.charToGlyph[ord(char)]]
    low, high = (face.get_chunk(start + offset, 2) for offset in (4, 8))  # yMin and yMax
    edges = (int.from_bytes(edge, "big", signed=True) for edge in (low, high))
    return sum(edges) / 2 / float(face.unitsPerEm)
