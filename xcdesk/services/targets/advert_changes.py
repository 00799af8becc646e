"""Writing the advertisement plan; `adverts` reads it."""

import datetime as dt
from dataclasses import dataclass

from xcdesk.codes import MaterialKind
from xcdesk.db.base import database
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.models import AdvertPlan, Material, Outlet
from xcdesk.services.record import entries, removing, rows, saving
from xcdesk.services.record.actor import Actor
from xcdesk.services.targets.adverts import STANDS

MOST_A_WEEK = 999
_SLOT, _HOTLINE = 80, 40


class BadTimesError(DeskError):
    """A line runs once a week at least; fact ``most``."""

    code = "advert.bad_times"


class AdvertDaysError(DeskError):
    """The last day lies before the first."""

    code = "advert.bad_days"


class TextNotSignedError(DeskError):
    """The material is no advertisement text that was signed off; fact ``name``."""

    code = "advert.text_not_signed"


@dataclass(frozen=True, slots=True)
class NewAdvert:
    """A line to add, or what one is to become; the fields are those of `AdvertRow`."""

    outlet_id: int
    slot: str
    per_week: int
    since: dt.date
    until: dt.date | None = None
    material_id: int | None = None
    wording: str = ""
    hotline: str = ""
    note: str = ""

    @property
    def name(self) -> str:
        """What the line is called before it is written."""
        return self.slot.strip()


def add_advert(actor: Actor, new: NewAdvert) -> int:
    """Put a line into the plan and return its id.

    Raises:
        NotFoundError: there is no such outlet.
        BadTimesError, AdvertDaysError: it would run never, or end before it begins.
        TextNotSignedError: the material is no advertisement text that was signed off.
        MissingTextError: it has no slot.
    """
    with database.atomic():
        fields = _fields(new, None)
        return saving.add(actor, AdvertPlan, fields, "advert.added", title=fields["slot"])


def change_advert(actor: Actor, advert_id: int, version: int, change: NewAdvert) -> int:
    """Rewrite a line and return the new version; refusals as in `add_advert`.

    Raises:
        StaleRowError: somebody changed it meanwhile.
    """
    with database.atomic():
        row = removing.found(AdvertPlan, advert_id, lying=False)
        fields = _fields(change, row.material_id)
        return saving.change(actor, row, version, fields, "advert.changed", title=fields["slot"])


def remove_advert(actor: Actor, advert_id: int, version: int) -> int:
    """Lay a line into the trash; returns the new version."""
    row = removing.found(AdvertPlan, advert_id, lying=False)
    return removing.remove(actor, row, version, "advert.removed", title=row.slot)


def restore_advert(actor: Actor, advert_id: int, version: int) -> int:
    """Put a line back; returns the new version."""
    row = removing.found(AdvertPlan, advert_id, lying=True)
    return removing.restore(actor, row, version, "advert.restored", title=row.slot)


def _fields(new: NewAdvert, bound_before: int | None) -> dict[str, object]:
    if not 1 <= new.per_week <= MOST_A_WEEK:
        raise BadTimesError(most=MOST_A_WEEK, field="per_week")
    if new.until is not None and new.until < new.since:
        raise AdvertDaysError(field="until")
    if Outlet.get_or_none(Outlet.id == new.outlet_id) is None:
        raise NotFoundError(what="outlet", name=new.outlet_id)
    if new.material_id is not None and new.material_id != bound_before:
        _require_signed(new.material_id)
    return {
        "outlet": new.outlet_id,
        "slot": rows.required_text("slot", new.slot, _SLOT),
        "per_week": new.per_week,
        "since": entries.checked_day(new.since),
        "until": new.until,
        "material": new.material_id,
        "wording": rows.clean_text("wording", new.wording),
        "hotline": rows.clean_text("hotline", new.hotline, _HOTLINE),
        "note": rows.clean_text("note", new.note),
    }


def _require_signed(material_id: int) -> None:
    row = Material.get_or_none(Material.id == material_id)
    if row is None:
        raise NotFoundError(what="material", name=material_id)
    if row.kind != MaterialKind.ADVERTISEMENT or row.state not in STANDS:
        raise TextNotSignedError(name=row.title, field="material")
