"""Rows that are no pieces: totals, notes, repeated headings, section lines, examples, blanks."""

import functools
import itertools
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from xcdesk.importers.cells import Grid
from xcdesk.importers.dates import arabic, find_context
from xcdesk.importers.headings import Heading
from xcdesk.importers.mapping import is_count, is_index, recognise
from xcdesk.importers.records import Field
from xcdesk.lexicon import Lexicon
from xcdesk.normalise import folded, name_key

SUM_WORDS = "合计|总计|共计|累计|总数|总量|总和|汇总|计"
"""What a line, a column or a label of sums is called, for patterns; what may stand around it differs."""
_TOTAL = re.compile(
    r"^(?:以上|本页|上页|承前页|过次页|本月|本周|本年|全年|全县|全区|全市|累计|各类|稿件|分类|月度|(?:\d+[-—~至、])*\d+月份?|[一二三四上下前]+季度|[上下]半年)?"
    rf"(?:小计|{SUM_WORDS})[:,]?(?:\d+[篇条件次个]?)*$"
)
_IN_TOTAL = frozenset("计总")
"""Every total holds one of these."""
_COUNTED = re.compile(
    r"^(?:以上|本月|本周|全年|累计)?(?:合计|小计|总计|共计|总数|累计)(?:[:,\d]|$)|^(?:以上|本月|本周|总)?共[计有]?\d+[篇条件次个]"
)
_NOTE = re.compile(
    r"^(?:\(?[注附]\)?\d*[:.、]|备注|说明|附注|附件|备考|填表|填报|填写|制表|报送|报表|联系|审核|审签|审批|负责人|单位负责人|单位[(:]?(?:盖章|公章|签章)|\(单位|主管|分管|领导|"
    r"电话|手机|传真|邮箱|签字|签章|签名|盖章|\(盖章|\(公章|公章|经办|报送人|统计人|复核|校对|温馨提示|要求|提示|示范|注意|\*+|※)"
)
_EXAMPLE = frozenset({"例", "示例", "例如", "样例", "范例", "填写示例", "填报示例", "举例"})
_SECTION_NUMBER = re.compile(r"^(?:[一二三四五六七八九十]+|\d+)[、.]|^\([一二三四五六七八九十\d]+\)")
_SECTION_COUNT = re.compile(r"\(?(?:共|计|合计)?\d+[篇条件次个]\)?$")
_DAYS = frozenset({Field.DATE, Field.DAY})
_FIGURE = re.compile(r"\d")
_COUNT_ALONE = re.compile(r"\d+\s*[篇条件次个]?")
_MONTH_ALONE = re.compile(r"(?:20\d{2}年)?(?:1[0-2]|0?[1-9])月份?|[一二三四五六七八九十]{1,2}月份?")
_RUNNING = re.compile(r"[^\u3400-\u9fff]*|[一二三四五六七八九十百]+[、.]?")
"""What stands in a column of running numbers: no words."""
_CONTINUED = re.compile(r"\(.*\)|续表?|[接转][上下]页|第?\d+页.*|共\d+页.*")
"""Lone lines that head nothing."""
_LONGEST_SECTION = 24
_LEAST_TITLE = 4
_LONGEST_DAY = 12
_LONGEST_BODY = 16
_SIGNED_DAY = re.compile(r"20\d{2}\s*[年./-]\s*\d{1,2}\s*(?:[月./-]\s*\d{1,2}\s*日?|月)")
_BODY = re.compile("(?:[市县区部委局办室社队]|中心|公司|办公室)$")
"""How the name of an office ends."""
_PAGE_FOOT = re.compile(r"第\d+页.*|共\d+页.*|-\d+-|—\d+—")
_LONGEST_OUTLET = 14


@dataclass(frozen=True, slots=True)
class Section:
    """What the section line above a row says of it; None where it says nothing."""

    outlet: str | None = None
    tier: str | None = None
    month: int | None = None
    unit: str | None = None
    year: int | None = None


