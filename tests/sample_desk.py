"""Who fills in an invented county return: its unit, its words, its habits, and what must come out of it."""

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

OUTLETS = {
    "许昌日报": ("municipal", True, ("《许昌日报》", "许昌日报社", "许昌 日报", "日报", "许报")),
    "许昌晨报": ("municipal", True, ("《许昌晨报》", "晨报")),
    "许昌人民广播电台": ("municipal", False, ("许昌电台", "市电台", "许昌广播电台")),
    "许昌电视台": ("municipal", False, ("许昌台", "市电视台", "许昌市电视台")),
    "许昌廉政网": ("municipal", False, ("廉政网",)),
    "河南日报": ("provincial", True, ("《河南日报》", "河南　日报")),
    "大河网": ("provincial", False, ("大河网站", "大河 网")),
    "人民日报": ("national", True, ("《人民日报》", "人民日报社")),
}
FORMS = {
    "news": ("消息", "新闻", "简讯"),
    "feature": ("通讯", "特写", "深度报道"),
    "commentary": ("评论", "时评"),
    "interview": ("专访", "访谈"),
    "psa": ("公益广告",),
}
TIERS = {"municipal": "市级", "provincial": "省级", "national": "国家级"}
PLACES = [
    "政务服务大厅",
    "不动产登记中心",
    "市场监管所",
    "税务分局",
    "便民服务中心",
    "供电所",
    "重点项目指挥部",
    "教体局",
    "水务局",
    "交警大队",
]
ACTS = [
    "推行首问负责制",
    "压缩审批时限",
    "推进一网通办",
    "清理积压事项",
    "公开服务承诺",
    "启动暗访督查",
    "组织企业家座谈",
    "落实容缺受理",
    "建立项目例会",
]
EFFECTS = ["三天变半天", "群众少跑腿", "企业点赞", "办事不再求人", "项目提前开工", "承诺全部兑现"]
PEOPLE = [f"示例·{name}某" for name in "王李张刘陈杨赵黄周吴"]
WORDS = {
    "date": ("刊发日期", "刊播日期", "见报时间", "发布时间", "采用日期", "日期", "时间", "刊登日期"),
    "outlet": ("媒体名称", "刊发媒体", "发布媒体", "采用媒体", "媒体", "发布平台", "刊登媒体"),
    "title": ("标题", "稿件标题", "稿件题目", "新闻标题", "文章标题", "题目", "信息标题"),
    "form": ("体裁", "报道形式", "稿件体裁"),
    "slot": ("版面", "版次", "栏目/版面"),
    "author": ("作者", "撰稿人", "供稿人", "作者姓名"),
    "tier": ("级别", "媒体级别", "层级"),
    "url": ("链接", "网址", "网页链接"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One row as it must come out."""

    date: dt.date
    outlet: str
    title: str
    form: str
    slot: str
    author: str
    url: str

    @property
    def tier(self) -> str:
        """Tier of its outlet."""
        return OUTLETS[self.outlet][0]


@dataclass(frozen=True, slots=True)
class Expected:
    """What must come out of one file: rows with these fields, error rows by number, kind, refusal."""

    file: str
    sender: str
    rows: Sequence[Piece] = ()
    fields: Sequence[str] = ("date", "outlet", "title")
    error_rows: Sequence[int] = ()
    refused: str | None = None
    tally: bool = False


@dataclass(slots=True)
class Desk:
    """Somebody who fills in a return: where it goes, for which unit and month, with which habits."""

    folder: Path
    unit: str
    month: int
    random: random.Random
    words: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.words = {name: self.random.choice(choices) for name, choices in WORDS.items()}

    def heads(self, *fields: str) -> list[str]:
        """Headings for these fields, in this desk's words."""
        return [self.words[name] for name in fields]

    def pieces(self, count: int, outlets: Sequence[str] = tuple(OUTLETS)) -> list[Piece]:
        """Invented pieces of this desk's month; now and then one title runs in several outlets."""
        made: dict[tuple[dt.date, str, str], Piece] = {}
        title, day = self._title(), self._day()
        while len(made) < count:
            if not made or self.random.random() > 0.2:
                title, day = self._title(), self._day()
            outlet = self.random.choice(outlets)
            page = (
                f"{self.random.randint(1, 16)}版"
                if outlet != "许昌晨报"
                else f"A{self.random.randint(1, 16):02}版"
            )
            piece = Piece(
                day, outlet, title, self.random.choice(list(FORMS)), page if OUTLETS[outlet][1] else "",
                self.random.choice(PEOPLE), f"http://www.example.gov.cn/{day:%Y%m}/{len(made) + 1}.html",
            )  # fmt: skip
            made.setdefault((day, outlet, title), piece)
        return list(made.values())

    def _day(self) -> dt.date:
        return dt.date(2019, self.month, self.random.randint(1, 28))

    def _title(self) -> str:
        stem = self.unit + self.random.choice(PLACES) if self.unit[-1] in "市县区" else self.unit
        part = self.random.choice(["", "", "（上）", "（之二）", f"（第{self.random.randint(2, 90)}期）"])
        return f"{stem}{self.random.choice(ACTS)} {self.random.choice(EFFECTS)}{part}"

    def outlet(self, piece: Piece) -> str:
        """The outlet in one of its spellings."""
        return self.random.choice((piece.outlet, *OUTLETS[piece.outlet][2]))

    def form(self, piece: Piece) -> str:
        """The form in one of its spellings."""
        return self.random.choice(FORMS[piece.form])
