"""One file of the import queue: what was said of it, what it holds, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui import format as shown
from ui.language import language
from ui.messages import text
from ui.tablemodels.case_work import CaseWork
from ui.tablemodels.import_decisions import SAME_FILE, Decisions
from ui.theme.tokens import State
from ui.widgets.two_line import TwoLine
from xcdesk.errors import DeskError
from xcdesk.importers.caselists import CaseSaid, ListKind
from xcdesk.importers.refusals import RefusedFileError
from xcdesk.importers.said import Said
from xcdesk.importers.session import Fate


class FileState(StrEnum):
    """What became of a file so far, in the order of what a person has to do about it."""

    WAITING = "waiting"
    READY = "ready"
    REPEATED = "repeated"
    COUNTS = "counts"
    REFUSED = "refused"
    STOPPED = "stopped"
    READING = "reading"
    QUEUED = "queued"
    RETURNED = "returned"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class _Look:
    state: State
    word: str


def _look(state: State, word: object) -> _Look:
    return _Look(state, str(word))


_LOOKS: Mapping[FileState, _Look] = MappingProxyType(
    {
        FileState.WAITING: _look(State.IN_HAND, QT_TRANSLATE_NOOP("imports", "To check")),
        FileState.READY: _look(State.NEW, QT_TRANSLATE_NOOP("imports", "Ready")),
        FileState.REPEATED: _look(State.TWIN, QT_TRANSLATE_NOOP("imports", "Repeated file")),
        FileState.COUNTS: _look(State.NONE, QT_TRANSLATE_NOOP("imports", "Counts only")),
        FileState.REFUSED: _look(State.LATE, QT_TRANSLATE_NOOP("imports", "Not readable")),
        FileState.STOPPED: _look(State.NONE, QT_TRANSLATE_NOOP("imports", "Not read")),
        FileState.READING: _look(State.NOT_YET, QT_TRANSLATE_NOOP("imports", "Reading")),
        FileState.QUEUED: _look(State.NOT_DUE, QT_TRANSLATE_NOOP("imports", "Waits its turn")),
        FileState.RETURNED: _look(State.SOON, QT_TRANSLATE_NOOP("imports", "Returned")),
        FileState.IMPORTED: _look(State.DONE, QT_TRANSLATE_NOOP("imports", "Imported")),
    }
)


def state_word(state: FileState) -> str:
    """Word of a state of files."""
    return QCoreApplication.translate("imports", _LOOKS[state].word)


class Reading(StrEnum):
    """Where a file that has not been read stands."""

    QUEUED = "queued"
    UNDER_WAY = "reading"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that was said of a file, under its own name, and what had been said before."""

    name: str
    before: Said
    before_case: CaseSaid
    before_list: bool | None