class LineReader:
    """Tells pieces from the other rows of one sheet; it keeps the section and whether notes have begun."""

    def __init__(
        self,
        grid: Grid,
        heading: Heading,
        fields: Mapping[int, Field],
        lexicon: Lexicon,
        *,
        outlets_by_section: bool = False,
        section: Section | None = None,
    ) -> None:
        self._outlets_by_section = outlets_by_section
        self._grid = grid
        self._heading = heading
        self._fields = fields
        self._lexicon = lexicon
        self._index = {column for column, name in enumerate(heading.names) if is_index(name)}
        self._titles = {folded(text) for row in range(heading.top) for text in grid.own_texts(row).values()}
        self._titled = {column for column, field in fields.items() if field == Field.TITLE}
        self._dated = {column for column, field in fields.items() if field in _DAYS}
        self._words = frozenset(word for name in heading.names for word in name.split("_") if word)
        self._piece = False
        self._in_notes = False
        self._in_counts = False
        self.section = section or Section()
        if outlets_by_section and (above := outlet_above(grid, heading, lexicon)) is not None:
            self.section = replace(self.section, outlet=above)

    def reason(self, row: int) -> str | None:
        """Code of why the row is no piece, or None for a piece."""
        texts = self._grid.own_texts(row)
        if not texts:
            return "row.blank"
        if row in self._grid.sheet.hidden_rows:
            return "row.hidden"
        counts = self._in_counts and len(texts) > 1 and _counts_beside(texts, next(iter(texts)))
        self._piece = self._is_piece(row) and not counts and not (self._in_notes and self._lacks_day(row))
        if self._piece:
            self._in_notes = self._in_counts = False
        meant = self._without_meaning(row, texts) or self._by_words(row, texts)
        return meant or ("row.note" if counts else self._by_shape(row, texts))

    def _is_piece(self, row: int) -> bool:
        """Whether day, outlet and title are all there, or at least the two that no total or note has."""
        texts = self._grid.texts(row)
        return not (self._titled.isdisjoint(texts) or self._dated.isdisjoint(texts))

    def _lacks_day(self, row: int) -> bool:
        """Whether what stands under the days has no figure, as below notes and counts."""
        days = (self._grid.text(row, column) for column, field in self._fields.items() if field in _DAYS)
        return not _has_figures(arabic(folded(text)) for text in days)

    def _without_meaning(self, row: int, texts: Mapping[int, str]) -> str | None:
        if row == self._heading.bottom + 1 and _is_hint(list(texts.values())):
            return "row.heading"
        if self._index.issuperset(texts) and all(map(_RUNNING.fullmatch, texts.values())):
            return "row.blank"
        if not self._words.isdisjoint(texts.values()):
            other = [text for text in texts.values() if text not in self._words]
            same = len(texts) - len(other)
            if same > 1 and same > len(other) and not any(map(is_count, other)):
                return "row.heading"
        if len(texts) == 1 and self._is_title_again(folded(next(iter(texts.values())))):
            return "row.heading"
        return None

    def _is_title_again(self, text: str) -> bool:
        """Whether a lone text repeats a title line, as on the next printed page: the same, or with （续）."""
        return any(
            text == title or (len(title) >= _LEAST_TITLE and text.startswith(title)) for title in self._titles
        )

    def _by_words(self, row: int, texts: Mapping[int, str]) -> str | None:
        marked = [texts[column] for column in self._index if column in texts]
        if marked and any(name_key(text).strip(":()[].") in _EXAMPLE for text in marked):
            return "row.example"
        piece = self._piece
        if not piece and any(map(is_total, self._grid.hidden_texts(row))):
            return "row.total"
        for column, text in itertools.islice(texts.items(), 3):
            total = is_total(text) and not self._is_title(texts, column)
            if total or (not piece and _COUNTED.match(name_key(text))):
                return "row.total"
        if (not piece or not _has_figures(texts.values())) and _is_other_heading(texts.values()):
            self._piece, self._in_notes = False, True
            self._in_counts = any(map(is_count, texts.values()))
            return "row.note"
        column, text = next(iter(texts.items()))
        key = name_key(text)
        stray = self._fields.get(column) in {Field.DATE, Field.OUTLET} or not piece
        if stray and _NOTE.match(key) and not self._lexicon.outlet(key):
            self._in_notes = True
            return "row.note"
        return None

    def _is_title(self, texts: Mapping[int, str], column: int) -> bool:
        """Whether a text that reads like a total stands under the titles, with more than counts beside it."""
        return self._fields.get(column) == Field.TITLE and not _counts_beside(texts, column)

    def _by_shape(self, row: int, texts: Mapping[int, str]) -> str | None:
        if self._piece:
            return None
        words = {
            column: text
            for column, text in texts.items()
            if column not in self._index or len(texts) == 1 or not _RUNNING.fullmatch(text)
        }
        (column, text), *beside = words.items()
        if self._in_notes and not self._lacks_only_title(row):
            return "row.note"
        if not beside:
            return self._alone(row, column, text)
        counted = all(_SECTION_COUNT.fullmatch(folded(more)) for _, more in beside)
        return "row.section" if counted and self._heads(row, column, text) else None

    def _alone(self, row: int, column: int, text: str) -> str | None:
        """Why the only text of a row makes no piece of it, or None."""
        if _PAGE_FOOT.fullmatch(name_key(text)):
            return "row.note"
        if self._heads(row, column, text):
            return "row.section"
        field = self._fields.get(column)
        if self._signs(row, text):
            return "row.note"
        if field == Field.TITLE:
            return "row.note" if self._is_wide(row, column) else None
        spare = field in {None, Field.NOTE} or self._is_wide(row, column)
        return "row.note" if spare or self._is_remark(text, field) else None

    def _heads(self, row: int, column: int, text: str) -> bool:
        """Whether a text stands over a section; what it says of the section is kept."""
        may = self._is_wide(row, column) or self._may_head(text, self._fields.get(column))
        return may and (self._enter(text) or self._enter_unknown(text))

    def _is_wide(self, row: int, column: int) -> bool:
        merge = self._grid.merge(row, column)
        return merge is not None and merge.right > merge.left

    @functools.cached_property
    def _last_piece(self) -> int:
        rows = range(self._grid.height - 1, self._heading.bottom, -1)
        return next((row for row in rows if self._is_piece(row)), self._heading.bottom)

    def _signs(self, row: int, text: str) -> bool:
        """Whether a lone text with no piece below says whose sheet it is or its day."""
        if row < self._last_piece:
            return False
        day = len(text) <= _LONGEST_DAY and _SIGNED_DAY.fullmatch(folded(text)) is not None
        body = len(text) <= _LONGEST_BODY and self._lexicon.unit_within(text) is not None
        return day or (body and _BODY.search(text) is not None)

    def _lacks_only_title(self, row: int) -> bool:
        """Whether day and outlet are plainly there: a faulty piece, and no more notes."""
        held = {
            self._fields[column]: text
            for column, text in self._grid.texts(row).items()
            if column in self._fields
        }
        day = held.get(Field.DATE, "")
        return any(map(str.isdigit, day)) and self._lexicon.outlet(held.get(Field.OUTLET, "")) is not None

    def _may_head(self, text: str, field: Field | None) -> bool:
        """Whether a lone text that spans no columns may stand over a section for what its column holds."""
        if _MONTH_ALONE.fullmatch(_bare(text)) is not None or self._lexicon.tier(_bare(text)) is not None:
            return True
        if field == Field.TITLE:
            return Field.OUTLET not in self._fields.values() and self._lexicon.outlet(text) is not None
        if field == Field.DATE:
            return self._is_remark(_bare(text), field)
        return field != Field.OUTLET

    def _is_remark(self, text: str, field: Field | None) -> bool:
        """Whether a lone text under day or outlet is neither."""
        if field == Field.OUTLET:
            return self._lexicon.outlet(text) is None and len(text) > _LONGEST_OUTLET
        return field == Field.DATE and not any(character.isdigit() for character in text)

    def _enter(self, text: str) -> bool:
        """Take ``text`` as the line over a section, when it names an outlet, a tier, a unit or a month."""
        shown = _bare(text)
        if len(shown) > _LONGEST_SECTION:
            return False
        outlet = self._lexicon.outlet(shown)
        tier = self._lexicon.tier_within(shown)
        one_tier = exact_tier(shown, self._lexicon)
        unit = self._lexicon.unit(shown)
        when = find_context([shown])
        if outlet is not None:
            self.section = replace(self.section, outlet=outlet.name)
        elif tier is not None:
            self.section = replace(self.section, outlet=None, tier=one_tier)
        elif unit is not None:
            self.section = Section(unit=unit.name, month=self.section.month, year=self.section.year)
        elif when.month is not None:
            self.section = replace(self.section, month=when.month, year=when.year)
        return bool(outlet or tier or unit or when.month)

    def _enter_unknown(self, text: str) -> bool:
        """Take a line over a section as an outlet that nobody knows: what follows is not the last one's."""
        shown = _bare(text)
        named = 1 < len(shown) <= _LONGEST_OUTLET and not _CONTINUED.fullmatch(folded(text))
        if not self._outlets_by_section or not named:
            return False
        self.section = replace(self.section, outlet=shown)
        return True


