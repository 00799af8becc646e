"""Paragraph styles of the Word document: everything that is set, is set here, so that a style changes all."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from xcdesk.reports.docx.xml import child, set_attribute

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
_RULED = 8.0
"""Points that the red rule takes with its distance from the text; the masthead gives them up, and so the page
has all of its lines."""
_TIGHT = -0.25
"""Points taken from the step of each 16 pt character, so that 28 of them stand on a line of 156 mm."""


class Style(StrEnum):
    """Paragraph styles by what they are put on."""

    BODY = "公文正文"
    TITLE = "公文标题"
    TITLE_FIRST = "公文栏目首题"
    TITLE_ALONE = "公文标题无来源"
    TITLE_FIRST_ALONE = "公文栏目首题无来源"
    SECTION = "公文栏目"
    HEADING_1 = "公文一级标题"
    HEADING_2 = "公文二级标题"
    SOURCE = "公文来源"
    NOTE = "公文按语"
    ADDRESSEE = "公文主送"
    ATTACHED = "公文附件说明"
    FURTHER = "公文附件说明续"
    SIGNATURE = "公文署名"
    DAY = "公文日期"
    CAPTION = "公文表名"
    RULE = "公文口径"
    FIGURE_CAPTION = "公文图名"
    HEAD_CELL = "公文表头"
    TEXT_CELL = "公文表内文字"
    FIGURE_CELL = "公文表内数字"
    HEAD_CELL_5 = "公文表头5号"
    TEXT_CELL_5 = "公文表内文字5号"
    FIGURE_CELL_5 = "公文表内数字5号"
    HEAD_CELL_S5 = "公文表头小5"
    TEXT_CELL_S5 = "公文表内文字小5"
    FIGURE_CELL_S5 = "公文表内数字小5"
    CHART = "公文图"
    CLASSIFICATION = "公文密级"
    MASTHEAD = "公文报头"
    LOW_MASTHEAD = "公文单据报头"
    NUMBER = "公文期号"
    ISSUER = "公文发文机关"
    RED_RULE = "公文红线"
    RED_RULE_ALONE = "公文红线空行"
    CONTENTS = "公文要目"
    RECORD = "公文版记"
    ANCHOR = "公文末行"
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
    whole: bool = False
    """No page break within the paragraph."""
    tab: bool = False
    """A right tab at the right indent."""
    leader: bool = False
    """A right tab at the edge, led to by dots."""
    borders: tuple[tuple[str, int, str], ...] = ()
    """Side, eighths of a point, colour."""


NOTE_LABEL, SMALL = "公文按语标签", "公文存证字"
LEAD_1, LEAD_2 = "公文一级句首", "公文二级句首"
"""Character styles: words before the colon of an editor's note, the anchor of the record, headings that go on
in the same paragraph."""
TABLE, NARROW_TABLE = "公文表格", "公文密表"
"""Table styles: usual, and of many columns."""


def _title(before: float, after: float) -> Look:
    return Look(SONG, 22, "center", before=before, after=after, keep=True)


def _red_rule(after: float) -> Look:
    return Look(FANG, 1, "left", pitch=2, after=after, borders=(("bottom", 16, _RED),))


def _cell(face: str, size: float, align: str) -> Look:
    return Look(face, size, align, pitch=size * 1.35, before=4, after=4)


LOOKS: dict[Style, Look] = {
    Style.BODY: Look(first=2, spacing=_TIGHT),
    Style.TITLE: _title(_PITCH, 0),
    Style.TITLE_FIRST: _title(0, 0),
    Style.TITLE_ALONE: _title(_PITCH, _PITCH),
    Style.TITLE_FIRST_ALONE: _title(0, _PITCH),
    Style.SECTION: Look(HEI, 16, "left", before=_PITCH, keep=True, spacing=_TIGHT),
    Style.HEADING_1: Look(HEI, 16, "left", first=2, keep=True, spacing=_TIGHT),
    Style.HEADING_2: Look(KAI, 16, "left", first=2, keep=True, spacing=_TIGHT),
    Style.SOURCE: Look(KAI, 16, "right", keep=True, spacing=_TIGHT),
    Style.NOTE: Look(KAI, 16, first=2, spacing=_TIGHT),
    Style.ADDRESSEE: Look(spacing=_TIGHT),
    Style.ATTACHED: Look(left=2, hanging=4, before=_PITCH, spacing=_TIGHT),
    Style.FURTHER: Look(left=5, hanging=1, spacing=_TIGHT),
    Style.SIGNATURE: Look(align="right", before=2 * _PITCH, keep=True, spacing=_TIGHT),
    Style.DAY: Look(align="right", spacing=_TIGHT),
    Style.CAPTION: Look(HEI, 16, "center", keep=True, spacing=_TIGHT),
    Style.FIGURE_CAPTION: Look(HEI, 16, "center", spacing=_TIGHT),
    Style.RULE: Look(FANG, 12, "both", pitch=18, before=6, after=6, whole=True),
    Style.HEAD_CELL: _cell(HEI, 12, "center"),
    Style.TEXT_CELL: _cell(FANG, 12, "left"),
    Style.FIGURE_CELL: _cell(FANG, 12, "center"),
    Style.HEAD_CELL_5: _cell(HEI, 10.5, "center"),
    Style.TEXT_CELL_5: _cell(FANG, 10.5, "left"),
    Style.FIGURE_CELL_5: _cell(FANG, 10.5, "center"),
    Style.HEAD_CELL_S5: _cell(HEI, 9, "center"),
    Style.TEXT_CELL_S5: _cell(FANG, 9, "left"),
    Style.FIGURE_CELL_S5: _cell(FANG, 9, "center"),
    Style.CHART: Look(FANG, 12, "center", pitch=None, keep=True),
    Style.CLASSIFICATION: Look(HEI, 16, "left", tab=True),
    Style.MASTHEAD: Look(
        SONG, 58, "center", pitch=3 * _PITCH, before=_PITCH - _RULED, spacing=18, colour=_RED,
    ),
    Style.LOW_MASTHEAD: Look(SONG, 40, "center", pitch=2 * _PITCH - _RULED, spacing=12.4, colour=_RED),
    Style.NUMBER: Look(FANG, 16, "center"),
    Style.ISSUER: Look(FANG, 16, "left", left=1, right=1, tab=True, spacing=_TIGHT),
    Style.RED_RULE: _red_rule(0),
    Style.RED_RULE_ALONE: _red_rule(_PITCH),
    Style.CONTENTS: Look(KAI, 16, "left", left=1, right=3, spacing=_TIGHT, leader=True),
    Style.RECORD: Look(
        FANG, 14, "both", left=1, right=1, hanging=2, pitch=24, tab=True,
        borders=(("top", 8, "000000"), ("bottom", 8, "000000"), ("between", 6, "000000")),
    ),
    Style.ANCHOR: Look(FANG, 1, "left", pitch=1),
    Style.ODD_NUMBER: Look("宋体", 14, "right", right=1, pitch=None),
    Style.EVEN_NUMBER: Look("宋体", 14, "left", left=1, pitch=None),
}  # fmt: skip

CELLS: dict[float, tuple[Style, Style, Style]] = {
    12.0: (Style.HEAD_CELL, Style.TEXT_CELL, Style.FIGURE_CELL),
    10.5: (Style.HEAD_CELL_5, Style.TEXT_CELL_5, Style.FIGURE_CELL_5),
    9.0: (Style.HEAD_CELL_S5, Style.TEXT_CELL_S5, Style.FIGURE_CELL_S5),
}
"""Styles of head, text and figure by the size that the printed table takes."""


AT_THE_FOOT = {
    "w": 8844, "hSpace": 0, "wrap": "notBeside", "vAnchor": "margin", "hAnchor": "margin", "xAlign": "left",
    "yAlign": "bottom",
}  # fmt: skip
"""A frame as wide as the type area; paragraphs that follow one another in one style share it."""


def add_styles(document: Any, red: str, name: float) -> None:
    """Define every style of ours in ``document``, on paragraphs that inherit nothing else.

    ``red`` is the office's own, as ``#RRGGBB``; ``name`` the size at which the masthead fits its line.
    """
    from docx.enum.style import WD_STYLE_TYPE  # start-up time
    from docx.shared import Pt

    colour = red.removeprefix("#")
    fitted = {
        key: replace(LOOKS[key], size=name, spacing=LOOKS[key].spacing * name / LOOKS[key].size)
        for key in (Style.MASTHEAD, Style.LOW_MASTHEAD)
    }
    for key, look in {**LOOKS, **fitted}.items():
        style = document.styles.add_style(key.value, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = None
        style.quick_style = True
        own = replace(
            look,
            colour=look.colour and colour,
            borders=tuple((side, width, colour if ink == _RED else ink) for side, width, ink in look.borders),
        )
        _characters(style, own)
        _paragraph(style, own)
    for label, face in ((NOTE_LABEL, HEI), (LEAD_1, HEI), (LEAD_2, KAI)):
        made = document.styles.add_style(label, WD_STYLE_TYPE.CHARACTER)
        _faces(made.element.get_or_add_rPr(), face)
    document.styles.add_style(SMALL, WD_STYLE_TYPE.CHARACTER).font.size = Pt(9)
    _add_table_style(document, TABLE, 80)
    _add_table_style(document, NARROW_TABLE, 40)


def _add_table_style(document: Any, name: str, margin: int) -> None:
    """A table with rules as printed and a margin beside its texts in twentieths of a point."""
    from docx.enum.style import WD_STYLE_TYPE  # start-up time

    style = document.styles.add_style(name, WD_STYLE_TYPE.TABLE)
    style.base_style = None
    properties = child(style.element, "tblPr")
    borders = child(properties, "tblBorders")
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV"):
        width = 4 if edge.startswith("inside") else 8
        child(borders, edge, val="single", sz=width, space=0, color="000000")
    margins = child(properties, "tblCellMar")
    for edge in ("left", "right"):
        child(margins, edge, w=margin, type="dxa")
    child(child(style.element, "tcPr"), "vAlign", val="center")


def _characters(style: Any, look: Look) -> None:
    from docx.shared import Pt, RGBColor  # start-up time

    style.font.size = Pt(look.size)
    if look.colour:
        style.font.color.rgb = RGBColor.from_string(look.colour)
    properties = style.element.get_or_add_rPr()
    _faces(properties, look.face)
    if look.spacing:  # the schema wants it before the size
        properties.sz.addprevious(child(properties, "spacing", val=round(look.spacing * 20)))
    child(properties, "lang", val="en-US", eastAsia="zh-CN")


def _faces(properties: Any, face: str) -> None:
    faces = properties.get_or_add_rFonts()
    for use in ("ascii", "hAnsi", "eastAsia", "cs"):
        set_attribute(faces, use, face)


def _paragraph(style: Any, look: Look) -> None:
    """Everything by hand in the order the schema wants; the library knows no indents by characters."""
    properties = style.element.get_or_add_pPr()
    if look.keep:
        child(properties, "keepNext")
    if look.whole:
        child(properties, "keepLines")
    child(properties, "widowControl", val=0)
    if look.borders:
        box = child(properties, "pBdr")
        for side, width, colour in look.borders:
            child(box, side, val="single", sz=width, space=4, color=colour)
    if look.tab or look.leader:
        place = 156 - (0 if look.leader else 5.57 * look.right)
        kind = {"leader": "dot"} if look.leader else {}
        child(child(properties, "tabs"), "tab", val="right", **kind, pos=round(place / 25.4 * 1440))
    child(properties, "kinsoku", val=1)
    for name in ("overflowPunct", "autoSpaceDE", "autoSpaceDN", "snapToGrid"):
        child(properties, name, val=0)
    rule = {"line": round(look.pitch * 20), "lineRule": "exact"} if look.pitch else {}
    child(properties, "spacing", before=round(look.before * 20), after=round(look.after * 20), **rule)
    _indent(properties, look)
    child(properties, "jc", val=look.align)


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
    child(properties, "ind", **facts)
