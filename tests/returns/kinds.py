"""Every kind of county return, made from a seed, with the rows that must come out of it.

Written from the description of what counties send, without a look at the reader it tests.
"""

import io
import itertools
from collections.abc import Callable
from dataclasses import replace

import msoffcrypto
import openpyxl

from tests.returns import formats, words
from tests.returns.formats import Cell, Grid
from tests.returns.setting import Return, Setting, setting
from tests.returns.words import Piece


def _return(at: Setting, extension: str, data: bytes, **truth: object) -> Return:
    return Return(f"{at.unit}{at.month}月稿件.{extension}", data, at.unit, at.year, **truth)


def _rows(made: list[Piece], first: int) -> list[tuple[int, Piece]]:
    return [(first + offset, piece) for offset, piece in enumerate(made)]


def plain(at: Setting) -> Return:
    """Title, sender line, headings, rows with real dates."""
    made = at.pieces()
    fields = at.order("form", "slot", "author", "url")
    table = at.table(made, fields, words.WITH_YEAR["real"])
    blank: list[Cell] = [None] * (len(table[0]) - 1)
    title = f"{at.unit}“执行力提升年”宣传报道统计表"
    rows = [
        [title, *blank],
        [f"填报单位：{at.unit}委宣传部    填报时间：{at.year}年{at.month}月30日", *blank],
    ]
    grid = Grid([*rows, *table], "统计表", merges=[(1, 1, 1, len(table[0]))])
    return _return(at, "xlsx", formats.xlsx([grid]), rows=_rows(made, 4), fields=fields)


def any_date(at: Setting) -> Return:
    """No title line, any style of date that states the year."""
    made, fields = at.pieces(), at.order("form", "author", "tier")
    grid = Grid(at.table(made, fields, at.dates()))
    return _return(at, "xlsx", formats.xlsx([grid]), rows=_rows(made, 2), fields=fields)


def year_from_title(at: Setting) -> Return:
    """Dates without a year; the title line states it."""
    made, fields = at.pieces(), at.order("author")
    style = words.WITHOUT_YEAR[at.rng.choice(list(words.WITHOUT_YEAR))]
    table = at.table(made, fields, style)
    rows = [[f"{at.year}年{at.month}月份{at.unit}稿件刊发情况"], *table]
    return _return(at, "xlsx", formats.xlsx([Grid(rows)]), rows=_rows(made, 3), fields=fields)


def _merged_rows(at: Setting) -> tuple[Grid, list[Piece], int]:
    made: list[Piece] = []
    rows: list[list[Cell]] = [
        [f"{at.year}年{at.month}月份{at.unit}稿件汇总", None, None, None],
        [words.heading(at.rng, name) for name in ("outlet", "date", "title", "author")],
    ]
    merges, first = [(1, 1, 1, 4)], 3
    by_outlet = sorted(at.pieces(8, 14), key=lambda piece: piece.outlet)
    for name, group in itertools.groupby(by_outlet, key=lambda piece: piece.outlet):
        run, top = list(group), len(rows) + 1
        made += run
        for piece in run:
            spelling = words.outlet(at.rng, name) if piece is run[0] else None
            rows.append([spelling, f"{piece.date.month}月{piece.date.day}日", piece.title, piece.author])
        if len(run) > 1:
            merges.append((top, 1, len(rows), 1))
    rows.append(["合计", None, len(made), None])
    rows.append([f"注：以上稿件均已刊发。联系人：{words.NAMES[0]}", None, None, None])
    merges.append((len(rows), 1, len(rows), 4))
    return Grid(rows, merges=merges), made, first


def merged_down(at: Setting) -> Return:
    """One merged outlet cell over its rows, 3月5日, a total and a note."""
    grid, made, first = _merged_rows(at)
    fields = ("outlet", "date", "title", "author")
    return _return(at, "xlsx", formats.xlsx([grid]), rows=_rows(made, first), fields=fields)


def merged_html(at: Setting) -> Return:
    """The same as a page exported by a system, rows spanned."""
    grid, made, first = _merged_rows(at)
    fields = ("outlet", "date", "title", "author")
    data = formats.web_page(grid, "utf-8", declared=True)
    return _return(at, "xls", data, rows=_rows(made, first), fields=fields)


