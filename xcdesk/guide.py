"""What the help gives on paper: the quick guide of two pages, and the list of shortcuts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from xcdesk import __version__, clock, handbook
from xcdesk.handbook import Passage
from xcdesk.services.office.printed import label
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.texts.documents import Block, BlockKind, Document
from xcdesk.wording import Language

STEPS = "first-bulletin"
"""The page of the help whose passages are the ten steps."""
PAGES = 2
"""Of the quick guide: the steps, and what is done when."""
_GLANCE = "at-a-glance"
_COLON = re.compile(r"：|: ")


@dataclass(frozen=True, slots=True)
class Step:
    """One of the ten steps: what is done, and how it looks when it is done; both as Markdown."""

    key: str
    title: str
    act: str
    done: str


@dataclass(frozen=True, slots=True)
class Keys:
    """Shortcuts that work in one place: the keys, and what they do."""

    place: str
    lines: tuple[tuple[str, str], ...]


def steps(language: Language = "zh") -> Sequence[Step]:
    """The ten steps from the installer to a printed first issue, as the help has them."""
    return [_step(passage) for passage in handbook.page(STEPS, language).passages[1:]]


def quick_guide() -> Printout:
    """The guide on two pages: the ten steps, and what is done each day, week and month; in Chinese."""
    page, glance = handbook.page(STEPS, "zh"), handbook.page(_GLANCE, "zh").passages[1:]
    *times, trouble = glance
    blocks = (
        Block(BlockKind.TABLE, rows=(_heads("step", "act"), *map(_row, steps()))),
        Block(BlockKind.CAPTION, label("guide.times")),
        Block(BlockKind.TABLE, rows=(_heads("when", "where"), *_by_time(times), *_rows(trouble)[1:])),
        Block(BlockKind.RULE, label("guide.foot")),
    )
    under = label("guide.under", version=__version__)
    return Printout(page.title, under, "", clock.today(), Document(blocks))


def shortcut_list(title: str, heads: tuple[str, str], places: Sequence[Keys]) -> Printout:
    """The shortcuts of a window, a table for each place where they work, in two halves side by side."""
    blocks: list[Block] = []
    for keys in places:
        half = (len(keys.lines) + 1) // 2
        halves = zip_longest(keys.lines[:half], keys.lines[half:], fillvalue=("", ""))
        rows = (left + right for left, right in halves)
        blocks += [Block(BlockKind.CAPTION, keys.place), Block(BlockKind.TABLE, rows=(heads + heads, *rows))]
    return Printout(title, "", "", clock.today(), Document(tuple(blocks)))


def _step(passage: Passage) -> Step:
    """A passage parted into what is done and, behind ``>``, how it looks then; the rest is for the help."""
    act, _, below = passage.body.partition("\n> ")
    _, done = _COLON.split(below.partition("\n")[0], maxsplit=1)
    return Step(passage.key, passage.title, act.strip(), done)


def _row(step: Step) -> tuple[str, ...]:
    """A step as a row of the table; its title begins with its number."""
    act, done = handbook.printed(step.act), handbook.printed(step.done)
    return step.title, label("guide.step", act=act, done=done)


def _by_time(passages: Sequence[Passage]) -> Iterator[tuple[str, ...]]:
    """The rows of several passages under one head, each with the name of its passage before it."""
    for passage in passages:
        for when, what in _rows(passage)[1:]:
            yield label("guide.time", period=passage.title, when=when), what


def _rows(passage: Passage) -> Sequence[tuple[str, ...]]:
    """The table of a passage, its head first."""
    lines = [line for line in passage.body.splitlines() if line.startswith("|")]
    return [
        tuple(handbook.printed(cell.strip()) for cell in line.strip("|").split("|"))
        for line in (lines[0], *lines[2:])
    ]


def _heads(*names: str) -> tuple[str, ...]:
    return tuple(label(f"guide.head.{name}") for name in names)
