"""The form for a sheet that was signed on paper: who signed, when, what he wrote, and the scan."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.dialogs.form import FormDialog
from ui.dialogs.material_forms import people_options
from ui.widgets.fields import DayField, Option, PickBox, text_field
from ui.widgets.path_field import FileField
from xcdesk import clock
from xcdesk.errors import DeskError
from xcdesk.services.approvals import SCANS, PaperSigned
from xcdesk.services.log.evidence import NewFile
from xcdesk.services.record.actor import Actor

_ELSEWHERE = ""


class NoScanError(DeskError):
    """There is no file of the name given for the scan; fact ``path``."""

    code = "editor.no_scan"


class ScanNeededError(DeskError):
    """No file is named for the scan."""

    code = "editor.scan_needed"


class SheetForm(FormDialog):
    """What every sheet has: who signed it, when, and the scan, without which nothing is recorded."""

    help_topic = "approvals#paper"

    def __init__(
        self, title: str, verb: str, save: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(title, verb, save, parent)
        self.name, self.post = text_field(limit=40), text_field(limit=40)
        self.day = DayField(clock.today())
        scans, endings = self.tr("Scans"), " ".join(f"*.{ending}" for ending in SCANS)
        self.scan = FileField(f"{scans} ({endings})")

    def add_signature(self, name: str) -> None:
        """Put name, post and day under the fields before."""
        self.add("signatory", name, self.name)
        self.add("post", self.tr("Post"), self.post)
        self.add("signed_on", self.tr("Day on the sheet"), self.day)

    def add_scan(self, hint: str) -> None:
        """Put the scan under the fields before."""
        self.add("scan", self.tr("Scan"), self.scan, hint)

    def typed(self) -> PaperSigned:
        """The sheet that the form holds."""
        scan = NewFile.at(Path(self.scan.path()))
        return PaperSigned(self.name.text(), self.post.text(), self.day.day(), scan)

    @override
    def accept(self) -> None:
        path = self.scan.path()
        if not path or not Path(path).is_file():
            self.show_refusal(NoScanError(field="scan", path=path) if path else ScanNeededError(field="scan"))
            return
        super().accept()


class PaperForm(SheetForm):
    """``save`` gets the sheet; whoever has an account is taken with name and post from it.

    The first of ``people`` is offered.
    """

    def __init__(
        self,
        title: str,
        people: Sequence[Actor],
        save: Callable[[PaperSigned], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("Record the paper sign-off of “{title}”").format(title=title),
            self.tr("Record"),
            lambda: save(self.typed()),
            parent,
        )
        self._people = {str(person.id): person for person in people}
        nobody = Option(_ELSEWHERE, self.tr("Somebody without an account"))
        self.person = PickBox([*people_options(people), nobody])
        self.person.setCurrentIndex(0)
        self.opinion = text_field(limit=500)
        self.add("person", self.tr("Signed by"), self.person)
        self.add_signature(self.tr("Name"))
        self.add("opinion", self.tr("Opinion on the sheet"), self.opinion)
        self.add_scan(
            self.tr(
                "It is recorded as signed on paper and recorded by you, and never counts as your agreement."
            )
        )
        self.person.currentIndexChanged.connect(self._follow)
        self._follow()

    @override
    def typed(self) -> PaperSigned:
        person = self._people.get(self.person.key())
        return replace(super().typed(), person=person.id if person else None, opinion=self.opinion.text())

    def _follow(self) -> None:
        """Take name and post of an account; whoever has none is typed."""
        person = self._people.get(self.person.key())
        for field, value in (
            (self.name, person.name if person else ""),
            (self.post, person.post if person else ""),
        ):
            field.setText(value)
            field.setReadOnly(person is not None)
