"""Fonts as they are written into the file, with text that can be copied out again."""

from collections.abc import Iterator, Sequence
from weakref import WeakKeyDictionary

from reportlab.pdfbase.ttfonts import TTEncoding, TTFont
from typing_extensions import override

from xcdesk.reports.pdf.faces import QuickFace

_BLOCK = 100  # a bfchar block holds at most 100 entries


class EmbeddedFont(TTFont):  # type: ignore[misc]  # reportlab carries no types
    """A TrueType font whose characters beyond U+FFFF keep their text.

    reportlab 5.1 writes such a character into the ToUnicode map as five hexadecimal digits, which readers
    take for another one: 𬀩 comes out as Ⰲ. The map must be UTF-16. Only the maps of our own fonts are put
    right, after reportlab has made them; replacing its ``makeToUnicodeCMap`` would change every other
    document of the process too.
    """

    def __init__(self, filename: str, *, mapped: bool = False) -> None:
        """As reportlab's own, which can make no other face than its slow one; see `QuickFace`."""
        self.fontName = filename
        self.face = QuickFace(filename, mapped=mapped)
        self.encoding = TTEncoding()
        self.state: WeakKeyDictionary[object, object] = WeakKeyDictionary()
        self._asciiReadable = False
        self._shapable = False

    @override
    def addObjects(self, doc: object) -> None:
        subsets = self.state[doc].subsets  # type: ignore[attr-defined]
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict  # type: ignore[attr-defined]
        for name, subset in zip(names, subsets, strict=True):
            stream = doc.idToObject[fonts[name].ToUnicode.name]  # type: ignore[attr-defined]
            stream.content = to_unicode_map(subset)


def to_unicode_map(subset: Sequence[int]) -> str:
    """ToUnicode map of one subset: code 0 upwards to the code points of ``subset``, in UTF-16."""
    entries = [f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>"
               for code, point in enumerate(subset)]  # fmt: skip
    return "\n".join((*_HEAD, *_blocks(entries), *_TAIL))


def _blocks(entries: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(entries), _BLOCK):
        block = entries[start : start + _BLOCK]
        yield from (f"{len(block)} beginbfchar", *block, "endbfchar")


_HEAD = (
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    "<00> <FF>",
    "endcodespacerange",
)
_TAIL = ("endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end")
