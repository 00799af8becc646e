"""How clerks lay out a sound return: each maker fills a file and keeps the truth beside it."""

import datetime as dt
import typing

from tests.examiner import clerks, words
from tests.examiner.clerks import YEAR, Clerk, Table
from tests.examiner.sheets import Return, Sheet

CORE = ("date", "outlet", "title")


def some_rows(clerk: Clerk, table: Table, count: int) -> int:
    """Write some plain items, with the odd blank row or subtotal between them."""
    for _ in range(count):
        table.row(clerk.item())
    return count


def new_sheet(file: Return, name: str = "Sheet1") -> Sheet:
    """Add a sheet to a return."""
    sheet = Sheet(name=name)
    file.sheets.append(sheet)
    return sheet


def plain_table(clerk: Clerk, file: Return, *, year: bool = True, needed: tuple[str, ...] = CORE) -> Table:
    """Write a title, headings, items and the lines below."""
    sheet = new_sheet(file, clerk.rng.choice(("Sheet1", "统计表", f"{clerk.month}月")))
    columns = clerks.columns(clerk.rng, *needed)
    clerks.top(clerk, sheet, len(columns), year)
    table = Table(clerk, sheet, columns)
    table.head()
    count = some_rows(clerk, table, clerk.rng.randint(4, 14))
    clerks.bottom(clerk, table, count)
    return table


def plain(clerk: Clerk, file: Return) -> None:
    """Real dates, one row of headings."""
    clerk.days("cell")
    plain_table(clerk, file)


def full_dates(clerk: Clerk, file: Return) -> None:
    """Dates in one of the spellings that name the year."""
    plain_table(clerk, file, year=False)


def short_dates(clerk: Clerk, file: Return) -> None:
    """Dates without a year, which stands in the title."""
    clerk.days(clerk.rng.choice(tuple(words.short_spellings(dt.date(YEAR, 3, 5)))))
    plain_table(clerk, file)


def serial_dates(clerk: Clerk, file: Return) -> None:
    """Dates as bare numbers: serial days or 20190305."""
    clerk.days(clerk.rng.choice(("serial", "number")))
    plain_table(clerk, file)


def mixed_dates(clerk: Clerk, file: Return) -> None:
    """Every row in another spelling, as when several people fill one sheet."""
    sheet = new_sheet(file)
    table = Table(clerk, sheet, clerks.columns(clerk.rng, *CORE))
    clerks.top(clerk, sheet, len(table.columns), True)
    table.head()
    spellings = [
        "cell",
        *words.full_spellings(dt.date(YEAR, 3, 5)),
        *words.short_spellings(dt.date(YEAR, 3, 5)),
    ]
    for _ in range(12):
        clerk.days(clerk.rng.choice(spellings))
        table.row(clerk.item())


def merged_outlets(clerk: Clerk, file: Return) -> None:
    """Outlets joined down over their rows, with subtotals after some."""
    clerk.days(clerk.rng.choice(("month day", "cell", "dot")))
    sheet = new_sheet(file)
    columns = clerks.columns(clerk.rng, *CORE, "author")
    clerks.top(clerk, sheet, len(columns), True)
    table = Table(clerk, sheet, columns)
    table.head()
    subtotals = clerk.rng.random() < 0.5
    for outlet in clerk.rng.sample(tuple(words.OUTLETS), 4):
        first = last = len(sheet.rows) + 1
        count = clerk.rng.randint(1, 5)
        for _ in range(count):
            last = table.row(clerk.item(outlet))
        table.join("outlet", first, last)
        if subtotals:
            cells: list[typing.Any] = [None] * len(columns)
            cells[0], cells[-1] = clerk.rng.choice(("小计", "小 计", "小计：")), count
            sheet.add(cells)
    clerks.bottom(clerk, table, 9)


def merged_dates(clerk: Clerk, file: Return) -> None:
    """Days joined down over the pieces that ran on them."""
    clerk.days(clerk.rng.choice(("month day", "cell", "chinese")))
    sheet = new_sheet(file)
    columns = clerks.columns(clerk.rng, *CORE)
    clerks.top(clerk, sheet, len(columns), True)
    table = Table(clerk, sheet, columns)
    table.head()
    for _ in range(4):
        first = last = len(sheet.rows) + 1
        day = clerk.item().date
        for _ in range(clerk.rng.randint(1, 4)):
            item = clerk.item()
            item.truth["date"], item.written["date"] = day.isoformat(), clerk.day_written(day)
            last = table.row(item)
        table.join("date", first, last)
    clerks.bottom(clerk, table, 9)


