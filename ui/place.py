"""Where the data are and when they were backed up last, in words."""

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from xcdesk.store import Location, last_backup


def place_text(location: Location) -> str:
    """The line at the left of the status bar."""
    translate = QCoreApplication.translate
    last = last_backup(location)
    if location.path is None:
        place = translate("place", "Office database {address}").format(address=location)
    else:
        place = translate("place", "Data on this machine")
    if last is None:
        return translate("place", "{place}, not backed up yet").format(place=place)
    when = shown.instant(last)
    return translate("place", "{place}, backed up {when}").format(place=place, when=when)
