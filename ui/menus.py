"""The menu bar: window-wide verbs, and the verbs of the page in front."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from ui.beginning import Beginning
from ui.desk import Desk
from ui.dialogs.importing.desk import ImportDesk
from ui.look_menus import LookMenus
from ui.menu_bar import MenuBar
from ui.own_account import OwnAccount
from ui.pages.catalogue import Tab
from ui.pages.page import Page
from ui.pages.today.office_tools import OfficeTools
from ui.read_only import held_back
from ui.refusals import NothingToRedoError, NothingToUndoError
from ui.theme.icons import Glyph
from ui.widgets.labels import caption
from ui.widgets.verbs import Verb, VerbSet, Weight
from ui.window_help import WindowHelp
from xcdesk import store
from xcdesk.errors import DeskError
from xcdesk.services.office.practising import NotPractisingError
from xcdesk.services.record import permissions
from xcdesk.services.record.permissions import Permission


class WindowActs(Protocol):
    """What the menus ask of the window."""

    @property
    def tools(self) -> OfficeTools:
        """What the menu Tools offers."""

    @property
    def own(self) -> OwnAccount:
        """What everybody does with his own account."""

    @property
    def help(self) -> WindowHelp:
        """What the menu Help answers."""

    @property
    def beginning(self) -> Beginning:
        """What an office begins with, and practises in."""

    imports: ImportDesk

    def show_page(self, key: str) -> None:
        """Bring a tab to the front."""

    def reload_page(self) -> None:
        """Read the page in front again."""

    def move_region(self, step: int) -> None:
        """Move the focus so many regions of the page on."""

    def find_here(self) -> None:
        """Put the focus into the filter box of the page."""

    def find_anywhere(self) -> None:
        """Put the focus into the command box."""

    def undo(self) -> None:
        """Take back the last act."""

    def redo(self) -> None:
        """Do again what was taken back last."""

    def choose_language(self, language: str) -> None:
        """Show the windows in another language."""

    def choose_text_size(self, percent: int) -> None:
        """Show the windows in type of another size."""

    def leave(self) -> None:
        """Close the window."""


class Menus(QObject):
    """Fills the six menus."""

    def __init__(
        self,
        window: QMainWindow,
        bar: MenuBar,
        acts: WindowActs,
        desk: Desk,
        tabs: Sequence[Tab],
    ) -> None:
        super().__init__(window)
        self._acts, self._desk, self._tabs = acts, desk, tabs
        self.verbs = VerbSet(self._make_verbs(), window, held_back)
        self.verbs.action("redo").setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self._of_page: list[QAction] = []
        self._menu(bar.file, "switch_person", "lock", "", "password", "pin", "")
        self._menu(bar.file, "practice", "practice_anew", "", "leave")
        self._edit = self._menu(bar.edit, "undo", "redo", "acts", "", "trash", "", "find_here", "")
        self._menu(bar.view, *(f"show_{tab.key}" for tab in tabs))
        self._menu(bar.view, "", "find_anywhere", "reload", "next_region", "previous_region", "")
        LookMenus(bar.view, desk.preferences, acts.choose_text_size, acts.choose_language)
        self._menu(bar.exchange, "import", "imports", "move_over", "", "returns", "", "export_everything")
        self._menu(bar.tools, "back_up", "backups", "record", "")
        self._menu(bar.tools, "calendar", "counting_rules", "accounts", "move_to_server", "settings")
        self._menu(
            bar.help, "help", "help_contents", "quick_guide", "news", "", "shortcuts", "reasons", "roles", ""
        )
        self._menu(bar.help, "diagnostics", "about")
        desk.undo.changed.connect(self._name_undo)
        self._name_undo()
        self.verbs.refresh()

    def show_verbs_of(self, page: Page) -> None:
        """Put the verbs of the page in front at the end of the Edit menu."""
        # An action in a menu keeps its shortcut alive, so those of the page before must go.
        for action in self._of_page:
            self._edit.removeAction(action)
        self._of_page = page.verbs.actions()
        self._edit.addActions(self._of_page)

    def _menu(self, menu: QMenu, *ids: str) -> QMenu:
        menu.setToolTipsVisible(True)
        for verb_id in ids:
            if verb_id:
                menu.addAction(self.verbs.action(verb_id))
            else:
                menu.addSeparator()
        return menu

    def _make_verbs(self) -> list[Verb]:
        return [
            *self._window_verbs(),
            *self._edit_verbs(),
            *self._view_verbs(),
            *self._import_verbs(),
            *self._tool_verbs(),
            *self._help_verbs(),
        ]

    def _window_verbs(self) -> list[Verb]:
        own, rare = self._acts.own, Weight.RARE
        switch, pin = self.tr("Switch person…"), self.tr("My PIN…")
        return [
            Verb("switch_person", switch, Glyph.PEOPLE, own.switch, "", own.may_switch, rare),
            Verb("lock", self.tr("Lock"), None, own.lock.lock, "Ctrl+F12", own.lock.refusal),
            Verb("password", self.tr("My password…"), None, own.change_password, weight=rare),
            Verb("pin", pin, None, own.change_pin, "", own.may_have_pin, rare),
            *self._practice_verbs(),
            Verb("leave", self.tr("Exit"), None, self._acts.leave, "Ctrl+Q"),
        ]

    def _practice_verbs(self) -> list[Verb]:
        acts, rare = self._acts, Weight.RARE
        way = self.tr("Back to the office's data") if store.is_practice() else self.tr("Practice office")
        anew = self.tr("Begin practice anew…")
        return [
            Verb("practice", way, Glyph.PLAY, acts.beginning.enter_or_leave_practice, weight=rare),
            Verb("practice_anew", anew, None, acts.beginning.begin_practice_anew, "", _practising, rare),
        ]

    def _edit_verbs(self) -> list[Verb]:
        acts = self._acts
        return [
            Verb("undo", self.tr("Undo"), Glyph.ARROW_UNDO, acts.undo, "Ctrl+Z", self._check_undo),
            Verb("redo", self.tr("Redo"), Glyph.ARROW_REDO, acts.redo, "Ctrl+Y", self._check_redo),
            Verb("acts", self.tr("Acts so far…"), Glyph.HISTORY, acts.tools.show_acts, "Ctrl+F11"),
            Verb("trash", self.tr("Trash…"), Glyph.DELETE, acts.tools.show_trash, "Ctrl+Shift+Del"),
            Verb("find_here", self.tr("Filter this page"), Glyph.FILTER, acts.find_here, "Ctrl+F"),
        ]

    def _view_verbs(self) -> list[Verb]:
        acts = self._acts
        onward, back = partial(acts.move_region, 1), partial(acts.move_region, -1)
        tabs = [
            Verb(f"show_{tab.key}", tab.name, tab.glyph, self._shower(tab.key), f"Ctrl+{at}")
            for at, tab in enumerate(self._tabs, 1)
        ]
        return [
            *tabs,
            Verb("find_anywhere", self.tr("Search and commands"), Glyph.SEARCH, acts.find_anywhere, "Ctrl+K"),
            Verb("reload", self.tr("Reload"), Glyph.ARROW_CLOCKWISE, acts.reload_page, "F5"),
            Verb("next_region", self.tr("Next region"), None, onward, "F6"),
            Verb("previous_region", self.tr("Previous region"), None, back, "Shift+F6"),
        ]

    def _import_verbs(self) -> list[Verb]:
        shown = self._acts.imports
        returns, so_far = self.tr("Who has sent…"), self.tr("Imports so far…")
        over = self.tr("Move over old ledgers…")
        return [
            Verb("import", self.tr("Import county returns…"), Glyph.ARROW_IMPORT, shown.show, "Ctrl+I"),
            Verb("imports", so_far, Glyph.HISTORY, shown.show_records, "Ctrl+Shift+H"),
            Verb("move_over", over, Glyph.DOCUMENT_ADD, self._acts.beginning.move_over, weight=Weight.RARE),
            Verb("returns", returns, Glyph.CLIPBOARD_TASK, shown.show_returns, "Ctrl+Shift+U"),
            Verb(
                "export_everything",
                self.tr("Export everything…"),
                Glyph.ARROW_EXPORT,
                self._acts.tools.export_everything,
                "",
                self._may(Permission.SETTINGS),
                Weight.RARE,
            ),
        ]

    def _tool_verbs(self) -> list[Verb]:
        tools, record = self._acts.tools, self.tr("Record of acts…")
        return [
            Verb("back_up", self.tr("Back up now"), Glyph.SAVE, tools.back_up, "Ctrl+Shift+B"),
            Verb("backups", self.tr("Backups…"), Glyph.ARCHIVE, tools.show_backups, "Ctrl+Alt+V"),
            Verb("record", record, Glyph.CLIPBOARD_TASK, tools.show_record, "Ctrl+Shift+Y"),
            *self._office_verbs(),
        ]

    def _office_verbs(self) -> list[Verb]:
        """What holds for the whole office: its days, its words, its people, where its data lie."""
        tools, rare = self._acts.tools, Weight.RARE
        people, settings = self._may(Permission.PEOPLE), self._may(Permission.SETTINGS)
        accounts, move = self.tr("People and accounts…"), self.tr("Several desks: move to a server…")
        days, set_up = self.tr("Working days…"), self.tr("Settings…")
        return [
            Verb("calendar", days, Glyph.CALENDAR_LTR, tools.show_calendar, weight=rare),
            Verb("counting_rules", self.tr("Counting rules…"), None, tools.show_counting_rules, weight=rare),
            Verb("accounts", accounts, Glyph.PEOPLE, tools.show_accounts, "", people, rare),
            Verb("move_to_server", move, None, tools.move_to_server, "", tools.may_move, rare),
            Verb("settings", set_up, Glyph.SETTINGS, tools.show_settings, "", settings, rare),
        ]

    def _help_verbs(self) -> list[Verb]:
        acts = self._acts
        rare = Weight.RARE
        return [
            Verb("help", self.tr("Help"), Glyph.QUESTION_CIRCLE, acts.help.show_help, "F1"),
            Verb(
                "help_contents", self.tr("Contents of the help"), None, acts.help.show_contents, weight=rare
            ),
            Verb("quick_guide", self.tr("Quick guide on paper…"), None, acts.help.print_guide, weight=rare),
            Verb("news", self.tr("What is new"), None, acts.help.show_news, weight=rare),
            Verb("shortcuts", self.tr("Shortcuts"), Glyph.KEYBOARD, acts.help.show_shortcuts, "Ctrl+/"),
            Verb("reasons", self.tr("Why is it grey"), Glyph.INFO, acts.help.show_reasons, "Alt+/"),
            Verb("roles", self.tr("Who may do what…"), Glyph.PEOPLE, acts.own.show_roles, weight=rare),
            Verb("diagnostics", self.tr("Save diagnostics…"), None, acts.tools.save_diagnostics, weight=rare),
            Verb("about", self.tr("About"), None, acts.help.show_about, weight=rare),
        ]

    def _shower(self, key: str) -> Callable[[], None]:
        return lambda: self._acts.show_page(key)

    def _may(self, permission: Permission) -> Callable[[], DeskError | None]:
        return partial(permissions.refusal, self._desk.actor, permission)

    def _check_undo(self) -> DeskError | None:
        return None if self._desk.undo.undo_name() else NothingToUndoError()

    def _check_redo(self) -> DeskError | None:
        return None if self._desk.undo.redo_name() else NothingToRedoError()

    def _name_undo(self) -> None:
        undo, redo = self._desk.undo.undo_name(), self._desk.undo.redo_name()
        undo_text = self.tr("Undo: {name}").format(name=undo) if undo else self.tr("Undo")
        redo_text = self.tr("Redo: {name}").format(name=redo) if redo else self.tr("Redo")
        self.verbs.action("undo").setText(caption(undo_text))
        self.verbs.action("redo").setText(caption(redo_text))
        self.verbs.refresh()


def _practising() -> DeskError | None:
    return None if store.is_practice() else NotPractisingError()
