"""The help of the program: pages of Markdown in two languages, told apart into passages; without Qt.

A page is ``resources/help/<language>/<key>.md``. Each of its headings ends in a name, ``## 写 {#write}``, the
same in both languages; what follows it up to the next heading is its passage. A topic names a passage:
``coverage#quick``, or ``coverage`` for the beginning of a page. Names of controls stand in ``**bold**``.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xcdesk.resources import resource
from xcdesk.wording import Language, text

_FOLDERS: dict[Language, str] = {"zh": "zh_CN", "en": "en"}
_HEADING = re.compile(r"^(#{1,3}) (.+?)(?: \{#([a-z0-9-]+)\})?$")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ROW = re.compile(r"^\|[-|: ]+\|$")
NEWS = "whats-new"
"""The page with a passage for each version."""
_AROUND = 24
"""Characters of a passage that are shown before the word that was looked for."""
_EXCERPT = 90


@dataclass(frozen=True, slots=True)
class Group:
    """Pages that stand under one heading of the contents."""

    key: str
    pages: tuple[str, ...]

    def title(self, language: Language) -> str:
        """Heading of the group."""
        return text(f"help.group.{self.key}", language)


GROUPS = (
    Group("start", ("index", "first-bulletin", "at-a-glance", NEWS)),
    Group("tabs", ("today", "roster", "coverage", "approvals", "followup", "bulletins")),
    Group("work", ("imports", "matrix", "editor", "private-details", "printing", "counting", "keyboard")),
    Group("care", ("backups", "accounts", "several-desks", "settings", "administrators")),
)
"""Every page, in the order of the contents."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading and what stands under it, as Markdown; ``level`` is 1 for the title of the page."""

    page: str
    key: str
    title: str
    level: int
    body: str

    @property
    def topic(self) -> str:
        """What names it."""
        return self.page if self.level == 1 else f"{self.page}#{self.key}"


@dataclass(frozen=True, slots=True)
class Page:
    """One page; its first passage is the title with the lines under it."""

    key: str
    passages: tuple[Passage, ...]

    @property
    def title(self) -> str:
        """Its title."""
        return self.passages[0].title

    def passage(self, key: str) -> Passage | None:
        """The passage of a name, None where there is none."""
        return next((one for one in self.passages if one.key == key), None)

    def markdown(self) -> str:
        """The page without the names of its headings."""
        return "\n\n".join(f"{'#' * one.level} {one.title}\n\n{one.body}" for one in self.passages)


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that holds what was looked for, with the words around it."""

    passage: Passage
    page_title: str
    excerpt: str


def page_keys() -> tuple[str, ...]:
    """Names of all pages, in the order of the contents."""
    return tuple(key for group in GROUPS for key in group.pages)


@functools.cache
def page(key: str, language: Language) -> Page:
    """One page; raises ``FileNotFoundError`` where there is none of that name."""
    path = resource("help", _FOLDERS[language], f"{key}.md")
    found = tuple(_passages(key, path.read_text(encoding="utf-8").splitlines()))
    if not found or found[0].level != 1:
        raise ValueError(f"{path} does not begin with a title")
    return Page(key, found)


def _passages(key: str, lines: Sequence[str]) -> Iterator[Passage]:
    """The passages of a page; a heading without a name is called by its place."""
    starts = [(at, match) for at, line in enumerate(lines) if (match := _HEADING.match(line))]
    ends = [at for at, _ in starts[1:]] + [len(lines)]
    for number, ((at, match), end) in enumerate(zip(starts, ends, strict=True)):
        body = "\n".join(lines[at + 1 : end]).strip()
        yield Passage(key, match[3] or f"part-{number}", match[2], len(match[1]), body)


def news_since(seen: str, now: str, language: Language) -> Sequence[Passage]:
    """What is new in the versions after ``seen``, up to ``now``; the newest first."""
    told = page(NEWS, language).passages[1:]
    return [one for one in told if _numbers(seen) < _numbers(one.title) <= _numbers(now)]


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def parts_of(topic: str) -> tuple[str, str]:
    """Page and heading that a topic names; the heading is empty for the beginning of the page."""
    key, _, heading = topic.partition("#")
    return key.removesuffix(".md"), heading


def links(passage: Passage) -> Sequence[str]:
    """Where the links of a passage lead, as topics."""
    return [f"{passage.page}{to}" if to.startswith("#") else to for _, to in _LINK.findall(passage.body)]


def controls(body: str) -> Sequence[str]:
    """The names of controls in a passage; ``A › B`` leads from a menu to an entry."""
    return _BOLD.findall(body)


def plain(body: str) -> str:
    """A passage as it is read, without marks."""
    lines = (line for line in body.splitlines() if not _ROW.match(line))
    words = "\n".join(line.lstrip("> ").removeprefix("- ").strip("|") for line in lines)
    return _BOLD.sub(r"\1", _LINK.sub(r"\1", words)).replace("`", "")


def printed(body: str) -> str:
    """A passage as it is read on paper: names of controls stand in quotes in place of bold."""
    return plain(_BOLD.sub(r"“\1”", body))


def search(words: str, language: Language) -> Sequence[Hit]:
    """Passages that hold every one of some words; the more of them stand in headings, the earlier."""
    wanted = words.casefold().split()
    found: list[tuple[int, Hit]] = []
    for key in page_keys():
        whole = page(key, language)
        for passage in whole.passages:
            read = plain(passage.body)
            if wanted and all(word in f"{passage.title}\n{read}".casefold() for word in wanted):
                headings = f"{whole.title}\n{passage.title}".casefold()
                elsewhere = sum(word not in headings for word in wanted)
                found.append((elsewhere, Hit(passage, whole.title, _excerpt(read, wanted[0]))))
    return [hit for _, hit in sorted(found, key=lambda one: one[0])]


def _excerpt(read: str, word: str) -> str:
    """The words around the first place of a word, on one line."""
    line = " ".join(read.replace("|", " ").split())
    at = max(0, line.casefold().find(word) - _AROUND)
    cut = line[at : at + _EXCERPT]
    return ("…" if at else "") + cut + ("…" if at + _EXCERPT < len(line) else "")