def _bare(text: str) -> str:
    """A line over a section without its number and count."""
    return _SECTION_COUNT.sub("", _SECTION_NUMBER.sub("", folded(text)).strip(" :")).strip(" :(")


@functools.lru_cache(maxsize=1 << 10)
def is_total(text: str) -> bool:
    """Whether a cell names a line of sums: 合计, 小计, 本页共计 and the like, with or without its figure."""
    return not _IN_TOTAL.isdisjoint(text) and _TOTAL.match(name_key(text)) is not None


def _counts_beside(texts: Mapping[int, str], column: int) -> bool:
    """Whether nothing but counts stands beside a text of a row."""
    return all(_COUNT_ALONE.fullmatch(folded(text)) for place, text in texts.items() if place != column)


def _is_hint(texts: Sequence[str]) -> bool:
    """Whether a row right under the heading numbers the columns or explains them in brackets."""
    keys = [folded(text) for text in texts]
    if all(key.isdecimal() for key in keys):
        numbers = [int(key) for key in keys]
        return len(numbers) > 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))  # noqa: PLR2004
    return all(key.startswith("(") and key.endswith(")") for key in keys)


def _has_figures(texts: Iterable[str]) -> bool:
    """Whether a row holds any figure; a piece has those of its day."""
    return _FIGURE.search("".join(texts)) is not None


