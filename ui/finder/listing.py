"""What the list under the one box says to an answer, row by row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from ui import format as shown
from ui.finder import words
from ui.finder.answer import Answer
from ui.finder.command import Command
from ui.finder.rows import FindRow, Look
from ui.theme.icons import Glyph
from xcdesk.services.search import Chip, Group, Hit, HitKind, Prefix
from xcdesk.services.search.saved_searches import SavedRow

_ASIDE = "  ·  "
_TAB = "Tab"
"""The key that takes the first chip on offer."""


@dataclass(frozen=True, slots=True)
class Acts:
    """What rows do when they are chosen."""

    command: Callable[[int], None]
    add_chip: Callable[[Chip], None]
    begin_prefix: Callable[[Prefix], None]
    use: Callable[[SavedRow], None]
    keep: Callable[[], None]
    open: Callable[[Hit], None]
    show_all: Callable[[], None]
    help: Callable[[str], None]


class Listing(QObject):
    """Makes the rows of an answer."""

    def __init__(self, acts: Acts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._acts = acts

    def at_rest(self, kept: Sequence[SavedRow]) -> list[FindRow]:
        """What is offered before anything is typed: searches that are kept, and how one can be narrowed."""
        rows = [*self._kept(kept), FindRow(Look.HEADING, self.tr("Narrow the search: choose or type"))]
        kind, begin = self.tr("Prefix"), self._acts.begin_prefix
        for prefix in Prefix:
            name, example = f"{words.prefix(prefix)}:", words.example(prefix)
            rows.append(FindRow(Look.ROW, name, example, Glyph.FILTER, kind, partial(begin, prefix)))
        return rows

    def rows(
        self, answer: Answer, commands: Sequence[Command], counts: Mapping[HitKind, int] | None
    ) -> list[FindRow]:
        """Everything that was found, in groups; counts come a moment later."""
        meant = answer.named
        found = [
            *self._verbs(answer, answer.verbs, commands),
            *self._kept(answer.kept),
            *self._groups(answer, meant, counts),
            *self._offers(answer.offers),
            *self._groups(answer, [group for group in answer.groups if group not in meant], counts),
            *self._verbs(answer, answer.verbs_within, commands),
            *self._help(answer),
        ]
        if not found:
            found = self._none(answer)
        if answer.groups or answer.asked.chips:
            found.append(FindRow(Look.ROW, self.tr("Keep this search…"), "", Glyph.SAVE, run=self._acts.keep))
        return found

    def _verbs(self, answer: Answer, places: Sequence[int], commands: Sequence[Command]) -> list[FindRow]:
        rows = [
            FindRow(
                Look.ROW,
                commands[at].name,
                _ASIDE.join(filter(None, (commands[at].place, commands[at].shortcut))),
                Glyph.PLAY,
                self.tr("Command"),
                partial(self._acts.command, at),
                answer.asked.query.words,
            )
            for at in places
            if at < len(commands)
        ]
        return [FindRow(Look.HEADING, self.tr("Commands")), *rows] if rows else []

    def _help(self, answer: Answer) -> list[FindRow]:
        kind = self.tr("Help")
        rows = [
            FindRow(
                Look.ROW,
                hit.passage.title,
                "" if hit.passage.title == hit.page_title else hit.page_title,
                Glyph.QUESTION_CIRCLE,
                kind,
                partial(self._acts.help, hit.passage.topic),
                answer.asked.query.words,
            )
            for hit in answer.help
        ]
        return [FindRow(Look.HEADING, kind), *rows] if rows else []

    def _kept(self, kept: Sequence[SavedRow]) -> list[FindRow]:
        rows = [
            FindRow(
                Look.ROW,
                row.name,
                "" if row.words == row.name else row.words,
                Glyph.SEARCH,
                self.tr("Kept search"),
                partial(self._acts.use, row),
                kept=row,
            )
            for row in kept
        ]
        return [FindRow(Look.HEADING, self.tr("Kept searches")), *rows] if rows else []

    def _offers(self, offers: Sequence[Chip]) -> list[FindRow]:
        kind, put = self.tr("Prefix"), self._acts.add_chip
        rows = [
            FindRow(Look.ROW, words.chip(chip), "" if at else _TAB, Glyph.FILTER, kind, partial(put, chip))
            for at, chip in enumerate(offers)
        ]
        return [FindRow(Look.HEADING, self.tr("Narrow to")), *rows] if rows else []

    def _groups(
        self, answer: Answer, groups: Sequence[Group], counts: Mapping[HitKind, int] | None
    ) -> list[FindRow]:
        words = answer.asked.query.words
        return [row for group in groups for row in self._group(group, counts, words)]

    def _group(
        self, group: Group, counts: Mapping[HitKind, int] | None, marked: tuple[str, ...]
    ) -> list[FindRow]:
        total = counts.get(group.kind) if counts is not None else None
        name = words.kind(group.kind)
        rows = [FindRow(Look.HEADING, name, "" if total is None else f"{total:,}")]
        rows += [self._hit(hit, name, marked) for hit in group.hits]
        if group.kind is HitKind.ITEM:
            everything = self.tr("Show all in the log")
            if total is not None:
                everything = self.tr("Show all {count} reports in the log").format(count=f"{total:,}")
            rows.append(FindRow(Look.ROW, everything, "", Glyph.TEXT_BULLET_LIST, name, self._acts.show_all))
        return rows

    def _hit(self, hit: Hit, kind: str, marked: tuple[str, ...]) -> FindRow:
        day = shown.day(hit.date) if hit.date else ""
        aside = _ASIDE.join(filter(None, (hit.place, day)))
        title = hit.title or self.tr("(no title)")
        run = partial(self._acts.open, hit)
        return FindRow(Look.ROW, title, aside, words.GLYPHS[hit.kind], kind, run, marked)

    def _none(self, answer: Answer) -> list[FindRow]:
        asked = words.written(answer.asked.chips, answer.asked.text)
        way = self.tr("Every word has to be there. Try fewer or shorter words, or take a chip away.")
        return [
            FindRow(Look.HEADING, self.tr("Nothing found for “{words}”").format(words=asked)),
            FindRow(Look.NOTE, way),
        ]
