"""What the labels of a table of counts stand for: units, outlets, tiers, forms, themes, months, totals."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from xcdesk.importers.dates import arabic
from xcdesk.importers.lines import SUM_WORDS
from xcdesk.importers.mapping import heading_key
from xcdesk.lexicon import Lexicon, OutletName, UnitName
from xcdesk.normalise import folded, name_key
from xcdesk.services.counts.counting import TallyKey

Value: TypeAlias = int | str
"""Row of a unit or outlet, or a code; a month by its number."""

_TOTAL = re.compile(
    r"^(?:全[市县区省国年]|本[月年周季]|各[县区单位部门类]*|稿件|发稿|用稿)?"
    rf"(?:{SUM_WORDS})(?:[篇条件次]?数?|数)?(?:\(.*\))?$"
)
_SUBTOTAL = re.compile(r"小计|其中")
_COUNTED = re.compile(
    r"(?:发|刊发|采用|用|上|见报|播出|刊播|完成|发布|登|报道|稿件|宣传|新闻|信息)*(?:稿|稿件)?(?:篇|条|次|件|个|数)*(?:数|数量|篇数|条数|次数|件数|总数|总量|篇|条|次)$"
)
_NO_COUNT = re.compile(
    "任务|目标|排名|名次|得分|分值|积分|率|占比|比例|金额|稿费|字数|时长|人数|序号|备注|上[月年]|去年|同期|增减"
)
_MONTH = re.compile(r"(?:20\d{2}年)?(1[0-2]|0?[1-9])月份?")
_TIMES = re.compile(r"次")


@dataclass(frozen=True, slots=True)
class Label:
    """What a label stands for.

    Attributes:
        key, value: what it names; ``key`` is None for a total and for a plain count.
        name: for people, by the roster where it names one.
        total: it stands for all values of its axis.
        compared: whether the log can be asked for it; a subtotal says not of what.
        placements: it counts placements (次), not pieces (篇).
    """

    key: TallyKey | None
    value: Value | None
    name: str
    total: bool = False
    compared: bool = True
    placements: bool = False

    @property
    def code(self) -> Value | None:
        """How a script knows it: units and outlets by name, terms by code, months by number."""
        return self.name if self.key in {TallyKey.UNIT, TallyKey.OUTLET} else self.value


class LabelReader:
    """Reads the labels of one axis: most of them name one kind of thing, and that settles the others."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._finders: Mapping[TallyKey, Callable[[str], tuple[Value, str] | None]] = {
            TallyKey.UNIT: lambda text: _named(lexicon.unit(text)),
            TallyKey.OUTLET: lambda text: _named(lexicon.outlet(text)),
            TallyKey.TIER: lambda text: _coded(lexicon.tier(text), text),
            TallyKey.FORM: lambda text: _coded(lexicon.form(text), text),
            TallyKey.THEME: lambda text: _coded(lexicon.theme(text), text),
            TallyKey.MONTH: _month,
        }

    def axis(self, texts: Sequence[str]) -> list[Label | None]:
        """Label of each text, None for one that says nothing known."""
        kinds = Counter(
            key
            for text in set(texts)
            if text
            for key, find in self._finders.items()
            if find(text) is not None
        )
        kind = max(self._finders, key=lambda key: kinds[key])
        find = self._finders[kind]
        return [self._label(text, kind, find(text) if text else None) for text in texts]

    @staticmethod
    def _label(text: str, kind: TallyKey, found: tuple[Value, str] | None) -> Label | None:
        times = _TIMES.search(text) is not None
        if found is not None:
            return Label(kind, found[0], found[1], placements=times)
        key = heading_key(text)
        if not key or _NO_COUNT.search(key):
            return None
        if _SUBTOTAL.search(key):
            return Label(None, None, text, total=True, compared=False, placements=times)
        if _TOTAL.match(key) or _TOTAL.match(name_key(text)):
            return Label(None, None, text, total=True, placements=times)
        return Label(None, None, text, placements=times) if _COUNTED.fullmatch(key) else None


def _named(one: OutletName | UnitName | None) -> tuple[Value, str] | None:
    return None if one is None else (one.id, one.name)


def _coded(code: str | None, text: str) -> tuple[Value, str] | None:
    return None if code is None else (code, text)


def _month(text: str) -> tuple[Value, str] | None:
    found = _MONTH.fullmatch(arabic(folded(text)))
    return None if found is None else (int(found[1]), text)
