"""The form for a sheet that was signed on paper: who signed, when, what he wrote, and the scan."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.dialogs.form import FormDialog
from ui.dialogs.material_forms import people_options
from ui.widgets.fields import DayField, Option, PickBox, text_field
from ui.widgets.file_field import FileField
from xcdesk import clock
from xcdesk.errors import DeskError
from xcdesk.services.approvals import SCANS, PaperSigned
from xcdesk.services.log.evidence import NewFile
from xcdesk.services.record.actor import Actor

_ELSEWHERE = ""


class NoScanError(DeskError):
    """No file is named for the scan, or there is none of that name; fact ``path``."""

    code = "editor.no_scan"


class PaperForm(FormDialog):
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
        self.name, self.post = text_field(limit=40), text_field(limit=40)
        self.day = DayField(clock.today())
        self.opinion = text_field(limit=500)
        endings = " ".join(f"*.{ending}" for ending in SCANS)
        self.scan = FileField(f"{self.tr('Scans')} ({endings})")
        self.add("person", self.tr("Signed by"), self.person)
        self.add("signatory", self.tr("Name"), self.name)
        self.add("post", self.tr("Post"), self.post)
        self.add("signed_on", self.tr("Day on the sheet"), self.day)
        self.add("opinion", self.tr("Opinion on the sheet"), self.opinion)
        hint = self.tr(
            "It is recorded as signed on paper and recorded by you, and never counts as your agreement."
        )
        self.add("scan", self.tr("Scan"), self.scan, hint)
        self.person.currentIndexChanged.connect(self._follow)
        self._follow()

    def typed(self) -> PaperSigned:
        """What the form holds."""
        person = self._people.get(self.person.key())
        return PaperSigned(
            signatory=self.name.text(),
            post=self.post.text(),
            signed_on=self.day.day(),
            scan=NewFile.at(Path(self.scan.path())),
            person=person.id if person else None,
            opinion=self.opinion.text(),
        )

    @override
    def accept(self) -> None:
        path = Path(self.scan.path())
        if not self.scan.path() or not path.is_file():
            self.show_refusal(NoScanError(field="scan", path=self.scan.path()))
            return
        super().accept()

    def _follow(self) -> None:
        """Take name and post of an account; whoever has none is typed."""
        person = self._people.get(self.person.key())
        for field, value in (
            (self.name, person.name if person else ""),
            (self.post, person.post if person else ""),
        ):
            field.setText(value)
            field.setReadOnly(person is not None)
