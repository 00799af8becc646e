"""What is written down about evidence: its name, when it was captured, where from."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.form import FormDialog
from ui.widgets.fields import text_field
from ui.widgets.maybe_day import MaybeDay
from ui.widgets.window_size import least_width
from xcdesk.services.log.evidence import Particulars

translate = QCoreApplication.translate


class EvidenceForm(FormDialog):
    """Asks for the particulars; ``label`` is None where several files keep their own names."""

    help_topic = "coverage#evidence"

    def __init__(
        self,
        title: str,
        now: tuple[str | None, Particulars],
        save: Callable[[Particulars], object],
        parent: QWidget | None,
    ) -> None:
        super().__init__(title, translate("EvidenceForm", "Save"), lambda: save(self.typed()), parent)
        label, told = now
        self.name = text_field(label or "", 120)
        self.captured = MaybeDay(self.tr("known"), told.captured_on)
        self.source = text_field(told.source, 500)
        if label is not None:
            self.add("label", self.tr("Name"), self.name, self.tr("It is exported under this name."))
        self.add("captured_on", self.tr("Captured on"), self.captured)
        hint = self.tr("For example: the outlet's archive, a page on the web, a recording of our own")
        self.add("source", self.tr("Where from"), self.source, hint)
        least_width(self, 460)

    def typed(self) -> Particulars:
        """What the form holds."""
        return Particulars(self.captured.day(), self.source.text(), self.name.text())
