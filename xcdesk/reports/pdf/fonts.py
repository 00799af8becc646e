"""Faces of the printed page: which file serves each role, and which face has a character.

Order for every role: the folder set by the office, the official faces of Windows, the bundled set; after the
chosen face always the bundled serif, so that no name is lost. A character that no face has is printed as 〓,
the printers' mark for a missing sort, and reported.
"""

import contextlib
import functools
import gc
import os
import struct
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
# What reportlab 5.1 lets through, besides its own TTFError, when a font file is damaged.
_FAULTS = (OSError, struct.error, LookupError, ValueError)


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
    _named: dict[bytes, Any] = field(default_factory=dict)

    def glyph(self, role: Role, char: str) -> Glyph:
        """The glyph of ``char`` from the first face of the chain of ``role`` that has it."""
        known = self._glyphs.get((role, char))
        if known is None:
            known = self._glyphs[role, char] = self._find(role, char)
        return known

    def font(self, role: Role) -> Any:
        """The reportlab font that serves ``role``, registered under its path."""
        return self._chain(role)[0]

    def names(self) -> tuple[str, ...]:
        """PostScript names of the faces that drew something, sorted."""
        return tuple(sorted(set(self.used.values())))

    def _chain(self, role: Role) -> tuple[Any, ...]:
        """Fonts to ask for a character of ``role``: its own, the serif of the office, the bundled serif."""
        if role not in self._chains:
            last = load(str(bundled_face(Role.SONG)))
            fonts = (self._own(role), self._own(Role.SONG), last)
            # A document tells faces apart by name: of two files with one name it can hold the first only.
            self._chains[role] = tuple(self._named.setdefault(font.face.name, font) for font in fonts)
        return self._chains[role]

    def _own(self, role: Role) -> Any:
        chosen = face_in(self.folder, role) if self.folder else None
        if chosen is not None:
            return load(str(chosen))
        system = system_face(role)
        if system is not None:
            with contextlib.suppress(FontError):  # some faces forbid embedding: then the bundled one
                return load(str(system))
        return load(str(bundled_face(role)))

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


def face_in(folder: Path, role: Role) -> Path | None:
    """The file for ``role`` in a folder of the office, under its official or our own name, or None."""
    names = (_OFFICIAL[role], _BUNDLED[role])
    return next(filter(None, (_file(folder, name) for name in names)), None)


def system_face(role: Role) -> Path | None:
    """The official face for ``role`` that came with Windows or was installed there, or None."""
    windows = os.environ.get(_WINDOWS_FOLDER)
    return _file(Path(windows) / "Fonts", _OFFICIAL[role]) if windows else None


def bundled_face(role: Role) -> Path:
    """The file for ``role`` that ships with the program."""
    return resource("fonts", _BUNDLED[role])


def _file(folder: Path, name: str) -> Path | None:
    """``name`` in ``folder`` in whatever case: Linux tells cases apart, Windows does not."""
    if not folder.is_dir():
        return None
    return next((path for path in sorted(folder.iterdir()) if path.name.lower() == name.lower()), None)


@functools.cache
def load(path: str) -> Any:
    """Register one font file with reportlab and return its font; raises ``FontError`` when it cannot."""
    from reportlab.pdfbase import pdfmetrics  # start-up time
    from reportlab.pdfbase.ttfonts import TTFError

    from xcdesk.reports.pdf.embedding import EmbeddedFont

    try:
        with _without_collector():
            font = EmbeddedFont(path, path, asciiReadable=False, shapable=False)
    except (TTFError, *_FAULTS) as error:
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
