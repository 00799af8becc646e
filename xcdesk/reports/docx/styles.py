"""Paragraph styles of the Word document: everything that is set, is set here, so that a style changes all."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

FANG, HEI, KAI, SONG = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"

FALLBACKS = {
    FANG: "仿宋,FangSong,STFangsong,FandolFang R",
    HEI: "SimHei,Noto Sans CJK SC,Source Han Sans SC",
    KAI: "楷体,KaiTi,STKaiti,LXGW WenKai",
    SONG: "方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,Noto Serif CJK SC",
}
"""Faces that stand in, in order, on a machine without the official ones."""

_RED = "D9001B"
_PITCH = 28.95
"""Points between lines, as Word users set 22 lines on the page."""


class Style(StrEnum):
    """Paragraph styles by what they are put on."""

    BODY = "公文正文"
    TITLE = "公文标题"
    SECTION = "公文栏目"
    HEADING_1 = "公文一级标题"
    HEADING_2 = "公文二级标题"
    SOURCE = "公文来源"
    NOTE = "公文按语"
    CAPTION = "公文表名"
    RULE = "公文口径"
    HEAD_CELL = "公文表头"
    TEXT_CELL = "公文表内文字"
    FIGURE_CELL = "公文表内数字"
    CLASSIFICATION = "公文密级"
    MASTHEAD = "公文报头"
    NUMBER = "公文期号"
    ISSUER = "公文发文机关"
    CONTENTS = "公文要目"
    RECORD = "公文版记"
    RECORD_FIRST = "公文版记首行"
    RECORD_LAST = "公文版记末行"
    ODD_NUMBER = "公文单页码"
    EVEN_NUMBER = "公文双页码"


@dataclass(frozen=True, slots=True)
class Look:
    """How a style looks; lengths in points, indents in characters."""

    face: str = FANG
    size: float = 16
    align: str = "both"
    first: int = 0
    left: int = 0
    right: int = 0
    hanging: int = 0
    pitch: float | None = _PITCH
    before: float = 0
    after: float = 0
    spacing: float = 0
    colour: str = ""
    keep: bool = False
    tab: bool = False
    borders: tuple[tuple[str, int, str], ...] = ()
    """Side, eighths of a point, colour."""


_THICK, _THIN = 8, 6

LOOKS: dict[Style, Look] = {
    Style.BODY: Look(first=2),
    Style.TITLE: Look(SONG, 22, "center", pitch=34, before=28, after=14, keep=True),
    Style.SECTION: Look(HEI, 16, "left", before=14, keep=True),
    Style.HEADING_1: Look(HEI, 16, "left", first=2, keep=True),
    Style.HEADING_2: Look(KAI, 16, "left", first=2, keep=True),
    Style.SOURCE: Look(KAI, 16, "right", keep=True),
    Style.NOTE: Look(KAI, 16, first=2),
    Style.CAPTION: Look(HEI, 12, "center", pitch=24, before=8, keep=True),
    Style.RULE: Look(KAI, 10.5, "both", pitch=17, before=3, after=10),
    Style.HEAD_CELL: Look(HEI, 12, "center", pitch=20),
    Style.TEXT_CELL: Look(FANG, 12, "left", pitch=20),
    Style.FIGURE_CELL: Look(FANG, 12, "center", pitch=20),
    Style.CLASSIFICATION: Look(HEI, 16, "left", tab=True),
    Style.MASTHEAD: Look(SONG, 58, "center", pitch=None, before=6, spacing=18, colour=_RED),
    Style.NUMBER: Look(FANG, 16, "center"),
    Style.ISSUER: Look(
        FANG, 16, "left", left=1, right=1, after=14, tab=True, borders=(("bottom", 16, _RED),),
    ),
    Style.CONTENTS: Look(KAI, 16, "left", left=1),
    Style.RECORD: Look(FANG, 14, "both", left=1, right=1, hanging=2, pitch=24, keep=True, tab=True),
    Style.RECORD_FIRST: Look(
        FANG, 14, "both", left=1, right=1, hanging=2, pitch=24, before=29, keep=True, tab=True,
        borders=(("top", _THICK, "000000"),),
    ),
    Style.RECORD_LAST: Look(
        FANG, 14, "left", left=1, right=1, pitch=24, tab=True,
        borders=(("top", _THIN, "000000"), ("bottom", _THICK, "000000")),
    ),
    Style.ODD_NUMBER: Look("宋体", 14, "right", right=1, pitch=None),
    Style.EVEN_NUMBER: Look("宋体", 14, "left", left=1, pitch=None),
}  # fmt: skip


def add_styles(document: Any) -> None:
    """Define every style of ours in ``document``, on paragraphs that inherit nothing else."""
    from docx.enum.style import WD_STYLE_TYPE  # start-up time

    for name, look in LOOKS.items():
        style = document.styles.add_style(name.value, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = None
        style.quick_style = True
        _characters(style, look)
        _paragraph(style, look)


def _characters(style: Any, look: Look) -> None:
    from docx.shared import Pt, RGBColor  # start-up time

    style.font.size = Pt(look.size)
    if look.colour:
        style.font.color.rgb = RGBColor.from_string(look.colour)
    properties = style.element.get_or_add_rPr()
    faces = properties.get_or_add_rFonts()
    for use in ("ascii", "hAnsi", "eastAsia", "cs"):
        _set(faces, use, look.face)
    if look.spacing:  # the schema wants it before the size
        properties.sz.addprevious(_child(properties, "spacing", val=round(look.spacing * 20)))
    _child(properties, "lang", val="zh-CN", eastAsia="zh-CN")


def _paragraph(style: Any, look: Look) -> None:
    """Everything by hand in the order the schema wants; the library knows no indents by characters."""
    properties = style.element.get_or_add_pPr()
    if look.keep:
        _child(properties, "keepNext")
    _child(properties, "widowControl", val=0)
    if look.borders:
        box = _child(properties, "pBdr")
        for side, width, colour in look.borders:
            _child(box, side, val="single", sz=width, space=4, color=colour)
    if look.tab:
        _child(
            _child(properties, "tabs"), "tab", val="right", pos=round((156 - 5.57 * look.right) / 25.4 * 1440)
        )
    _child(properties, "kinsoku", val=1)
    _child(properties, "overflowPunct", val=0)
    rule = {"line": round(look.pitch * 20), "lineRule": "exact"} if look.pitch else {}
    _child(properties, "spacing", before=round(look.before * 20), after=round(look.after * 20), **rule)
    _indent(properties, look)
    _child(properties, "jc", val=look.align)


def _indent(properties: Any, look: Look) -> None:
    """Indents twice over: by characters for Word, by length for programs that know no characters."""
    em = round(look.size * 20)
    facts: dict[str, int] = {}
    for name, count in (("left", look.left + look.hanging), ("right", look.right)):
        facts |= {f"{name}Chars": count * 100, name: count * em}
    if look.hanging:
        facts |= {"hangingChars": look.hanging * 100, "hanging": look.hanging * em}
    else:
        facts |= {"firstLineChars": look.first * 100, "firstLine": look.first * em}
    _child(properties, "ind", **facts)


def _child(parent: Any, name: str, **attributes: object) -> Any:
    from docx.oxml import OxmlElement  # start-up time

    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        _set(made, key, str(value))
    parent.append(made)
    return made


def _set(element: Any, name: str, value: str) -> None:
    from docx.oxml.ns import qn  # start-up time

    element.set(qn(f"w:{name}"), value)
