"""Every kind of return that counties send, made from seeds: all rows found, none invented, faults named."""

import json

import pytest

from tests.returns import kinds

SEEDS = range(2)
MANY_SEEDS = range(2, 42)


def found_rows(answer):
    """Rows that the import would write or compare, and those it turned down, by sheet row."""
    good, wrong = [], []
    for sheet in answer["sheets"]:
        for row in sheet["rows"]:
            if row["status"] == "error":
                wrong.append(row["row"])
            elif row["status"] != "excluded" and not sheet["hidden"]:
                good.append((row["row"], row["record"]))
    return good, wrong


def stated(record, fields):
    """The fields that a return states, in the form of its truth; what it does not state is not compared."""
    return tuple((name, record[name] or "") for name in sorted({*fields, "tier"}))


def expected(piece, fields):
    values = {name: getattr(piece, name) for name in {*fields, "tier"}}
    values["date"] = piece.date.isoformat()
    return tuple(sorted(values.items()))


def compare(made, answer):
    """Print and check what was expected, found and invented."""
    good, wrong = found_rows(answer)
    want = {(number, expected(piece, made.fields)) for number, piece in made.rows}
    have = {(number, stated(record, made.fields)) for number, record in good}
    print(f"{made.name}: expected {len(want)}, found {len(want & have)}, invented {len(have - want)}")  # noqa: T201
    assert have - want == set()
    assert want - have == set()
    assert sorted(wrong) == sorted(made.errors)


def check(kind, seed, console, db, tmp_path):
    made = kinds.make(kind, seed)
    path = tmp_path / made.name
    path.write_bytes(made.data)
    words = ("--database", db, "import", path, "--sender", made.sender, "--year", made.year)
    answer = console(*words, "--dry-run", "--json")
    (file,) = json.loads(answer.out)["files"]
    refusal = file["refused"]["code"] if file["refused"] else ""
    assert refusal == made.refused
    if not made.refused:
        compare(made, file)


@pytest.mark.file_engine
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", kinds.KINDS)
def test_every_kind_of_return_is_understood(kind, seed, console, db, tmp_path):
    check(kind, seed, console, db, tmp_path)


@pytest.mark.slow
@pytest.mark.file_engine
@pytest.mark.parametrize("seed", MANY_SEEDS)
@pytest.mark.parametrize("kind", kinds.KINDS)
def test_every_kind_of_return_is_understood_many_times(kind, seed, console, db, tmp_path):
    check(kind, seed, console, db, tmp_path)
