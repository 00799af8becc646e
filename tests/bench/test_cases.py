"""Follow-up of 95 commitments, 2,000 complaints, 300 findings: at most 2x the time of a tenth of them.

Both offices have the same share of every state. The two are asked in turn, by processor time.
"""

import datetime as dt
import random
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from tests.bench.results import Figure, keep
from xcdesk import case_pages, store
from xcdesk.codes import CaseKind, CaseSource, CaseState
from xcdesk.db.base import database
from xcdesk.models import Case
from xcdesk.services import cases
from xcdesk.services.cases import CaseFilter, CaseOrder, Light
from xcdesk.services.office import founding, people
from xcdesk.services.roster import units
from xcdesk.services.targets import interviews

WHOLE = {CaseKind.COMMITMENT: 95, CaseKind.COMPLAINT: 2000, CaseKind.FINDING: 300}
ROUNDS = 25
SLOWER = 2.0
TODAY = dt.date(2019, 6, 3)
STATES = (
    CaseState.REGISTERED, CaseState.FILED, CaseState.DISPATCHED, CaseState.ACCEPTED, CaseState.WORKING,
    CaseState.ANSWERED, CaseState.VERIFYING, CaseState.CLOSED, CaseState.CLOSED, CaseState.CLOSED,
)  # fmt: skip
SOURCES = {
    CaseKind.COMMITMENT: CaseSource.PROMISE,
    CaseKind.COMPLAINT: CaseSource.SECTION,
    CaseKind.FINDING: CaseSource.VISIT,
}


def fill(share: int) -> None:
    """Every kind of the whole, divided by ``share``, in all states, written as follow-up would leave them."""
    dice, guo = random.Random(share), people.actor("guo")
    led = [unit.id for unit in units.units()]
    with database.atomic():
        for kind, count in WHOLE.items():
            for number in range(1, count // share + 1):
                Case.create(**_fields(dice, kind, number, led), registered_by=guo.id)
    database.execute_sql("ANALYZE")


def _fields(dice: random.Random, kind: CaseKind, number: int, led: list[int]) -> dict[str, object]:
    state = STATES[number % len(STATES)]
    began = TODAY - dt.timedelta(days=dice.randrange(3, 120))
    due = began + dt.timedelta(days=14)
    answered = began + dt.timedelta(days=dice.randrange(5, 20))
    has_it = state not in (CaseState.REGISTERED, CaseState.FILED)
    over = state == CaseState.CLOSED
    said = state in (CaseState.ANSWERED, CaseState.VERIFYING, CaseState.CLOSED)
    return {
        "kind": kind, "year": 2019, "number": number, "source": SOURCES[kind], "unit": dice.choice(led),
        "title": f"第{number}号窗口{dice.choice('推诿拖延缺位')}的情况", "body": "办理时限与承诺不符。" * 20,
        "state": state, "received_on": began, "dispatched_on": began if has_it else None,
        "sent_on": began if has_it else None, "due": due if has_it else None,
        "original_due": due if has_it else None, "answered_on": answered if said else None,
        "closed_on": answered if over else None, "timely": answered <= due if over else None,
        "late_days": 0 if over else None, "promise": "三日内办结" if kind == CaseKind.COMMITMENT else "",
    }  # fmt: skip


@pytest.fixture
def offices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[int, Path]:
    monkeypatch.setenv("XCDESK_TODAY", TODAY.isoformat())
    found = {}
    for share in (10, 1):
        found[share] = tmp_path / f"{share}.db"
        store.open_store(found[share], create=True)
        founding.found(sample=True)
        fill(share)
        store.close_store()
    return found


def asked() -> dict[str, Callable[[], object]]:
    """What the page of follow-up asks for."""
    first = dt.date(2019, 1, 1)
    return {
        "cases: open": lambda: (cases.page(), cases.by_state()),
        "cases: overdue": lambda: cases.page(CaseFilter(lights=(Light.RED,))),
        "cases: words": lambda: cases.page(CaseFilter(search="窗口")),
        "cases: words that nothing holds": lambda: cases.page(CaseFilter(search="拖延")),
        "cases: by unit": lambda: cases.page(CaseFilter(open=True), CaseOrder.UNIT),
        "cases: turning red": cases.turning_red,
        "cases: the wall": interviews.wall,
        "cases: the ledger": lambda: cases.ledger(first, TODAY),
        "cases: similar": lambda: cases.similar("窗口拖延办理", unit="市教育局"),
        "cases: printing the ledger": lambda: case_pages.printed(case_pages.ledger(TODAY)),
    }


def test_cases(offices: dict[int, Path]) -> None:
    seconds: dict[tuple[str, int], list[float]] = {}
    for _ in range(ROUNDS):
        for share, path in offices.items():
            store.open_store(path)
            for what, ask in asked().items():
                ask()
                started = time.process_time()
                ask()
                seconds.setdefault((what, share), []).append(time.process_time() - started)
            store.close_store()
    for what in dict.fromkeys(what for what, _ in seconds):
        value, other = median(seconds[what, 1]), median(seconds[what, 10])
        keep(
            Figure(
                8,
                what,
                sum(WHOLE.values()),
                value * 1000,
                peer="a tenth of the cases",
                peer_value=other * 1000,
                goal_text=f"<= {SLOWER:.0f}x the time of a tenth",
                held=value <= SLOWER * other,
            )
        )
