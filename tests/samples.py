"""Invented county returns of every shape that imports.md names, with the rows that must come out of each.

Run as a program it writes the samples that ship: ``python -m tests.samples resources/samples``.
"""

import datetime as dt
import random
import sys
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from pathlib import Path

import openpyxl
import xlwt
from openpyxl.worksheet.worksheet import Worksheet

from tests.sample_desk import OUTLETS, TIERS, Desk, Expected, Piece


def _merge_down(sheet: Worksheet, column: str, groups: Sequence[int], first: int) -> None:
    for size in groups:
        if size > 1:
            sheet.merge_cells(f"{column}{first}:{column}{first + size - 1}")
        first += size


def plain(desk: Desk) -> Expected:
    """Title lines, real dates, a running number."""
    rows, name = desk.pieces(18), f"{desk.unit}2019年{desk.month}月宣传报道统计表.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "统计表"
    sheet.append([f"{desk.unit}“执行力提升年”活动宣传报道统计表"])
    sheet.append([f"填报单位：{desk.unit}", None, None, None, None, f"填报时间：2019年{desk.month}月29日"])
    sheet.append(["序号", *desk.heads("date", "outlet", "title", "form", "slot", "author"), "备注"])
    for number, piece in enumerate(rows, 1):
        day = dt.datetime.combine(piece.date, dt.time())
        sheet.append(
            [number, day, desk.outlet(piece), piece.title, desk.form(piece), piece.slot, piece.author, ""]
        )
    sheet.merge_cells("A1:H1")
    book.save(desk.folder / name)
    return Expected(name, desk.unit, rows, ("date", "outlet", "title", "form", "slot", "author"))


def merged(desk: Desk) -> Expected:
    """The outlet merged down, days without a year, a total and notes."""
    rows = sorted(desk.pieces(16), key=lambda piece: list(OUTLETS).index(piece.outlet))
    name = f"{desk.unit}（{desk.month}月份）报送汇总.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([f"2019年{desk.month}月份{desk.unit}稿件刊发情况汇总表"])
    sheet.append(desk.heads("outlet", "date", "title", "slot", "author"))
    sizes: dict[str, int] = {}
    for piece in rows:
        day = f"{piece.date.month}月{piece.date.day}日"
        outlet = desk.outlet(piece) if piece.outlet not in sizes else None
        sheet.append([outlet, day, piece.title, piece.slot, piece.author])
        sizes[piece.outlet] = sizes.get(piece.outlet, 0) + 1
    sheet.append(["合计", None, len(rows), None, None])
    sheet.append(["注：以上稿件均已刊发，转载不重复计算。联系人：示例·孙某"])
    _merge_down(sheet, "A", list(sizes.values()), 3)
    sheet.merge_cells("A1:E1")
    book.save(desk.folder / name)
    return Expected(name, desk.unit, rows, ("date", "outlet", "title", "slot", "author"))


def biff(desk: Desk, suffix: str = "xls") -> Expected:
    """An old workbook with a merged title and a gap between its columns."""
    rows, name = desk.pieces(18), f"{desk.unit}2019年{desk.month}月报表.{suffix}"
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Sheet1")
    sheet.write_merge(0, 0, 0, 6, f"{desk.unit}宣传稿件统计")
    date, outlet, title, tier, url = desk.heads("date", "outlet", "title", "tier", "url")
    for column, head in enumerate(["编号", date, "", outlet, title, tier, url]):
        sheet.write(1, column, head)
    style = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for row, piece in enumerate(rows, 2):
        sheet.write(row, 0, row - 1)
        sheet.write(row, 1, piece.date, style)
        for column, text in (
            (3, desk.outlet(piece)),
            (4, piece.title),
            (5, TIERS[piece.tier]),
            (6, piece.url),
        ):
            sheet.write(row, column, text)
    book.save(str(desk.folder / name))
    return Expected(name, desk.unit, rows, ("date", "outlet", "title", "tier", "url"))


def et(desk: Desk) -> Expected:
    """The same from WPS."""
    return biff(desk, "et")


