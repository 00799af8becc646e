"""Two rows made one: which stays, what would move and what stands on both sides, before it is done."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from ui.desk import Desk
from ui.dialogs.preceded import Preceded
from ui.language import language
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space, State
from ui.widgets.buttons import Kind, button
from ui.widgets.chips import StateChip
from ui.widgets.detail_pane import Field, field_grid
from ui.widgets.fields import Option, PickBox
from ui.widgets.labels import label
from ui.widgets.layouts import Item, across, down, line
from ui.widgets.notice import Notice
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.scroll import ScrollColumn
from ui.widgets.window_size import usual_size
from xcdesk.codes import MergeKind
from xcdesk.errors import DeskError
from xcdesk.services.backups.keeping import Reason
from xcdesk.services.roster import merging
from xcdesk.services.roster.duplicates import Named
from xcdesk.services.roster.merging import MergePlan

translate = QCoreApplication.translate

_MOST_SHOWN = 30
"""Conflicts listed one by one; of more the number is told."""


class MergeDialog(QDialog):
    """Shows the plan for the two that are chosen, and does exactly that, after a backup."""

    help_topic = "roster#merge"

    def __init__(
        self,
        desk: Desk,
        kind: MergeKind,
        rows: Sequence[Named],
        pair: tuple[int, int | None],
        merge: Callable[[MergePlan], object],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._merge = kind, merge
        self.plan: MergePlan | None = None
        self.setWindowTitle(self.tr("Merge"))
        options = [Option(str(row.id), row.name) for row in rows]
        self.kept = PickBox(options)
        self.gone = PickBox([Option("", self.tr("choose…")), *options])
        self.kept.setAccessibleName(self.tr("Stays"))
        self.gone.setAccessibleName(self.tr("Becomes part of it"))
        self.kept.choose(str(pair[0]))
        self.gone.choose("" if pair[1] is None else str(pair[1]))
        self.notice = Notice()
        self._parts = ScrollColumn(gap=Space.S)
        self._parts.focusable(self.tr("What will happen"))
        self.strip = ProgressStrip()
        self._preceded = Preceded(desk, self.strip, lambda deed: deed(), self._refuse, self)
        self.merge_button = button(self.tr("Merge"), Glyph.MERGE, Kind.PRIMARY, self._begin)
        self.merge_button.setShortcut("Ctrl+Return")
        self._build()
        self.kept.currentIndexChanged.connect(self._preview)
        self.gone.currentIndexChanged.connect(self._preview)
        usual_size(self, 720, 560)
        self._preview()
        self.gone.setFocus()

    def _build(self) -> None:
        swap = button(self.tr("Swap"), Glyph.ARROW_CLOCKWISE, Kind.NORMAL, self._swap)
        swap.setShortcut("Alt+S")
        choice = across(
            label(self.tr("Stays")),
            self.kept,
            label(self.tr("Becomes part of it")),
            self.gone,
            swap,
            None,
        )
        cancel = button(self.tr("Cancel"), None, Kind.NORMAL, self.reject)
        head = (label(self.windowTitle(), Role.TITLE), choice, self.strip, self.notice)
        column = down(*head, margins=Space.L, gap=Space.M)
        column.addWidget(self._parts, 1)
        column.addLayout(across(None, cancel, self.merge_button))
        self.setLayout(column)

    def _swap(self) -> None:
        kept, gone = self.kept.key(), self.gone.key()
        if not gone:
            return
        self.kept.choose(gone)
        self.gone.choose(kept)

    def _preview(self) -> None:
        if not self.gone.key():
            self.plan = None
            self._parts.set_items(
                (label(self.tr("Choose what is to become part of it."), tone="muted"), None)
            )
            self.merge_button.setEnabled(False)
            return
        try:
            self.plan = merging.preview(self._kind, int(self.kept.key()), int(self.gone.key()))
        except DeskError as error:
            self.plan = None
            self.notice.refuse(self.tr("Not to be merged"), error)
            self._parts.set_items((None,))
        else:
            self.notice.show_banner(None)
            self._parts.set_items((*_parts(self.plan), None))
        self.merge_button.setEnabled(self.plan is not None)

    def _begin(self) -> None:
        if self.plan is not None:
            self.merge_button.setEnabled(False)
            self._preceded.do(Reason.BEFORE_MERGE, partial(self._carry_out, self.plan))

    def _carry_out(self, plan: MergePlan) -> None:
        try:
            self._merge(plan)
        except DeskError as error:
            self._refuse(error)
            return
        self.accept()

    def _refuse(self, error: BaseException) -> None:
        if not isinstance(error, DeskError):
            raise error
        self._preview()
        self.notice.refuse(self.tr("Not merged"), error)


def _parts(plan: MergePlan) -> Sequence[Item]:
    words = translate(
        "MergeDialog", "“{gone}” becomes part of “{kept}”. It can be undone by name, also later."
    )
    moves = [Field(one.words(language()), str(one.count)) for one in plan.moves]
    nothing = label(translate("MergeDialog", "No rows: it was never used."), tone="muted")
    return (
        label(words.format(gone=plan.gone_name, kept=plan.kept_name), wrap=True),
        label(translate("MergeDialog", "What moves"), Role.HEADING),
        field_grid(moves) if moves else nothing,
        line(),
        label(translate("MergeDialog", "Spellings taken over"), Role.HEADING),
        label(translate("roster", ", ").join(plan.spellings), wrap=True),
        line(),
        *_conflicts(plan),
    )


def _conflicts(plan: MergePlan) -> Sequence[Item]:
    heading = label(translate("MergeDialog", "On both sides"), Role.HEADING)
    if not plan.conflicts:
        words = translate("MergeDialog", "Nothing stands on both sides.")
        return (heading, across(StateChip(State.DONE, words), None))
    lines = [label(one.words(language()), wrap=True) for one in plan.conflicts[:_MOST_SHOWN]]
    rest = len(plan.conflicts) - len(lines)
    more = translate("MergeDialog", "and {count} more of the same sort").format(count=rest)
    chip = translate("MergeDialog", "{count} to look at").format(count=len(plan.conflicts))
    return (
        across(heading, StateChip(State.SOON, chip), None),
        *lines,
        *([label(more, tone="muted")] if rest else []),
    )
