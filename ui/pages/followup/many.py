"""What is done to many cases at once: one act, one file of sheets, forms for answers, lists taken in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog

from ui import format as shown
from ui.changes import Area
from ui.dialogs.case_act import action_word
from ui.dialogs.case_many import CaseManyDialog
from ui.messages import sentence
from ui.pages.page import Page
from ui.refusals import NothingForManyError, NothingOpenForFormsError
from ui.tablemodels.cases import number
from ui.theme.icons import Glyph
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.verbs import Verb, Weight, grouped
from xcdesk import case_pages
from xcdesk.codes import CaseState
from xcdesk.errors import DeskError
from xcdesk.progress import Operation
from xcdesk.services import cases
from xcdesk.services.backups import keeping
from xcdesk.services.backups.keeping import Reason
from xcdesk.services.cases import RUNNING, Action, CaseFilter, CaseOrder, CaseRow, Light, many
from xcdesk.services.cases.many import MANY, MOST_AT_ONCE, Asking, Gone

translate = QCoreApplication.translate
_STATES: Mapping[Action, tuple[CaseState, ...]] = {
    Action.FILE: (CaseState.REGISTERED,),
    Action.DISPATCH: (CaseState.FILED,),
    Action.ACCEPT: (CaseState.DISPATCHED,),
    Action.CHASE: RUNNING,
}
"""Where cases stand to which an act is usually done, while none are chosen."""
_NAMED = 6
"""Most cases that a message names; the rest keep their state and are found there."""


@dataclass(frozen=True, slots=True)
class ManyHands:
    """What the page gives: the cases that are chosen, and what its filters ask for."""

    chosen: Callable[[], Sequence[CaseRow]]
    asked: Callable[[], CaseFilter]


class CaseMany(QObject):
    """Works on what is chosen, or, with less than two chosen, on what the filters leave."""

    def __init__(self, page: Page, hands: ManyHands) -> None:
        super().__init__(page)
        self._page, self._hands = page, hands

    def verbs(self) -> Sequence[Verb]:
        """All of them, in a menu of their own, and taking a list in."""
        rare = Weight.RARE
        acts = [
            Verb(
                f"case_many_{action.value}",
                self.tr("{action} many…").format(action=action_word(action)),
                None,
                partial(self.ask, action),
                check=partial(self._nothing_to_do, action),
                weight=rare,
            )
            for action in MANY
        ]
        sheets = Verb(
            "case_many_sheets",
            self.tr("Print the sheets of many"),
            Glyph.PRINT,
            self.print_sheets,
            check=self._nothing_to_print,
            weight=rare,
        )
        forms = Verb(
            "case_forms",
            self.tr("Answer forms for departments…"),
            Glyph.TABLE_SIMPLE,
            self.make_forms,
            check=self._nothing_open,
            weight=rare,
        )
        take_in = Verb(
            "case_import",
            self.tr("Import a list or answers…"),
            Glyph.ARROW_IMPORT,
            lambda: self._page.asked_for.emit("import", ()),
            weight=rare,
        )
        return (*grouped(self.tr("Many at once"), [*acts, sheets]), forms, take_in)

    def ask(self, action: Action) -> None:
        """Show which cases would go, and let them go if somebody agrees."""
        dialog = CaseManyDialog(self._page.desk.actor, action, self._candidates(action), self._page.window())
        dialog.agreed.connect(partial(self._do, action))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def print_sheets(self) -> None:
        """Show the latest sheet of each case on pages, all in one file."""
        rows = [row for row in self._hands.chosen() if row.dispatched_on is not None]
        self._show_sheets(rows or self._page_of(RUNNING))

    def make_forms(self) -> None:
        """Write a form for each department that has something to answer, into a folder."""
        from xcdesk.importers.caselists import forms  # start-up time

        folder = QFileDialog.getExistingDirectory(self._page, self.tr("Folder for the answer forms"))
        if folder:
            unit = self._hands.asked().unit
            self._page.run(
                lambda operation: forms.write_all(forms.forms(unit), Path(folder), operation),
                self.tr("Making answer forms"),
                self._made,
            )

    def _candidates(self, action: Action) -> Sequence[CaseRow]:
        """What is chosen, or what waits for the act; of those to chase the overdue ones, if there are any."""
        chosen = self._hands.chosen()
        if len(chosen) > 1:
            return chosen[:MOST_AT_ONCE]
        late = self._page_of(_STATES[action], (Light.RED,)) if action == Action.CHASE else ()
        return late or self._page_of(_STATES[action])

    def _page_of(self, states: Sequence[CaseState], lights: Sequence[Light] = ()) -> Sequence[CaseRow]:
        asked = self._hands.asked()
        wanted = replace(asked, states=tuple(states), lights=tuple(lights) or asked.lights)
        return cases.page(wanted, CaseOrder.UNIT, limit=MOST_AT_ONCE)

    def _do(self, action: Action, rows: Sequence[CaseRow], asking: Asking) -> None:
        actor = self._page.desk.actor

        def work(operation: Operation) -> tuple[Action, Gone]:
            if len(rows) >= keeping.MANY:
                keeping.before(Reason.BEFORE_BULK_EDIT, operation)
            return action, many.act(actor, rows, action, asking, operation)

        self._page.run(work, action_word(action), self._done)

    def _done(self, result: tuple[Action, Gone]) -> None:
        action, gone = result
        self._page.desk.changes.tell(Area.CASES, Area.BACKUPS)
        count = shown.count(len(gone.done), "items")
        said = self.tr("{action}: {count} done").format(action=action_word(action), count=count)
        self._page.said.emit(said)
        left = [f"{number(row)} {sentence(error)}" for row, error in gone.left]
        lines = left[:_NAMED]
        if len(left) > _NAMED:
            lines.append(self.tr("and {count} more").format(count=shown.count(len(left) - _NAMED, "items")))
        ways = [button(self.tr("Close"), None, Kind.NORMAL, self._page.clear_notice)]
        if action == Action.DISPATCH and gone.done:
            rows = gone.done
            words = self.tr("Print the {count} slips").format(count=len(rows))
            ways.insert(0, button(words, Glyph.PRINT, Kind.NORMAL, lambda: self._show_sheets(rows)))
        self._page.show_notice(Banner("warn" if left else "ok", said, "\n".join(lines), ways))

    def _show_sheets(self, rows: Sequence[CaseRow]) -> None:
        from ui.dialogs.printout import Printable, PrintoutDialog  # start-up time

        actor = self._page.desk.actor
        title = self.tr("Sheets of {count}").format(count=shown.count(len(rows), "items"))
        pages = Printable(
            lambda: case_pages.printed_together(case_pages.latest_sheets(actor, rows)).pdf, lambda: title
        )
        dialog = PrintoutDialog(self._page.desk, pages, title, self._page.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _made(self, paths: Sequence[Path]) -> None:
        words = self.tr("{count} made in {folder}").format(
            count=shown.count(len(paths), "files"), folder=paths[0].parent
        )
        self._page.said.emit(words)
        close = button(self.tr("Close"), None, Kind.NORMAL, self._page.clear_notice)
        names = "、".join(path.stem for path in paths[:_NAMED])
        self._page.show_notice(Banner("ok", words, names, (close,)))

    def _nothing_to_do(self, action: Action) -> DeskError | None:
        if len(self._hands.chosen()) > 1 or cases.count(CaseFilter(states=_STATES[action])):
            return None
        return NothingForManyError()

    def _nothing_to_print(self) -> DeskError | None:
        return None if cases.count(CaseFilter(states=RUNNING)) else NothingForManyError()

    def _nothing_open(self) -> DeskError | None:
        return None if cases.count(CaseFilter(states=RUNNING)) else NothingOpenForFormsError()
