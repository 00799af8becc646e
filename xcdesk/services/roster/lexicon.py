"""The words of the roster and of the editable lists, as one snapshot for reading other people's sheets."""

from collections import defaultdict

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
    spellings: dict[int, list[str]] = defaultdict(list)
    for row in OutletSpelling.select(OutletSpelling, Outlet).join(Outlet):
        spellings[row.outlet.id].append(row.spelling)
    outlets = Outlet.select().where(Outlet.active).order_by(Outlet.position)
    return tuple(OutletName(one.id, one.name, one.tier.value, tuple(spellings[one.id])) for one in outlets)


def _units() -> tuple[UnitName, ...]:
    spellings: dict[int, list[str]] = defaultdict(list)
    for row in UnitSpelling.select(UnitSpelling, Unit).join(Unit):
        spellings[row.unit.id].append(row.spelling)
    units = Unit.select().where(Unit.active).order_by(Unit.position)
    return tuple(UnitName(one.id, one.name, tuple(spellings[one.id])) for one in units)


def _terms(vocabulary: Vocabulary) -> tuple[Word, ...]:
    rows = Term.select().where((Term.vocabulary == vocabulary) & Term.active).order_by(Term.position)
    return tuple(Word(row.code, (row.label, *row.spellings.split("\n"))) for row in rows)
