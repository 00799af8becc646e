"""Faces of the printed page: which file serves each role, and which face has a character.

Order for every role: the folder set by the office, the official faces of Windows, the bundled set; in the
first two a file that the page set-up names comes before the official ones. After the chosen face always the
bundled serif, so that no name is lost. A character that no face has is printed as 〓, the printers' mark for
a missing sort, and reported.
"""

import contextlib
import functools
import importlib.util
import os
import struct
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from xcdesk.errors import DeskError
from xcdesk.resources import resource

MISSING = "〓"
# Kai faces draw these at Latin width; a face counts as having them only at (nearly) full width.
_FULL_WIDTH_MARKS = frozenset("“”‘’—…")
_FULL_WIDTH = 0.85
_FONT_FOLDERS = {"WINDIR": "Fonts", "LOCALAPPDATA": "Microsoft/Windows/Fonts"}
"""Where Windows keeps faces, for everybody and for one person, under the folder that a variable names."""
FAULTS = (OSError, struct.error, LookupError, ValueError)
"""What reportlab 5.1 lets through, besides its own TTFError, when a font file is damaged."""


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
    Role.FANG: ("仿宋_GB2312.ttf", "simfang.ttf"),
    Role.KAI: ("楷体_GB2312.ttf", "simkai.ttf"),
    Role.HEI: ("simhei.ttf",),
    Role.TITLE: ("FZXBSJW.TTF", "方正小标宋简体.ttf", "FZXBSK.TTF", "方正小标宋_GBK.ttf"),
    Role.SONG: ("simsun.ttc",),
}
"""Files of the official faces, the one that offices prefer first."""


class Glyph(NamedTuple):
    """A character as one face draws it; ``advance`` is in em, ``char`` is 〓 when no face had it."""

    char: str
    face: str
    advance: float


@dataclass(slots=True)
class Faces:
    """The faces of one printing, each loaded when first needed; collects what was used and missing.

    ``folder`` is that of the office on this machine, ``wanted`` the files that its page set-up names.
    """

    folder: Path | None = None
    wanted: Mapping[Role, str] = field(default_factory=dict)
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

    def own_files(self) -> str:
        """Names of the files that drew something and did not come with the program."""
        return "、".join(sorted(Path(path).name for path in self.used if not _is_bundled(path)))

    def _chain(self, role: Role) -> tuple[Any, ...]:
        """Fonts to ask for a character of ``role``: its own, the serif of the office, the bundled serif."""
        if role not in self._chains:
            last = load(str(bundled_face(Role.SONG)))
            fonts = (self._own(role), self._own(Role.SONG), last)
            # A document tells faces apart by name: of two files with one name it can hold the first only.
            self._chains[role] = tuple(self._named.setdefault(font.face.name, font) for font in fonts)
        return self._chains[role]

    def _own(self, role: Role) -> Any:
        wanted = self.wanted.get(role, "")
        chosen = face_in(self.folder, role, wanted) if self.folder else None
        if chosen is not None:
            return load(str(chosen))
        system = system_face(role, wanted)
        if system is not None:
            with contextlib.suppress(FontError):  # some faces forbid embedding: then the bundled one
                return load(str(system))
        return load(str(bundled_face(role)))

    def _find(self, role: Role, char: str) -> Glyph:
        for font in self._chain(role):
            if not font.face.draws(char):
                continue
            advance = font.face.getCharWidth(ord(char)) / 1000
            if char in _FULL_WIDTH_MARKS and advance < _FULL_WIDTH:
                continue
            self.used[font.fontName] = font.face.name.decode("ascii", "replace")
            return Glyph(char, font.fontName, advance)
        self.missing[char] = None
        return self.glyph(Role.SONG, MISSING)


def face_in(folder: Path, role: Role, wanted: str = "") -> Path | None:
    """The file for ``role`` in a folder: the wanted one, or under an official or our own name; or None."""
    names = (*filter(None, (wanted,)), *_OFFICIAL[role], _BUNDLED[role])
    return next(filter(None, (_file(folder, name) for name in names)), None)


def system_face(role: Role, wanted: str = "") -> Path | None:
    """The file for ``role`` that came with Windows or was installed there, the wanted one first; or None."""
    places = ((os.environ.get(variable), under) for variable, under in _FONT_FOLDERS.items())
    folders = [Path(above) / under for above, under in places if above]
    names = (*filter(None, (wanted,)), *_OFFICIAL[role])
    return next(filter(None, (_file(folder, name) for name in names for folder in folders)), None)


def bundled_face(role: Role) -> Path:
    """The file for ``role`` that ships with the program."""
    return resource("fonts", _BUNDLED[role])


def _is_bundled(path: str) -> bool:
    """Whether a font file came with the program."""
    return path in {str(bundled_face(role)) for role in Role}


def _file(folder: Path, name: str) -> Path | None:
    """``name`` in ``folder`` in whatever case: Linux tells cases apart, Windows does not."""
    if not folder.is_dir():
        return None
    return next((path for path in sorted(folder.iterdir()) if path.name.lower() == name.lower()), None)


@functools.cache
def load(path: str) -> Any:
    """Register one font file with reportlab and return its font; raises ``FontError`` when it cannot."""
    pictures_for_later()
    from reportlab.pdfbase import pdfmetrics  # start-up time
    from reportlab.pdfbase.ttfonts import TTFError

    from xcdesk.reports.pdf.embedding import EmbeddedFont

    try:
        font = EmbeddedFont(path, mapped=_is_bundled(path))
    except (TTFError, *FAULTS) as error:
        raise FontError(name=Path(path).name) from error
    pdfmetrics.registerFont(font)
    return font


def pictures_for_later() -> None:
    """Let reportlab be imported without Pillow: it wants the name, and no page of ours has a picture.

    Whoever draws one, such as a workbook, loads it then. It is a tenth of the time of a fresh process.
    """
    found = None if "PIL.Image" in sys.modules else importlib.util.find_spec("PIL.Image")
    if found is None or found.loader is None:
        return
    found.loader = importlib.util.LazyLoader(found.loader)
    module = sys.modules["PIL.Image"] = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    sys.modules["PIL"].Image = module  # type: ignore[attr-defined]  # as an import would leave it


def stroke_centre(font: Any, char: str) -> float:
    """Height of the middle of a glyph's ink above the baseline, in em; read from its outline header."""
    face = font.face
    start = face.get_table_pos("glyf")[0] + face.glyphPos[face.charToGlyph[ord(char)]]
    low, high = (face.get_chunk(start + offset, 2) for offset in (4, 8))  # yMin and yMax
    edges = (int.from_bytes(edge, "big", signed=True) for edge in (low, high))
    return sum(edges) / 2 / float(face.unitsPerEm)
