"""The console as its users run it: words in, exit code and one JSON object out."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from xcdesk import store
from xcdesk.cli import main


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one command line did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON object on standard output."""
        return json.loads(self.out)


@pytest.fixture
def console(capfd) -> Callable[..., Outcome]:
    """Runs one command line in this process; a database opened by a fixture is closed before."""

    def run(*words: object) -> Outcome:
        if store.is_open():
            store.close_store()
        try:
            code = main([str(word) for word in words])
        except SystemExit as left:
            code = int(left.code or 0)
        out, err = capfd.readouterr()
        return Outcome(code, out, err)

    return run
