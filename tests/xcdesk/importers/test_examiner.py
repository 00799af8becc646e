"""Returns written by another hand than the reader's: every row with every value, nothing more."""

import functools
import json

import pytest

from tests.examiner import __main__ as examiner
from tests.examiner import kinds, verdict


@pytest.fixture
def run(console, db, monkeypatch):
    """Runs a command of the console and reads its answer."""
    monkeypatch.setenv("XCDESK_TODAY", examiner.TODAY)

    def answer(*words):
        return json.loads(console("--database", db, *words, "--json").out)

    return answer


def check(files, folder, run):
    """Examine files; print the counts by kind and fail with a sentence for each difference."""
    verdicts = examiner.examine(files, folder, run)
    print(examiner.table(verdicts))  # noqa: T201
    total = functools.reduce(lambda all_, one: all_.add(one) or all_, verdicts.values(), verdict.Verdict())
    assert total.differences == []
    assert total.counts["found"] == total.counts["expected"] > 0


@pytest.mark.file_engine
def test_a_return_of_every_kind_is_read_as_its_clerk_meant_it(run, db, tmp_path):
    check(kinds.some(kinds.KINDS, seed=1, each=1), tmp_path, run)


@pytest.mark.slow
@pytest.mark.file_engine
@pytest.mark.parametrize("seed", range(2, 22))
def test_many_returns_of_every_kind_are_read_as_their_clerks_meant_them(seed, run, db, tmp_path):
    check(kinds.some(kinds.KINDS, seed, each=6), tmp_path, run)
