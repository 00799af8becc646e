"""Habits of single offices: what stands around, between and within the cells of an otherwise plain return."""

from tests.examiner import clerks, words
from tests.examiner.clerks import YEAR, Clerk, Table
from tests.examiner.layouts import CORE, new_sheet, plain_table, some_rows
from tests.examiner.sheets import Return

TOWNS = ("张潘镇", "文峰街道办事处", "陈化店镇人民政府", "县教体局", "五女店镇")


def _table(clerk: Clerk, file: Return, *needed: str, extra: int = 2) -> Table:
    """Begin a table with its title and headings."""
    sheet = new_sheet(file)
    columns = clerks.columns(clerk.rng, *CORE, *needed, extra=extra)
    clerks.top(clerk, sheet, len(columns), True)
    table = Table(clerk, sheet, columns)
    table.head()
    return table


def broken_cells(clerk: Clerk, file: Return) -> None:
    """Line ends and spaces inside cells, as narrow columns tempt to."""
    table = _table(clerk, file, "author")
    clerk.days("chinese")
    for _ in range(6):
        item = clerk.item()
        day, outlet = str(item.written["date"]), str(item.written["outlet"])
        cut = clerk.rng.choice(("\n", "\r\n", " ", "　", "\xa0"))
        over = {"date": day.replace("年", f"年{cut}"), "outlet": outlet[:2] + cut + outlet[2:]}
        table.row(item, **over, author=f" {item.truth['author']} ")


def towns(clerk: Clerk, file: Return) -> None:
    """A column of towns and offices that are on no roster: the piece is the sender's."""
    table = _table(clerk, file, "unit")
    for _ in range(6):
        number = table.row(clerk.item(), unit=clerk.rng.choice(TOWNS))
        table.sheet.expected[number]["unit"] = clerk.sender


def instructions(clerk: Clerk, file: Return) -> None:
    """Instructions above, an example row, numbers of columns under the headings, a page of lists behind."""
    sheet = new_sheet(file)
    columns = ["number", *clerks.columns(clerk.rng, *CORE, extra=2)]
    columns = list(dict.fromkeys(columns))
    clerks.top(clerk, sheet, len(columns), True)
    for line in (
        "填表说明：",
        "1.日期填写刊发当日，如2019-03-05；",
        "2.媒体名称须填写全称。",
        "3.标题不加书名号。",
    ):
        sheet.add([line] + [None] * (len(columns) - 1))
    table = Table(clerk, sheet, columns)
    table.head()
    if clerk.rng.random() < 0.5:
        sheet.add([number + 1 for number in range(len(columns))])
    else:
        table.numbered = 0
        table.row(clerk.item(), expected=False, number="例")
    some_rows(clerk, table, 5)
    if file.writer in ("xlsx", "xls", "ods", "xml", "xlsm"):
        lists = new_sheet(file, "填报说明")
        lists.add(["媒体名称", "层级", "体裁"])
        lists.add(["许昌日报", "市级", "消息"])
        lists.add(["大河网", "省级", "评论"])


def counts_and_pieces(clerk: Clerk, file: Return) -> None:
    """Counts on the first sheet, the pieces themselves on the second."""
    first = new_sheet(file, "汇总")
    first.add([f"{YEAR}年{clerk.month}月{clerk.sender}稿件统计"])
    first.add(["媒体", "篇数", "备注"])
    for outlet in list(words.OUTLETS)[:5]:
        first.add([outlet, clerk.rng.randint(0, 9), None])
    first.add(["合计", 20, None])
    second = new_sheet(file, "明细")
    table = Table(clerk, second, clerks.columns(clerk.rng, *CORE))
    table.head()
    some_rows(clerk, table, 6)


def counts_below(clerk: Clerk, file: Return) -> None:
    """The pieces, and below them a small table of counts."""
    table = _table(clerk, file)
    some_rows(clerk, table, 5)
    table.sheet.add([])
    table.sheet.add(["媒体", "数量", "备注"][: len(table.columns)])
    for outlet in list(words.OUTLETS)[:3]:
        table.sheet.add([outlet, clerk.rng.randint(1, 9)])
    table.sheet.add(["合计", 12])


