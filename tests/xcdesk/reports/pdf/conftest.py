"""A realistic issue, and a ruler that measures a printed file as a reader sees it."""

import ctypes
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from xcdesk.reports.pdf.issue import Distribution, Issue, Printed, print_issue
from xcdesk.texts.documents import Document, from_text

MM = 72 / 25.4
_HYPHENS = (0x02, 0xFFFE)  # what the reader tells of a hyphen at the end of a line
NAMES = "祎翀珺旻堃喆𬀩𣲗𬱖𬇙𬣙"
BODY = (
    "市提升年活动领导小组办公室坚持问题导向，把群众反映的“办事难、办事慢”作为突破口，组织暗访组深入市直单位和各县"
    "（市、区）服务窗口，共暗访单位126个，发现问题218个，已整改203个，整改率93.1%。联络员祎翀珺旻𬀩𣲗介绍，下一步将严格"
    "落实《许昌市执行力提升年活动实施方案》（许政办〔2026〕18号）要求——持续加压、久久为功……确保各项承诺事项于2026年12月"
    "31日前全部兑现。"
)
UNITS = ("禹州市", "市人力资源社会保障局", "经济技术开发区", "国网许昌供电公司")


@dataclass(frozen=True)
class Char:
    """One drawn character: its text, its origin in mm from the paper's left and top, its size in pt."""

    text: str
    x: float
    y: float
    size: float
    ink: tuple[float, float, float, float]  # left, top, right, bottom in mm


@dataclass(frozen=True)
class TextLine:
    """Characters on one baseline, left to right."""

    chars: tuple[Char, ...]

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(char.text for char in self.chars)

    @property
    def top(self) -> float:
        """Top of the em box of its largest character, mm."""
        size = max(char.size for char in self.chars)
        return self.chars[0].y - 0.88 * size / MM

    @property
    def bottom(self) -> float:
        """Bottom of that em box, mm."""
        return self.top + max(char.size for char in self.chars) / MM

    @property
    def right(self) -> float:
        """Right edge of the last em box, mm; only true when a full-width character stands there."""
        return self.chars[-1].x + self.chars[-1].size / MM


@dataclass(frozen=True)
class Rule:
    """A straight rule: its middle height, its ends and its thickness, in mm."""

    y: float
    left: float
    right: float
    thickness: float


@dataclass(frozen=True)
class Sheet:
    """One printed page as measured."""

    lines: tuple[TextLine, ...]
    rules: tuple[Rule, ...]

    @property
    def text(self) -> str:
        """All it says, from top to bottom."""
        return "".join(line.text for line in self.lines)

    @property
    def body(self) -> tuple[TextLine, ...]:
        """Lines within the type area, without the page number."""
        return tuple(line for line in self.lines if line.chars[0].y < 263)

    @property
    def number(self) -> TextLine | None:
        """The page number, if any."""
        found = [line for line in self.lines if line.chars[0].y >= 263]
        return found[0] if found else None


def measure(pdf: bytes) -> list[Sheet]:
    """Every page of ``pdf`` with its lines from top to bottom."""
    document = pdfium.PdfDocument(pdf)
    sheets = []
    for page in document:
        height = page.get_height()
        chars = sorted(_chars(page, height), key=lambda char: (round(char.y, 1), char.x))
        lines = tuple(
            TextLine(tuple(group)) for _, group in groupby(chars, key=lambda char: round(char.y, 1))
        )
        sheets.append(Sheet(lines, tuple(_rules(page, height))))
        page.close()
    document.close()
    return sheets


def _chars(page: pdfium.PdfPage, height: float) -> Iterator[Char]:
    text = page.get_textpage()
    high = None
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if raw.FPDFText_IsGenerated(text, index) == 1 or chr(code).isspace():
            continue
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        if code in _HYPHENS:
            code = ord("-")
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        left, bottom, right, top = text.get_charbox(index)
        ink = (left / MM, (height - top) / MM, right / MM, (height - bottom) / MM)
        size = raw.FPDFText_GetFontSize(text, index)
        yield Char(chr(code), x.value / MM, (height - y.value) / MM, size, ink)
    text.close()


