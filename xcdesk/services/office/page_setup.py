"""How the office's pages look: colour, faces, and for each series its head and its receivers.

Like the other settings of the office it is one row of the database, saved with its entry in the record
(decision 0032). What is left empty follows `office_settings`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from xcdesk.codes import COLLECTED, Series
from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.services.office import office_settings
from xcdesk.services.office.office_settings import OfficeSettings
from xcdesk.services.office.printed import label
from xcdesk.services.record import audit, rows, setting_rows
from xcdesk.services.record.actor import Actor

_KEY = "page"
_MASTHEAD, _NAME, _FILE = 40, 80, 80
_MOST_COPIES, _MOST_RECEIVERS = 9999, 500
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


class BadColourError(DeskError):
    """A colour is written ``#RRGGBB``."""

    code = "page.bad_colour"


class BadFaceError(DeskError):
    """A face is named by its role and by its file alone, without a folder."""

    code = "page.bad_face"


class BadReceiverError(DeskError):
    """A receiver gets a number of copies; facts ``name`` and ``most``."""

    code = "page.bad_receiver"


class TooManyReceiversError(DeskError):
    """A list is longer than a record block can be; fact ``most``."""

    code = "page.too_many_receivers"


class BadSetupError(DeskError):
    """A page set-up from outside holds something unknown or of another type; fact ``name``."""

    code = "page.bad_setup"


class ReceiverList(StrEnum):
    """The three lists of the record block, in printed order: 报, 送, 发."""

    REPORT = "report"
    SEND = "send"
    ISSUE = "issue"


