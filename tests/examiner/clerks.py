"""A county clerk at work: one item after the other, in the columns and spellings of the office."""

import dataclasses
import datetime as dt
import random
import typing

from tests.examiner import words
from tests.examiner.sheets import Merge, Sheet, Value

YEAR = 2019


@dataclasses.dataclass
class Item:
    """One piece that ran: the codes that must come out, and the words the clerk writes."""

    date: dt.date
    outlet: str
    title: str
    truth: dict[str, Value]
    written: dict[str, typing.Any]


class Clerk:
    """Writes items, headings and dates; every choice comes from one seed."""

    def __init__(self, seed: int, number: int) -> None:
        """Start with a seed and the number of the file, which keeps titles apart."""
        self.rng = random.Random(seed * 100_003 + number)
        self.number, self.count = number, 0
        self.sender = self.rng.choice(words.COUNTIES)
        self.month = self.rng.randint(1, 11)
        self.dates = self.rng.choice(tuple(words.full_spellings(dt.date(YEAR, 3, 5))))
        self.strange = False

    def days(self, spelling: str) -> None:
        """Write every date one way from here on."""
        self.dates = spelling

    def day_written(self, day: dt.date) -> typing.Any:
        """Return a date the way this clerk writes dates."""
        if self.dates == "cell":
            return day
        if self.dates == "serial":
            return (day - dt.date(1899, 12, 30)).days
        if self.dates == "number":
            return int(f"{day:%Y%m%d}")
        return {**words.full_spellings(day), **words.short_spellings(day)}[self.dates]

    def title(self) -> str:
        """Return a headline that no other row has."""
        self.count += 1
        pick = self.rng.choice
        strange = pick(words.STRANGE) if self.strange and self.rng.random() < 0.6 else ""
        number = f"第{self.number}之{self.count}"
        return (
            f"{strange}{pick(words.DOERS)}{pick(words.DEEDS)} {pick(words.ENDS)}{number}{pick(words.TAILS)}"
        )

    def item(self, outlet: str = "", tier: str = "") -> Item:
        """Return one more piece, of an outlet or a tier where they are given."""
        pick = self.rng.choice
        names = [name for name, (level, _) in words.OUTLETS.items() if not tier or level == tier]
        outlet = outlet or pick(names)
        level, spellings = words.OUTLETS[outlet]
        day = dt.date(YEAR, self.month, self.rng.randint(1, 28))
        form, theme = pick(tuple(words.FORMS)), pick(tuple(words.THEMES))
        page = (
            f"{pick(('', 'A', 'B'))}{self.rng.randint(1, 16)}版"
            if outlet in words.PAPERS
            else pick(("", "早间", "晚八点档"))
        )
        title, author, unit = self.title(), pick(words.AUTHORS), pick(words.COUNTIES)
        url = f"http://www.example.gov.cn/{self.number}/{self.count}.html?id=1&p=2"
        truth = {
            "date": day.isoformat(),
            "outlet": outlet,
            "title": title,
            "form": form,
            "theme": theme,
            "tier": level,
            "unit": unit,
        }
        truth |= {"slot": page or None, "author": author, "url": url}
        written = {
            "date": self.day_written(day),
            "outlet": pick(spellings.split(" ")),
            "title": title,
            "form": pick(words.FORMS[form].split()),
            "theme": words.THEMES[theme],
            "tier": words.TIERS[level].split(" ")[0],
            "unit": unit,
            "slot": page,
            "author": author,
            "url": url,
            "number": None,
            "note": pick(("", "", "转载", "头条")),
        }
        return Item(day, outlet, title, truth, written)


