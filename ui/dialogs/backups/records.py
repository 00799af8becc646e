"""Single records of a backup that are gone or were changed since, to be brought back one by one."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.list_dialog import ListDialog
from ui.language import language
from ui.messages import text
from ui.tablemodels.records import Column, Shown
from ui.theme.icons import Glyph
from ui.theme.tokens import State
from ui.widgets.banner import Banner
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import Option, PickBox
from ui.widgets.layouts import across
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.search_box import SearchBox
from ui.widgets.verbs import Verb, Weight
from ui.widgets.window_size import usual_size
from xcdesk.progress import Operation
from xcdesk.services.backups import looking
from xcdesk.services.backups.listing import KeptBackup
from xcdesk.services.upkeep import taking_back
from xcdesk.services.upkeep.taking_back import PastRow, PastState

translate = QCoreApplication.translate
_STATES = {PastState.GONE: State.LATE, PastState.REMOVED: State.SOON, PastState.CHANGED: State.CHANGED}


class RecordsDialog(ListDialog):
    """Reads the backup when a kind is chosen or words are typed; ``key`` opens it."""

    help_topic = "backups#look"
    watches = frozenset[Area]()

    def __init__(self, desk: Desk, backup: KeptBackup, key: str, parent: QWidget | None) -> None:
        title = translate("RecordsDialog", "Single records of the backup")
        super().__init__(desk, title, _columns(), parent, stretch=1)
        self._backup, self._key, self._asked = backup, key, 0
        self.kind = PickBox(
            [Option(kind, looking.table_words(kind, language())) for kind in taking_back.KINDS]
        )
        self.kind.setAccessibleName(self.tr("Kind"))
        self.search = SearchBox(self.tr("Part of a title"), 260)
        self.strip = ProgressStrip()
        back = Verb(
            "take_back",
            self.tr("Bring back"),
            Glyph.ARROW_UNDO,
            self._take_back,
            "Ctrl+Return",
            self.chosen,
            Weight.PRIMARY,
        )
        self.kind.currentIndexChanged.connect(self.reload)
        self.search.searched.connect(self.reload)
        self.finish((back,), (across(self.kind, self.search, None), self.strip))
        self.listing.opened.connect(self._take_back)
        usual_size(self, 820, 520)

    @override
    def reload(self) -> None:
        """Read what differs; what an earlier question finds comes too late."""
        kind, words = self.kind.key(), self.search.query()
        self._asked += 1
        asked, backup, key = self._asked, self._backup.path, self._key

        def work(operation: Operation) -> tuple[int, tuple[PastRow, ...]]:
            return asked, taking_back.rows(backup, key, kind, words, operation)

        task = self.desk.runner.create(work)
        task.succeeded.connect(self._show)
        task.failed.connect(self.show_failure)
        self.strip.watch(task, self.tr("Reading the backup…"))
        self.desk.runner.start(task)

    def _show(self, found: tuple[int, tuple[PastRow, ...]]) -> None:
        asked, rows = found
        if asked != self._asked:
            return
        words = self.tr("Everything of this kind is as it was in the backup.")
        empty = EmptyState(Glyph.CHECKMARK_CIRCLE, self.tr("Nothing is gone or changed"), words)
        self.show_rows(rows, self.listing.at() or 0, empty)

    def _take_back(self) -> None:
        row = self.row()
        if row is None:
            return
        actor, path, key = self.desk.actor, self._backup.path, self._key
        if self.attempt(lambda: taking_back.take_back(actor, path, key, row.kind, row.id)):
            self.desk.changes.tell(*Area)
            self.reload()
            self.notice.show_banner(Banner("ok", self.tr("Brought back: {title}").format(title=row.title)))


def _columns() -> Sequence[Column[PastRow]]:
    return (
        Column(translate("RecordsDialog", "No."), 80, lambda row: Shown(str(row.id)), figures=True),
        Column(translate("RecordsDialog", "Title"), 420, lambda row: Shown(row.title)),
        Column(translate("RecordsDialog", "Now"), 160, _state),
    )


def _state(row: PastRow) -> Shown:
    return Shown(text(f"take_back.state.{row.state.value}"), _STATES[row.state])
