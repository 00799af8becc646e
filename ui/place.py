"""Where the data are, when they were backed up last, and who sits here, in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from xcdesk import clock, store
from xcdesk.services.record.actor import Actor
from xcdesk.store import Location, last_backup

if TYPE_CHECKING:  # start-up time
    from xcdesk.services.backups.listing import Standing


def place_text(location: Location, now: "Standing | None" = None) -> str:
    """The line at the left of the status bar; ``now`` adds what is known of failures and copies outside."""
    translate = QCoreApplication.translate
    last = last_backup(location) if now is None else now.last
    if location.path is None:
        place = translate("place", "Office database {address}").format(address=location)
    elif store.is_practice():
        place = translate("place", "Practice data on this machine")
    else:
        place = translate("place", "Data on this machine")
    if now is not None and now.memory.failed_at is not None:
        return translate("place", "{place}, the last backup failed").format(place=place)
    if last is None and store.is_practice():
        return place
    if last is None:
        return translate("place", "{place}, not backed up yet").format(place=place)
    said = translate("place", "{place}, backed up {when}").format(place=place, when=shown.instant(last))
    if now is None or not now.outside_days:
        return said
    outside = translate("place", "{said}, last outside copy {days} days ago")
    return outside.format(said=said, days=now.outside_days)


def safety_text() -> str:
    """The same of the open database, once there is time to ask how old its copies are."""
    from xcdesk.services.backups import listing  # start-up time

    return place_text(store.where(), listing.standing())


def person_text(person: Actor) -> str:
    """The line at the right of the status bar: who sits here, in which week, and the first keys to know."""
    who = f"{person.name}  {person.post}".strip()
    keys = QCoreApplication.translate("place", "F1 help  Ctrl+/ shortcuts")
    return "  |  ".join((who, shown.week(clock.today()), keys))
