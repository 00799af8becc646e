"""What was done in this sitting: taken back, or done again, up to the chosen act."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.desk import Desk
from ui.dialogs.list_dialog import ListDialog
from ui.refusals import NothingChosenError
from ui.tablemodels.records import Column, Shown
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, State
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.verbs import Verb, Weight
from ui.widgets.window_size import usual_size
from xcdesk.errors import DeskError

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ShownAct:
    """One act: its name, whether it is taken back now, and how many steps lead through it."""

    name: str
    undone: bool
    steps: int


class ActsDialog(ListDialog):
    """The latest act stands on top, below those that were taken back."""

    help_topic = "index#undo"

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(desk, translate("ActsDialog", "Acts of this sitting"), _columns(), parent, stretch=0)
        back, again = self.tr("Undo up to here"), self.tr("Redo up to here")
        self.finish(
            (
                Verb(
                    "undo_here",
                    back,
                    Glyph.ARROW_UNDO,
                    self._back,
                    "Ctrl+Return",
                    self._done,
                    Weight.PRIMARY,
                ),
                Verb("redo_here", again, Glyph.ARROW_REDO, self._again, "Ctrl+Y", self._undone),
            ),
            foot=(label(_until(), Role.CAPTION, "muted", wrap=True),),
        )
        desk.undo.changed.connect(self.reload)
        self.listing.opened.connect(self._swing)
        usual_size(self, 620, 440)

    @override
    def reload(self) -> None:
        stack = self.desk.undo
        undone = [ShownAct(name, True, steps) for steps, name in enumerate(stack.undone_names(), 1)]
        done = [ShownAct(name, False, steps) for steps, name in enumerate(stack.done_names(), 1)]
        words = self.tr("What is done from now on stands here under its name.")
        empty = EmptyState(Glyph.HISTORY, self.tr("Nothing was done yet"), words)
        self.show_rows([*reversed(undone), *done], len(undone) if done else 0, empty)

    def _back(self) -> None:
        row = self.row()
        self.preceded.take_back(self.desk.undo, row.steps)

    def _again(self) -> None:
        row = self.row()
        self.preceded.do_again(self.desk.undo, row.steps)

    def _swing(self) -> None:
        row = self.row()
        if row is not None:
            self.verbs.trigger("redo_here" if row.undone else "undo_here")

    def _done(self) -> DeskError | None:
        row = self.row()
        there = row is not None and not row.undone
        return None if there else NothingChosenError(what=self.tr("an act that was not taken back"))

    def _undone(self) -> DeskError | None:
        row = self.row()
        there = row is not None and row.undone
        return None if there else NothingChosenError(what=self.tr("an act that was taken back"))


def _until() -> str:
    """How long acts can be taken back here, and where one looks for older ones."""
    return translate(
        "ActsDialog",
        "Acts can be taken back here until the window is closed. After that, what was removed lies in the "
        "trash, an import is taken back in the list of imports, and the record of changes tells what a row "
        "was before.",
    )


def _columns() -> Sequence[Column[ShownAct]]:
    def state(row: ShownAct) -> Shown:
        if row.undone:
            return Shown(translate("ActsDialog", "Taken back"), State.NONE)
        return Shown(translate("ActsDialog", "Done"), State.DONE)

    return (
        Column(translate("ActsDialog", "Act"), 360, lambda row: Shown(row.name)),
        Column(translate("ActsDialog", "State"), 120, state),
    )
