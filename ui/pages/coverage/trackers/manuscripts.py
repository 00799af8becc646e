"""What units sent, as a list, with the reports that came of it and those that may have."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from ui import format as shown
from ui.messages import text
from ui.pages.coverage.trackers.view import TrackerView
from ui.tablemodels.records import Column, Shown
from ui.tasks import Task, TaskRunner
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, State
from ui.widgets.buttons import Kind, button
from ui.widgets.chips import FilterChip, StateChip
from ui.widgets.detail_pane import Field, field_grid
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.layouts import Item, across, down, line
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.services.trackers import likely_uses, manuscripts, tracker_prints
from xcdesk.services.trackers.likely_uses import LikelyUse
from xcdesk.services.trackers.manuscripts import ManuscriptFilter, ManuscriptRow, UseRow

translate = QCoreApplication.translate

_TITLE = 2
"""Place of the column that takes the room left over."""


class ManuscriptsView(TrackerView[ManuscriptRow]):
    """The latest first; chips narrow the list to what was used, or was not.

    A year may have thousands: a worker reads those, and what is shown stays until they are there.
    """

    def __init__(self, runner: TaskRunner) -> None:
        super().__init__()
        self._runner = runner
        self._task: Task | None = None
        self._wanted: int | None = None
        self.only_unused = FilterChip(self.tr("Not used"))
        self.only_used = FilterChip(self.tr("Used"))
        chips = (self.only_unused, self.only_used)
        self.put(self.tr("Manuscripts"), _columns(), chips, (*chips, None), stretch=_TITLE)

    @override
    def add_word(self) -> str:
        return self.tr("Enter a manuscript")

    @override
    def reload(self) -> None:
        self._task = None  # of what another one still reads nobody wants to hear
        chosen = ManuscriptFilter(*self.period)
        if manuscripts.are_few(chosen):
            self._wanted = None
            super().reload()
            return
        task = self._runner.create(lambda _: manuscripts.manuscripts(chosen))
        task.succeeded.connect(self._arrived)
        task.failed.connect(self._broke)
        self._task = task
        self._runner.start(task)

    @override
    def choose(self, row_id: int) -> None:
        """Choose the row with this id, once it is there."""
        if self._task is None:
            super().choose(row_id)
        else:
            self._wanted = row_id

    @override
    def read(self) -> Sequence[ManuscriptRow]:
        return manuscripts.manuscripts(ManuscriptFilter(*self.period))

    @override
    def count(self, everyone: Sequence[ManuscriptRow]) -> None:
        used = sum(row.used for row in everyone)
        self.only_used.set_count(used)
        self.only_unused.set_count(len(everyone) - used)

    @override
    def shows(self, row: ManuscriptRow) -> bool:
        return (
            not (row.used and self.only_unused.isChecked())
            and (row.used or not self.only_used.isChecked())
            and self.matches((row.title, row.unit, row.note, *row.outlets))
        )

    @override
    def nothing_yet(self) -> EmptyState:
        words = self.tr(
            "What counties and departments sent to the news outlets stands here, with the reports that came "
            "of it. Enter the first manuscript of this period, or look at another period."
        )
        return self.empty(Glyph.SEND, self.tr("No manuscript is entered"), words)

    @override
    def parts(self, row: ManuscriptRow) -> Sequence[Item]:
        state = _state(row)
        fields = (
            Field(translate("trackers", "Unit"), row.unit),
            Field(translate("trackers", "Sent on"), shown.day(row.sent_on)),
            Field(translate("trackers", "Sent to"), shown.listed(row.outlets)),
            Field(translate("trackers", "Note"), row.note),
        )
        return (
            across(StateChip(state.state or State.NOT_YET, state.text), None),
            field_grid([field for field in fields if field.value]),
            line(),
            *self._uses(row),
            *self._likely(row),
        )

    @override
    def sheet(self) -> Printout:
        return tracker_prints.use_sheet(*self.period)

    def _arrived(self, found: Sequence[ManuscriptRow]) -> None:
        if self.sender() is not self._task:
            return
        wanted, self._task, self._wanted = self._wanted, None, None
        self.take_rows(found)
        if wanted is not None:
            self.choose(wanted)

    def _broke(self, error: BaseException) -> None:
        if self.sender() is self._task:
            self._task = self._wanted = None
            self.failed.emit(error)

    def _uses(self, row: ManuscriptRow) -> Sequence[Item]:
        if not row.uses:
            return ()
        lines = [self._report(use, self.tr("Not of it"), "use_taken_back") for use in row.uses]
        return (label(self.tr("Reports that came of it"), Role.HEADING), *lines)

    def _likely(self, row: ManuscriptRow) -> Sequence[Item]:
        found: Sequence[LikelyUse] = likely_uses.likely(row.id)
        head = label(self.tr("Likely reports"), Role.HEADING)
        if not found:
            none = self.tr("No report of the weeks around has a title like it.")
            return () if row.used else (head, label(none, Role.CAPTION, "muted", wrap=True))
        return (head, *(self._report(one.use, self.tr("Confirm"), "use_confirmed") for one in found))

    def _report(self, use: UseRow, word: str, name: str) -> Item:
        """A report as a way to the log, and the verb about it."""
        title = use.title or translate("trackers", "(no title)")
        way = button(title, None, Kind.LINK, partial(self.asked.emit, "report_open", use))
        under = label(f"{use.outlet}  {shown.day(use.day)}", Role.CAPTION, "muted", wrap=True)
        act = button(word, None, Kind.NORMAL, partial(self.asked.emit, name, use))
        act.setAccessibleName(f"{word}  {title}")
        return down(across(way, None), across(under, None, act), gap=2)


def _columns() -> Sequence[Column[ManuscriptRow]]:
    return (
        Column(translate("trackers", "Sent on"), 104, lambda row: Shown(shown.day(row.sent_on))),
        Column(translate("trackers", "Unit"), 140, lambda row: Shown(row.unit)),
        Column(translate("trackers", "Title"), 240, lambda row: Shown(row.title)),
        Column(translate("trackers", "Sent to"), 170, lambda row: Shown(shown.listed(row.outlets))),
        Column(translate("trackers", "Used by"), 170, _used_by),
        Column(translate("trackers", "State"), 100, _state),
    )


def _used_by(row: ManuscriptRow) -> Shown:
    return Shown(shown.listed(dict.fromkeys(use.outlet for use in row.uses)))


def _state(row: ManuscriptRow) -> Shown:
    if row.used:
        return Shown(text("manuscript.used"), State.DONE)
    return Shown(text("manuscript.unused"), State.NOT_YET)