def _html(desk: Desk, rows: Sequence[Piece], head: str = "") -> str:
    title, outlet, date, author = desk.heads("title", "outlet", "date", "author")
    lines = [
        f"<tr><td>{number}</td><td>{piece.title}</td><td>{desk.outlet(piece)}</td>"
        f"<td>{piece.date:%Y.%m.%d}</td><td>{piece.author}</td></tr>"
        for number, piece in enumerate(rows, 1)
    ]
    heads = "".join(f"<th>{word}</th>" for word in ("序号", title, outlet, date, author))
    top = f"<tr><td colspan=5>{desk.unit}信息报送台账</td></tr><tr>{heads}</tr>"
    return f"<html><head>{head}</head><body><table border=1>{top}{''.join(lines)}</table></body></html>"


def html_gbk(desk: Desk) -> Expected:
    """A web page named .xls, in GBK, which does not say so."""
    rows, name = desk.pieces(14), f"{desk.unit}系统导出{desk.month}月.xls"
    (desk.folder / name).write_bytes(_html(desk, rows).encode("gb18030"))
    return Expected(name, desk.unit, rows, ("date", "outlet", "title", "author"))


def html_declared(desk: Desk) -> Expected:
    """A web page named .xls that declares its encoding."""
    rows, name = desk.pieces(9), f"{desk.unit}系统导出{desk.month}月b.xls"
    head = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
    (desk.folder / name).write_text(_html(desk, rows, head), "utf-8")
    return Expected(name, desk.unit, rows, ("date", "outlet", "title", "author"))


def mht(desk: Desk) -> Expected:
    """A web archive named .xls."""
    rows, name = desk.pieces(10), f"{desk.unit}网页导出{desk.month}月.xls"
    message = EmailMessage()
    message["MIME-Version"] = "1.0"
    message.make_related()
    page = EmailMessage()
    page.set_content(_html(desk, rows), subtype="html", charset="utf-8", cte="base64")
    message.attach(page)
    (desk.folder / name).write_bytes(message.as_bytes())
    return Expected(name, desk.unit, rows, ("date", "outlet", "title", "author"))


def xml2003(desk: Desk) -> Expected:
    """XML Spreadsheet 2003 named .xls."""
    rows, name = desk.pieces(14), f"{desk.unit}{desk.month}月份稿件.xls"
    lines = [desk.heads("date", "outlet", "title", "author")]
    lines += [[piece.date.isoformat(), desk.outlet(piece), piece.title, piece.author] for piece in rows]
    body = "".join(
        "<Row>" + "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in line) + "</Row>"
        for line in lines
    )
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    text = (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        f'<Workbook xmlns="{space}" xmlns:ss="{space}">'
        f'<Worksheet ss:Name="Sheet1"><Table>{body}</Table></Worksheet></Workbook>'
    )
    (desk.folder / name).write_text(text, "utf-8")
    return Expected(name, desk.unit, rows, ("date", "outlet", "title", "author"))


def _wide(digits: str) -> str:
    return digits.translate({ord("0") + digit: ord("０") + digit for digit in range(10)})


def _text(desk: Desk, rows: Sequence[Piece], separator: str) -> str:
    lines = [desk.heads("date", "outlet", "title", "author")]
    for piece in rows:
        day = f"{piece.date:%Y%m%d}"
        lines.append([desk.random.choice([day, _wide(day)]), desk.outlet(piece), piece.title, piece.author])
    return "\r\n".join(separator.join(line) for line in lines) + "\r\n"


def _text_kind(suffix: str, encoding: str, separator: str) -> Callable[[Desk], Expected]:
    def build(desk: Desk) -> Expected:
        rows, name = desk.pieces(16), f"{desk.unit}{desk.month}月{suffix}"
        (desk.folder / name).write_bytes(_text(desk, rows, separator).encode(encoding))
        return Expected(name, desk.unit, rows, ("date", "outlet", "title", "author"))

    return build


