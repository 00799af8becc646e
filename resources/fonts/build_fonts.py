"""Build the five bundled fonts of the printed page from their public sources; run by hand, once.

The results are committed, so nobody needs this to build the program. To run it again (about a minute)::

    apt-get download texlive-lang-chinese fonts-lxgw-wenkai unicode-data   # then dpkg -x into SOURCES
    npm pack @expo-google-fonts/noto-serif-sc @expo-google-fonts/noto-sans-sc   # then unpack into SOURCES
    python resources/fonts/build_fonts.py SOURCES resources/fonts

It looks for each source file by name below SOURCES. The same sources give the same bytes. What each font
holds, and why it bears another name than its source, stands in README.md beside this file.
"""

import argparse
import bz2
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

NAMES = "祎翀珺旻堃喆𬀩𣲗𬱖𬇙𬣙"
SYMBOLS = (
    (0x20, 0x17F), (0x391, 0x460), (0x2000, 0x206F), (0x20A0, 0x20C0), (0x2100, 0x218F), (0x2190, 0x2200),
    (0x2200, 0x2300), (0x2460, 0x2600), (0x2600, 0x2670), (0x3000, 0x3130), (0x3200, 0x3400),
    (0xFE10, 0xFE50), (0xFF00, 0xFFF0),
)  # fmt: skip
DROPPED = (
    "GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG", "gasp", "STAT", "prep", "fpgm", "cvt ",
    "VDMX", "LTSH", "hdmx", "FFTM", "meta", "HVAR", "MVAR", "avar", "fvar", "gvar",
)  # fmt: skip
EPOCH = 3534451200  # 2016-01-01 in the seconds-since-1904 of the head table: builds must not carry today
CURVE_ERROR = 1 / 1000  # of an em, when cubic outlines become quadratic
SUPPLEMENTARY = 0x10000
TABLE_OF_STANDARD_CHARACTERS = "kTGH"  # 通用规范汉字表, 8105 characters, in the Unihan database


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one bundled font is made."""

    source: str  # file name below the folder of sources
    target: str
    family: str
    style: str
    licence: str
    wide: bool = False  # keep GBK as well; otherwise GB2312 and the standard table
    whole: bool = False  # keep every character of the source
    lift: int = 0  # thousandths of an em by which its characters are raised


LIFT = 70  # Fandol's characters stand that much lower in their cells than those of the other four
OFL = "Modified Version (trimmed and renamed) under the SIL Open Font License, Version 1.1"
GPL = "Converted to TrueType outlines and renamed; GNU GPL with the font exception (see resources/licenses)"
RECIPES = (
    Recipe("FandolFang-Regular.otf", "XCFang-Regular.ttf", "XC Fang", "Regular", GPL, whole=True, lift=LIFT),
    Recipe("NotoSerifSC_400Regular.ttf", "XCSong-Regular.ttf", "XC Song", "Regular", OFL, wide=True),
    Recipe("NotoSerifSC_700Bold.ttf", "XCSong-Bold.ttf", "XC Song", "Bold", OFL),
    Recipe("NotoSansSC_500Medium.ttf", "XCHei-Medium.ttf", "XC Hei", "Medium", OFL),
    Recipe("LXGWWenKai-Regular.ttf", "XCKai-Regular.ttf", "XC Kai", "Regular", OFL),
)


def double_byte(codec: str, lead: range, trail: range) -> set[int]:
    """Code points that the double-byte area of ``codec`` can write."""
    text = "".join(bytes((a, b)).decode(codec, "ignore") for a in lead for b in trail)
    return {ord(char) for char in text if ord(char) > 0x7F}  # noqa: PLR2004


def standard_characters(sources: Path) -> set[int]:
    """The 8105 characters of the standard table, read from Debian's Unihan."""
    with bz2.open(find(sources, "Unihan_OtherMappings.txt.bz2"), "rt", encoding="utf-8") as lines:
        rows = [line.split("\t") for line in lines if line.startswith("U+")]
    return {int(row[0][2:], 16) for row in rows if row[1] == TABLE_OF_STANDARD_CHARACTERS}


