"""What a person typed for one report, checked against the roster and turned into what is stored."""

import datetime as dt
import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from typing_extensions import override

from xcdesk import clock
from xcdesk.errors import DeskError
from xcdesk.lexicon import Lexicon, OutletName
from xcdesk.models import Outlet, OutletSpelling, Programme
from xcdesk.normalise import clean, name_key, title_key
from xcdesk.services.record import rows
from xcdesk.wording import Listed

FIRST_YEAR = 2000
"""No report is older; an earlier year is a slip of the pen, as 0219 for 2019."""

TITLE_LIMIT = 200


class UnknownOutletError(DeskError):
    """No outlet on the roster is written like this."""

    code = "coverage.unknown_outlet"

    @property
    @override
    def key(self) -> str:
        return self.code if self.facts.get("near") else "coverage.unlike_outlet"


class InactiveOutletError(DeskError):
    """The outlet has left the roster."""

    code = "coverage.inactive_outlet"


class UnknownUnitError(DeskError):
    """No unit on the roster is written like this."""

    code = "coverage.unknown_unit"


class UnknownProgrammeError(DeskError):
    """The outlet has no such programme."""

    code = "coverage.unknown_programme"


class UnknownTermError(DeskError):
    """A form, theme or tier is on no list."""

    code = "coverage.unknown_term"


class BadLinkError(DeskError):
    """A link does not begin with http:// or https://."""

    code = "coverage.bad_link"


class LongPastError(DeskError):
    """The day lies before the year 2000."""

    code = "coverage.long_past"


class FarFutureError(DeskError):
    """The day lies more than a year ahead."""

    code = "coverage.far_future"


@dataclass(frozen=True, slots=True)
class NewItem:
    """One report to log. Names may be written as in returns; "" stands for none.

    Attributes:
        outlet: name or a known spelling.
        title: "" for a counted report without a title.
        form, theme, tier: code, label or a known spelling; an empty tier takes the outlet's.
        key: makes the same request, sent twice, write once.
    """

    day: dt.date
    outlet: str
    title: str = ""
    form: str = ""
    theme: str = ""
    tier: str = ""
    unit: str = ""
    programme: str = ""
    slot: str = ""
    author: str = ""
    url: str = ""
    note: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class ItemChange:
    """What is to change in a report: None leaves a field, "" empties it; names as in `NewItem`."""

    day: dt.date | None = None
    outlet: str | None = None
    title: str | None = None
    form: str | None = None
    theme: str | None = None
    tier: str | None = None
    unit: str | None = None
    programme: str | None = None
    slot: str | None = None
    author: str | None = None
    url: str | None = None
    note: str | None = None


_LIMITS = {"slot": 40, "author": 80, "url": 500, "note": None}


def stored(new: NewItem, lexicon: Lexicon) -> dict[str, Any]:
    """Columns of the new row.

    Raises:
        DeskError: a code of area ``coverage`` names what cannot be taken.
    """
    outlet = known_outlet(new.outlet, lexicon)
    return {
        "outlet": outlet.id,
        "day": checked_day(new.day),
        **stored_title(new.title),
        **_words(new, lexicon, outlet.tier),
        "unit": known_unit(new.unit, lexicon),
        "programme": _programme(new.programme, outlet.id),
        **_texts({name: getattr(new, name) for name in _LIMITS}),
        "key": rows.clean_text("key", new.key, 80) or None,
    }


def changed(change: ItemChange, lexicon: Lexicon, outlet_id: int) -> dict[str, Any]:
    """Columns that the change writes; ``outlet_id`` is the outlet that the row has now.

    Raises:
        DeskError: a code of area ``coverage`` names what cannot be taken.
    """
    fields: dict[str, Any] = {}
    if change.outlet is not None:
        outlet_id = known_outlet(change.outlet, lexicon).id
        fields["outlet"] = outlet_id
    if change.day is not None:
        fields["day"] = checked_day(change.day)
    if change.title is not None:
        fields |= stored_title(change.title)
    fields |= _words(change, lexicon, _default_tier(outlet_id))
    if change.unit is not None:
        fields["unit"] = known_unit(change.unit, lexicon)
    if change.programme is not None:
        fields["programme"] = _programme(change.programme, outlet_id)
    return fields | _texts({name: getattr(change, name) for name in _LIMITS})