def _rules(page: pdfium.PdfPage, height: float) -> Iterator[Rule]:
    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = path.get_bounds()
        width = ctypes.c_float()
        raw.FPDFPageObj_GetStrokeWidth(path, width)
        if right - left > top - bottom:
            middle = (height - (top + bottom) / 2) / MM
            yield Rule(middle, (left) / MM, (right) / MM, width.value / MM)


def long_text() -> str:
    """Text of six pages and more: sections, titles of one to three lines, a table over two pages."""
    parts = []
    for section, title in (
        ("部门新举措", "承诺办结时限由七日压到三日"),
        ("县市区动态", "禹州市“最多跑一次”清单上墙公开　群众办事不再跑冤枉路"),
        (
            "群众意见办理",
            "关于进一步做好执行力提升年活动宣传报道工作推动机关作风根本好转的几点建议和下一步打算安排",
        ),
    ):
        parts += [f"## {section}", f"# {title}", "> 许昌日报社（示例）", f"编者按：{BODY}", "一、主要做法"]
        parts += [BODY[9:], "（一）强化组织领导", BODY, "二、取得成效", BODY[27:], BODY[3:]]
        parts += [
            "详见https://www.xuchang.gov.cn/zhuanti/zxlts2026/index.html?from=neibucankao&page=12，欢迎阅读。"
        ]
    parts += ["## 数字", "# 各单位报送采用情况", "! 附表　各单位报送采用情况"]
    parts += ["| 序号 | 单位 | 报送 | 采用 | 采用率 | 备注 |"]
    for n in range(1, 41):
        remark = "同稿多发，按篇计一次，按次计三次" if n % 5 else ""
        parts.append(f"| {n} | {UNITS[n % 4]} | {n * 3} | {n + 2} | {30 + n / 10:.1f}% | {remark} |")
    return "\n".join([*parts, "^ 口径：同一稿件在多家媒体刊播计1篇、多次。数据截至2026年4月12日24时。"])


def sample_issue() -> Issue:
    """An issue with everything that stands around its text."""
    return Issue(
        masthead="内部参考",
        number=12,
        running=36,
        issuer="示例市执行力提升年活动领导小组办公室",
        day=dt.date(2026, 4, 13),
        classification="内部资料　注意保存",
        copy_number=12,
        distribution=Distribution(
            report="市委、市人大、市政府、市政协领导同志，市提升年活动领导小组成员。",
            send="市直有关单位，各县（市、区）党委、政府，许昌日报社、许昌广播电视台。",
            issue="各乡镇（街道），各新闻网站，活动联络员。",
            copies=160,
        ),
        imprint="市提升年活动领导小组办公室",
        contents=True,
        audit_anchor="a1b2c3d4e5f6 1204",
    )


@pytest.fixture(scope="session")
def issue() -> Issue:
    return sample_issue()


@pytest.fixture(scope="session")
def long_document() -> Document:
    return from_text(long_text())


@pytest.fixture(scope="session")
def printed(issue: Issue, long_document: Document) -> Printed:
    return print_issue(issue, long_document)


@pytest.fixture(scope="session")
def sheets(printed: Printed) -> list[Sheet]:
    return measure(printed.pdf)


@pytest.fixture(scope="session")
def sheets_of(issue: Issue) -> Callable[..., list[Sheet]]:
    """Prints a text in the light markup and measures it; keywords change the issue."""

    def build(text: str, **changes: object) -> list[Sheet]:
        return measure(print_issue(replace(issue, **changes), from_text(text)).pdf)

    return build


@pytest.fixture(scope="session")
def measured() -> Callable[[bytes], list[Sheet]]:
    """Measures a printed file."""
    return measure