def characters(recipe: Recipe, sources: Path) -> set[int] | None:
    """Code points that ``recipe`` keeps, or None for all of its source."""
    if recipe.whole:
        return None
    kept = {ord(char) for char in NAMES} | {code for first, end in SYMBOLS for code in range(first, end)}
    kept |= double_byte("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF)) | standard_characters(sources)
    if recipe.wide:
        kept |= double_byte("gbk", range(0x81, 0xFF), range(0x40, 0xFF))
    # name characters beyond GBK: all that the serif has, in every face that has them too
    serif = TTFont(find(sources, "NotoSerifSC_400Regular.ttf"), lazy=True).getBestCmap()
    return kept | {code for code in serif if code >= SUPPLEMENTARY}


def find(sources: Path, name: str) -> Path:
    """The one file called ``name`` below ``sources``; ends the run when it is not there."""
    found = sorted(sources.rglob(name))
    if not found:
        sys.exit(f"{name} is not below {sources}")
    return found[0]


def to_truetype(font: TTFont, lift: int) -> None:
    """Replace cubic (CFF) outlines by quadratic ones, ``lift`` higher: reportlab embeds no others."""
    order, drawn, glyphs = font.getGlyphOrder(), font.getGlyphSet(), {}
    for name in order:
        pen = TTGlyphPen(None)
        quadratic = Cu2QuPen(pen, CURVE_ERROR * font["head"].unitsPerEm, reverse_direction=True)
        drawn[name].draw(TransformPen(quadratic, (1, 0, 0, 1, 0, lift)))
        glyphs[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, glyphs
    _left_bearings(font, glyphs)
    _maximum_profile(font["maxp"])
    font["post"].formatType = 3.0
    del font["CFF "]
    font.sfntVersion = "\0\1\0\0"
    font["head"].glyphDataFormat = 0


def _left_bearings(font: TTFont, glyphs: dict[str, object]) -> None:
    for name, glyph in glyphs.items():
        glyph.recalcBounds(font["glyf"])
        advance, _ = font["hmtx"][name]
        font["hmtx"][name] = (advance, glyph.xMin if glyph.numberOfContours else 0)


def _maximum_profile(table: object) -> None:
    table.tableVersion, table.maxZones = 0x00010000, 1
    for field in (
        "TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements", "SizeOfInstructions",
        "ComponentElements", "Points", "Contours", "CompositePoints", "CompositeContours", "ComponentDepth",
    ):  # fmt: skip
        setattr(table, "max" + field, 0)


def trim(font: TTFont, kept: Iterable[int]) -> None:
    """Drop every glyph outside ``kept``, all layout tables and hinting: none is used when printing."""
    options = subset.Options(
        layout_features=[], hinting=False, notdef_outline=True, glyph_names=False, name_IDs=["*"]
    )
    options.drop_tables += list(DROPPED)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=kept)
    cutter.subset(font)


def rename(font: TTFont, recipe: Recipe) -> None:
    """Give the font our name and keep the copyright of its makers."""
    table = font["name"]
    notice = table.getDebugName(0)
    postscript = f"{recipe.family.replace(' ', '')}-{recipe.style}"
    full = f"{recipe.family} {recipe.style}"
    table.names = []
    for number, text in {
        0: notice, 1: recipe.family, 2: recipe.style, 3: f"{postscript};{recipe.source}", 4: full,
        5: "Version 1.0", 6: postscript, 13: recipe.licence,
    }.items():  # fmt: skip
        table.setName(text, number, 3, 1, 0x409)


def build(recipe: Recipe, sources: Path, target: Path) -> None:
    """Write one font into ``target`` and print what it holds."""
    font = TTFont(find(sources, recipe.source), recalcTimestamp=False)
    kept = characters(recipe, sources)
    trim(font, font.getBestCmap().keys() if kept is None else kept)
    if "CFF " in font:
        to_truetype(font, recipe.lift)
    rename(font, recipe)
    font["head"].created = font["head"].modified = EPOCH
    path = target / recipe.target
    font.save(path)
    report(path, sources)


def report(path: Path, sources: Path) -> None:
    """Print size and coverage of one built font."""
    has = TTFont(path, lazy=True).getBestCmap().keys()
    gb2312 = double_byte("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF))
    gbk = {c for c in double_byte("gbk", range(0x81, 0xFF), range(0x40, 0xFF)) if 0x4E00 <= c < 0xA000}  # noqa: PLR2004
    lacking = {
        "GB2312": gb2312 - has, "GBK": gbk - has, "standard table": standard_characters(sources) - has,
        "names": {ord(char) for char in NAMES} - has,
    }  # fmt: skip
    counts = ", ".join(f"{name} lacks {len(codes)}" for name, codes in lacking.items())
    beyond = sum(code >= SUPPLEMENTARY for code in has)
    sys.stdout.write(
        f"{path.name}: {path.stat().st_size / 1e6:.1f} MB, {len(has)} characters,"
        f" {beyond} beyond U+FFFF; {counts}\n"
    )


def main() -> None:
    """Build every font."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sources", type=Path, help="folder with the unpacked packages")
    parser.add_argument("target", type=Path, help="folder to write the fonts into")
    arguments = parser.parse_args()
    for recipe in RECIPES:
        build(recipe, arguments.sources, arguments.target)


if __name__ == "__main__":
    main()