def old_excel(at: Setting) -> Return:
    """BIFF .xls with a blank column and blank rows in between."""
    made, fields = at.pieces(), ("date", "outlet", "title", "tier", "url")
    table = at.table(made, fields, words.WITH_YEAR["real"])
    for row in table:
        row.insert(2, None)
    gap = len(table) // 2
    table.insert(gap, [None] * len(table[0]))
    rows = [[f"{at.unit}宣传稿件统计"], *table]
    truth = [(3 + n + (n + 1 >= gap), piece) for n, piece in enumerate(made)]
    extension = at.rng.choice(("xls", "et"))
    return _return(at, extension, formats.xls([Grid(rows)]), rows=truth, fields=fields)


def web_page(at: Setting) -> Return:
    """HTML named .xls, with and without its charset."""
    made, fields = at.pieces(), at.order("author", "url")
    grid = Grid(at.table(made, fields, at.dates("real", "serial")))
    encoding, declared = at.rng.choice(
        (("gb18030", True), ("gb18030", False), ("utf-8", True), ("utf-8", False))
    )
    data = formats.web_page(grid, encoding, declared=declared)
    return _return(at, "xls", data, rows=_rows(made, 2), fields=fields)


def web_archive(at: Setting) -> Return:
    """A single-file web page named .xls."""
    made, fields = at.pieces(), at.order("slot", "author")
    data = formats.web_archive(Grid(at.table(made, fields, at.dates("real", "serial"))))
    return _return(at, "xls", data, rows=_rows(made, 2), fields=fields)


def xml_2003(at: Setting) -> Return:
    """XML Spreadsheet 2003 named .xls."""
    grid, made, first = _merged_rows(at)
    data = formats.xml_2003([grid])
    return _return(at, "xls", data, rows=_rows(made, first), fields=("outlet", "date", "title", "author"))


def text(at: Setting) -> Return:
    """Tab or comma text in the encodings that Excel and WPS write."""
    made, fields = at.pieces(), at.order("author")
    grid = Grid(at.table(made, fields, at.dates("real", "serial")))
    separator, encoding, extension = at.rng.choice(
        (
            (",", "gb18030", "csv"),
            (",", "utf-8-sig", "csv"),
            (",", "utf-8", "csv"),
            ("\t", "gb18030", "xls"),
            ("\t", "utf-16", "xls"),
            ("\t", "utf-8", "txt"),
        )
    )
    data = formats.text(grid, separator, encoding)
    return _return(at, extension, data, rows=_rows(made, 2), fields=fields)


def open_document(at: Setting) -> Return:
    """A workbook of LibreOffice."""
    made, fields = at.pieces(), at.order("form", "author")
    data = formats.ods([Grid(at.table(made, fields, at.dates()))])
    return _return(at, "ods", data, rows=_rows(made, 2), fields=fields)


def two_heading_rows(at: Setting) -> Return:
    """稿件 over 标题 and 作者, 刊发 over 媒体, 日期 and 版面."""
    made = at.pieces()
    rows: list[list[Cell]] = [
        ["序号", "稿件情况", None, "刊发情况", None, None],
        [
            None,
            words.heading(at.rng, "title"),
            words.heading(at.rng, "author"),
            words.heading(at.rng, "outlet"),
            words.heading(at.rng, "date"),
            words.heading(at.rng, "slot"),
        ],
    ]
    style = at.dates()
    for number, piece in enumerate(made, start=1):
        rows.append(
            [
                number,
                piece.title,
                piece.author,
                words.outlet(at.rng, piece.outlet),
                style(piece.date),
                piece.slot,
            ]
        )
    merges = [(1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 1, 6)]
    if at.rng.random() < 0.5:
        title: list[Cell] = [f"{at.unit}{at.year}年{at.month}月新闻宣传台账", None, None, None, None, None]
        rows.insert(0, title)
        merges = [(1, 1, 1, 6), *((top + 1, left, bottom + 1, right) for top, left, bottom, right in merges)]
    fields = ("title", "author", "outlet", "date", "slot")
    data = formats.xlsx([Grid(rows, merges=merges)])
    return _return(at, "xlsx", data, rows=_rows(made, len(rows) - len(made) + 1), fields=fields)


