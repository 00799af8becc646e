"""The settings that all desks of the office share, and the font folder of this machine."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.dialogs.form import FormDialog
from ui.theme import theme
from ui.widgets.fields import Option, PickBox, text_field
from ui.widgets.labels import label
from ui.widgets.path_field import FolderField
from ui.widgets.window_size import least_width, room_on_screen
from xcdesk.services.office.office_settings import OfficeSettings

_MOST_COPIES = 9999
_ONE_COLUMN, _TWO_COLUMNS = 640, 1040
_EXACT, _USUAL = "exact", "usual"


@dataclass(frozen=True, slots=True)
class Typed:
    """What the form holds: settings of the office, and the font folder of this machine, "" for none."""

    office: OfficeSettings
    fonts: str


class OfficeForm(FormDialog):
    """Shows the settings; ``steps`` tell who reviews what and are changed elsewhere.

    Where the screen is wide enough they stand in two columns, what is printed and the rest; else they scroll.
    """

    help_topic = "settings#office"

    def __init__(
        self, now: Typed, steps: Sequence[str], save: Callable[[Typed], object], parent: QWidget | None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("OfficeForm", "Settings of the office"),
            translate("OfficeForm", "Save"),
            lambda: save(self.typed()),
            parent,
        )
        office = now.office
        self.office_name, self.issuer = text_field(office.name, 80), text_field(office.issuer, 80)
        self.internal = text_field(office.internal_masthead, 40)
        self.circular = text_field(office.circular_masthead, 40)
        self.classification = text_field(office.classification, 40)
        self.imprint = text_field(office.imprint, 80)
        self.report_to, self.send_to = _list_field(office.report_to), _list_field(office.send_to)
        self.issue_to = _list_field(office.issue_to)
        self.copies = text_field(str(office.copies), 4)
        self.copies.setValidator(QIntValidator(0, _MOST_COPIES, self.copies))
        self.trash_days = text_field(str(office.trash_days), 4)
        self.trash_days.setValidator(QIntValidator(0, _MOST_COPIES, self.trash_days))
        self.lock_minutes = text_field(str(office.lock_minutes), 3)
        self.lock_minutes.setValidator(QIntValidator(0, _MOST_COPIES, self.lock_minutes))
        self.pitch = PickBox(
            (
                Option(_EXACT, self.tr("29.61 pt, 22 lines fill the page")),
                Option(_USUAL, self.tr("28.95 pt, as set in Word")),
            )
        )
        self.pitch.choose(_EXACT if office.exact_pitch else _USUAL)
        self.fonts = FolderField(now.fonts)
        self._wide = theme.scaled(_TWO_COLUMNS) <= room_on_screen(self).width()
        self._issuer = office.issuer
        self.issuer.textEdited.connect(self._follow_issuer)
        self._arrange(steps)
        least_width(self, _TWO_COLUMNS if self._wide else _ONE_COLUMN)

    def typed(self) -> Typed:
        """What the form holds."""
        office = OfficeSettings(
            name=self.office_name.text(),
            issuer=self.issuer.text(),
            internal_masthead=self.internal.text(),
            circular_masthead=self.circular.text(),
            classification=self.classification.text(),
            imprint=self.imprint.text(),
            report_to=self.report_to.toPlainText(),
            send_to=self.send_to.toPlainText(),
            issue_to=self.issue_to.toPlainText(),
            copies=int(self.copies.text() or 0),
            exact_pitch=self.pitch.key() == _EXACT,
            trash_days=int(self.trash_days.text() or 0),
            lock_minutes=int(self.lock_minutes.text() or 0),
        )
        return Typed(office, self.fonts.path())

    def _follow_issuer(self, issuer: str) -> None:
        """The body that prints is the one that issues, until another is named."""
        if self.imprint.text() == self._issuer:
            self.imprint.setText(issuer)
        self._issuer = issuer

    def _arrange(self, steps: Sequence[str]) -> None:
        self.add("office_name", self.tr("Office"), self.office_name)
        self.add("issuer", self.tr("Issuing body"), self.issuer)
        self.add("internal_masthead", self.tr("Masthead of the internal reference"), self.internal)
        self.add("circular_masthead", self.tr("Masthead of the circular"), self.circular)
        self.add("classification", self.tr("Line at the upper left"), self.classification)
        self.add("imprint", self.tr("Printed by"), self.imprint)
        self.add("report_to", self.tr("Report to"), self.report_to)
        self.add("send_to", self.tr("Send to"), self.send_to)
        self.add("issue_to", self.tr("Issue to"), self.issue_to)
        if self._wide:
            self.begin_column()
        self.add("copies", self.tr("Copies"), self.copies)
        self.add("pitch", self.tr("Line pitch"), self.pitch)
        kept = self.tr("What was removed can be put back for so many days. 0 keeps it for ever.")
        self.add("trash_days", self.tr("Days in the trash"), self.trash_days, kept)
        idle = self.tr(
            "The window of a person with a password is locked when nobody has touched it so long. 0 never."
        )
        self.add("lock_minutes", self.tr("Minutes until locked"), self.lock_minutes, idle)
        hint = self.tr("For this machine only. Empty prints with the fonts that come with the program.")
        self.add("fonts", self.tr("Folder with the office's fonts"), self.fonts, hint)
        words = label("\n".join(steps), tone="second", wrap=True)
        self.add("steps", self.tr("Review steps"), words, self.tr("Shown for reading only."))


def _list_field(value: str) -> QPlainTextEdit:
    """Two lines are enough for a distribution list; a longer one scrolls."""
    made = QPlainTextEdit(value)
    made.setTabChangesFocus(True)
    made.setFixedHeight(2 * theme.line_height() + 22)
    return made
