"""What an office begins with: the steps of setting it up, its old ledgers, and an office to practise in."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from ui.desk import Desk
from ui.dialogs.importing.desk import ImportDesk
from ui.pages.page import Page
from xcdesk import store

if TYPE_CHECKING:  # loaded when it is asked for: start-up time
    from ui.moving_over import MovingOver
    from ui.pages.today.office_tools import OfficeTools
    from ui.setting_up import SettingUp

ENTER, LEAVE, ANEW = "enter", "leave", "anew"
"""What is asked about the practice office."""


class Beginning(QObject):
    """Makes each part when it is needed."""

    said = Signal(str)
    practice_asked = Signal(str)

    def __init__(
        self,
        desk: Desk,
        tools: "OfficeTools",
        imports: ImportDesk,
        page: Callable[[], Page],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._page = page
        self._desk, self._tools, self._imports, self._window = desk, tools, imports, window

    @cached_property
    def setting_up(self) -> "SettingUp":
        """What sets a new office up."""
        from ui.setting_up import SettingUp

        made = SettingUp(self._desk, self._tools, self._window)
        made.said.connect(self.said)
        made.import_asked.connect(self._import_first)
        made.move_asked.connect(self._move_first)
        return made

    @cached_property
    def moving_over(self) -> "MovingOver":
        """What moves the office's old ledgers over."""
        from ui.moving_over import MovingOver

        made = MovingOver(self._desk, self.setting_up, self._page, self._window)
        made.import_asked.connect(self._imports.show_said)
        return made

    def show_steps(self, target: object = ()) -> None:
        """Show the steps, with files for the first import if ``target`` is some, or go one of their ways."""
        if isinstance(target, str):
            self.setting_up.do(target)
        else:
            self.setting_up.show(target if isinstance(target, tuple) else ())

    def show_ledgers(self, target: object = ()) -> None:
        """Show what of the old ledgers is here, with other files if ``target`` is some."""
        self.moving_over.show(target if isinstance(target, tuple) else ())

    def move_over(self) -> None:
        """Show the old ledgers where they were left."""
        self.show_ledgers()

    def enter_or_leave_practice(self) -> None:
        """Go to the practice office, or from it back to the office's data."""
        self.practice_asked.emit(LEAVE if store.is_practice() else ENTER)

    def begin_practice_anew(self) -> None:
        """Make the practice office as it was at first, once somebody has agreed."""
        from ui.practising import ask_to_begin_anew

        ask_to_begin_anew(lambda: self.practice_asked.emit(ANEW), self._window)

    def _import_first(self) -> None:
        """Show the queue for the first import; whoever shuts it goes on where he came from."""
        self._imports.show()
        self._come_back_from(self._imports.queue)

    def _move_first(self, files: object) -> None:
        """The same for the old ledgers."""
        self._come_back_from(self.moving_over.show(files if isinstance(files, tuple) else ()))

    def _come_back_from(self, shown: QDialog | None) -> None:
        if shown is not None:
            shown.finished.connect(self._come_back, Qt.ConnectionType.SingleShotConnection)

    def _come_back(self) -> None:
        """Show the steps again, or that nothing is left of them."""
        if self._window.isVisible():
            self.show_steps()
