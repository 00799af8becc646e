"""What reading takes at most, whatever the file: time, and memory of the program and its readers."""

import json
import random
import struct
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest
import xlsxwriter

from tests.hostile import (
    ENTITIES,
    MEBI,
    ONE_ROW,
    ONE_STRING,
    SHEET_PART,
    STRINGS_PART,
    promising,
    repeated,
    sheet,
    strings,
    workbook,
)
from tests.reading import Took
from tests.xcdesk.importers.test_corpus import index, shared  # noqa: F401  # a fixture
from xcdesk.importers.limits import Limits

ROOT = Path(__file__).parents[3]
PROGRAM_MB, TOGETHER_MB = 300, 1_300
_HEAD, _TAIL = sheet("").split("</")[0], "</sheetData></worksheet>"
_TEXTS = strings("").split("</")[0]
_OPEN, _CLOSE = _TEXTS + "<si><t>", "</t></si></sst>"
_CORNER = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
Maker = Callable[[Path], object]


def bomb(part: str, before: str, piece: bytes, size: int, after: str) -> Maker:
    """A workbook with a part of ``size`` bytes of one piece."""
    parts = {} if part == SHEET_PART else {SHEET_PART: sheet(ONE_STRING)}
    return lambda path: workbook(path, parts, {part: repeated(before, piece, size, after)})


def plain(parts: dict[str, str]) -> Maker:
    """A workbook of these parts."""
    return lambda path: workbook(path, parts)


def circle(path: Path) -> None:
    """An OLE file whose sectors run in a circle."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<II", header, 44, 1, 0)
    struct.pack_into("<IIIII", header, 56, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    struct.pack_into("<109I", header, 76, 1, *[0xFFFFFFFF] * 108)
    path.write_bytes(bytes(header) + bytes(512) + struct.pack("<128I", 0, 0xFFFFFFFD, *[0xFFFFFFFF] * 126))


def full_rows(rows: int, columns: int) -> Maker:
    """An honest workbook of many rows of Chinese words."""

    def make(path: Path) -> None:
        with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
            page = book.add_worksheet()
            for row in range(rows):
                for column in range(columns):
                    page.write_string(row, column, f"鄢陵县推行首问负责制{row % 977}之{column}")

    return make


def random_text(rows: int, columns: int, width: int) -> Maker:
    """Text in which no cell is like another, as much as is read at all."""

    def make(path: Path) -> None:
        dice = random.Random(1)
        letters = [chr(code) for code in range(0x4E00, 0x9FA5)]
        with path.open("w", encoding="utf-8") as stream:
            for _ in range(rows):
                stream.write(",".join("".join(dice.choices(letters, k=width)) for _ in range(columns)) + "\n")

    return make


HOSTILE: dict[str, Maker] = {
    "one value in XFD1048576.xlsx": plain({SHEET_PART: sheet(_CORNER)}),
    "entities.xlsx": plain({SHEET_PART: ENTITIES + sheet(ONE_ROW)}),
    "entities in strings.xlsx": plain(
        {SHEET_PART: sheet(ONE_STRING), STRINGS_PART: ENTITIES + strings("<si><t>&a9;</t></si>")}
    ),
    "1 GiB of blanks.xlsx": bomb(SHEET_PART, _HEAD, b" ", 1024 * MEBI, _TAIL),
    "shared string of 700 MiB.xlsx": bomb(STRINGS_PART, _OPEN, b"x", 700 * MEBI, "</t></si></sst>"),
    "shared string of 19 MiB.xlsx": bomb(STRINGS_PART, _OPEN, b"x", 19 * MEBI, "</t></si></sst>"),
    "20 million empty strings.xlsx": bomb(STRINGS_PART, _TEXTS, b"<si><t/></si>", 260 * MEBI, "</sst>"),
    "1.5 million empty strings.xlsx": bomb(STRINGS_PART, _TEXTS, b"<si><t/></si>", 19 * MEBI, "</sst>"),
    "one row of 370 MB.xlsx": bomb(
        SHEET_PART, _HEAD + "<row>", b"<c><v>1</v></c>", 370_000_000, f"</row>{_TAIL}"
    ),
    "cells of 19 MB in one row.xlsx": bomb(
        SHEET_PART, _HEAD + "<row>", b"<c><v>1</v></c>", 19_000_000, f"</row>{_TAIL}"
    ),
    "a million styled empty rows.xlsx": bomb(
        SHEET_PART, _HEAD, b'<row r="1" s="1" customFormat="1"/>', 19_000_000, _TAIL
    ),
    "false size.xlsx": lambda path: promising(
        workbook(path, {SHEET_PART: sheet(" " * (2 * MEBI) + ONE_ROW)}), 100
    ),
    "long text in 100,000 cells.xlsx": plain(
        {
            SHEET_PART: sheet(
                "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 100_000))
            ),
            STRINGS_PART: strings(f"<si><t>{'x' * 30_000}</t></si>"),
        }
    ),
    "sectors in a circle.xls": circle,
    "100,000 rows of 12.xlsx": full_rows(100_000, 12),
    "1.9 million numbers.csv": lambda path: path.write_text(f"{','.join('1234567890')}\n" * 190_000),
    "1.9 million different texts.csv": random_text(158_000, 12, 18),
    "400 MB of commas.csv": lambda path: path.write_text("," * (399 * MEBI)),
    "one line of 399 MB.csv": lambda path: path.write_text("字" * (133 * MEBI), encoding="utf-8"),
    "tags without end.xls": lambda path: path.write_text("<html><table>" + "<tr><td>" * 5_000_000),
    "spans piled up.xls": lambda path: path.write_text(
        "<html><table>" + "<tr><td rowspan=65534 colspan=1000>x" * 50_000
    ),
}


def took(files: Iterable[Path]) -> list[Took]:
    """What reading each file took, by a program that does nothing else."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.reading", *map(str, files)],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    return [Took(**json.loads(line)) for line in done.stdout.splitlines()]


