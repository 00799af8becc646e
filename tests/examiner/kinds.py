"""The kinds of county return the examiner sends, each in several formats."""

import typing

from tests.examiner import layouts, oddities, troubles, writers
from tests.examiner.clerks import YEAR, Clerk
from tests.examiner.sheets import Return
from tests.examiner.troubles import Maker

KINDS: dict[str, tuple[Maker, tuple[str, ...]]] = {
    "plain": (layouts.plain, writers.TABLES),
    "full dates": (layouts.full_dates, writers.TABLES),
    "short dates": (layouts.short_dates, writers.TABLES),
    "serial dates": (layouts.serial_dates, writers.TABLES),
    "mixed dates": (layouts.mixed_dates, writers.TABLES),
    "merged outlets": (layouts.merged_outlets, writers.WITH_MERGES),
    "merged dates": (layouts.merged_dates, writers.WITH_MERGES),
    "two headings": (layouts.two_headings, writers.WITH_MERGES),
    "tier sheets": (layouts.tier_sheets, writers.WITH_SHEETS),
    "outlet sheets": (layouts.outlet_sheets, writers.WITH_SHEETS),
    "outlet and page": (layouts.outlet_and_page, writers.TABLES),
    "date and page": (layouts.date_and_page, writers.TABLES),
    "month sections": (layouts.month_sections, writers.WITH_MERGES),
    "outlet sections": (layouts.outlet_sections, writers.WITH_MERGES),
    "stacked tables": (layouts.stacked_tables, writers.TABLES),
    "repeated headings": (layouts.repeated_headings, writers.TABLES),
    "side by side": (layouts.side_by_side, writers.TABLES),
    "tier columns": (layouts.tier_columns, writers.TABLES),
    "hidden parts": (troubles.hidden_parts, ("xlsx", "xlsx styled", "xls", "et", "xlsm")),
    "strange text": (troubles.strange_text, writers.TABLES),
    "faulty": (troubles.faulty, writers.TABLES),
    "not computed": (troubles.not_computed, ("xlsx", "xml")),
    "counts": (troubles.counts, writers.TABLES),
    "duplicates": (troubles.duplicates, writers.TABLES),
    "several outlets": (troubles.several_outlets, writers.TABLES),
    "ditto": (troubles.ditto, writers.TABLES),
    "no rows": (troubles.no_rows, ("xlsx", "xls", "ods", "xlsb")),
    "no headings": (troubles.no_headings, writers.TABLES),
    "broken cells": (oddities.broken_cells, writers.TABLES),
    "towns": (oddities.towns, writers.TABLES),
    "instructions": (oddities.instructions, writers.TABLES),
    "counts and pieces": (oddities.counts_and_pieces, writers.WITH_SHEETS),
    "counts below": (oddities.counts_below, writers.TABLES),
    "signed days": (oddities.signed_days, writers.TABLES),
    "numbered titles": (oddities.numbered_titles, writers.TABLES),
    "hidden columns": (oddities.hidden_columns, ("xlsx", "xlsm")),
    "split dates": (oddities.split_dates, writers.TABLES),
    "cards": (oddities.cards, writers.TABLES),
    "two programmes": (oddities.two_programmes, writers.TABLES),
    "last year": (oddities.last_year, writers.TABLES),
    "encrypted": (troubles.wrong_file("file.encrypted"), ("encrypted",)),
    "empty": (troubles.wrong_file("file.empty"), ("empty",)),
    "cut off": (troubles.wrong_file("file.damaged"), ("cut off", "cut off xls")),
    "no workbook": (troubles.wrong_file("file.unreadable"), ("picture", "pdf")),
}


def make(kind: str, seed: int, number: int) -> Return:
    """Return one file of a kind; the same seed and number make the same file."""
    clerk = Clerk(seed, number)
    maker, formats = KINDS[kind]
    file = Return(kind, _stem(clerk), clerk.sender, clerk.rng.choice(formats))
    maker(clerk, file)
    return file


def some(chosen: typing.Collection[str], seed: int, each: int) -> list[Return]:
    """Return several files of each of some kinds; titles differ from file to file."""
    places = [place for place, kind in enumerate(KINDS) if kind in chosen]
    names = tuple(KINDS)
    return [make(names[place], seed, place * 100 + number) for place in places for number in range(each)]


def _stem(clerk: Clerk) -> str:
    """Return a file name that names its sender, as the office asks for."""
    month = clerk.month
    shapes = (
        "{s}{m}月宣传报道统计表{n}",
        "{s}（{m}月份）报送汇总 {n}",
        "{n}{s}见报稿件",
        "【{s}】{y}年{m}月台账({n})",
        "{m}月份 {s} 上报-最终版{n}",
    )
    return clerk.rng.choice(shapes).format(s=clerk.sender, m=month, n=f"v{clerk.number}x", y=YEAR)
