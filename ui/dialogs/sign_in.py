"""Who sits at this desk: chosen from the list of active people."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import label
from ui.widgets.layouts import across, down
from xcdesk.services.record.actor import Actor


class SignInDialog(QDialog):
    """Lists everybody who may sign in; what is done afterwards is recorded in the chosen name."""

    def __init__(self, actors: Sequence[Actor], last: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actors = tuple(actors)
        self.setWindowTitle(self.tr("Who sits here"))
        self.people = QListWidget()
        self.people.setAccessibleName(self.windowTitle())
        for actor in self._actors:
            self.people.addItem(QListWidgetItem(f"{actor.name}  {actor.post}".strip()))
        ids = [actor.id for actor in self._actors]
        self.people.setCurrentRow(ids.index(last) if last in ids else 0)
        self.people.itemActivated.connect(self.accept)
        start = button(self.tr("Sign in"), None, Kind.PRIMARY, self.accept)
        start.setDefault(True)
        cancel = button(self.tr("Cancel"), None, Kind.NORMAL, self.reject)
        note = self.tr("Everything you enter and sign is recorded under this name.")
        self.setLayout(
            down(
                label(self.windowTitle(), Role.TITLE),
                label(note, tone="second", wrap=True),
                self.people,
                across(None, cancel, start),
                margins=Space.L,
                gap=Space.M,
            )
        )
        self.resize(420, 380)
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> Actor:
        """The person whose row is the current one."""
        return self._actors[self.people.currentRow()]
