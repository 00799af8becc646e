"""How long departments have, when lights change, how long private details are kept: office settings."""

from dataclasses import asdict, dataclass

from xcdesk.codes import CaseKind
from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.services.record import audit, setting_rows
from xcdesk.services.record.actor import Actor

_KEY = "cases"
_LONGEST = 250
_SHORTEST_KEEPING, _LONGEST_KEEPING = 30, 3650


class BadCaseRulesError(DeskError):
    """A number of days is too small or too large; facts ``field``, ``least`` and ``most``."""

    code = "case.bad_rules"


@dataclass(frozen=True, slots=True)
class CaseRules:
    """What the office has agreed on; days are working days except ``private_days``.

    Attributes:
        finding_days, complaint_days, commitment_days: how long a department has, unless a day is given.
        finding_soon, complaint_soon, commitment_soon: from so many days left on the light is yellow.
        blue_days: from so many days left on a blue notice may be given.
        return_days: within so many days of dispatch a department may return a case.
        redo_days: how long it has at least when somebody called back is not satisfied.
        attempts: after so many calls without reaching anybody a complaint may be closed.
        private_days: so many days after closing private details are erased.
    """

    finding_days: int = 10
    complaint_days: int = 7
    commitment_days: int = 60
    finding_soon: int = 3
    complaint_soon: int = 2
    commitment_soon: int = 10
    blue_days: int = 3
    return_days: int = 2
    redo_days: int = 5
    attempts: int = 3
    private_days: int = 365

    def days(self, kind: CaseKind) -> int:
        """How long a department has for a case of this kind."""
        return int(getattr(self, f"{kind.value}_days"))

    def soon(self, kind: CaseKind) -> int:
        """From how many days left on the light of this kind is yellow."""
        return int(getattr(self, f"{kind.value}_soon"))


def load() -> CaseRules:
    """The rules as saved; defaults where nothing is."""
    return setting_rows.known(CaseRules(), setting_rows.read(_KEY))


def save(actor: Actor, rules: CaseRules, over: CaseRules | None = None) -> CaseRules:
    """Write the rules, with their audit row, and return them.

    Raises:
        BadCaseRulesError: a number of days is none that an office can keep.
        StaleRowError: they are not ``over`` any more; nothing was written.
        NotAllowedError: deadlines are not everybody's.
    """
    _require(rules)
    with database.atomic():
        before = load()
        setting_rows.require_same(_KEY, before, over)
        setting_rows.write(_KEY, asdict(rules))
        old, new = asdict(before), asdict(rules)
        changes = {name: [old[name], new[name]] for name in new if old[name] != new[name]}
        audit.record(actor, "case.rules_saved", "setting:cases", changes=changes)
    return rules


def _require(rules: CaseRules) -> None:
    for name, value in asdict(rules).items():
        keeping = name == "private_days"
        least, most = (_SHORTEST_KEEPING, _LONGEST_KEEPING) if keeping else (1, _LONGEST)
        if not least <= value <= most:
            raise BadCaseRulesError(field=name, least=least, most=most)
