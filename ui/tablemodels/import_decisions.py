"""What a person has decided on the rows of one file, over what is proposed."""

from collections.abc import Iterable, Mapping, Sequence

from xcdesk.importers import decisions, receipts, supersede, tallies
from xcdesk.importers.apply import Decision, Duplicates
from xcdesk.importers.records import Chosen
from xcdesk.importers.session import Fate, Line, Preview
from xcdesk.importers.supersede import Predecessor

SAME_FILE = "import.same_file"
"""Remark that the very file was imported before."""


class Decisions:
    """What becomes of each row of one file.

    Made by the thread that reads the file, so that a large one is sorted out before it is shown.

    Attributes:
        positions: where each row stands among those of the file.
        told: what somebody has decided on rows; only this is carried over to another preview.
        duplicates: what becomes of reports that are in the log already.
        tallies: its tables of counts beside what the log counts.
        earlier: the import that the file corrects, or may correct.
        compares: whether any row stands beside another one that it differs from.
        replaces: whether it comes in the place of that one; None while nobody has said.
    """

    def __init__(self, preview: Preview, duplicates: Duplicates = Duplicates.UPDATE) -> None:
        self.preview = preview
        self.duplicates = duplicates
        self.by_fate = _sorted_out(preview.lines)
        self.positions: Mapping[Chosen, int] = {line.place: at for at, line in enumerate(preview.lines)}
        self.told: dict[Chosen, Decision] = {}
        self._written: dict[Chosen, Decision] = {}
        self.tallies = tallies.compare(preview.plan)
        self.earlier = supersede.predecessor(preview.plan)
        self.replaces: bool | None = None
        self._propose(preview.lines)
        self._writable = sum(line.tickable or line.fate == Fate.TWIN for line in preview.lines)
        self.compares = any(line.differs for line in preview.lines)
        self._tickable = any(line.tickable for line in preview.lines)
        self._asking = frozenset(line.place for line in preview.lines if _asks(line))

    def line(self, place: Chosen) -> Line | None:
        """The row at a place, None when the file has no such row."""
        at = self.positions.get(place)
        return self.preview.lines[at] if at is not None else None

    def on(self, line: Line) -> Decision:
        """What becomes of a row."""
        return self._written.get(line.place, Decision.LEAVE)

    def decided(self) -> Mapping[Chosen, Decision]:
        """The rows to be written, as `apply` takes them."""
        return dict(self._written)

    @property
    def replacement(self) -> Predecessor | None:
        """The import in whose place the file comes, as `apply` takes it."""
        return self.earlier if self.replaces else None

    @property
    def only_received(self) -> bool:
        """Whether there is nothing to write, and the file has come all the same.

        The log holds all of it, or it only states counts.
        """
        if any(one.code == SAME_FILE for one in self.preview.plan.remarks):
            return False  # the very file has left its batch
        if self.preview.counts_only:
            return receipts.only_counts(self.preview.plan)
        return bool(self.by_fate[Fate.SAME]) and not (self._tickable or self.by_fate[Fate.WRONG])

    def written(self) -> int:
        """How many rows will be written."""
        return len(self._written)

    def decide(self, lines: Iterable[Line], decision: Decision) -> None:
        """Decide on rows; those that do not allow it stay as they are."""
        for place, allowed in decisions.decide(lines, decision).items():
            self.told[place] = allowed
            self._put(place, allowed)

    def tick(self, lines: Iterable[Line], *, on: bool) -> None:
        """Write rows as a mere tick means it, or leave them."""
        for line in lines:
            if line.tickable:
                self.told[line.place] = decisions.ticked(line) if on else Decision.LEAVE
                self._put(line.place, self.told[line.place])

    def take_over(self, known: "Decisions") -> None:
        """Decide as ``known`` did on the same file; only rows that stand as before keep their decision.

        Taking over once more, what was decided meanwhile, is cheap.
        """
        self.set_duplicates(known.duplicates)
        if self.earlier is not None and self.earlier == known.earlier:
            self.replaces = known.replaces
        for place, decision in tuple(known.told.items()):
            if self.told.get(place) == decision:
                continue
            before, line = known.line(place), self.line(place)
            if before and line and (before.row.status, before.fate) == (line.row.status, line.fate):
                self.decide([line], decision)

    def set_duplicates(self, duplicates: Duplicates) -> None:
        """Bring logged reports up to date, skip them, or stop at them; rows decided on by hand stay so."""
        self.duplicates = duplicates
        changed = (self.preview.lines[at] for at in self.by_fate[Fate.CHANGED])
        self._propose(line for line in changed if line.place not in self.told)

    def counts(self) -> Mapping[Fate, int]:
        """How many rows of each fate there are."""
        return {fate: len(rows) for fate, rows in self.by_fate.items()}

    def waiting(self) -> int:
        """Rows that could be written or may be repetitions, and will not be written."""
        return self._writable - len(self._written)

    def open_questions(self) -> int:
        """Rows on which somebody has to decide before all of the file is settled.

        One more where the file may replace an earlier one that has more to it.
        """
        open_ = len(self.by_fate[Fate.WRONG]) + len(self._asking - self.told.keys())
        return open_ + (self.replaces is None and self._may_replace())

    def settled(self, sent_back: int = 0) -> bool:
        """Whether something is to be noted and nobody has to decide; ``sent_back`` wrong rows went back."""
        asking = self.open_questions() - min(sent_back, len(self.by_fate[Fate.WRONG]))
        return not asking and (bool(self._written) or self.only_received)

    def _may_replace(self) -> bool:
        return self.earlier is not None and self.earlier.replaceable and bool(self.earlier.dropped)

    def like(self, line: Line) -> Sequence[Line]:
        """Rows that ask the same as ``line`` and wait for an answer, itself the first of them."""
        if line.place not in self._asking:
            return [line]
        open_ = self._asking - self.told.keys() - {line.place}
        rows = (self.preview.lines[at] for at in self.by_fate[line.fate])
        return [line, *(one for one in rows if one.place in open_ and one.row.status == line.row.status)]

    def _propose(self, lines: Iterable[Line]) -> None:
        for line in lines:
            self._put(line.place, decisions.proposed(line, self.duplicates))

    def _put(self, place: Chosen, decision: Decision) -> None:
        if decision == Decision.LEAVE:
            self._written.pop(place, None)
        else:
            self._written[place] = decision


def _sorted_out(lines: Sequence[Line]) -> Mapping[Fate, Sequence[int]]:
    """Which rows have each fate, by their place in the order of the file."""
    found: dict[Fate, list[int]] = {fate: [] for fate in Fate}
    for at, line in enumerate(lines):
        found[line.fate].append(at)
    return found


def _asks(line: Line) -> bool:
    """Whether a row that can be written waits for somebody's word."""
    return line.tickable and decisions.is_open(line)
