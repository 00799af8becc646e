"""What the trackers write, each act under its own name and with its way back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from ui.changes import Area
from ui.pages.acts import PageActs, Version, Write
from ui.pages.page import Page
from ui.pages.roster.row_acts import Kept, Named
from ui.undo import Numbers, Swing
from xcdesk.services.record import removing
from xcdesk.services.record.actor import Actor
from xcdesk.services.targets import advert_changes
from xcdesk.services.targets.advert_changes import NewAdvert
from xcdesk.services.targets.adverts import AdvertRow
from xcdesk.services.trackers import activity_changes, manuscript_changes
from xcdesk.services.trackers.activities import ActivityFileRow, ActivityRow
from xcdesk.services.trackers.activity_changes import NewActivity
from xcdesk.services.trackers.manuscript_changes import NewManuscript, Pair
from xcdesk.services.trackers.manuscripts import ManuscriptRow

translate = QCoreApplication.translate
_FILE = "activity_file"
Step = Callable[[Actor, int, int], int]
"""Writes to a row, by its id and version, and answers the new version."""
N = TypeVar("N", bound=Named)
R = TypeVar("R", bound=Kept)


@dataclass(frozen=True, slots=True)
class TrackerBook(Generic[N, R]):
    """The services that keep the rows of ``table``; ``as_new`` gives a row as it would be entered."""

    table: str
    add: Callable[[Actor, N], int]
    change: Callable[[Actor, int, int, N], int]
    remove: Callable[[Actor, int, int], int]
    restore: Callable[[Actor, int, int], int]
    as_new: Callable[[R], N]


ADVERTS: TrackerBook[NewAdvert, AdvertRow] = TrackerBook(
    "advert_plan",
    advert_changes.add_advert,
    advert_changes.change_advert,
    advert_changes.remove_advert,
    advert_changes.restore_advert,
    lambda row: NewAdvert(
        row.outlet_id,
        row.slot,
        row.per_week,
        row.since,
        row.until,
        row.material_id,
        row.wording,
        row.hotline,
        row.note,
    ),
)
MANUSCRIPTS: TrackerBook[NewManuscript, ManuscriptRow] = TrackerBook(
    "manuscript",
    manuscript_changes.add_manuscript,
    manuscript_changes.change_manuscript,
    manuscript_changes.remove_manuscript,
    manuscript_changes.restore_manuscript,
    lambda row: NewManuscript(row.unit_id, row.sent_on, row.title, row.outlet_ids, row.note),
)
ACTIVITIES: TrackerBook[NewActivity, ActivityRow] = TrackerBook(
    "activity",
    activity_changes.add_activity,
    activity_changes.change_activity,
    activity_changes.remove_activity,
    activity_changes.restore_activity,
    lambda row: NewActivity(row.kind, row.day, row.title, row.unit_id, row.people, row.note),
)


class TrackerActs(PageActs, Generic[N, R]):
    """Adding, changing and removing the rows of one tracker; what is removed lies in the trash."""

    def __init__(self, page: Page, book: TrackerBook[N, R]) -> None:
        super().__init__(page, Area.TRACKERS)
        self._book = book

    def add(self, new: N) -> int:
        """Enter a row; returns its id."""
        made = self._book.add(self.actor, new)
        name = translate("trackers", "Add “{name}”").format(name=new.name)
        self.swing(name, self._removing(made).turned(), Version(0), Version(1))
        return made

    def change(self, row: R, change: N) -> None:
        """Rewrite a row."""
        before = self._book.as_new(row)

        def put(wanted: N) -> Callable[[int], int]:
            return lambda version: self._book.change(self.actor, row.id, version, wanted)

        name = translate("trackers", "Edit “{name}”").format(name=row.name)
        self.step(name, Write(self._key(row.id), put(change), put(before)), row.version)

    def remove(self, row: R) -> None:
        """Lay a row into the trash."""
        name = translate("trackers", "Remove “{name}”").format(name=row.name)
        self.step(name, self._removing(row.id), row.version)

    def _removing(self, row_id: int) -> Write:
        return Write(
            self._key(row_id),
            lambda version: self._book.remove(self.actor, row_id, version),
            lambda version: self._book.restore(self.actor, row_id, version),
        )

    def _key(self, row_id: int) -> str:
        return f"{self._book.table}:{row_id}"


class UseActs(PageActs):
    """Says which reports came of which manuscripts, and takes it back."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, Area.TRACKERS)

    def confirm(self, pairs: Sequence[Pair]) -> None:
        """Confirm uses; nothing is remembered where all were known."""
        new = manuscript_changes.confirm(self.actor, pairs)
        if new:
            name = translate("trackers", "Confirm {count}").format(count=shown.count(len(new), "uses"))
            self._done(name, new, manuscript_changes.take_back, manuscript_changes.confirm)

    def take_back(self, pairs: Sequence[Pair]) -> None:
        """Say that reports did not come of manuscripts after all."""
        known = manuscript_changes.take_back(self.actor, pairs)
        if known:
            name = translate("trackers", "Take back {count}").format(count=shown.count(len(known), "uses"))
            self._done(name, known, manuscript_changes.confirm, manuscript_changes.take_back)

    def _done(
        self,
        name: str,
        pairs: Sequence[Pair],
        back: Callable[[Actor, Sequence[Pair]], Any],
        forth: Callable[[Actor, Sequence[Pair]], Any],
    ) -> None:
        def act(step: Callable[[Actor, Sequence[Pair]], Any]) -> None:
            step(self.actor, pairs)

        self.done(name, partial(act, back), partial(act, forth))