def tier_sheets(at: Setting) -> Return:
    """One sheet a tier, and last year's on a hidden one."""
    made = at.pieces(10, 16)
    fields = ("date", "outlet", "title", "author")
    grids, truth, style = [], [], at.dates()
    for tier in ("national", "provincial", "municipal"):
        here = [piece for piece in made if piece.tier == tier]
        if here:
            grids.append(Grid(at.table(here, fields, style), words.TIERS[tier]))
            truth += _rows(here, 2)
    old = [replace(piece, date=piece.date.replace(year=2018)) for piece in made[:2]]
    grids.append(Grid(at.table(old, fields, style), "旧数据", hidden=True))
    return _return(at, "xlsx", formats.xlsx(grids), rows=truth, fields=(*fields, "tier"))


def outlet_and_page(at: Setting) -> Return:
    """《许昌日报》3版 in one cell."""
    made = [piece for piece in at.pieces(12, 18) if piece.slot]
    head = ["日期", "标题", at.rng.choice(("刊发媒体及版面", "媒体及版面", "刊发媒体", "媒体版面")), "作者"]
    shape = at.rng.choice(
        ("《{outlet}》{slot}", "{outlet}{slot}", "《{outlet}》 第{slot}", "{outlet}（{slot}）")
    )
    style = at.dates()
    rows = [
        [style(piece.date), piece.title, shape.format(outlet=piece.outlet, slot=piece.slot), piece.author]
        for piece in made
    ]
    fields = ("date", "title", "outlet", "slot", "author")
    return _return(at, "xlsx", formats.xlsx([Grid([head, *rows])]), rows=_rows(made, 2), fields=fields)


def hidden_parts(at: Setting) -> Return:
    """Hidden rows are left out; a hidden column of notes does no harm."""
    made, fields = at.pieces(), ("date", "outlet", "title", "author")
    table = at.table(made, fields, at.dates())
    for row in table:
        row.append("内部备注" if row is table[0] else "勿外传")
    gone = sorted(at.rng.sample(range(2, len(table) + 1), 2))
    grid = Grid(table, hidden_rows=gone, hidden_columns=[len(table[0])])
    kind = at.rng.choice(("xlsx", "xls"))
    data = formats.xlsx([grid]) if kind == "xlsx" else formats.xls([grid])
    truth = [(number, piece) for number, piece in _rows(made, 2) if number not in gone]
    return _return(at, kind, data, rows=truth, fields=fields)


def hostile_text(at: Setting) -> Return:
    """Titles that look like formulas, links or markup are titles."""
    dress = ("=1+1 {}", "+{}", "-{}", "@{}", "<b>{}</b>", "{} & 其他", "'{}", '=HYPERLINK("http://x","{}")')
    made = [
        replace(piece, title=dress[n % len(dress)].format(piece.title)) for n, piece in enumerate(at.pieces())
    ]
    fields = ("date", "outlet", "title", "author")
    data = formats.xlsx([Grid(at.table(made, fields, words.WITH_YEAR["iso"]))])
    return _return(at, "xlsx", data, rows=_rows(made, 2), fields=fields)


def faulty_rows(at: Setting) -> Return:
    """Good rows among rows that must be turned down."""
    made, fields = at.pieces(8, 14), ("date", "outlet", "title", "author")
    style = words.WITH_YEAR[at.rng.choice(("iso", "dots", "hanzi"))]
    rows: list[list[Cell]] = [["日期", "媒体", "标题", "作者"]]
    faults: list[list[Cell]] = [
        [f"{at.year}-02-30", "许昌日报", "日期不存在的一篇（示例）", "示例·某"],
        ["待定", "许昌日报", "日期没有填的一篇（示例）", "示例·某"],
        [None, "许昌日报", "没有日期的一篇（示例）", "示例·某"],
        [style(made[0].date), "某某自媒体", "媒体不在名册的一篇（示例）", "示例·某"],
        [style(made[0].date), "许昌日报", None, "示例·某"],
        [f"{at.year}年13月5日", "许昌晨报", "月份不对的一篇（示例）", "示例·某"],
    ]
    truth, errors = [], []
    for piece in made:
        rows.append([style(piece.date), words.outlet(at.rng, piece.outlet), piece.title, piece.author])
        truth.append((len(rows), piece))
        if faults and at.rng.random() < 0.6:
            rows.append(faults.pop(at.rng.randrange(len(faults))))
            errors.append(len(rows))
    data = formats.xlsx([Grid(rows)])
    return _return(at, "xlsx", data, rows=truth, fields=fields, errors=tuple(errors))


