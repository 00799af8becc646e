"""The key of private details: made once for the office, restored from paper on every other machine."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ui.dialogs.form import FormDialog
from ui.dialogs.recovery import RecoveryDialog, ShownOnce
from ui.messages import text
from ui.widgets.fields import Option, PickBox, text_field
from xcdesk import sheets
from xcdesk.services.cases import keys
from xcdesk.services.cases.keys import KeyPlace
from xcdesk.services.record.actor import Actor

translate = QCoreApplication.translate


class CaseKeyForm(FormDialog):
    """Makes the key where the office has none, and asks for the recovery key where it has one elsewhere."""

    help_topic = "private-details#key"
    made = Signal(str)  # the recovery key, to be shown once

    def __init__(self, actor: Actor, parent: QWidget | None) -> None:
        self._fresh = not keys.office_key()
        title = translate("CaseKeyForm", "Restore the key of private details")
        verb = translate("CaseKeyForm", "Restore")
        if self._fresh:
            title = translate("CaseKeyForm", "Make the key of private details")
            verb = translate("CaseKeyForm", "Make the key")
        super().__init__(title, verb, self._keep, parent)
        self._actor = actor
        places = [place for place in KeyPlace if place == KeyPlace.FILE or keys.has_keyring()]
        self.place = PickBox([Option(one.value, text(f"case_key.place.{one.value}")) for one in places])
        self.recovery = text_field(limit=120)
        if not self._fresh:
            hint = self.tr("As it stands on the printed page; capitals do not matter.")
            self.add("recovery", self.tr("Recovery key"), self.recovery, hint)
        hint = self.tr(
            "Names and telephones of petitioners are encrypted with it. The recovery key is shown once, "
            "right after this."
        )
        self.add("place", self.tr("Kept in"), self.place, hint if self._fresh else "")

    def _keep(self) -> None:
        place = KeyPlace(self.place.key())
        if self._fresh:
            self.made.emit(keys.make(self._actor, place))
        else:
            keys.restore(self._actor, self.recovery.text(), place)


def once(actor: Actor, recovery: str, parent: QWidget | None) -> RecoveryDialog:
    """The window that shows the recovery key and goes away only once it is kept."""
    words = translate(
        "CaseKeyForm",
        "Without it nobody can read private details on another machine. It is shown this once: print the "
        "page, seal it and lock it away.",
    )
    shown = ShownOnce(
        translate("CaseKeyForm", "Recovery key of private details"),
        words,
        lambda: sheets.printed_case_key(actor, recovery).pdf,
    )
    return RecoveryDialog(actor, recovery, parent, shown)
