"""Returns with something amiss: rows to turn down, to leave out or to refuse, and doubtful ones."""

import typing

from tests.examiner import clerks, words
from tests.examiner.clerks import Clerk, Table
from tests.examiner.layouts import CORE, new_sheet, plain_table, some_rows
from tests.examiner.sheets import ErrorValue, Formula, Return, Sheet

Maker = typing.Callable[[Clerk, Return], None]


def hidden_parts(clerk: Clerk, file: Return) -> None:
    """Hidden rows and sheets are left out unless asked for."""
    clerk.days("cell")
    table = plain_table(clerk, file)
    hidden = clerk.rng.choice(sorted(table.sheet.expected))
    table.sheet.hidden_rows.add(hidden)
    del table.sheet.expected[hidden]
    old = Sheet(name="往年", hidden=True)
    other = Table(clerk, old, CORE)
    other.head()
    other.row(clerk.item(), expected=False)
    file.sheets.append(old)


def strange_text(clerk: Clerk, file: Return) -> None:
    """Titles that look like formulas, markup or entities stay as they are."""
    clerk.strange = True
    plain_table(clerk, file)


def faulty(clerk: Clerk, file: Return) -> None:
    """Good rows among rows that must be turned down."""
    clerk.days(clerk.rng.choice(("dot", "iso", "chinese")))
    sheet = new_sheet(file)
    columns = clerks.columns(clerk.rng, *CORE)
    clerks.top(clerk, sheet, len(columns), True)
    table = Table(clerk, sheet, columns)
    table.head()
    pick = clerk.rng.choice
    for _ in range(14):
        if clerk.rng.random() < 0.6:
            table.row(clerk.item())
            continue
        field = pick(("date", "outlet", "title", "outlet", "date"))
        bad = {
            "date": pick(words.BAD_DATES),
            "outlet": pick(words.BAD_OUTLETS),
            "title": pick(("", None, "  ")),
        }[field]
        table.fault(clerk.item(), field, bad)


def not_computed(clerk: Clerk, file: Return) -> None:
    """Cells that hold an error or a formula nobody has worked out."""
    clerk.days("iso")
    sheet = new_sheet(file)
    table = Table(clerk, sheet, ["number", *CORE, "author"])
    table.head()
    for _ in range(8):
        if clerk.rng.random() < 0.6:
            table.row(clerk.item())
            continue
        field = clerk.rng.choice(CORE)
        cell = (
            ErrorValue()
            if file.writer != "xlsx" or clerk.rng.random() < 0.5
            else Formula("=CONCATENATE(A1,B1)")
        )
        table.fault(clerk.item(), field, cell)


def counts(clerk: Clerk, file: Return) -> None:
    """A table of counts: no piece in it."""
    sheet = new_sheet(file)
    sheet.add([f"{clerk.month}月份{clerk.sender}各单位稿件数量统计"])
    levels = clerk.rng.choice(
        (("国家级", "省级", "市级"), ("许昌日报", "许昌晨报", "许昌电视台"), ("消息", "通讯", "评论"))
    )
    sheet.add([clerk.rng.choice(("单位", "乡镇", "部门")), *levels, "合计"])
    for name in words.COUNTIES[:7]:
        numbers = [clerk.rng.randint(0, 9) for _ in levels]
        sheet.add([name, *numbers, sum(numbers)])
    file.no_rows = True


def duplicates(clerk: Clerk, file: Return) -> None:
    """A piece listed twice in one file is one piece."""
    table = plain_table(clerk, file)
    first = min(table.sheet.expected)
    table.sheet.rows.insert(max(table.sheet.expected), list(table.sheet.rows[first - 1]))
    table.sheet.merges = [m for m in table.sheet.merges if m[0] <= first]


def several_outlets(clerk: Clerk, file: Return) -> None:
    """Two outlets in one cell: nothing says which outcome is right, nothing else may come out."""
    sheet = new_sheet(file)
    table = Table(clerk, sheet, [*CORE])
    table.head()
    some_rows(clerk, table, 4)
    for cell in ("许昌日报、许昌晨报", "大河网/映象网", "许昌日报，大河网"):
        sheet.undecided.add(table.row(clerk.item(), expected=False, outlet=cell))
    for day in ("3月5日-7日", "3月5日、8日", "3月"):
        sheet.undecided.add(table.row(clerk.item(), expected=False, date=day))


def ditto(clerk: Clerk, file: Return) -> None:
    """同上 and ditto marks: above, or turned down, but nothing else."""
    sheet = new_sheet(file)
    table = Table(clerk, sheet, [*CORE])
    table.head()
    for mark in ("同上", "〃", "″", '"'):
        outlet = clerk.item().outlet
        table.row(clerk.item(outlet))
        sheet.undecided.add(table.row(clerk.item(outlet), expected=False, outlet=mark))


def no_rows(clerk: Clerk, file: Return) -> None:
    """A workbook with nothing in it, or nothing but a title."""
    sheet = new_sheet(file)
    if clerk.number % 2:
        sheet.add(["本月无稿件"])
    file.refused = ("file.no_rows", "file.empty")


def no_headings(clerk: Clerk, file: Return) -> None:
    """No headings at all: rows may come out right or not at all, never wrong."""
    sheet = new_sheet(file)
    table = Table(clerk, sheet, ["number", *CORE])
    for _ in range(5):
        sheet.undecided.add(table.row(clerk.item(), expected=False))
    file.no_rows = True


def wrong_file(code: str) -> Maker:
    """Return the maker of a file that must be refused by a code."""

    def make(clerk: Clerk, file: Return) -> None:
        """Write a sound table into a file that cannot be opened."""
        plain_table(clerk, file)
        for sheet in file.sheets:
            sheet.expected.clear()
        file.refused = tuple(code.split("|"))

    return make