def two_headings(clerk: Clerk, file: Return) -> None:
    """Headings over two rows: a group above, single columns joined down."""
    clerk.days(clerk.rng.choice(("cell", "month day", "dot")))
    sheet = new_sheet(file)
    columns = ["number", "title", "outlet", "date", "slot", "author", "form"]
    if clerk.rng.random() < 0.5:
        columns = ["number", "date", "outlet", "slot", "title", "form", "author"]
    clerks.top(clerk, sheet, len(columns), True)
    table = Table(clerk, sheet, columns)
    group = [columns.index(name) for name in ("outlet", "date", "slot")]
    left, right = min(group), max(group)
    upper = [None if left <= place <= right else word for place, word in enumerate(table.headings)]
    upper[left] = clerk.rng.choice(("刊发情况", "采用情况", "发表情况"))
    number = sheet.add(upper)
    sheet.add([word if left <= place <= right else None for place, word in enumerate(table.headings)])
    sheet.merge(number, left + 1, number, right + 1)
    for place in range(len(columns)):
        if not left <= place <= right:
            sheet.merge(number, place + 1, number + 1, place + 1)
    clerks.bottom(clerk, table, some_rows(clerk, table, 8))


def tier_sheets(clerk: Clerk, file: Return) -> None:
    """One sheet per tier, sometimes with last year's kept out of sight."""
    columns = clerks.columns(clerk.rng, *CORE, extra=2)
    names = {"municipal": "市级", "provincial": "省级", "national": "国家级"}
    for tier, name in names.items():
        sheet = new_sheet(file, name + clerk.rng.choice(("", "媒体", "稿件")))
        table = Table(clerk, sheet, columns)
        if clerk.rng.random() < 0.5:
            clerks.top(clerk, sheet, len(columns), True)
        table.head()
        for _ in range(clerk.rng.randint(1, 6)):
            table.row(clerk.item(tier=tier))
    if clerk.rng.random() < 0.5:
        old = Sheet(name="旧数据", hidden=True)
        file.sheets.append(old)
        table = Table(clerk, old, columns)
        table.head()
        table.row(clerk.item(), expected=False)


def outlet_sheets(clerk: Clerk, file: Return) -> None:
    """One sheet per outlet; the outlet stands only in the sheet's name."""
    columns = clerks.columns(clerk.rng, "date", "title", extra=2)
    for outlet in clerk.rng.sample(tuple(words.OUTLETS), 3):
        sheet = new_sheet(file, outlet)
        table = Table(clerk, sheet, columns)
        table.head()
        for _ in range(clerk.rng.randint(1, 5)):
            table.row(clerk.item(outlet))


def outlet_and_page(clerk: Clerk, file: Return) -> None:
    """Outlet and page in one cell: 《许昌日报》3版."""
    sheet = new_sheet(file)
    columns = [name for name in clerks.columns(clerk.rng, *CORE, extra=2) if name != "slot"]
    table = Table(clerk, sheet, columns)
    if clerk.rng.random() < 0.5:
        table.headings[columns.index("outlet")] = clerk.rng.choice(
            ("刊发媒体及版面", "媒体及版次", "媒体（版面）", "刊发媒体、版次")
        )
    clerks.top(clerk, sheet, len(columns), True)
    table.head()
    shape = clerk.rng.choice(
        ("《{o}》{p}", "{o}{p}", "{o} {p}", "{o}（{p}）", "《{o}》 {p}", "{o}，{p}", "{o}第{p}")
    )
    for _ in range(8):
        item = clerk.item(clerk.rng.choice(words.PAPERS))
        page = str(item.truth["slot"])
        number = table.row(item, outlet=shape.format(o=item.outlet, p=page))
        sheet.expected[number]["slot"] = page


def date_and_page(clerk: Clerk, file: Return) -> None:
    """Day and page in one cell: 3月5日头版."""
    sheet = new_sheet(file)
    columns = [name for name in clerks.columns(clerk.rng, *CORE, extra=2) if name != "slot"]
    table = Table(clerk, sheet, columns)
    clerks.top(clerk, sheet, len(columns), True)
    table.head()
    clerk.days(clerk.rng.choice(("month day", "chinese", "dot")))
    for _ in range(6):
        item = clerk.item(clerk.rng.choice(words.PAPERS))
        page = clerk.rng.choice((str(item.truth["slot"]), "头版", "第3版"))
        day = item.written["date"]
        number = table.row(
            item, date=f"{day}{clerk.rng.choice(('', ' ', '，')) if day[-1] == '日' else ' '}{page}"
        )
        sheet.expected[number]["slot"] = page.removeprefix("第")


