"""The verb that writes the file of an issued text to a place the user names, as it went out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.pages.approvals.banners import GONE_OUT
from ui.pages.page import Page
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight
from xcdesk.errors import DeskError
from xcdesk.files import safe_name
from xcdesk.services.approvals import MaterialRow


class IssuedFile(QObject):
    """Works on the material that ``chosen`` gives; ``check`` is what holds for every verb on one."""

    def __init__(
        self, page: Page, chosen: Callable[[], MaterialRow], check: Callable[[], DeskError | None]
    ) -> None:
        super().__init__(page)
        self._page, self._chosen, self._check = page, chosen, check

    def verb(self) -> Verb:
        """The verb, grey for what did not go out."""
        words = self.tr("Save issued file…")
        return Verb("material_file", words, Glyph.SAVE, self._save, "Ctrl+Alt+X", self._refusal, Weight.RARE)

    def _refusal(self) -> DeskError | None:
        from xcdesk.issued import NoIssuedFileError  # start-up time

        refused = self._check()
        if refused is not None:
            return refused
        row = self._chosen()
        went_out = row.state in GONE_OUT
        return None if went_out else NoIssuedFileError(title=row.title, kind="PDF")

    def _save(self) -> None:
        from xcdesk import issued  # start-up time

        row = self._chosen()
        names: list[str] = []
        if not self._page.attempt(lambda: names.append(issued.file_of(row.id).name)):
            return
        kinds = "PDF (*.pdf);;Word (*.docx)"
        chosen, _ = QFileDialog.getSaveFileName(self._page, self.tr("Save as"), safe_name(names[0]), kinds)
        if chosen and self._page.attempt(lambda: issued.save(row.id, Path(chosen))):
            self._page.said.emit(self.tr("Written: {path}").format(path=chosen))
