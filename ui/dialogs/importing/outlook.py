"""What will happen to the rows of a file, in a few words."""

from PySide6.QtWidgets import QWidget

from ui.tablemodels.import_file import QueuedFile
from ui.theme.tokens import State
from ui.widgets.chips import StateChip
from ui.widgets.layouts import across
from xcdesk.importers.session import Fate


class OutlookLine(QWidget):
    """What will happen: rows to be written, turned down, left for now, and taken out of the log."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.write = StateChip(State.DONE)
        self.turn_down = StateChip(State.WRONG)
        self.wait = StateChip(State.TWIN)
        self.drop = StateChip(State.VOID)
        self.setLayout(across(self.write, self.turn_down, self.wait, self.drop, None))

    def show_file(self, file: QueuedFile) -> None:
        """Tell it of a file that has been read."""
        if file.decisions is None:
            return
        ticked, counts = file.decisions.written(), file.decisions.counts()
        written = file.batch is not None
        words = self.tr("{count} rows written") if written else self.tr("{count} rows will be written")
        count = file.written if written else ticked
        self.write.set_state(State.DONE if count else State.NONE, words.format(count=count))
        wrong, waiting = counts[Fate.WRONG], file.decisions.waiting()
        self.turn_down.set_state(State.WRONG, self.tr("{count} rows turned down").format(count=wrong))
        self.turn_down.setVisible(wrong > 0)
        self.wait.set_state(State.TWIN, self.tr("{count} rows left for now").format(count=waiting))
        self.wait.setVisible(waiting > 0)
        earlier = file.decisions.replacement
        dropped = len(earlier.dropped) if earlier is not None and not written else 0
        self.drop.set_state(State.VOID, self.tr("{count} rows to the trash").format(count=dropped))
        self.drop.setVisible(dropped > 0)
