"""What the import dialogs write: an import, its taking back, a spelling; each under its own name."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ui import format as shown
from ui.changes import Area
from ui.desk import Desk
from ui.messages import text
from ui.tablemodels.import_files import QueuedFile
from ui.tasks import Work
from ui.undo import Act
from xcdesk.importers import apply, session, undo
from xcdesk.importers.apply import Applied
from xcdesk.importers.undo import Undone, UndoneError
from xcdesk.progress import Operation
from xcdesk.services import spellings

_NAMED = 8
"""Most items that a message names; the rest are found by their day in the log."""


class ImportActs(QObject):
    """Writes for one desk; every act tells the pages and can be taken back by its name."""

    undone = Signal(int, object)  # batch, Undone
    redone = Signal(object)  # QueuedFile

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def work(self, file: QueuedFile) -> Work:
        """Writing the ticked rows of a file, as long work; the result is an `Applied`."""
        return self._writing(file)

    def finish(self, file: QueuedFile, applied: Applied) -> str:
        """Take note of a finished import; returns the words about it."""
        again = self._writing(file, fresh=True)
        self._note(file, applied)
        count = shown.count(file.written, "rows")
        name = QCoreApplication.translate("imports", "Import {count}").format(count=count)

        def take_back() -> None:
            if file.batch is not None:
                # The list of imports may have taken it back already.
                with suppress(UndoneError):
                    self.take_back(file.batch)

        def redo() -> None:
            self._note(file, again(Operation()))
            self.redone.emit(file)

        self._desk.undo.push(Act(name, take_back, redo))
        words = QCoreApplication.translate(
            "imports", "{file}: {count} imported, {added} new and {updated} brought up to date"
        )
        return words.format(file=file.path.name, count=count, added=applied.added, updated=applied.updated)

    def take_back(self, batch: int) -> Undone:
        """Take an import back; what was edited since is left and named in the result."""
        done = undo.undo(batch, self._desk.actor)
        self.undone.emit(batch, done)
        self._desk.changes.tell(Area.COVERAGE, Area.IMPORTS)
        return done

    def learn_outlet(self, outlet: int, spelling: str) -> None:
        """Take a spelling for an outlet from now on."""
        actor = self._desk.actor

        def learn() -> None:
            spellings.learn_outlet_spelling(actor, outlet, spelling)
            self._desk.changes.tell(Area.ROSTER)

        def forget() -> None:
            spellings.forget_outlet_spelling(actor, outlet, spelling)
            self._desk.changes.tell(Area.ROSTER)

        learn()
        name = QCoreApplication.translate("imports", "Remember the spelling “{spelling}”")
        self._desk.undo.push(Act(name.format(spelling=spelling), forget, learn))

    def _writing(self, file: QueuedFile, *, fresh: bool = False) -> Callable[[Operation], Applied]:
        """The call that writes what is ticked now; a ``fresh`` one compares with the log of its own day."""
        decisions, said, actor = file.decisions, file.said, self._desk.actor
        if decisions is None:
            raise ValueError("a file is written once it has been read")
        preview, decided = decisions.preview, decisions.decided()

        def write(operation: Operation) -> Applied:
            shown_now = session.again(preview, said) if fresh else preview
            return apply.apply(shown_now.plan, actor, decided=decided, operation=operation)

        return write

    def _note(self, file: QueuedFile, applied: Applied) -> None:
        file.batch, file.written = applied.batch, applied.added + applied.updated
        self._desk.changes.tell(Area.COVERAGE, Area.IMPORTS)


def words_about(done: Undone) -> str:
    """What an undo did, and the items that it left because somebody has edited them since."""
    said = text("import.undo_done", removed=done.removed, restored=done.restored, kept=len(done.kept))
    if not done.kept:
        return said
    items = undo.kept_items(done)
    names = "、".join(f"{shown.day(item.day)} {item.outlet} {item.title}".strip() for item in items[:_NAMED])
    if len(items) > _NAMED:
        names += "……"
    words = QCoreApplication.translate("imports", "Left as they are: {items}")
    return f"{said}\n{words.format(items=names)}"
