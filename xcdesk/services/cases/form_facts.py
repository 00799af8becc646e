"""What stands printed on an answer form about a case, and the check by which a change of it is known."""

import hashlib
from collections.abc import Mapping

from xcdesk.normalise import clean
from xcdesk.services.cases.rows import CaseRow

_FACTS = ("title", "unit", "promise", "due")
"""Facts that the unit that fills the form in must not change, in the order of the check."""
_DIGITS = 10


def printed(row: CaseRow) -> Mapping[str, str]:
    """The facts of a case as they are printed."""
    due = row.due.isoformat() if row.due is not None else ""
    return {"title": clean(row.title), "unit": clean(row.unit), "promise": clean(row.promise), "due": due}


def token(case_id: int, round_: int, facts: Mapping[str, str]) -> str:
    """The check of a row of a form: of which case and round it is, and with which facts it was printed."""
    whole = "\n".join((str(case_id), str(round_), *(facts[name] for name in _FACTS)))
    return f"{case_id}-{round_}-{hashlib.sha256(whole.encode()).hexdigest()[:_DIGITS].upper()}"
