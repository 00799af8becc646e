"""What is written about evidence: each act under its own name, with the way to take it back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject

from ui import format as shown
from ui.changes import Area
from ui.desk import Desk
from ui.undo import Numbers, Swing
from xcdesk.services.log import evidence
from xcdesk.services.log.evidence import EvidenceRow, EvidenceVersion, Particulars

translate = QCoreApplication.translate
Step = Callable[[EvidenceVersion], EvidenceVersion]


class EvidenceActs(QObject):
    """Writes for the list of one report's evidence."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.runner)  # an act is remembered though the list was shut meanwhile
        self._desk = desk

    def attached(self, pieces: Sequence[EvidenceVersion]) -> None:
        """Remember files that were attached just now."""
        name = translate("evidence", "Attach {count}").format(count=shown.count(len(pieces), "items"))
        before = [EvidenceVersion(piece.id, 0) for piece in pieces]
        self._remember(name, before, pieces, (self._restore, self._remove))

    def remove(self, row: EvidenceRow) -> None:
        """Lay a piece into the trash."""
        before = EvidenceVersion(row.id, row.version)
        name = translate("evidence", "Remove “{name}”").format(name=row.label)
        self._remember(name, [before], [self._remove(before)], (self._remove, self._restore))

    def change(self, row: EvidenceRow, told: Particulars) -> None:
        """Describe a piece anew."""
        before = EvidenceVersion(row.id, row.version)
        was = Particulars(row.captured_on, row.source, row.label)

        def put(wanted: Particulars) -> Step:
            return lambda piece: evidence.change(self._desk.actor, piece, wanted)

        name = translate("evidence", "Describe “{name}” anew").format(name=row.label)
        self._remember(name, [before], [put(told)(before)], (put(told), put(was)))

    def _remove(self, piece: EvidenceVersion) -> EvidenceVersion:
        return evidence.remove(self._desk.actor, piece)

    def _restore(self, piece: EvidenceVersion) -> EvidenceVersion:
        return evidence.restore(self._desk.actor, piece)

    def _remember(
        self,
        name: str,
        before: Sequence[EvidenceVersion],
        after: Sequence[EvidenceVersion],
        steps: tuple[Step, Step],
    ) -> None:
        """Remember an act that is done already, with the step that does it again and the one back."""
        swing = Swing(_together(steps[0]), _together(steps[1]))
        self._desk.undo.push_swing(name, (_numbers(before), _numbers(after)), swing, self._tell)
        self._tell()

    def _tell(self) -> None:
        self._desk.changes.tell(Area.COVERAGE)


def _numbers(pieces: Sequence[EvidenceVersion]) -> Numbers:
    return {f"evidence:{piece.id}": piece.version for piece in pieces}


def _together(step: Step) -> Callable[[Numbers], Numbers]:
    def write(numbers: Numbers) -> Numbers:
        pieces = [EvidenceVersion(int(key.partition(":")[2]), number) for key, number in numbers.items()]
        return _numbers(evidence.together(step, pieces))

    return write
