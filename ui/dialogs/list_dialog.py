"""A list above the window, worked through by keyboard: a table, its verbs, and what was refused."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QMenu, QPushButton, QWidget
from typing_extensions import override

from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.preceded import Preceded
from ui.refusals import NothingChosenError, NothingToUndoError
from ui.tablemodels.records import Column, RecordsModel
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.layouts import Item, across, down
from ui.widgets.notice import Notice
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.record_list import RecordList
from ui.widgets.verb_bar import VerbButton
from ui.widgets.verbs import Verb, VerbSet, Weight
from ui.widgets.window_size import room_on_screen
from xcdesk.errors import DeskError
from xcdesk.store import fault_of


class ListDialog(QDialog):
    """Base: give it ``columns``, end ``__init__`` with `finish`, and fill it in `reload`.

    A ``model`` of its own serves a list that is read in pages.
    Ctrl+Z takes the last act back here too, and every act on one of the areas that it ``watches`` reads the
    list again.
    """

    watches = frozenset({Area.ROSTER})

    def __init__(
        self,
        desk: Desk,
        title: str,
        columns: Sequence[Column[Any]],
        parent: QWidget | None,
        *,
        stretch: int = 0,
        model: RecordsModel[Any] | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setWindowTitle(title)
        self.model = model or RecordsModel[Any](columns)
        self.model.setParent(self)
        widths = [column.width for column in columns]
        self.listing = RecordList(title, self.model, widths, stretch=stretch)
        self.notice = Notice()
        self.strip = ProgressStrip()
        self.preceded = Preceded(desk, self.strip, self.attempt, self.show_failure, self)

    def finish(self, verbs: Sequence[Verb], head: Sequence[Item] = (), foot: Sequence[Item] = ()) -> None:
        """Put the dialog together: ``head`` under the title, the list, ``foot``, the verbs at the bottom."""
        undo = Verb(
            "undo", self.tr("Undo"), Glyph.ARROW_UNDO, self._undo, "Ctrl+Z", self._can_undo, Weight.RARE
        )
        self.verbs = VerbSet((*verbs, undo), self)
        buttons: list[QPushButton] = [
            VerbButton(verb, self.verbs.action(verb.id), _look(verb))
            for verb in verbs
            if verb.weight is not Weight.RARE
        ]
        buttons.append(self._more([verb for verb in self.verbs if verb.weight is Weight.RARE]))
        close = button(self.tr("Close"), None, Kind.NORMAL, self.reject)
        column = down(
            label(self.windowTitle(), Role.TITLE),
            *head,
            self.strip,
            self.notice,
            margins=Space.L,
            gap=Space.M,
        )
        column.addWidget(self.listing, 1)
        column.addLayout(down(*foot, gap=Space.S))
        row = across(Flow(buttons), close)
        row.setStretch(0, 1)
        column.addLayout(row)
        self.setLayout(column)
        self.listing.table.offer(self.verbs.actions())
        self.listing.chosen.connect(self.verbs.refresh)
        self.desk.undo.changed.connect(self.notice.forgive)
        self.desk.changes.changed.connect(self._hear)
        self.reload()
        self.listing.place().setFocus()

    def _more(self, rare: Sequence[Verb]) -> QPushButton:
        """The way to the rare verbs for whoever opens no context menu; undo is always one of them."""
        if len(rare) == 1:
            return VerbButton(rare[0], self.verbs.action(rare[0].id), Kind.PLAIN)
        made = button(self.tr("More"), Glyph.MORE_HORIZONTAL, Kind.PLAIN)
        menu = QMenu(made)
        menu.setToolTipsVisible(True)
        menu.addActions([self.verbs.action(verb.id) for verb in rare])
        made.setMenu(menu)
        return made

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Before its rows of buttons had a width, the layout may have asked for more height than there is.
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.resize(self.size().boundedTo(room_on_screen(self)))

    def reload(self) -> None:
        """Read the list again."""
        raise NotImplementedError

    def row(self) -> Any:
        """The chosen row, None when there is none."""
        at = self.listing.at()
        return None if at is None else self.model.rows()[at]

    def show_rows(self, rows: Sequence[Any], at: int, empty: EmptyState) -> None:
        """Show other rows with the one at ``at`` chosen; ``empty`` when there is none."""
        self.model.show_rows(rows)
        if rows:
            self.listing.show_table()
            self.listing.choose(at)
        else:
            self.listing.show_empty(empty)
        self.verbs.refresh()

    def chosen(self) -> DeskError | None:
        """Check of a verb about the chosen row."""
        return NothingChosenError(what=self.tr("a row")) if self.row() is None else None

    def attempt(self, act: Callable[[], object]) -> bool:
        """Carry an act out; True when it went through, else the refusal is shown."""
        try:
            act()
        except DeskError as error:
            self.show_failure(error)
            return False
        self.notice.show_banner(None)
        return True

    def show_failure(self, error: BaseException) -> None:
        """Show a refusal in the dialog; what is none is a mistake of ours and goes on."""
        error = fault_of(error) or error
        if not isinstance(error, DeskError):
            raise error
        self.notice.refuse(self.tr("Not done"), error)

    def open_form(self, dialog: QDialog) -> None:
        """Open a form above this list; it destroys itself once it is shut."""
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _undo(self) -> None:
        self.preceded.take_back(self.desk.undo)

    def _can_undo(self) -> DeskError | None:
        return None if self.desk.undo.undo_name() is not None else NothingToUndoError()

    def _hear(self, areas: frozenset[Area]) -> None:
        if self.watches & areas and self.isVisible():
            self.reload()


def _look(verb: Verb) -> Kind:
    return Kind.PRIMARY if verb.weight is Weight.PRIMARY else Kind.NORMAL