def signed_days(clerk: Clerk, file: Return) -> None:
    """Moments of a system export, days after them in words, and a day and office in place of a signature."""
    table = _table(clerk, file)
    for _ in range(5):
        item = clerk.item()
        day = item.date
        chinese = f"{day.year}年{day.month}月{day.day}日"
        exported = (
            f"{day} 08:30:15.0",
            f"{day}T00:00:00",
            f"{day:%Y/%m/%d} 00:00",
            f"{day.day}-{day:%b}-{day:%y}",
        )
        shapes = (*exported, f"{chinese}刊发", f"{chinese}（周{'一二三四五六日'[day.weekday()]}）")
        table.row(item, date=clerk.rng.choice(shapes))
    for line in (f"{clerk.sender}委宣传部", f"{YEAR}年{clerk.month}月30日"):
        table.line(line, column=len(table.columns))


def numbered_titles(clerk: Clerk, file: Return) -> None:
    """Quoted titles and remarks beside outlets; nothing of a title is taken away."""
    table = _table(clerk, file)
    clerk.days("iso")
    for _ in range(6):
        item = clerk.item()
        shape = clerk.rng.choice(("《{t}》", "“{t}”", "【{t}】", "{t} （许昌日报）", "{t}3月5日见效"))
        title = shape.format(t=item.title)
        item.truth["title"] = title
        remark = clerk.rng.choice(("", "（转载）", "（首发）"))
        table.row(item, title=title, outlet=f"{item.outlet}{remark}")


def hidden_columns(clerk: Clerk, file: Return) -> None:
    """A hidden column of authors is not read."""
    clerk.days("cell")
    table = plain_table(clerk, file, needed=(*CORE, "author"))
    table.sheet.hidden_columns.add(table.columns.index("author") + 1)
    for truth in table.sheet.expected.values():
        truth["author"] = None


def split_dates(clerk: Clerk, file: Return) -> None:
    """Month and day in columns of their own."""
    sheet = new_sheet(file)
    table = Table(clerk, sheet, ["number", *CORE])
    sheet.add([f"{YEAR}年{clerk.sender}报送情况"])
    sheet.add(["序号", "月", "日", "媒体", "标题"])
    for number in range(1, 7):
        item = clerk.item()
        row = sheet.add([number, item.date.month, item.date.day, item.written["outlet"], item.title])
        sheet.expected[row] = table.truth_of(item)


def cards(clerk: Clerk, file: Return) -> None:
    """One form per piece, label beside label: rows may come out right or not at all."""
    sheet = new_sheet(file)
    for _ in range(2):
        item = clerk.item()
        for label, name in (("标题", "title"), ("媒体", "outlet"), ("日期", "date"), ("作者", "author")):
            sheet.undecided.add(sheet.add([label, item.written[name]]))
        sheet.add([])
    file.no_rows = True


def two_programmes(clerk: Clerk, file: Return) -> None:
    """Outlet and programme in one cell: 许昌电视台《焦点30分》."""
    sheet = new_sheet(file)
    table = Table(clerk, sheet, [*CORE])
    table.head()
    pairs = (("许昌电视台", "焦点30分"), ("许昌电视台", "许昌零距离"), ("许昌人民广播电台", "行风热线"))
    for _ in range(6):
        outlet, programme = clerk.rng.choice(pairs)
        shape = clerk.rng.choice(("{o}《{p}》", "{o}{p}", "{o}“{p}”栏目", "{o}（{p}）", "{o} {p}"))
        item = clerk.item(outlet)
        number = table.row(item, outlet=shape.format(o=outlet, p=programme))
        sheet.expected[number]["programme"] = programme


def last_year(clerk: Clerk, file: Return) -> None:
    """A return of December filled in in January."""
    sheet = new_sheet(file)
    clerk.month = 12
    file.stem = f"{clerk.sender}12月报表v{clerk.number}x"
    sheet.add([f"{clerk.sender}12月份稿件统计表"])
    sheet.add([f"填报单位：{clerk.sender}", None, f"填报时间：{YEAR}年1月3日"])
    table = Table(clerk, sheet, [*CORE])
    table.head()
    for _ in range(5):
        item = clerk.item()
        day = item.date.replace(year=YEAR - 1)
        number = table.row(item, date=f"{day.month}月{day.day}日")
        sheet.expected[number]["date"] = day.isoformat()