csv_gb18030 = _text_kind(".csv", "gb18030", ",")
csv_utf8 = _text_kind("u.csv", "utf-8-sig", ",")
text_gbk = _text_kind("g.xls", "gb18030", "\t")
text_utf16 = _text_kind("t.xls", "utf-16", "\t")


def two_rows(desk: Desk) -> Expected:
    """Two heading rows with merged parents."""
    rows, name = desk.pieces(16), f"{desk.unit}2019年{desk.month}月报送表.xlsx"
    date, outlet, slot, title, form, author = desk.heads("date", "outlet", "slot", "title", "form", "author")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([f"{desk.unit}2019年{desk.month}月新闻宣传工作统计表"])
    sheet.append(["序号", "刊发情况", None, None, "稿件情况", None, author])
    sheet.append([None, date, outlet, slot, title, form, None])
    for number, piece in enumerate(rows, 1):
        day = f"{piece.date.month}.{piece.date.day}"
        sheet.append(
            [number, day, desk.outlet(piece), piece.slot, piece.title, desk.form(piece), piece.author]
        )
    for area in ("A1:G1", "A2:A3", "B2:D2", "E2:F2", "G2:G3"):
        sheet.merge_cells(area)
    book.save(desk.folder / name)
    return Expected(name, desk.unit, rows, ("date", "outlet", "title", "form", "slot", "author"))


def per_tier(desk: Desk) -> Expected:
    """One sheet per tier, and a hidden sheet of last year."""
    name = f"{desk.unit}分级统计{desk.month}月.xlsx"
    book = openpyxl.Workbook()
    book.remove(book.active)
    rows: list[Piece] = []
    heads = desk.heads("date", "outlet", "title", "author")
    for tier, label in reversed(TIERS.items()):
        sheet = book.create_sheet(label)
        sheet.append(heads)
        for piece in desk.pieces(6, [outlet for outlet, known in OUTLETS.items() if known[0] == tier]):
            day = f"{piece.date.year}.{piece.date.month}.{piece.date.day}"
            sheet.append([day, desk.outlet(piece), piece.title, piece.author])
            rows.append(piece)
    hidden = book.create_sheet("旧数据")
    hidden.append(heads)
    hidden.append(["2018.1.1", "许昌日报", "去年的稿件不应计入", "示例·某某"])
    hidden.sheet_state = "hidden"
    book.save(desk.folder / name)
    return Expected(name, desk.unit, rows, ("date", "outlet", "title", "tier", "author"))


def outlet_page(desk: Desk) -> Expected:
    """Outlet and page in one cell."""
    papers = [outlet for outlet, known in OUTLETS.items() if known[1]]
    rows, name = desk.pieces(10, papers), f"{desk.unit}见报稿件2019年{desk.month}月.xlsx"
    book = openpyxl.Workbook()
    book.active.append([desk.words["date"], desk.words["title"], "刊发媒体及版面", desk.words["author"]])
    for piece in rows:
        forms = (
            f"《{piece.outlet}》{piece.slot}",
            f"{piece.outlet}{piece.slot}",
            f"{piece.outlet}（第{piece.slot}）",
        )
        book.active.append([piece.date.isoformat(), piece.title, desk.random.choice(forms), piece.author])
    book.save(desk.folder / name)
    return Expected(name, desk.unit, rows, ("date", "outlet", "title", "slot", "author"))


def faulty(desk: Desk) -> Expected:
    """Good rows among faulty ones."""
    rows, name = desk.pieces(12), f"{desk.unit}2019年{desk.month}月有误.xlsx"
    lines = [[piece.date.isoformat(), desk.outlet(piece), piece.title, piece.author] for piece in rows]
    bad = [
        ["", "许昌日报", "没有日期的稿件", "示例·某某"],
        [f"{desk.month}月初", "许昌日报", "日期读不出的稿件", "示例·某某"],
        ["2019-03-05", "天外来客报", "媒体不在名册的稿件", "示例·某某"],
        ["2019-02-30", "许昌日报", "日期不存在的稿件", "示例·某某"],
        [f"2019-{desk.month:02}-06", "许昌日报", "", "示例·某某"],
    ]
    places = sorted(desk.random.sample(range(len(lines) + len(bad)), len(bad)))
    for place, line in zip(places, bad, strict=True):
        lines.insert(place, line)
    book = openpyxl.Workbook()
    book.active.append(desk.heads("date", "outlet", "title", "author"))
    for line in lines:
        book.active.append(line)
    book.save(desk.folder / name)
    return Expected(
        name, desk.unit, rows, ("date", "outlet", "title", "author"), [place + 2 for place in places]
    )


