"""What stands under the tables about how they are counted: shipped words, or the office's own.

The words explain figures and never make them (decision 0048): nothing that counts reads this module.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from xcdesk.db.base import database
from xcdesk.errors import DeskError, MissingTextError
from xcdesk.services.record import audit, rows, setting_rows
from xcdesk.services.record.actor import Actor
from xcdesk.texts.documents import plain_line
from xcdesk.wording import Language, catalogue, listed, text

_KEY = "rules"
_LONGEST = 600
_FACT = re.compile(r"\{([^{}]*)\}")


class UnknownFactError(DeskError):
    """A wording asks for a fact that its table does not know; facts ``name`` and ``known``."""

    code = "counting_rule.unknown_fact"


class CountingRule(StrEnum):
    """Every rule that is printed or shown, in the order of the list; the value is the key of its words."""

    UNITS = "bulletin.rule_units"
    NO_UNIT = "bulletin.rule_no_unit"
    OUTLETS = "bulletin.rule_outlets"
    FORMS = "bulletin.rule_forms"
    MONTHS = "bulletin.rule_figure_months"
    CONTRIBUTIONS = "bulletin.rule_contributions"
    WEEK = "bulletin.rule_week"
    MATRIX = "bulletin.rule_week_matrix"
    BRIEF = "brief.rule"
    BRIEF_LIST = "brief.rule_list"
    IN_TEXT = "figure.rule"
    LOG = "counting.rule"
    WEEKS = "weeks.rule"
    PROGRAMMES = "programmes.rule"
    USE_RATE = "use_rate.rule"
    ADVERTS = "advert.rule"
    LEDGER = "case.ledger.rule"


@dataclass(frozen=True, slots=True)
class CountingRules:
    """The wording in force: ``own`` holds that of the office by the key of its rule, with facts in braces."""

    own: Mapping[str, str] = field(default_factory=dict)

    def words(self, rule: CountingRule, language: Language | None = "zh", **facts: object) -> str:
        """A rule as it is printed or shown; what the office worded stands as it is in either language.

        ``language`` None is that of the console.
        """
        own = self.own.get(rule)
        if own is None:
            return text(rule, language, **facts)
        return _FACT.sub(lambda found: str(facts.get(found[1], found[0])), own)

    def to_json(self) -> str:
        """What an issue keeps of it; "" where nothing is the office's own."""
        return json.dumps(dict(self.own), ensure_ascii=False, sort_keys=True) if self.own else ""


def from_json(kept: str) -> CountingRules:
    """The wording that `CountingRules.to_json` kept."""
    return CountingRules(json.loads(kept) if kept else {})


def load() -> CountingRules:
    """The wording in force."""
    return CountingRules(setting_rows.read(_KEY))


def words(rule: CountingRule, language: Language | None = "zh", **facts: object) -> str:
    """One rule in the wording in force, as `CountingRules.words` gives it."""
    return load().words(rule, language, **facts)


def shipped(rule: CountingRule, language: Language = "zh") -> str:
    """The words that came with the program, with the names of facts in braces as `typed` reads them."""
    return shown(catalogue()[rule][language], language)


def shown(wording: str, language: Language = "zh") -> str:
    """A wording with the facts in braces named in a language."""
    return _FACT.sub(lambda found: f"{{{_fact_name(found[1], language)}}}", wording)


def facts_of(rule: CountingRule) -> tuple[str, ...]:
    """Facts that the wording of a rule may hold, by their codes."""
    return tuple(dict.fromkeys(_FACT.findall(catalogue()[rule]["zh"])))


def known_facts(rule: CountingRule, language: Language = "zh") -> str:
    """These facts as they are typed, in a sentence; "" where there is none."""
    return listed((f"{{{_fact_name(name, language)}}}" for name in facts_of(rule)), language)


def reword(actor: Actor, rule: CountingRule, typed: str, over: CountingRules | None = None) -> CountingRules:
    """Give a rule the office's own words, with what changed in the record; returns what is in force then.

    Args:
        actor: who words it.
        rule: which.
        typed: one line with facts in braces, named in either language; the shipped words need not be kept.
        over: the wording that must still be in force; None overwrites whatever it is.

    Raises:
        StaleRowError: somebody has worded a rule meanwhile; nothing was written.
        MissingTextError: nothing was typed.
        UnknownFactError: braces hold what this table does not know.
        BadTextError: it is too long, or holds what no document can.
    """
    line = plain_line(" ".join(rows.clean_text("rule_wording", typed, _LONGEST).split()))
    if not line:
        raise MissingTextError(field="rule_wording")
    meant = _FACT.sub(lambda found: f"{{{_fact(rule, found[1])}}}", line)
    before = load()
    as_shipped = meant in catalogue()[rule].values()
    own = {key: value for key, value in before.own.items() if key != rule}
    return save(actor, CountingRules(own if as_shipped else {**own, rule.value: meant}), over)


def as_shipped(actor: Actor, rule: CountingRule, over: CountingRules | None = None) -> CountingRules:
    """Take the office's words of a rule back to those that came with the program.

    Raises:
        StaleRowError: somebody has worded a rule meanwhile; nothing was written.
    """
    kept = {key: value for key, value in load().own.items() if key != rule}
    return save(actor, CountingRules(kept), over)


def save(actor: Actor, rules: CountingRules, over: CountingRules | None = None) -> CountingRules:
    """Put a whole wording in force that stood before, as undoing does; raises `StaleRowError`."""
    with database.atomic():
        before = load()
        setting_rows.require_same(_KEY, before, over)
        setting_rows.write(_KEY, rules.own)
        audit.record(actor, "office.rule_worded", "setting:rules", changes=dict(_changes(before, rules)))
    return rules


def _changes(before: CountingRules, after: CountingRules) -> Iterator[tuple[str, list[str]]]:
    """Rules whose words differ, before and after; those of the program are told as they are printed."""
    for rule in CountingRule:
        old, new = (each.own.get(rule) or catalogue()[rule]["zh"] for each in (before, after))
        if old != new:
            yield f"rule_{rule.name.lower()}", [shown(old), shown(new)]


def _fact_name(code: str, language: Language) -> str:
    key = f"counting_rule.fact.{code}"
    return text(key, language) if key in catalogue() else code


def _fact(rule: CountingRule, typed: str) -> str:
    """Code of a fact that was typed; raises `UnknownFactError`."""
    name = typed.strip()
    for code in facts_of(rule):
        if name in {code, *catalogue()[f"counting_rule.fact.{code}"].values()}:
            return code
    raise UnknownFactError(field="rule_wording", name=f"{{{name}}}", known=known_facts(rule) or "—")
