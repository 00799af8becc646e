"""Other activities as a list, narrowed by kind, with their evidence beside it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from typing_extensions import override

from ui import format as shown
from ui.messages import text
from ui.pages.coverage.trackers.view import TrackerView
from ui.tablemodels.records import Column, Shown
from ui.theme.icons import Glyph
from ui.theme.tokens import Role
from ui.widgets.buttons import Kind, button
from ui.widgets.chips import FilterChip
from ui.widgets.detail_pane import Field, field_grid
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import Option, PickBox
from ui.widgets.labels import label
from ui.widgets.layouts import Item, across, line
from xcdesk.services.counts import activity_counts
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.services.trackers import activities, tracker_prints
from xcdesk.services.trackers.activities import ActivityFileRow, ActivityFilter, ActivityRow

translate = QCoreApplication.translate

_TITLE = 3
"""Place of the column that takes the room left over."""


class ActivitiesView(TrackerView[ActivityRow]):
    """The latest first; the box above tells how many there are of each kind and narrows the list to one."""

    def __init__(self) -> None:
        super().__init__()
        self.only_bare = FilterChip(self.tr("Without evidence"))
        self.kinds = PickBox()
        self.kinds.setAccessibleName(self.tr("Kind"))
        head = (self.kinds, self.only_bare, None)
        self.put(self.tr("Other activities"), _columns(), (self.only_bare,), head, stretch=_TITLE)
        self.kinds.currentIndexChanged.connect(self.reload)

    @override
    def add_word(self) -> str:
        return self.tr("Enter an activity")

    @override
    def read(self) -> Sequence[ActivityRow]:
        counted = activity_counts.by_kind(*self.period)
        everything = self.tr("All kinds {count}").format(count=sum(one.count for one in counted))
        options = [Option(one.key, f"{one.label} {one.count}") for one in counted]
        with QSignalBlocker(self.kinds):
            self.kinds.set_options([Option("", everything), *options])
        return activities.activities(ActivityFilter(*self.period))

    @override
    def count(self, everyone: Sequence[ActivityRow]) -> None:
        self.only_bare.set_count(sum(not row.files for row in everyone))

    @override
    def shows(self, row: ActivityRow) -> bool:
        return (
            self.kinds.key() in {"", row.kind}
            and not (row.files and self.only_bare.isChecked())
            and self.matches((row.title, row.unit, row.kind_label, row.note))
        )

    @override
    def clear_filters(self) -> None:
        with QSignalBlocker(self.kinds):
            self.kinds.choose("")
        super().clear_filters()

    @override
    def nothing_yet(self) -> EmptyState:
        words = self.tr(
            "Messages, essays, quizzes, speeches, contests and whatever else is done for the campaign stand "
            "here, with people and evidence. Enter the first one of this period, or look at another period."
        )
        return self.empty(Glyph.PEOPLE, self.tr("No activity is entered"), words)

    @override
    def parts(self, row: ActivityRow) -> Sequence[Item]:
        fields = (
            Field(translate("trackers", "Kind"), row.kind_label),
            Field(translate("trackers", "Day"), shown.day(row.day)),
            Field(translate("trackers", "Held by"), row.unit or text("activity.own")),
            Field(translate("trackers", "People"), "" if row.people is None else str(row.people)),
            Field(translate("trackers", "Note"), row.note),
        )
        more = button(
            self.tr("Add files…"), None, Kind.LINK, partial(self.asked.emit, "activity_attach", None)
        )
        head = across(label(self.tr("Evidence"), Role.HEADING), None, more)
        none = label(self.tr("No file is kept yet."), Role.CAPTION, "muted")
        files = [self._file(file) for file in row.files] or [none]
        return (field_grid([field for field in fields if field.value]), line(), head, *files)

    @override
    def sheet(self) -> Printout:
        return tracker_prints.activity_sheet(*self.period)

    def _file(self, file: ActivityFileRow) -> Item:
        save = button(file.label, None, Kind.LINK, partial(self.asked.emit, "file_save", file))
        words = self.tr("Take out")
        out = button(words, None, Kind.NORMAL, partial(self.asked.emit, "file_remove", file))
        out.setAccessibleName(f"{words}  {file.label}")
        return across(save, None, out)


def _columns() -> Sequence[Column[ActivityRow]]:
    def people(row: ActivityRow) -> Shown:
        return Shown("" if row.people is None else str(row.people))

    def files(row: ActivityRow) -> Shown:
        return Shown(shown.count(len(row.files), "files") if row.files else "")

    return (
        Column(translate("trackers", "Day"), 104, lambda row: Shown(shown.day(row.day))),
        Column(translate("trackers", "Kind"), 120, lambda row: Shown(row.kind_label)),
        Column(translate("trackers", "Held by"), 160, lambda row: Shown(row.unit or text("activity.own"))),
        Column(translate("trackers", "Activity"), 240, lambda row: Shown(row.title)),
        Column(translate("trackers", "People"), 92, people, figures=True),
        Column(translate("trackers", "Evidence"), 96, files),
    )