def hidden_parts(desk: Desk) -> Expected:
    """Hidden rows and a hidden column, formula-like and markup text, a formula that nobody computed."""
    rows, name = desk.pieces(8), f"{desk.unit}{desk.month}月隐藏2019.xlsx"
    odd = ["=1+1 不是公式", "<b>加粗</b>的标题", "+加号开头", "@开头的标题"]
    rows = [
        Piece(
            piece.date,
            piece.outlet,
            odd[place] if place < len(odd) else piece.title,
            "",
            "",
            piece.author,
            "",
        )
        for place, piece in enumerate(rows)
    ]
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([*desk.heads("date", "outlet", "title"), "说明"])
    for piece in rows:
        sheet.append([piece.date.isoformat(), desk.outlet(piece), None, "内部"])
        cell = sheet.cell(sheet.max_row, 3, piece.title)
        cell.data_type = "s"
    sheet.append([rows[0].date.isoformat(), "许昌日报", "藏起来的一行不应计入", ""])
    sheet.row_dimensions[sheet.max_row].hidden = True
    sheet.append([rows[0].date.isoformat(), "许昌日报", '="没有"&"算过"', ""])
    sheet.column_dimensions["D"].hidden = True
    book.save(desk.folder / name)
    return Expected(name, desk.unit, rows, error_rows=[sheet.max_row])


def counts(desk: Desk) -> Expected:
    """A table of counts, without pieces."""
    name = f"{desk.unit}数量统计{desk.month}月.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([f"{desk.month}月份各单位稿件数量统计"])
    sheet.append(["单位", *reversed(TIERS.values()), "合计"])
    for unit in ("禹州市", "长葛市", "鄢陵县", "襄城县", "魏都区", "建安区"):
        numbers = [desk.random.randint(0, 9) for _ in TIERS]
        sheet.append([unit, *numbers, sum(numbers)])
    sheet.merge_cells("A1:E1")
    book.save(desk.folder / name)
    return Expected(name, desk.unit, tally=True)


SHIPPED = (
    (plain, "鄢陵县"), (merged, "建安区"), (biff, "市住房城乡建设局"), (html_gbk, "襄城县"),
    (xml2003, "魏都区"), (csv_gb18030, "禹州市"),
    (two_rows, "长葛市"), (per_tier, "市行政审批服务中心"), (outlet_page, "市市场监督管理局"),
    (faulty, "东城区"), (counts, "经济技术开发区"),
    (mht, "城乡一体化示范区"),
)  # fmt: skip
OTHERS = (et, html_declared, csv_utf8, text_gbk, text_utf16, hidden_parts)
UNITS = ("鄢陵县", "市税务局", "魏都区", "国网许昌供电公司", "禹州市", "市教育局")


def shipped(folder: Path) -> list[Expected]:
    """Write the samples that ship, all of March 2019, and tell what they hold."""
    chance = random.Random(20190305)
    return [kind(Desk(folder, unit, 3, chance)) for kind, unit in SHIPPED]


def all_kinds(folder: Path, seed: int) -> list[Expected]:
    """Write one file of every kind with other words, units and months, and tell what they hold."""
    chance = random.Random(seed)
    made = []
    for place, kind in enumerate([*[kind for kind, _ in SHIPPED], *OTHERS]):
        within = folder / str(place)
        within.mkdir()
        found = kind(Desk(within, chance.choice(UNITS), chance.randint(1, 12), chance))
        made.append(found)
    return made


if __name__ == "__main__":
    shipped(Path(sys.argv[1]))
