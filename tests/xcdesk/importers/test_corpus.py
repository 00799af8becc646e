"""Spreadsheets that nobody here wrote: each ends as rows or as a named refusal, and in time."""

import csv
import hashlib
import itertools
import json
import os
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from xcdesk.importers.limits import Limits
from xcdesk.importers.refusals import BY_CODE, RefusedFileError
from xcdesk.importers.worker import read_book

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"
SAMPLE = 40
NAMES = ("rows", *(code.removeprefix("file.") for code in BY_CODE))


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one file ended."""

    content: str
    name: str
    seconds: float


@pytest.fixture
def shared() -> Path:
    """The folder of public files and county returns, which stands beside the checkout."""
    if not SHARED.is_dir():
        assert not os.environ.get("CI"), f"{SHARED} is missing"
        pytest.skip("no files to read beside the checkout")
    return SHARED


def index(shared: Path) -> Mapping[Path, str]:
    """Every file of the corpus and what it holds by its bytes."""
    with (shared / "corpus" / "INDEX.tsv").open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {shared / "corpus" / row["file"]: row["content"] for row in rows}


def outcome(path: Path, content: str) -> Outcome:
    start = time.monotonic()
    try:
        book = read_book(path)
    except RefusedFileError as refusal:
        name = refusal.code.removeprefix("file.")
    else:
        assert any(sheet.cells or sheet.errors or sheet.uncomputed for sheet in book.sheets)
        name = "rows"
    return Outcome(content, name, time.monotonic() - start)


def outcomes(files: Mapping[Path, str]) -> list[Outcome]:
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(outcome, files.keys(), files.values()))


def table(found: Iterable[Outcome]) -> list[str]:
    """Lines of a table: what the files hold against how they ended."""
    counts = Counter((each.content, each.name) for each in found)
    contents = sorted({content for content, _ in counts})
    lines = [
        f"| {content} | " + " | ".join(str(counts[content, name]) for name in NAMES) + " |"
        for content in contents
    ]
    totals = [str(sum(count for (_, name), count in counts.items() if name == each)) for each in NAMES]
    return [*lines, "| **all** | " + " | ".join(totals) + " |"]


def test_a_sample_of_public_files_ends_as_rows_or_a_named_refusal(shared: Path) -> None:
    files = sorted(index(shared).items(), key=lambda item: hashlib.sha256(item[0].name.encode()).digest())
    found = outcomes(dict(files[:SAMPLE]))
    assert max(each.seconds for each in found) < Limits().seconds
    assert sum(each.name == "rows" for each in found) > SAMPLE / 2


@pytest.mark.slow
def test_all_public_files_end_as_the_documentation_says(shared: Path) -> None:
    files = index(shared)
    found = outcomes(files)
    assert len(found) == len(files) > 200
    assert max(each.seconds for each in found) < Limits().seconds
    written = (ROOT / "docs" / "imports.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in table(found) if line not in written] == []


def test_county_returns_are_read_with_every_title_that_must_come_out(shared: Path) -> None:
    folder = shared / "county_sheets"
    for expected in json.loads((folder / "truth.json").read_text(encoding="utf-8")):
        if "refused" in expected:
            with pytest.raises(BY_CODE[f"file.{expected['refused']}"]):
                read_book(folder / expected["file"])
            continue
        sheets = read_book(folder / expected["file"]).sheets
        shown = Counter(
            value
            for sheet in sheets
            if not sheet.hidden
            for value in itertools.chain.from_iterable(sheet.cells)
            if isinstance(value, str)
        )
        missing = Counter(row["title"] for row in expected["rows"]) - shown
        assert not missing, expected["file"]
        assert sum(sheet.hidden for sheet in sheets) == expected.get("hidden_sheets", 0)
