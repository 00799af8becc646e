"""A list of cases, or of answers, in the import queue: what it holds, and which rows are ticked."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from ui.language import language
from ui.messages import sentence, text
from ui.tablemodels.import_words import fate_word
from ui.tablemodels.records import Column, Shown
from ui.theme.tokens import State
from xcdesk.importers.caselists import CaseLine, CasePlan
from xcdesk.importers.records import Chosen
from xcdesk.importers.session import Fate
from xcdesk.services import cases

translate = QCoreApplication.translate
_STATES: Mapping[Fate, State] = {
    Fate.NEW: State.NEW,
    Fate.SAME: State.NONE,
    Fate.TWIN: State.TWIN,
    Fate.WRONG: State.WRONG,
    Fate.LEFT_OUT: State.VOID,
}
FATES = tuple(_STATES)
"""What a row of a list can come to, in the order in which rows are sorted out."""


class CaseWork:
    """The plan of a list and what a person has ticked of it."""

    def __init__(self, plan: CasePlan) -> None:
        self.plan = plan
        self.ticked: set[Chosen] = {line.place for line in plan.lines if line.proposed}

    def take_over(self, before: "CaseWork") -> None:
        """Keep the ticks of the same file as it was compared before, where a row stands as it did."""
        known = {line.place: line.fate for line in before.plan.lines}
        for line in self.plan.lines:
            if line.tickable and known.get(line.place) == line.fate:
                self._put(line.place, on=line.place in before.ticked)

    def tick(self, places: Collection[Chosen]) -> None:
        """Let these rows be the ticked ones, and no others."""
        self.ticked = set(places)

    def _put(self, place: Chosen, *, on: bool) -> None:
        if on:
            self.ticked.add(place)
        else:
            self.ticked.discard(place)

    def settled(self) -> bool:
        """Whether it can be written without anybody's word: every row is clear, and some are ticked."""
        counts = self.plan.counts()
        clear = self.plan.refusal is None and not counts[Fate.WRONG] and not counts[Fate.TWIN]
        return clear and bool(self.ticked)

    def to_do(self) -> str:
        """How many rows there are, and what stands in the way of writing them."""
        if self.plan.refusal is not None:
            return translate("case_work", "Say what the columns hold")
        counts = self.plan.counts()
        parts = [shown.count(len(self.plan.lines) - counts[Fate.LEFT_OUT], "rows")]
        if counts[Fate.WRONG]:
            words = translate("case_work", "{count} wrong")
            parts.append(words.format(count=counts[Fate.WRONG]))
        if counts[Fate.TWIN]:
            words = translate("case_work", "{count} perhaps repeated")
            parts.append(words.format(count=counts[Fate.TWIN]))
        return " · ".join(parts)


def columns() -> Sequence[Column[CaseLine]]:
    """Columns of the rows of a list; of who complained they tell only that there is somebody."""
    return (
        Column(translate("case_work", "Result"), 100, result),
        Column(translate("case_work", "Row"), 44, lambda line: Shown(str(line.place.row)), figures=True),
        Column(translate("case_work", "Title"), 200, lambda line: Shown(line.title)),
        Column(translate("case_work", "Unit"), 112, lambda line: Shown(line.unit)),
        Column(translate("case_work", "Brings"), 150, lambda line: Shown(line.said)),
        Column(translate("case_work", "Petitioner"), 84, _private),
        Column(translate("case_work", "Remarks"), 190, lambda line: Shown(remark(line))),
    )


def result(line: CaseLine) -> Shown:
    """What becomes of a row, as mark and word."""
    return Shown(fate_word(line.fate), _STATES[line.fate])


def remark(line: CaseLine) -> str:
    """Why a row is wrong or left out, or which case it is about."""
    parts = [sentence(problem) for problem in line.problems]
    if line.left_out and not parts:
        parts.append(text(line.left_out))
    if line.case is not None:
        number = cases.number(line.case, language())
        words = {
            Fate.SAME: translate("case_work", "{number} is the same"),
            Fate.TWIN: translate("case_work", "much like {number} “{title}”"),
        }.get(line.fate, "{number}")
        parts.insert(0, words.format(number=number, title=line.case.title))
    if line.reply is not None and line.reply.sign:
        parts.append(translate("case_work", "signed for by {name}").format(name=line.reply.contact))
    return " · ".join(parts)


def _private(line: CaseLine) -> Shown:
    return Shown(translate("case_work", "kept hidden") if line.private else "")
