"""The trash (回收站): looked through, put back from, and emptied by those who may."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from ui import format as shown
from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.form import Question
from ui.dialogs.list_dialog import ListDialog
from ui.messages import sentence, text
from ui.tablemodels.records import Column, Shown
from ui.theme.icons import Glyph
from ui.theme.tokens import Role
from ui.undo import Numbers, Swing
from ui.widgets.banner import Banner
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import Option, PickBox
from ui.widgets.labels import label
from ui.widgets.layouts import across
from ui.widgets.search_box import SearchBox
from ui.widgets.verbs import Verb, Weight
from ui.widgets.window_size import usual_size
from xcdesk.errors import DeskError
from xcdesk.services import trash
from xcdesk.services.backups.keeping import Reason
from xcdesk.services.trash import Restored, TrashKey, TrashRow

translate = QCoreApplication.translate
_TOLD = 3
"""Refusals that are told one by one; of more only their number."""
_AREAS = (Area.COVERAGE, Area.ROSTER)


class TrashDialog(ListDialog):
    """Newest first; several rows may be chosen at once."""

    help_topic = "settings#trash"
    watches = frozenset({*_AREAS, Area.IMPORTS, Area.SETTINGS})

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(desk, translate("TrashDialog", "Trash"), _columns(), parent, stretch=1)
        self.listing.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.search = SearchBox(self.tr("Search the trash"), 260)
        everything = Option("", self.tr("Everything"))
        self.kind = PickBox([everything, *(Option(kind, text(f"what.{kind}")) for kind in trash.KINDS)])
        self.kind.setAccessibleName(self.tr("Kind"))
        self.count = label("", Role.CAPTION, "muted")
        self.search.searched.connect(self.reload)
        self.kind.currentIndexChanged.connect(self.reload)
        self.finish(self._verbs(), (across(self.search, self.kind, None, self.count),))
        self.listing.table.selectionModel().selectionChanged.connect(self.verbs.refresh)
        self.listing.opened.connect(self._restore)
        usual_size(self, 1100, 560)

    def keys(self) -> list[TrashKey]:
        """What is chosen, top down."""
        if self.listing.is_empty():
            return []
        chosen = self.listing.table.selectionModel().selectedRows()
        return [self.model.rows()[at].key for at in sorted(index.row() for index in chosen)]

    @override
    def reload(self) -> None:
        found = trash.page(self.search.query(), self.kind.key())
        at = self.listing.at() or 0
        self.show_rows(found.rows, at, self._empty())
        left_off = found.total - len(found.rows)
        words = shown.count(found.total, "items")
        if left_off:
            words = self.tr("the last {shown} of {total}; search to find others").format(
                shown=len(found.rows), total=found.total
            )
        self.count.setText(words)

    def _verbs(self) -> Sequence[Verb]:
        primary, rare = Weight.PRIMARY, Weight.RARE
        back, for_good = self.tr("Put back"), self.tr("Remove for good…")
        return (
            Verb("restore", back, Glyph.ARROW_UNDO, self._restore, "Ctrl+Return", self._some, primary),
            Verb("purge", for_good, Glyph.DELETE, self._ask_to_purge, "Shift+Del", self._purgeable),
            Verb("find", self.tr("Search the trash"), None, self._find, "Ctrl+F", weight=rare),
        )

    def _empty(self) -> EmptyState:
        if self.search.query() or self.kind.key():
            title = self.tr("Nothing in the trash matches")
            return EmptyState(Glyph.SEARCH, title, self.tr("Clear the search, or choose everything."))
        words = self.tr("What is removed lies here and can be put back.")
        return EmptyState(Glyph.DELETE, self.tr("The trash is empty"), words)

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _restore(self) -> None:
        chosen = self.keys()
        if chosen:
            self.preceded.do_many(len(chosen), partial(self._put_back, chosen))

    def _put_back(self, chosen: Sequence[TrashKey]) -> None:
        done = trash.restore(self.desk.actor, chosen)
        if done.back:
            self._remember(chosen, done)
        self.notice.show_banner(self._refusal(done) if done.refused else None)

    def _remember(self, chosen: Sequence[TrashKey], done: Restored) -> None:
        """The way back of putting things back is to remove them again."""
        back = {(key.kind, key.id) for key in done.back}
        before = [key for key in chosen if (key.kind, key.id) in back]
        actor = self.desk.actor
        swing = Swing(
            lambda numbers: _numbers(trash.restore_all(actor, _keys(numbers))),
            lambda numbers: _numbers(trash.put_away(actor, _keys(numbers))),
        )
        name = self.tr("Put back {count}").format(count=shown.count(len(back), "items"))
        changes = self.desk.changes
        self.desk.undo.push_swing(
            name, (_numbers(before), _numbers(done.back)), swing, lambda: changes.tell(*_AREAS)
        )
        changes.tell(*_AREAS)

    def _refusal(self, done: Restored) -> Banner:
        told = [sentence(one.error) for one in done.refused[:_TOLD]]
        more = len(done.refused) - len(told)
        if more:
            told.append(self.tr("{count} more were not put back.").format(count=more))
        title = self.tr("{back} put back, {refused} not").format(
            back=len(done.back), refused=len(done.refused)
        )
        return Banner("warn", title, "\n".join(told))

    def _ask_to_purge(self) -> None:
        chosen = self.keys()
        words = self.tr("{count} will be removed for good. This cannot be undone.")
        question = Question(
            words.format(count=shown.count(len(chosen), "items")),
            self.tr("Remove for good"),
            self.tr("Keep in the trash"),
            self,
        )
        question.agreed.connect(partial(self._purge, chosen))
        self.open_form(question)

    def _purge(self, chosen: Sequence[TrashKey]) -> None:
        self.preceded.do(Reason.BEFORE_PURGE, partial(self._purge_now, chosen))

    def _purge_now(self, chosen: Sequence[TrashKey]) -> None:
        trash.purge(self.desk.actor, chosen)
        self.desk.changes.tell(*_AREAS)

    def _some(self) -> DeskError | None:
        return None if self.keys() else self.chosen()

    def _purgeable(self) -> DeskError | None:
        return trash.may_purge(self.desk.actor) or self._some()


def _numbers(keys: Sequence[TrashKey]) -> Numbers:
    return {f"{key.kind}:{key.id}": key.version for key in keys}


def _keys(numbers: Numbers) -> list[TrashKey]:
    pairs = [(key.partition(":"), number) for key, number in numbers.items()]
    return [TrashKey(kind, int(row), number) for (kind, _, row), number in pairs]


def _columns() -> Sequence[Column[TrashRow]]:
    return (
        Column(translate("TrashDialog", "Kind"), 116, lambda row: Shown(text(f"what.{row.key.kind}"))),
        Column(translate("TrashDialog", "Title"), 260, _title),
        Column(translate("TrashDialog", "From"), 200, lambda row: Shown(row.place)),
        Column(translate("TrashDialog", "Removed"), 176, lambda row: Shown(shown.instant(row.removed_at))),
        Column(translate("TrashDialog", "By"), 104, lambda row: Shown(row.removed_by)),
        Column(translate("TrashDialog", "Kept until"), 150, _kept),
    )


def _title(row: TrashRow) -> Shown:
    return Shown(row.title or translate("TrashDialog", "(a counted report without title)"))


def _kept(row: TrashRow) -> Shown:
    if row.leaves_on is None:
        return Shown(translate("TrashDialog", "for ever"))
    return Shown(shown.day(row.leaves_on))
