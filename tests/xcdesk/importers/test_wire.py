"""A book sent from the reading process arrives as it was, whatever its cells hold."""

import datetime as dt
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xcdesk.importers import grid, limits, wire
from xcdesk.importers.raw import Merge, RawBook, RawSheet
from xcdesk.importers.refusals import DamagedFileError, TooLargeFileError

TEXT = st.text(st.characters(exclude_categories=()), min_size=1)
VALUES = st.one_of(
    st.none(),
    TEXT,
    st.booleans(),
    st.integers(-grid.EXACT, grid.EXACT),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.datetimes().map(lambda moment: moment.replace(fold=0)),
    st.times().map(lambda time: time.replace(fold=0)),
)
ROWS = st.lists(st.lists(VALUES, max_size=5).map(tuple), max_size=5).map(tuple)
INDICES = st.frozensets(st.integers(0, 1_048_575), max_size=4)
CELLS = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=3).map(tuple)
SHEETS = st.builds(
    RawSheet,
    name=st.text(),
    cells=ROWS,
    hidden=st.booleans(),
    hidden_rows=INDICES,
    hidden_columns=INDICES,
    merges=st.lists(st.builds(Merge, *[st.integers(0, 9)] * 4), max_size=3).map(tuple),
    errors=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), TEXT), max_size=3).map(tuple),
    uncomputed=CELLS,
)


@given(
    st.builds(RawBook, st.sampled_from(["xlsx", "csv"]), st.text(), st.lists(SHEETS, max_size=3).map(tuple))
)
@settings(max_examples=40, deadline=None)
def test_a_book_arrives_as_it_was_sent(book: RawBook) -> None:
    stream = io.StringIO(newline="\n")
    wire.write_book(book, stream)
    stream.seek(0)
    arrived = wire.read_book(stream)
    assert arrived == book
    # 1 and 1.0 and True are equal, and not the same
    assert [repr(sheet.cells) for sheet in arrived.sheets] == [repr(sheet.cells) for sheet in book.sheets]


def test_a_refusal_arrives_as_a_refusal() -> None:
    stream = io.StringIO()
    wire.write_refusal(DamagedFileError(reason="zip: 断"), stream)
    stream.seek(0)
    with pytest.raises(DamagedFileError) as caught:
        wire.read_book(stream)
    assert caught.value.facts == {"reason": "zip: 断"}


@pytest.mark.parametrize(("name", "most"), [("CELLS", 3), ("TEXT_CHARACTERS", 10)])
def test_a_book_beyond_the_limit_is_not_sent(monkeypatch: pytest.MonkeyPatch, name: str, most: int) -> None:
    monkeypatch.setattr(limits, name, most)
    book = RawBook("csv", "", (RawSheet("", (("甲乙丙丁", "戊"), ("己", "庚"))),))
    with pytest.raises(TooLargeFileError):
        wire.write_book(book, io.StringIO())


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", None),
        (3.0, 3),
        (0.5, 0.5),
        (float(2**60), float(2**60)),
        (float("inf"), "inf"),
        (dt.datetime(2019, 3, 5), dt.date(2019, 3, 5)),
        (dt.timedelta(hours=30), "1 day, 6:00:00"),
    ],
)
def test_cells_become_plain_values(value: object, expected: object) -> None:
    found = grid.plain(value)
    assert (found, type(found)) == (expected, type(expected))


def test_merges_that_pile_up_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CELLS", 100)
    builder = grid.Builder(merges=[Merge(0, 0, 9, 4)] * 3)
    builder.put(9, 4, "末")
    with pytest.raises(TooLargeFileError):
        builder.finish()