@dataclass(slots=True, eq=False)
class QueuedFile:
    """One file on its way; changed as it is read, decided on and imported.

    Attributes:
        said: what a person has said of it: sender, year, heading rows, fields, cells typed anew.
        case_said: the same of a list of cases or of answers.
        as_list: whether it is read as such a list; None while nobody has said, and the file tells.
        told: the same one by one, the latest last, to be taken back by name.
        title: what it is called; the file's name, or words about pasted rows.
        pasted: its rows came by the clipboard; the file behind it is the program's own.
        reading: where it stands until it has been read.
        decisions: its rows and their ticks, once it has been read as a county return.
        cases: the same of a list of cases or of answers.
        error: why it was not read.
        twin: name of an earlier file of the queue with the same contents.
        batch: the import that wrote it, while it stands.
        written: how many rows that import wrote.
        turned_down: how many rows the returned workbook marks; None while none was made.
        stale: the log or the roster has changed since it was compared.
    """

    path: Path
    said: Said = field(default_factory=Said)
    case_said: CaseSaid = field(default_factory=CaseSaid)
    as_list: bool | None = None
    told: list[Told] = field(default_factory=list)
    title: str = ""
    pasted: bool = False
    reading: Reading = Reading.QUEUED
    decisions: Decisions | None = None
    cases: CaseWork | None = None
    error: BaseException | None = None
    twin: str = ""
    batch: int | None = None
    written: int = 0
    turned_down: int | None = None
    stale: bool = False

    def __post_init__(self) -> None:
        self.title = self.title or self.path.name

    def say(self, name: str, said: Said) -> None:
        """Take something that was said of it; it has to be compared again."""
        self._tell(name)
        self.said = said

    def say_of_list(self, name: str, said: CaseSaid, *, as_list: bool = True) -> None:
        """Take something that was said of a list of cases, or that it is one, or none."""
        self._tell(name)
        self.case_said, self.as_list = said, as_list

    def unsay(self) -> None:
        """Take back what was said last."""
        last = self.told.pop()
        self.said, self.case_said, self.as_list = last.before, last.before_case, last.before_list
        self.stale = True

    def _tell(self, name: str) -> None:
        self.told.append(Told(name, self.said, self.case_said, self.as_list))
        self.stale = True

    def forget(self) -> None:
        """Stand as a file that has not been read yet; what was said of it stays."""
        self.decisions, self.error, self.twin, self.reading = None, None, "", Reading.QUEUED
        self.cases = None

    def take(self, made: Decisions | CaseWork) -> None:
        """Stand as what it was read or compared as: a county return, or a list of cases or of answers."""
        if isinstance(made, CaseWork):
            self.cases, self.decisions = made, None
        else:
            self.cases, self.decisions = None, made

    @property
    def made(self) -> Decisions | CaseWork | None:
        """What it was read as; None until then."""
        return self.decisions or self.cases

    @property
    def answers(self) -> bool:
        """Whether it holds departments' answers: acts, which are not taken back."""
        return self.cases is not None and self.cases.plan.kind is ListKind.ANSWERS

    def settled_by(self, made: Decisions | CaseWork) -> bool:
        """Whether what was made of it leaves nothing to decide; rows that went back are decided."""
        return made.settled() if isinstance(made, CaseWork) else made.settled(self.turned_down or 0)

    @property
    def is_read(self) -> bool:
        """Whether it has been read, as whatever it is."""
        return self.made is not None

    @property
    def sha256(self) -> str:
        """Fingerprint of its content; "" until it has been read."""
        if self.cases is not None:
            return self.cases.plan.sha256
        return self.decisions.preview.plan.sha256 if self.decisions is not None else ""

    @property
    def ticked(self) -> int:
        """How many rows are to be written."""
        if self.cases is not None:
            return len(self.cases.ticked)
        return self.decisions.written() if self.decisions is not None else 0

    @property
    def sender(self) -> str | None:
        """Roster name of its sender, None while nothing names one."""
        if self.cases is not None:
            return self.cases.plan.unit
        return self.decisions.preview.plan.book.sender if self.decisions is not None else None

    @property
    def state(self) -> FileState:
        """What became of the file so far."""
        if self.error is not None:
            return FileState.REFUSED
        if self.cases is not None:
            return self._listed(self.cases)
        if self.decisions is None:
            return FileState(self.reading)
        return self._decided(self.decisions)

    @property
    def counts_only(self) -> bool:
        """Whether it was read and has tables of counts in place of rows."""
        if self.decisions is None:
            return False
        return self.decisions.preview.plan.refusal is None and self.decisions.preview.counts_only

    @property
    def ready(self) -> bool:
        """Whether it can be written, or noted as received, without anybody's word.

        So can the good rows of one whose wrong rows went back.
        """
        if self.made is None or (self.cases is None and self.sender is None):
            return False
        if self.state not in {FileState.READY, FileState.COUNTS, FileState.RETURNED}:
            return False
        return self.settled_by(self.made)

    def look(self) -> TwoLine:
        """The row of the list."""
        state = self.state
        return TwoLine(self.title, _LOOKS[state].state, state_word(state), self._below(), self.sender or "")

    def _decided(self, decisions: Decisions) -> FileState:
        if self.batch is not None:
            return FileState.IMPORTED
        if self.counts_only:
            return FileState.COUNTS
        if self.turned_down is not None:
            return FileState.RETURNED
        if self.twin or any(one.code == SAME_FILE for one in decisions.preview.plan.remarks):
            return FileState.REPEATED
        return FileState.READY if decisions.settled() and self.sender else FileState.WAITING

    def _listed(self, work: CaseWork) -> FileState:
        if self.batch is not None:
            return FileState.IMPORTED
        if self.twin or work.plan.earlier:
            return FileState.REPEATED
        return FileState.READY if work.settled() else FileState.WAITING

    def _of_list(self, work: CaseWork) -> str:
        kind = text(f"list_kind.{work.plan.kind.value}")
        if self.batch is None:
            return f"{kind} · {work.to_do()}"
        words = QCoreApplication.translate("imports", "{count} written")
        return words.format(count=shown.count(self.written, "rows"))

    def _below(self) -> str:
        translate = QCoreApplication.translate
        if isinstance(self.error, RefusedFileError):
            return text(f"file_short.{self.error.code.partition('.')[2]}")
        if self.error is not None:
            known = isinstance(self.error, DeskError)
            return "" if known else translate("imports", "A fault in the program")
        if self.cases is not None:
            return self._of_list(self.cases)
        if self.decisions is not None:
            return self._particulars(self.decisions)
        return translate("imports", "Press F5 to read it") if self.reading == Reading.STOPPED else ""

    def _particulars(self, decisions: Decisions) -> str:
        translate = QCoreApplication.translate
        if self.state == FileState.IMPORTED:
            return self._written_words(decisions)
        if self.state == FileState.RETURNED:
            return self._returned_words(decisions)
        if self.state == FileState.COUNTS:
            return translate("imports", "No single reports in it")
        if self.twin:
            return translate("imports", "The same as {name}").format(name=self.twin)
        remarks = decisions.preview.plan.remarks
        repeated = next((one for one in remarks if one.code == SAME_FILE), None)
        return repeated.message(language()) if repeated is not None else self._to_do(decisions)

    def _returned_words(self, decisions: Decisions) -> str:
        """How many rows went back, and how many good ones beside them still have to be imported."""
        count = shown.count(self.turned_down or 0, "rows")
        words = QCoreApplication.translate("imports", "{count} turned down").format(count=count)
        if not decisions.written():
            return words
        left = QCoreApplication.translate("imports", "{count} to import").format(
            count=shown.count(decisions.written(), "rows")
        )
        return f"{words} · {left}"

    def _written_words(self, decisions: Decisions) -> str:
        if self.counts_only:
            return QCoreApplication.translate("imports", "Noted as received")
        words = QCoreApplication.translate("imports", "{count} written").format(
            count=shown.count(self.written, "rows")
        )
        wrong = decisions.counts()[Fate.WRONG]
        if not wrong:
            return words
        left = QCoreApplication.translate("imports", "{count} wrong and not written")
        return f"{words} · {left.format(count=wrong)}"

    def _to_do(self, decisions: Decisions) -> str:
        """How many rows there are, and what stands in the way of writing them."""
        if decisions.preview.plan.refusal is not None:
            return QCoreApplication.translate("imports", "No heading found: click it")
        counts = decisions.counts()
        wrong = counts[Fate.WRONG]
        # Totals, notes and hidden rows are shown, but nobody would write them.
        parts = [shown.count(len(decisions.preview.lines) - counts[Fate.LEFT_OUT], "rows")]
        asking = decisions.open_questions() - wrong
        if not self.sender:
            parts.append(QCoreApplication.translate("imports", "sender not known"))
        if wrong:
            parts.append(QCoreApplication.translate("imports", "{count} wrong").format(count=wrong))
        if asking:
            parts.append(QCoreApplication.translate("imports", "{count} to decide").format(count=asking))
        return " · ".join(parts)
