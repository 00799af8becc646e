"""The text of one item in a large window: styles, tables, figures of the log, find and replace."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.dialogs.form import FormDialog
from ui.dialogs.merge_fields import Both, Held
from ui.editor.composer import Composer
from ui.editor.figure_object import Value as Figures
from ui.widgets.fields import text_field
from ui.widgets.form_values import Value
from ui.widgets.window_size import usual_size
from xcdesk.services.issuing.tray import TITLE_LIMIT

Save = Callable[[str, str], object]
"""Writes title and text; raises `DeskError`."""


class LargeText(FormDialog):
    """Asks for a title and a text in plain structure; a refused save leaves both where they are."""

    help_topic = "editor"

    def __init__(
        self, texts: tuple[str, str], value: Figures, save: Save, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Write"), self.tr("Save"), lambda: save(self.title.text(), self.composer.text()), parent
        )
        title, self._at_start = texts
        self.title = text_field(title, TITLE_LIMIT)
        self.composer = Composer(value)
        self.composer.set_text(self._at_start)
        self.composer.set_title(title)
        self.title.textChanged.connect(self.composer.set_title)
        self.add("title", self.tr("Title"), self.title)
        self.add("body", self.tr("Text"), self.composer)
        self.composer.setMinimumHeight(440)
        usual_size(self, 900, 640)
        self.composer.edit.setFocus()

    @override
    def compared(self, fresh: Any) -> list[Both]:
        """Title and text; of the text all of its structure."""
        found = [both for both in super().compared(fresh) if both.key == "title"]
        texts = (self._at_start, self.composer.text(), fresh._at_start)
        return [*found, Both("body", self._names["body"], *(Held(text, text) for text in texts))]

    @override
    def take(self, values: Mapping[str, Value]) -> None:
        """Show what was chosen of both."""
        super().take({"title": values["title"]})
        self.composer.set_text(values["body"])
