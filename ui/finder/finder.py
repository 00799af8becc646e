"""The one box of the window: asks as one types, shows what was found, opens what is chosen."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QMenu
from typing_extensions import override

from ui.desk import Desk
from ui.finder.answer import Answer, Asked
from ui.finder.asker import Asker
from ui.finder.command import Command
from ui.finder.entry import Entry
from ui.finder.kept import KeptSearches
from ui.finder.listing import Acts, Listing
from ui.finder.panel import FindPanel
from ui.finder.places import place_of
from ui.finder.rows import FindRow
from ui.pages.behind import Behind
from ui.widgets.chip_field import ChipField
from xcdesk.errors import DeskError
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.search import Chip, Hit, HitKind
from xcdesk.services.search.saved_searches import SavedRow


class Finder(QObject):
    """Type anything; arrows choose, Enter opens, Esc goes back to the page."""

    opened = Signal(str, object)  # key of a page, what to open there
    failed = Signal(object)
    dismissed = Signal()
    said = Signal(str)

    def __init__(
        self, desk: Desk, window: QMainWindow, field: ChipField, commands: Callable[[], Sequence[Command]]
    ) -> None:
        super().__init__(window)
        self._commands_now = commands
        self._commands: list[Command] = []
        self._offers: tuple[Chip, ...] = ()
        self.field = field
        self.panel = FindPanel(window)
        self.kept = KeptSearches(desk, window)
        self.entry = Entry(self.field, self)
        self.asker = Asker(desk.runner, desk.actor, self._question, self)
        acts = Acts(
            command=self._run,
            add_chip=self.entry.put,
            begin_prefix=self.entry.begin,
            use=self.entry.use,
            keep=self._keep,
            open=self._open,
            show_all=self._show_all,
            help=self._show_help,
        )
        self._listing = Listing(acts, self)
        self._connect()
        window.installEventFilter(self)

    def focus(self) -> None:
        """Put the focus into the box and show its list."""
        if self.field.hasFocus() and not self.panel.isVisible():
            self._enter()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close(self) -> None:
        """Take the list away and forget what was typed."""
        self.asker.stop()
        self.panel.hide()
        self._offer(())
        self.entry.clear()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched is self.field:
            self.asker.stop()
            self.panel.hide()
            self._offer(())
        elif event.type() == QEvent.Type.Resize and self.panel.isVisible():
            self.panel.hang(self.field)
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.field.installEventFilter(self)
        self.field.entered.connect(self._enter)
        self.field.stepped.connect(self.panel.step)
        self.field.accepted.connect(self._accept)
        self.field.left.connect(self._leave)
        self.field.key_asked.connect(self._key)
        self.field.narrowed.connect(self._narrow)
        self.entry.typed.connect(self.asker.ask_soon)
        self.entry.changed.connect(self._ask)
        self.kept.changed.connect(self._ask)
        self.kept.said.connect(self.said)
        self.asker.found.connect(self._found)
        self.asker.counted.connect(self._counted)
        self.asker.failed.connect(self.failed)
        self.panel.chosen.connect(self._choose)
        self.panel.menu_asked.connect(self._menu)
        self.panel.current_told.connect(self.field.tell)

    def _question(self) -> Asked:
        return Asked(self.entry.chips, self.entry.text, tuple(command.name for command in self._commands))

    def _enter(self) -> None:
        self._commands = list(self._commands_now())
        self.asker.ask()

    def _ask(self) -> None:
        """Ask for what was put into the box by something else than a key."""
        if self.field.hasFocus() or self.panel.isVisible():
            self.field.setFocus()
            self.asker.ask()

    def _found(self, answer: Answer) -> None:
        if not self.field.hasFocus():
            return
        self._offer(answer.offers)
        if not self.panel.isVisible():
            self.panel.hang(self.field)
            self.panel.show()
        if answer.asked.query or answer.asked.text.strip():
            rows = self._listing.rows(answer, self._commands, None)
        else:
            rows = self._listing.at_rest(answer.kept)
        self.panel.show_rows(rows, keep=False)

    def _offer(self, chips: Sequence[Chip]) -> None:
        self._offers = tuple(chips)
        self.field.offering = bool(chips)

    def _counted(self, answer: Answer, counts: Mapping[HitKind, int]) -> None:
        self.panel.show_rows(self._listing.rows(answer, self._commands, counts), keep=True)

    def _accept(self) -> None:
        """Carry out the current row; what was typed since is asked first."""
        row = self.panel.current()
        if self.asker.waits() or not self.panel.isVisible():
            self.asker.ask()
        elif row is not None:
            self._choose(row)

    def _choose(self, row: FindRow) -> None:
        try:
            row.run()
        except DeskError as error:
            self.failed.emit(error)

    def _narrow(self) -> None:
        """Take the first chip on offer; what was typed since is asked first."""
        if self.asker.waits():
            self.asker.ask()
        elif self._offers:
            self.entry.put(self._offers[0])

    def _leave(self) -> None:
        self.close()
        self.dismissed.emit()

    def _key(self, key: int) -> None:
        row = self.panel.current()
        if row is not None and row.kept is not None:
            if key == Qt.Key.Key_F2:
                self.kept.ask_new_name(row.kept)
            else:
                self._remove(row.kept)

    def _menu(self, row: FindRow, place: QPoint) -> None:
        kept = row.kept
        if kept is None:
            return
        menu = QMenu(self.panel)
        menu.addAction(self.tr("Rename the search…"), lambda: self.kept.ask_new_name(kept))
        menu.addAction(self.tr("Remove the search"), lambda: self._remove(kept))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _remove(self, kept: SavedRow) -> None:
        try:
            self.kept.remove(kept)
        except DeskError as error:
            self.failed.emit(error)

    def _keep(self) -> None:
        self.kept.ask_name(self.entry.written())

    def _run(self, at: int) -> None:
        command = self._commands[at]
        self._leave()
        command.run()

    def _open(self, hit: Hit) -> None:
        typed = self.entry.written()
        self.close()
        self.opened.emit(*place_of(hit, typed))

    def _show_help(self, topic: str) -> None:
        self.close()
        self.opened.emit("help", topic)

    def _show_all(self) -> None:
        typed = self.entry.written()
        self.close()
        words = self.tr("Found: {words}").format(words=typed)
        self.opened.emit("coverage", Behind(ItemFilter(search=typed), words))
