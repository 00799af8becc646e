"""Making returned workbooks: which files want one, where it goes, and the work itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ui.tablemodels.import_file import QueuedFile
from ui.tasks import Work
from xcdesk import files
from xcdesk.importers import receipts, returned
from xcdesk.importers.session import Fate, Preview
from xcdesk.progress import Operation
from xcdesk.services.record.actor import Actor


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file as it was shown, and where its returned workbook goes."""

    file: QueuedFile
    preview: Preview
    target: Path


@dataclass(frozen=True, slots=True)
class Made:
    """A returned workbook that is written, and how many rows it turns down."""

    file: QueuedFile
    target: Path
    turned_down: int


def wanting(queued: Iterable[QueuedFile]) -> Sequence[QueuedFile]:
    """Files with rows turned down of which no returned workbook was made yet."""
    return [
        file
        for file in queued
        if file.error is None
        and file.turned_down is None
        and file.decisions is not None
        and file.decisions.counts()[Fate.WRONG]
    ]


def into_folder(queued: Iterable[QueuedFile], folder: Path) -> Sequence[Wanted]:
    """Each of these files with a place of its own in ``folder``; nothing there is replaced."""
    taken: set[Path] = set()
    found = []
    for file in queued:
        if file.decisions is not None:
            target = files.free_path(folder / returned.name_for(file.path), taken)
            taken.add(target)
            found.append(Wanted(file, file.decisions.preview, target))
    return found


def returned_work(wanted: Sequence[Wanted], actor: Actor, *, short: bool) -> Work:
    """Writes the workbooks one after another and notes that each file was sent back."""

    def work(operation: Operation) -> Sequence[Made]:
        made = []
        for one in operation.each(wanted, len(wanted), every=1):
            plan = one.preview.plan
            turned_down = returned.write(plan, one.target, only_turned_down=short)
            receipts.send_back(plan, actor)
            made.append(Made(one.file, one.target, turned_down))
        return made

    return work