FACES = ("fang", "kai", "hei", "title", "song")
"""What a face may be chosen for: 仿宋, 楷体, 黑体, titles, 宋体."""


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who gets an issue, on which list, and how many copies."""

    on: ReceiverList
    name: str
    copies: int = 1


@dataclass(frozen=True, slots=True)
class SeriesSetup:
    """The pages of one series.

    Attributes:
        masthead: its name in red; "" is the one of the office settings.
        classification: line at the upper left; "" is the one of the office settings where the series has one.
        contents: whether the list of titles stands before the first item.
        numbered: whether every copy bears a number (份号).
        receivers: who gets it; none leaves the lists in words and the print run of the office settings.
        kept: copies that stay with the office, on top of those of the receivers.
    """

    masthead: str = ""
    classification: str = ""
    contents: bool = False
    numbered: bool = False
    receivers: tuple[Receiver, ...] = ()
    kept: int = 0

    @property
    def copies(self) -> int:
        """The print run: what the receivers get and what is kept; 0 without receivers."""
        return sum(one.copies for one in self.receivers) + self.kept if self.receivers else 0


@dataclass(frozen=True, slots=True)
class Allotment:
    """Numbers of the copies of one receiver, first and last; ``on`` is None for those that are kept."""

    on: ReceiverList | None
    name: str
    first: int
    last: int


def _usual() -> dict[Series, SeriesSetup]:
    return {series: SeriesSetup(contents=series in COLLECTED) for series in Series}


@dataclass(frozen=True, slots=True)
class PageSetup:
    """All of it: the red of the masthead, a file for each face that is chosen, and every series."""

    red: str = "#D9001B"
    faces: Mapping[str, str] = field(default_factory=dict)
    series: Mapping[Series, SeriesSetup] = field(default_factory=_usual)

    def of(self, series: Series) -> SeriesSetup:
        """The pages of one series."""
        return self.series.get(series) or _usual()[series]


def load() -> PageSetup:
    """The set-up as saved; the usual one where nothing is."""
    saved = setting_rows.read(_KEY)
    return read(saved) if saved else PageSetup()


def save(actor: Actor, setup: PageSetup, over: PageSetup | None = None) -> PageSetup:
    """Write the whole set-up, with what changed in the record, and return it as written.

    Args:
        actor: who saves it.
        setup: what is to be written.
        over: what it must still be; None overwrites whatever it is.

    Raises:
        StaleRowError: somebody has saved another meanwhile; nothing was written.
        BadColourError, BadFaceError, BadReceiverError, TooManyReceiversError: a part cannot be printed.
        BadTextError: a text is too long, or holds what no document can.
    """
    written = checked(setup)
    with database.atomic():
        before = load()
        setting_rows.require_same(_KEY, before, over)
        setting_rows.write(_KEY, plain(written))
        audit.record(actor, "office.page_saved", "setting:page", changes=_differences(before, written))
    return written


def save_with(
    actor: Actor, wanted: tuple[PageSetup, OfficeSettings], over: tuple[PageSetup, OfficeSettings]
) -> tuple[PageSetup, OfficeSettings]:
    """Write the set-up, and settings of the office that belong to it, in one transaction; as written.

    Args:
        actor: who saves them.
        wanted: what is to be written; what does not differ is left alone.
        over: what they must still be.

    Raises:
        DeskError: what `save` and `office_settings.save` raise; nothing was written.
    """
    setup, office = wanted
    with database.atomic():
        if setup != over[0]:
            setup = save(actor, setup, over[0])
        if office != over[1]:
            office = office_settings.save(actor, office, over[1])
    return setup, office


def masthead(series: Series) -> str:
    """Name of a series in red: of its page set-up, or of the office settings."""
    return named(series, office_settings.load(), load())


def named(series: Series, office: OfficeSettings, setup: PageSetup) -> str:
    """`masthead` with settings that need not be saved yet."""
    usual = {
        Series.INTERNAL_REFERENCE: office.internal_masthead,
        Series.EXTRA: label("bulletin.extra_masthead", masthead=office.internal_masthead),
        Series.CIRCULAR: office.circular_masthead,
        Series.DAILY: label("bulletin.daily_masthead"),
    }
    return setup.of(series).masthead or usual[series]


def plain(setup: PageSetup) -> dict[str, Any]:
    """The set-up as plain values that JSON and TOML can hold."""
    series = {one.value: asdict(setup.of(one)) for one in Series}
    return {"red": setup.red, "faces": dict(setup.faces), "series": series}


def read(values: Mapping[str, Any]) -> PageSetup:
    """A set-up from plain values; what is not there is as usual. Raises `BadSetupError`."""
    usual = PageSetup()
    _require_known(values, {one.name for one in fields(PageSetup)})
    named = values.get("series", {})
    _require_known(named, set(Series))
    series = {one: _series(usual.of(one), named.get(one.value, {})) for one in Series}
    faces = {str(role): str(file) for role, file in values.get("faces", {}).items()}
    return PageSetup(str(values.get("red", usual.red)), faces, series)


def names(setup: SeriesSetup, on: ReceiverList) -> str:
    """The receivers on one list as printed: parted by commas, ended by a stop; "" without any."""
    found = [one.name.rstrip("，。；") for one in setup.receivers if one.on == on]
    return f"{'，'.join(found)}。" if found else ""


def allotted(setup: SeriesSetup) -> tuple[Allotment, ...]:
    """Which numbers go to whom, in the order of the lists; those that are kept come last."""
    order = list(ReceiverList)
    made: list[Allotment] = []
    taken = 0
    for one in sorted(setup.receivers, key=lambda receiver: order.index(receiver.on)):
        if one.copies:
            made.append(Allotment(one.on, one.name, taken + 1, taken + one.copies))
            taken += one.copies
    if setup.kept and setup.receivers:
        made.append(Allotment(None, "", taken + 1, taken + setup.kept))
    return tuple(made)


def _series(usual: SeriesSetup, values: Mapping[str, Any]) -> SeriesSetup:
    _require_known(values, {one.name for one in fields(SeriesSetup)})
    given = dict(values)
    receivers = given.pop("receivers", ())
    for name, value in given.items():
        if type(value) is not type(getattr(usual, name)):
            raise BadSetupError(name=name)
    return replace(usual, **given, receivers=tuple(_receiver(one) for one in receivers))


def _receiver(values: Mapping[str, Any]) -> Receiver:
    _require_known(values, {one.name for one in fields(Receiver)})
    try:
        return Receiver(ReceiverList(values["on"]), str(values["name"]), int(values.get("copies", 1)))
    except (KeyError, ValueError, TypeError) as error:
        raise BadSetupError(name="receivers") from error


def _require_known(values: Any, known: Iterable[str]) -> None:
    if not isinstance(values, Mapping):
        raise BadSetupError(name=str(values))
    for name in values:
        if name not in set(known):
            raise BadSetupError(name=str(name))


def checked(setup: PageSetup) -> PageSetup:
    """The set-up as it is written; raises as `save` does where a part cannot be printed."""
    if not _COLOUR.fullmatch(setup.red):
        raise BadColourError(field="red", colour=setup.red)
    faces = {role: rows.clean_text("faces", file, _FILE) for role, file in setup.faces.items()}
    for role, file in faces.items():
        if role not in FACES or "/" in file or "\\" in file:
            raise BadFaceError(field="faces", role=role, file=file)
    series = {one: _clean_series(setup.of(one)) for one in Series}
    return PageSetup(setup.red.upper(), {role: file for role, file in faces.items() if file}, series)


def _clean_series(setup: SeriesSetup) -> SeriesSetup:
    if len(setup.receivers) > _MOST_RECEIVERS:
        raise TooManyReceiversError(field="receivers", most=_MOST_RECEIVERS)
    receivers = [
        replace(one, name=rows.required_text("receiver", one.name, _NAME)) for one in setup.receivers
    ]
    for name, copies in (*((one.name, one.copies) for one in receivers), ("", setup.kept)):
        if not 0 <= copies <= _MOST_COPIES:
            raise BadReceiverError(field="receivers", name=name, most=_MOST_COPIES)
    return replace(
        setup,
        masthead=rows.clean_text("masthead", setup.masthead, _MASTHEAD),
        classification=rows.clean_text("classification", setup.classification, _MASTHEAD),
        receivers=tuple(receivers),
    )


def _differences(before: PageSetup, after: PageSetup) -> dict[str, list[Any]]:
    """What changed, before and after, by name; a series by its own names."""
    old, new = _flat(before), _flat(after)
    return {name: [old[name], new[name]] for name in new if old[name] != new[name]}


def _flat(setup: PageSetup) -> dict[str, Any]:
    """Every part under a name of its own, lists as words that the record can be read in."""
    flat: dict[str, Any] = {
        "red": setup.red,
        "faces": [f"{role} {file}" for role, file in setup.faces.items()],
    }
    for series in Series:
        own = setup.of(series)
        values = {one.name: getattr(own, one.name) for one in fields(SeriesSetup)}
        values["receivers"] = [f"{label(f'print.{one.on}')}{one.name}×{one.copies}" for one in own.receivers]
        flat |= {f"{series}.{name}": value for name, value in values.items()}
    return flat