def printed_in_parts(at: Setting) -> Return:
    """A list made for paper: subtotals by outlet, headings repeated on each page, a signature at the end."""
    made, fields = at.pieces(9, 15), ("date", "outlet", "title", "author")
    head, *rows = at.table(made, fields, at.dates())
    width = len(head)
    lines: list[list[Cell]] = [[f"{at.unit}稿件登记簿", *[None] * (width - 1)], head]
    truth = []
    for number, (piece, row) in enumerate(zip(made, rows, strict=True)):
        if number and number % 4 == 0:
            lines.append([at.rng.choice(("小计", "小 计", "本页合计")), *[None] * (width - 2), 4])
            lines.append(list(head))
        lines.append(row)
        truth.append((len(lines), piece))
    lines.append([at.rng.choice(("合计", "总计", "合  计")), *[None] * (width - 2), len(made)])
    lines.append(["填表人：示例·某", None, "审核人：示例·某", *[None] * (width - 3)])
    return _return(at, "xlsx", formats.xlsx([Grid(lines)]), rows=truth, fields=fields)


def under_outlet_headings(at: Setting) -> Return:
    """The outlet stands in a line of its own above its pieces."""
    by_outlet = sorted(at.pieces(8, 12), key=lambda piece: piece.outlet)
    style = at.dates("compact_number", "serial")
    lines: list[list[Cell]] = [["日期", "标题", "作者"]]
    truth = []
    for name, group in itertools.groupby(by_outlet, key=lambda piece: piece.outlet):
        lines.append([words.outlet(at.rng, name), None, None])
        for piece in group:
            lines.append([style(piece.date), piece.title, piece.author])
            truth.append((len(lines), piece))
    fields = ("date", "outlet", "title", "author")
    return _return(at, "xlsx", formats.xlsx([Grid(lines)]), rows=truth, fields=fields)


def counts_only(at: Setting) -> Return:
    """A table of counts holds no pieces."""
    head: list[Cell] = ["单位", "国家级", "省级", "市级", "合计"]
    rows: list[list[Cell]] = [[f"{at.month}月份各单位稿件数量统计", None, None, None, None], head]
    for unit in words.UNITS[:7]:
        counts = [at.rng.randint(0, 9) for _ in range(3)]
        rows.append([unit, *counts, sum(counts)])
    grid = Grid(rows, merges=[(1, 1, 1, 5)])
    return _return(at, "xlsx", formats.xlsx([grid]))


def encrypted(at: Setting) -> Return:
    """A workbook with a password."""
    plain_file = msoffcrypto.OfficeFile(io.BytesIO(plain(at).data))
    locked = io.BytesIO()
    plain_file.encrypt("秘密", locked)
    return _return(at, "xlsx", locked.getvalue(), refused="file.encrypted")


def empty(at: Setting) -> Return:
    """A file of no bytes."""
    return _return(at, "xlsx", b"", refused="file.empty")


def cut_off(at: Setting) -> Return:
    """The first half of a workbook."""
    whole = plain(at).data
    return _return(at, "xlsx", whole[: len(whole) // 2], refused="file.damaged")


def not_a_workbook(at: Setting) -> Return:
    """A picture by another name."""
    data = b"\x89PNG\r\n\x1a\n" + bytes(at.rng.randrange(256) for _ in range(4000))
    return _return(at, "xlsx", data, refused="file.unreadable")


def blank_workbook(at: Setting) -> Return:
    """A workbook with nothing in it."""
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    return _return(at, "xlsx", buffer.getvalue(), refused="file.no_rows")


KINDS: dict[str, Callable[[Setting], Return]] = {
    kind.__name__: kind
    for kind in (
        plain,
        any_date,
        year_from_title,
        merged_down,
        merged_html,
        old_excel,
        web_page,
        web_archive,
        xml_2003,
        text,
        open_document,
        two_heading_rows,
        tier_sheets,
        outlet_and_page,
        hidden_parts,
        hostile_text,
        faulty_rows,
        printed_in_parts,
        under_outlet_headings,
        counts_only,
        encrypted,
        empty,
        cut_off,
        not_a_workbook,
        blank_workbook,
    )
}


def make(kind: str, seed: int) -> Return:
    """The return of one kind and seed."""
    return KINDS[kind](setting(seed))
