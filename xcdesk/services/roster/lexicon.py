"""The words of the roster and of the editable lists, as one snapshot for reading other people's sheets."""

from collections import defaultdict
from typing import Any

from xcdesk.codes import Tier, Vocabulary
from xcdesk.lexicon import Lexicon, OutletName, UnitName
from xcdesk.lexicon import Term as Word
from xcdesk.models import Outlet, OutletSpelling, Programme, Term, Unit, UnitSpelling

TIER_WORDS: tuple[Word, ...] = (
    Word(Tier.COUNTY, ("县级", "县区级", "县市区级", "区县级", "区级", "县", "本县", "本区")),
    Word(Tier.MUNICIPAL, ("市级", "地市级", "地级", "市", "市直", "本市")),
    Word(Tier.PROVINCIAL, ("省级", "省部级", "省", "省直")),
    Word(
        Tier.NATIONAL,
        ("国家级", "中央级", "中央", "国家", "国家级中央级", "中央国家级", "全国", "部级", "央级", "央媒"),
    ),
)
"""Tiers are fixed codes; these are the words for them in returns."""


def load() -> Lexicon:
    """Every word in use now."""
    return Lexicon(
        outlets=_outlets(),
        units=_units(),
        forms=_terms(Vocabulary.FORM),
        themes=_terms(Vocabulary.THEME),
        tiers=TIER_WORDS,
        programmes=tuple(row.name for row in Programme.select(Programme.name).distinct()),
    )


def _outlets() -> tuple[OutletName, ...]:
    spelt = _spellings(OutletSpelling.select(OutletSpelling.outlet, OutletSpelling.spelling))
    rows: Any = Outlet.select(Outlet.id, Outlet.name, Outlet.tier).where(Outlet.active)
    found = rows.order_by(Outlet.position).tuples()
    return tuple(OutletName(one, name, tier.value, tuple(spelt[one])) for one, name, tier in found)


def _units() -> tuple[UnitName, ...]:
    spelt = _spellings(UnitSpelling.select(UnitSpelling.unit, UnitSpelling.spelling))
    rows: Any = Unit.select(Unit.id, Unit.name).where(Unit.active)
    return tuple(
        UnitName(one, name, tuple(spelt[one])) for one, name in rows.order_by(Unit.position).tuples()
    )


def _spellings(rows: Any) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for owner, spelling in rows.tuples():
        found[owner].append(spelling)
    return found


def _terms(vocabulary: Vocabulary) -> tuple[Word, ...]:
    rows: Any = Term.select(Term.code, Term.label, Term.spellings)
    rows = rows.where((Term.vocabulary == vocabulary) & Term.active).order_by(Term.position)
    return tuple(Word(code, (label, *spellings.split("\n"))) for code, label, spellings in rows.tuples())
