"""Shows once who may sign in, with passwords that are kept nowhere."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QWidget
from typing_extensions import override

from ui.messages import sentence
from ui.tablemodels.records import Column, RecordsModel, Shown
from ui.theme.tokens import Role, Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from ui.widgets.notice import Notice
from ui.widgets.table_view import TableView
from ui.widgets.window_size import usual_size
from xcdesk.errors import DeskError
from xcdesk.files import write_file

Told = tuple[str, str, str]
"""Name, login and password of one person."""


class PasswordsOnce(QDialog):
    """Goes away only once somebody has said that the list is kept.

    ``heading`` is what the passwords are called, ``first`` a line above those of the list when it is saved.
    """

    proposed = "xcdesk.txt"
    """Name of the file that is proposed for the list."""

    help_topic = "accounts#several"

    def __init__(
        self,
        title: str,
        words: str,
        people: Sequence[Told],
        parent: QWidget | None = None,
        *,
        heading: str = "",
        first: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._people, self._first = tuple(people), first
        self.model = RecordsModel[Told](self._columns(heading or self.tr("First password")), self)
        self.model.show_rows(self._people)
        self.table = TableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(title)
        self.table.set_widths(tuple(column.width for column in self.model.columns), stretch=2)
        self.kept = QCheckBox(self.tr("The list is kept, and each gets his own line only"))
        self.kept.toggled.connect(self._update)
        self.save_button = button(self.tr("Save the list…"), None, Kind.NORMAL, self._ask)
        self.done_button = button(self.tr("Go on"), None, Kind.PRIMARY, self.accept)
        self._notice = Notice()
        self._lay_out(title, words)
        usual_size(self, 620, 460)
        self._update()

    def _lay_out(self, title: str, words: str) -> None:
        column = down(
            label(title, Role.TITLE),
            label(words, tone="second", wrap=True),
            self._notice,
            self.table,
            self.kept,
            across(None, self.save_button, self.done_button),
            margins=Space.L,
            gap=Space.M,
        )
        column.setStretch(3, 1)
        self.setLayout(column)

    def _columns(self, heading: str) -> Sequence[Column[Told]]:
        return (
            Column(self.tr("Name"), 130, lambda who: Shown(who[0])),
            Column(self.tr("Login"), 110, lambda who: Shown(who[1])),
            Column(heading, 240, lambda who: Shown(who[2])),
        )

    @override
    def reject(self) -> None:
        """Esc does not take away what is shown only once."""
        if self.kept.isChecked():
            super().reject()

    def save(self, path: Path) -> None:
        """Write the list as text, a line for each; a file that cannot be written is said."""
        lines = ["\t".join(who) for who in self._people]
        head = (self._first,) if self._first else ()
        try:
            write_file(path, "\r\n".join((*head, *lines, "")).encode("utf-8-sig"))
        except DeskError as error:
            self._notice.show_banner(Banner("warn", self.tr("Not written"), sentence(error)))

    def _ask(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), self.proposed, "*.txt")
        if name:
            self.save(Path(name))

    def _update(self) -> None:
        self.done_button.setEnabled(self.kept.isChecked())