def month_sections(clerk: Clerk, file: Return) -> None:
    """Rows under the headings of their months, dates with or without a month."""
    sheet = new_sheet(file)
    columns = clerks.columns(clerk.rng, *CORE, extra=2)
    clerks.top(clerk, sheet, len(columns), True)
    table = Table(clerk, sheet, columns)
    table.head()
    clerk.days(clerk.rng.choice(("month day", "dot", "cell", "only day")))
    only = clerk.dates == "only day"
    if only:
        clerk.days("month day")
    for month in (3, 4, 5):
        clerk.month = month
        number = table.line(
            clerk.rng.choice(
                (f"{month}月份", f"{month}月", f"{YEAR}年{month}月", f"{words.chinese(month)}月份")
            )
        )
        if clerk.rng.random() < 0.5:
            sheet.merge(number, 1, number, len(columns))
        for _ in range(3):
            item = clerk.item()
            table.row(item, **({"date": f"{item.date.day}日"} if only else {}))


def outlet_sections(clerk: Clerk, file: Return) -> None:
    """Rows under the headings of their outlets; no column names them."""
    sheet = new_sheet(file)
    columns = clerks.columns(clerk.rng, "date", "title", extra=2)
    table = Table(clerk, sheet, columns)
    clerks.top(clerk, sheet, len(columns), True)
    table.head()
    for place, outlet in enumerate(clerk.rng.sample(tuple(words.OUTLETS), 3)):
        shape = ("{n}、{o}", "{o}", "（{n}）{o}", "{o}：", "《{o}》")[clerk.number % 5]
        number = table.line(shape.format(n=words.chinese(place + 1), o=outlet))
        sheet.merge(number, 1, number, len(columns))
        for _ in range(3):
            table.row(clerk.item(outlet))


def stacked_tables(clerk: Clerk, file: Return) -> None:
    """Two tables one below the other, each with title and headings, columns in another order."""
    sheet = new_sheet(file)
    columns = clerks.columns(clerk.rng, *CORE, extra=2)
    for part in ("一、市级媒体", "二、省级以上媒体"):
        table = Table(clerk, sheet, columns)
        table.line(part)
        table.head()
        some_rows(clerk, table, 4)
        sheet.add([])
        columns = list(columns)
        clerk.rng.shuffle(columns)


def repeated_headings(clerk: Clerk, file: Return) -> None:
    """The headings again before every page of print."""
    sheet = new_sheet(file)
    columns = clerks.columns(clerk.rng, *CORE)
    table = Table(clerk, sheet, columns)
    clerks.top(clerk, sheet, len(columns), True)
    for _ in range(3):
        table.head()
        some_rows(clerk, table, 3)
        if clerk.rng.random() < 0.5:
            sheet.add([None] * len(columns))


def side_by_side(clerk: Clerk, file: Return) -> None:
    """Two tables beside each other with an empty column between them."""
    sheet, columns = new_sheet(file), [*CORE]
    clerk.rng.shuffle(columns)
    table = Table(clerk, sheet, columns)
    sheet.add([*table.headings, None, *table.headings])
    for _ in range(5):
        left, right = clerk.item(), clerk.item()
        number = sheet.add(
            [*(left.written[name] for name in columns), None, *(right.written[name] for name in columns)]
        )
        sheet.expected[number] = table.truth_of(left)
        sheet.expected[-number] = table.truth_of(right)


def tier_columns(clerk: Clerk, file: Return) -> None:
    """Outlets spread over a column per tier; each row fills one of them."""
    sheet = new_sheet(file)
    names = {"municipal": "市级媒体", "provincial": "省级媒体", "national": "国家级媒体"}
    table = Table(clerk, sheet, ("number", "date", "title", *CORE[1:2]))
    sheet.add([*table.headings[:3], *names.values(), "备注"])
    for number in range(1, 9):
        item = clerk.item()
        cells = [item.written["outlet"] if tier == item.truth["tier"] else None for tier in names]
        row = sheet.add([number, item.written["date"], item.written["title"], *cells, None])
        sheet.expected[row] = table.truth_of(item)