def _is_other_heading(texts: Collection[str]) -> bool:
    """Whether a row begins another table, say of counts, below the pieces."""
    words = [text for text in texts if recognise(text) or is_index(text) or is_count(text)]
    return len(words) > 1 and len(words) * 3 >= len(texts) * 2


def exact_tier(text: str, lexicon: Lexicon) -> str | None:
    """The one tier that a line or a sheet's name names; 省级以上 names more than one."""
    return None if "以上" in text else lexicon.tier_within(text)


def outlet_above(grid: Grid, heading: Heading, lexicon: Lexicon) -> str | None:
    """Outlet that stands alone right above the heading, as over a section with headings of its own."""
    texts = list(grid.own_texts(heading.top - 1).values()) if heading.top > 0 else []
    outlet = lexicon.outlet(_bare(texts[0])) if len(texts) == 1 else None
    return outlet.name if outlet is not None else None


def sections_name_outlets(grid: Grid, heading: Heading, lexicon: Lexicon) -> bool:
    """Whether the sheet sets its outlets as lines over sections instead of in a column."""
    if outlet_above(grid, heading, lexicon) is not None:
        return True
    reader = LineReader(grid, heading, {}, lexicon)
    for row in range(heading.bottom + 1, grid.height):
        if reader.reason(row) == "row.section" and reader.section.outlet:
            return True
    return False


def habitual_blanks(grid: Grid, rows: Sequence[int], column: int) -> bool:
    """Whether blanks of a column plainly mean "as above".

    That is so when the first row has a value, at least two rows and a third of all are blank, and no value
    is ever written twice running: whoever repeats a value where it is the same does not mean it by a blank.
    """
    shown = [grid.text(row, column) for row in rows]
    written = [text for text in shown if text]
    blanks = len(shown) - len(written)
    if not written or not shown[0] or blanks < 2 or blanks * 3 < len(shown):  # noqa: PLR2004
        return False
    keys = [name_key(text) for text in written]
    return len(keys) > 1 and all(first != second for first, second in itertools.pairwise(keys))
