"""Rows that report a logged piece in other words or on another day, and rows that only share its words."""

import datetime as dt
import random
import string
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench import million
from xcdesk import store
from xcdesk.importers import compare
from xcdesk.importers.compare import Comparison
from xcdesk.importers.records import CheckedBook, CheckedRow, CheckedSheet, Record, RowStatus, SheetKind
from xcdesk.models import CoverageItem
from xcdesk.normalise import title_key
from xcdesk.services.roster import lexicon as words

_WORDS = tomllib.loads((Path(__file__).parent / "doubles.toml").read_text(encoding="utf-8"))
_NARROW = string.ascii_letters + string.digits + "%"
_WIDE = str.maketrans({each: chr(ord(each) + 0xFEE0) for each in _NARROW})


@dataclass(frozen=True, slots=True)
class Case:
    """One row: what it is made like, and the logged item it reports again (None if it is another piece)."""

    kind: str
    record: Record
    item: int | None


def _marks(dice: random.Random, title: str) -> str:
    changed = title.translate(_WIDE).replace("，", dice.choice((",", " ", "：", "、")))
    return f"《{changed}》" if dice.random() < 0.5 else changed


def _slips(count: int) -> Callable[[random.Random, str], str]:
    def slipped(dice: random.Random, title: str) -> str:
        letters = list(title)
        places = [place for place, letter in enumerate(letters) if letter.isalpha()]
        for place in dice.sample(places, count):
            letters[place] = dice.choice(_WORDS["slips"])
        return "".join(letters)

    return slipped


def _left_out(dice: random.Random, title: str) -> str:
    place = dice.choice([place for place, letter in enumerate(title) if letter.isalpha()])
    return title[:place] + title[place + 1 :]


def _subtitle(dice: random.Random, title: str) -> str:
    return (
        dice.choice(_WORDS["before"]) + title
        if dice.random() < 0.5
        else title + dice.choice(_WORDS["behind"])
    )


def _within(dice: random.Random, title: str) -> str:
    first, _, second = title.partition("，")
    return f"{first} {dice.choice(_WORDS['within'])} {second}"


def _cut(dice: random.Random, title: str) -> str:
    return title[: round(len(title) * dice.uniform(0.55, 0.85))] + dice.choice(("", "…", "......"))


def _swapped(_dice: random.Random, title: str) -> str:
    first, _, second = title.partition("，")
    return f"{second}，{first}"


AGAIN: Mapping[str, Callable[[random.Random, str], str]] = {
    "marks and widths": _marks,
    "one wrong character": _slips(1),
    "two wrong characters": _slips(2),
    "a character left out": _left_out,
    "a line before or behind": _subtitle,
    "a line within": _within,
    "cut off": _cut,
    "parts swapped": _swapped,
}
"""How a logged title is written anew."""


def _other_number(dice: random.Random, title: str) -> str:
    old = next(each for each in title.split("%")[0].split("，")[1:])
    digits = "".join(filter(str.isdigit, old))
    return title.replace(f"{digits}%", f"{(int(digits) + dice.randint(1, 60)) % 100 + 100}%")


def _other_part(dice: random.Random, title: str) -> str:
    """One of the five parts is another: the place, the subject, the deed, the figure or the end."""
    parts = dice.choice(million._TITLE_PARTS)
    old = next((part for part in parts if part in title), None)
    return title if old is None else title.replace(old, dice.choice([each for each in parts if each != old]))


def _series(title: str, number: int) -> str:
    return title.replace("，", f"（第{number}期），", 1)


OTHER: Mapping[str, Callable[[random.Random, str], str]] = {
    "another number": _other_number,
    "one part another": _other_part,
    "two parts another": lambda dice, title: _other_part(dice, _other_part(dice, title)),
    "another part of a series": lambda dice, title: _series(title, dice.randint(3, 9)),
}
"""How a title that shares most words of a logged one is made."""


def cases(count: int) -> Iterator[Case]:
    """Half of them pieces logged already, written otherwise or reported for a day beside; half others.

    A series is logged as 第2期 nowhere, so its other parts stand beside the plain title, the hardest case.
    """
    dice = random.Random(count)
    outlets = {outlet.id: outlet.name for outlet in words.load().outlets}
    ids = [item for (item,) in CoverageItem.select(CoverageItem.id).where(_LOGGED).tuples().iterator()]
    chosen = dice.sample(ids, min(count, len(ids)))
    kinds = [*AGAIN] * (count // len(AGAIN) // 2 + 1)
    others = [*OTHER] * (count // len(OTHER) // 2 + 1)
    for number, item in enumerate(_items(chosen)):
        again = number % 2 == 0
        kind = (kinds if again else others)[number // 2]
        title = (AGAIN if again else OTHER)[kind](dice, item.title)
        while not again and title == item.title:
            title = OTHER[kind](dice, item.title)
        shift = dice.choice((-3, -2, -1, 0, 0, 0, 1, 2, 3))
        record = Record(item.day + dt.timedelta(days=shift), outlets[item.outlet_id], title)
        yield Case(kind, record, item.id if again else None)


_LOGGED = CoverageItem.removed_at.is_null() & (CoverageItem.title_key != "")


def _items(ids: list[int]) -> Iterator[CoverageItem]:
    for start in range(0, len(ids), 500):
        yield from CoverageItem.select().where(CoverageItem.id.in_(ids[start : start + 500]))


def search(place: str, count: int) -> dict[str, Any]:
    """Compare ``count`` rows with the log of the office at ``place``, as the import does.

    The answer: seconds of the comparison, the share found of each kind, the share called alike wrongly.
    """
    store.open_store(place)
    try:
        made = list(cases(count))
        rows = tuple(CheckedRow(place, RowStatus.NEW, case.record) for place, case in enumerate(made))
        book = CheckedBook(None, (CheckedSheet("一", hidden=False, kind=SheetKind.COVERAGE, rows=rows),))
        started = time.perf_counter()
        compared = compare.compare(book, words.load())
        seconds = time.perf_counter() - started
        return {"seconds": seconds, "rows": len(made), **_judged(made, compared)}
    finally:
        store.close_store()


def _judged(made: list[Case], compared: Comparison) -> dict[str, Any]:
    named: dict[int, int | None] = {match.row: match.item.id for match in compared.matches}
    named |= {alike.row: alike.item for alike in compared.alike}
    repeated = {row.row for row in compared.book.sheets[0].rows if row.status == RowStatus.DUPLICATE}
    found: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    keys = {item.id: item.title_key for item in _items(sorted({item for item in named.values() if item}))}
    for row, case in enumerate(made):
        asked[case.kind] += 1
        if case.item is not None:
            found[case.kind] += row in named or row in repeated
        elif row in named and keys.get(named[row] or 0) != title_key(case.record.title or ""):
            wrong[case.kind] += 1
    pieces = sum(asked[kind] for kind in AGAIN)
    return {
        "recall": sum(found.values()) / pieces,
        "by_kind": {kind: found[kind] / asked[kind] for kind in AGAIN},
        "false": sum(wrong.values()) / (len(made) - pieces),
        "false_by_kind": {kind: wrong[kind] / asked[kind] for kind in OTHER},
    }


def titles(place: str) -> int:
    """The floor: every title of the log read once, row by row."""
    store.open_store(place)
    try:
        columns = (CoverageItem.outlet, CoverageItem.day, CoverageItem.title_key)
        return sum(1 for _ in CoverageItem.select(*columns).where(_LOGGED).tuples().iterator())
    finally:
        store.close_store()