class ManyActs(PageActs):
    """Base of acts that make several rows at once; they are taken back and made again together."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, Area.TRACKERS)

    def made(self, name: str, keys: Sequence[str], remove: Step, restore: Step) -> None:
        """Remember rows that were made just now; ``keys`` are their tables and ids."""
        swing = Swing(self._each(restore), self._each(remove))
        moved = dict.fromkeys(keys, 0), dict.fromkeys(keys, 1)
        self._page.desk.undo.push_swing(name, moved, swing, self._tell)
        self._tell()
        self._page.said.emit(name)

    def _each(self, step: Step) -> Callable[[Numbers], Numbers]:
        """A write to several rows, each from its version to the next, all or none."""

        def write(numbers: Numbers) -> Numbers:
            rows = {key: (int(key.partition(":")[2]), number) for key, number in numbers.items()}
            steps = removing.together(self.actor, step, list(rows.values()))
            return dict(zip(rows, steps, strict=True))

        return write

    def _tell(self) -> None:
        self._page.desk.changes.tell(Area.TRACKERS)


class PasteActs(ManyActs):
    """Manuscripts out of a table."""

    def enter(self, new: Sequence[NewManuscript]) -> None:
        """Enter them in one act."""
        made = manuscript_changes.add_many(self.actor, new)
        name = translate("trackers", "Enter {count}").format(count=shown.count(len(made), "manuscripts"))
        keys = [f"{MANUSCRIPTS.table}:{row}" for row in made]
        self.made(name, keys, MANUSCRIPTS.remove, MANUSCRIPTS.restore)


class FileActs(ManyActs):
    """Evidence of activities: kept, and laid into the trash."""

    def attached(self, row: ActivityRow, files: Sequence[int]) -> None:
        """Remember files that were kept just now."""
        count = shown.count(len(files), "files")
        name = translate("trackers", "Add {count} to “{name}”").format(count=count, name=row.title)
        keys = [f"{_FILE}:{file}" for file in files]
        self.made(name, keys, activity_changes.detach, activity_changes.put_back)

    def remove(self, file: ActivityFileRow) -> None:
        """Lay a file into the trash."""
        write = Write(
            f"{_FILE}:{file.id}",
            lambda version: activity_changes.detach(self.actor, file.id, version),
            lambda version: activity_changes.put_back(self.actor, file.id, version),
        )
        self.step(translate("trackers", "Remove “{name}”").format(name=file.label), write, file.version)