class Table:
    """A table growing on a sheet under its headings, with the truth kept beside it."""

    def __init__(self, clerk: Clerk, sheet: Sheet, columns: typing.Sequence[str]) -> None:
        """Take the sheet to write on and the columns, by field name."""
        self.clerk, self.sheet, self.columns = clerk, sheet, list(columns)
        self.headings = [self._heading(name) for name in self.columns]
        self.numbered = 0

    def _heading(self, name: str) -> str:
        """Return the words above a column."""
        if name == "number":
            return self.clerk.rng.choice(("序号", "编号", "序 号", "No."))
        choices = [
            word for word in words.HEADINGS[name].split() if not (word == "内容" and "theme" in self.columns)
        ]
        choices = [word for word in choices if not (word == "类别" and "tier" in self.columns)]
        if name == "unit":
            choices = [word for word in choices if word != "单位" or "outlet" in self.columns]
        return words.loosened(self.clerk.rng, self.clerk.rng.choice(choices))

    def head(self) -> int:
        """Write the row of headings."""
        return self.sheet.add(list(self.headings))

    def truth_of(self, item: Item, **known: Value) -> dict[str, Value]:
        """Return what must be read: only what stands in a column, or is known from around the table."""
        read = {"date", "outlet", "title", "tier", *self.columns}
        truth = {name: item.truth[name] if name in read else None for name in item.truth}
        if "unit" not in self.columns:
            truth["unit"] = self.clerk.sender
        return truth | known

    def row(self, item: Item, expected: bool = True, **over: typing.Any) -> int:
        """Write one item as a row; `over` replaces cells by field name."""
        self.numbered += 1
        cells = {**item.written, "number": self.numbered, **over}
        number = self.sheet.add([cells[name] for name in self.columns])
        if expected:
            self.sheet.expected[number] = self.truth_of(item)
        return number

    def fault(self, item: Item, field: str, cell: typing.Any) -> int:
        """Write one item with a cell nobody can read."""
        number = self.row(item, expected=False, **{field: cell})
        self.sheet.faults[number] = field
        return number

    def line(self, text: typing.Any, column: int = 1) -> int:
        """Write a row with one cell filled."""
        return self.sheet.add([None] * (column - 1) + [text] + [None] * (len(self.columns) - column))

    def join(self, field: str, first: int, last: int) -> Merge:
        """Join a column's cells over some rows; all but the first lose their content."""
        column = self.columns.index(field) + 1
        for number in range(first + 1, last + 1):
            self.sheet.rows[number - 1][column - 1] = None
        if last > first:
            self.sheet.merge(first, column, last, column)
        return first, column, last, column


def columns(rng: random.Random, *needed: str, extra: int = 4) -> list[str]:
    """Return columns in a clerk's order: the needed ones and some of the others."""
    others = [
        name
        for name in ("form", "theme", "tier", "slot", "author", "url", "unit", "note")
        if name not in needed
    ]
    picked = [*needed, *rng.sample(others, rng.randint(0, extra))]
    rng.shuffle(picked)
    return ["number", *picked] if rng.random() < 0.6 else picked


def top(clerk: Clerk, sheet: Sheet, width: int, year: bool) -> None:
    """Write the lines above a table: title, who reports, when, blank ones."""
    rng = clerk.rng
    when = f"{YEAR}年{clerk.month}月" if year or rng.random() < 0.5 else f"{clerk.month}月份"
    title = rng.choice(
        (
            "{s}{w}宣传报道统计表",
            "{w}{s}稿件刊发情况汇总表",
            "{s}“执行力提升年”活动新闻宣传台账（{w}）",
            "{s}新闻稿件采用情况一览表（{w}）",
        )
    )
    number = sheet.add([title.format(s=clerk.sender, w=when)] + [None] * (width - 1))
    if rng.random() < 0.6:
        sheet.merge(number, 1, number, width)
    if rng.random() < 0.3:
        sheet.add([None] * width)
    if rng.random() < 0.7:
        who = rng.choice(
            ("填报单位：{s}委宣传部", "报送单位：{s}", "填报单位（盖章）：{s}", "单位：{s}")
        ).format(s=clerk.sender)
        day = rng.choice(
            (
                f"填报时间：{YEAR}年{clerk.month}月30日",
                f"时间：{YEAR}.{clerk.month}.29",
                f"报送日期：{YEAR}-{clerk.month:02}-28",
            )
        )
        row: list[str | None] = [who] + [None] * (width - 1)
        if rng.random() < 0.5 and width > 2:
            row[width - 2] = day
        else:
            row[0] = f"{who}      {day}"
        sheet.add(row)


def bottom(clerk: Clerk, table: Table, count: int) -> None:
    """Write the lines below a table: a total, blank rows, notes, signatures."""
    rng, width = clerk.rng, len(table.columns)
    if rng.random() < 0.6:
        cells: list[typing.Any] = [None] * width
        cells[0] = rng.choice(words.TOTALS).format(n=count)
        if rng.random() < 0.6 and width > 2:
            cells[rng.randrange(1, width)] = rng.choice((count, f"{count}篇"))
        table.sheet.add(cells)
    for _ in range(rng.randint(0, 3)):
        if rng.random() < 0.3:
            table.sheet.add([None] * width)
        number = table.line(rng.choice(words.NOTES).format(m=clerk.month, n=count))
        if rng.random() < 0.4:
            table.sheet.merge(number, 1, number, width)