def show(found: Sequence[Took]) -> None:
    """The table of docs/imports.md."""
    lines = [
        f"| {one.name} | {one.outcome} | {one.seconds:.1f} | {one.reader:.0f} | {one.program:.0f} | "
        f"{one.together:.0f} |"
        for one in sorted(found, key=lambda one: -one.together)
    ]
    sys.stdout.write("\n".join(["", *lines, ""]))


def assert_within(found: Sequence[Took]) -> None:
    """Nothing took more than a reading may; nothing ended in another way than rows or a named refusal."""
    assert max(one.seconds for one in found) < Limits().seconds + 1
    assert max(one.program for one in found) < PROGRAM_MB
    assert max(one.together for one in found) < TOGETHER_MB


@pytest.mark.slow
def test_hostile_files_keep_within_the_bounds(tmp_path):
    for name, make in HOSTILE.items():
        make(tmp_path / name)
    found = took([tmp_path / name for name in HOSTILE])
    show(found)
    assert [one.name for one in found] == [*HOSTILE]
    assert_within(found)


@pytest.mark.slow
def test_public_files_keep_within_the_bounds(shared):  # noqa: F811
    found = took(index(shared))
    show(sorted(found, key=lambda one: -one.together)[:5])
    assert len(found) == len(index(shared))
    assert_within(found)


@pytest.mark.slow
def test_damaged_copies_of_good_files_keep_within_the_bounds(shared, tmp_path):  # noqa: F811
    dice = random.Random(2019)
    good = [path for path, content in index(shared).items() if content.startswith(("zip:", "ole:xls"))]
    damaged = []
    for number, path in enumerate(dice.sample(sorted(good), min(80, len(good)))):
        content = bytearray(path.read_bytes())
        if number % 2:
            content = content[: round(len(content) * dice.uniform(0.1, 0.95))]
        else:
            for _ in range(1 + number % 7):
                content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
        damaged.append(tmp_path / f"{number}{path.suffix}")
        damaged[-1].write_bytes(content)
    found = took(damaged)
    show(sorted(found, key=lambda one: -one.together)[:5])
    assert len(found) == len(damaged)
    assert_within(found)