def known_outlet(written: str, lexicon: Lexicon) -> OutletName:
    """Outlet in use that is written like this.

    Raises:
        UnknownOutletError: with the names nearest to it.
        InactiveOutletError: it has left the roster.
    """
    found = lexicon.outlet(written)
    if found is not None:
        return found
    retired = (
        OutletSpelling.select(OutletSpelling, Outlet)
        .join(Outlet)
        .where(OutletSpelling.key == name_key(written))
        .first()
    )
    if retired is not None:
        raise InactiveOutletError(name=retired.outlet.name)
    near = difflib.get_close_matches(name_key(written), lexicon.outlet_keys, n=3, cutoff=0.3)
    names = dict.fromkeys(lexicon.outlet_keys[key].name for key in near)
    raise UnknownOutletError(name=clean(written), near=Listed(tuple(names)))


def checked_day(day: dt.date) -> dt.date:
    """The day itself.

    Raises:
        FarFutureError: it lies more than a year ahead.
        LongPastError: it lies before the year 2000.
    """
    if day.year < FIRST_YEAR:
        raise LongPastError(day=day, year=FIRST_YEAR)
    if clock.is_far_ahead(day):
        raise FarFutureError(day=day)
    return day


def stored_title(written: str) -> dict[str, str]:
    """Columns of a title as it is stored: the title and what it is compared by.

    Raises:
        BadTextError: it is too long, or holds what no document may hold.
    """
    title = clean(rows.clean_text("title", written, TITLE_LIMIT))
    return {"title": title, "title_key": title_key(title)}


def _words(source: NewItem | ItemChange, lexicon: Lexicon, default_tier: str) -> dict[str, str | None]:
    fields: dict[str, str | None] = {}
    for name in ("form", "theme", "tier"):
        written = getattr(source, name)
        if written is not None:
            fields[name] = known_code(name, written, lexicon)
    if "tier" in fields and fields["tier"] is None:
        fields["tier"] = default_tier
    return fields


def _default_tier(outlet_id: int) -> str:
    tier: str = Outlet.get_by_id(outlet_id).tier.value
    return tier


def known_unit(written: str, lexicon: Lexicon) -> int | None:
    """Row of the unit that is written like this; None for "".

    Raises:
        UnknownUnitError: no unit is.
    """
    if not written.strip():
        return None
    found = lexicon.unit(written)
    if found is None:
        raise UnknownUnitError(name=clean(written))
    return found.id


def known_code(field: str, written: str, lexicon: Lexicon) -> str | None:
    """Code of the form, theme or tier (``field``) that is written like this; None for "".

    Raises:
        UnknownTermError: no member of that list is.
    """
    if not written.strip():
        return None
    readers = {"form": lexicon.form, "theme": lexicon.theme, "tier": lexicon.tier}
    code = readers[field](written)
    if code is None:
        raise UnknownTermError(field=field, name=clean(written))
    return code


def _programme(written: str, outlet_id: int) -> int | None:
    if not written.strip():
        return None
    for programme in Programme.select().where(Programme.outlet == outlet_id):
        if name_key(programme.name) == name_key(written):
            return int(programme.id)
    raise UnknownProgrammeError(name=clean(written))


def _texts(written: Mapping[str, str | None]) -> dict[str, str]:
    fields = {
        name: rows.clean_text(name, text, _LIMITS[name]) for name, text in written.items() if text is not None
    }
    if fields.get("url"):
        require_link(fields["url"])
    return fields


def require_link(url: str) -> None:
    """Let pass what can be opened in a browser.

    Raises:
        BadLinkError: it is no address of the web.
    """
    try:
        parts = urlsplit(url)
    except ValueError:  # an address such as http://[1
        raise BadLinkError(url=url) from None
    if parts.scheme not in {"http", "https"} or not parts.netloc or any(char.isspace() for char in url):
        raise BadLinkError(url=url)
