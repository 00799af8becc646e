"""Settings that all desks of the office share: names, mastheads, lists on printed matter."""

from dataclasses import asdict, dataclass, replace

from xcdesk.db.base import database
from xcdesk.errors import DeskError
from xcdesk.services.record import audit, rows, setting_rows
from xcdesk.services.record.actor import Actor

_KEY = "office"
_NAME, _MASTHEAD, _LIST = 80, 40, 500
"""Most characters of a name, of a line of a masthead, and of a distribution list."""
_SHORTEST_DAYS, _LONGEST_DAYS = 7, 3650
"""Days for which the trash is kept at least and at most, unless it is kept for ever."""


_LONGEST_IDLE = 240
"""Minutes after which the window is locked at most, unless it never is."""


class BadLockMinutesError(DeskError):
    """The window is locked after some minutes, or never; fact ``most``."""

    code = "user.bad_lock_minutes"


class BadTrashDaysError(DeskError):
    """The trash is kept for some days, or for ever; facts ``least`` and ``most``."""

    code = "trash.bad_days"


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """What the office prints about itself.

    Attributes:
        name: the office, as in the status bar.
        issuer: issuing body under a masthead.
        internal_masthead, circular_masthead: names of the two bulletins.
        classification: line at the upper left of the internal reference.
        imprint: printing office of the record block.
        report_to, send_to, issue_to: distribution list 报、送、发.
        copies: print run.
        exact_pitch: lines 29.61 pt apart (22 fill the type area); otherwise 28.95 as Word users set it.
        trash_days: how long what was removed can be put back; 0 keeps it for ever.
        lock_minutes: after so many minutes without a touch the window of a person with a password is locked;
            0 never.
    """

    name: str = "执行力提升年活动领导小组办公室"
    issuer: str = "市执行力提升年活动领导小组办公室"
    internal_masthead: str = "内部参考"
    circular_masthead: str = "宣传情况通报"
    classification: str = "内部资料　注意保存"
    imprint: str = "市执行力提升年活动领导小组办公室"
    report_to: str = "市委、市人大、市政府、市政协领导同志，市执行力提升年活动领导小组成员。"
    send_to: str = "市直有关单位，各县（市、区）党委、政府，各市级新闻单位。"
    issue_to: str = "各乡镇（街道），各活动联络员。"
    copies: int = 160
    exact_pitch: bool = True
    trash_days: int = 30
    lock_minutes: int = 15


def load() -> OfficeSettings:
    """Settings as saved; defaults where nothing is."""
    return setting_rows.known(OfficeSettings(), setting_rows.read(_KEY))


def is_told() -> bool:
    """Whether somebody has saved settings, and with them the name of the office."""
    return bool(setting_rows.read(_KEY))


def save(actor: Actor, settings: OfficeSettings, over: OfficeSettings | None = None) -> OfficeSettings:
    """Write all settings, with their audit row, and return them as written.

    Args:
        actor: who saves them.
        settings: what is to be written.
        over: what they must still be; None overwrites whatever they are.

    Raises:
        StaleRowError: somebody has saved others meanwhile; nothing was written.
        MissingTextError: the office, its issuing body or a masthead would have no name.
        BadLockMinutesError: the window would be locked after too many minutes.
        BadTrashDaysError: the trash would be kept for too few days, or too many.
        BadTextError: a text is too long, or holds what no document can.
    """
    written = _clean(settings)
    with database.atomic():
        setting_rows.require_same(_KEY, load(), over)
        setting_rows.write(_KEY, asdict(written))
        audit.record(actor, "office.settings_saved", "setting:office")
    return written


def _clean(settings: OfficeSettings) -> OfficeSettings:
    required, clean = rows.required_text, rows.clean_text
    return replace(
        settings,
        name=required("office_name", settings.name, _NAME),
        issuer=required("issuer", settings.issuer, _NAME),
        internal_masthead=required("internal_masthead", settings.internal_masthead, _MASTHEAD),
        circular_masthead=required("circular_masthead", settings.circular_masthead, _MASTHEAD),
        classification=clean("classification", settings.classification, _MASTHEAD),
        imprint=clean("imprint", settings.imprint, _NAME),
        report_to=clean("report_to", settings.report_to, _LIST),
        send_to=clean("send_to", settings.send_to, _LIST),
        issue_to=clean("issue_to", settings.issue_to, _LIST),
        trash_days=_days(settings.trash_days),
        lock_minutes=_minutes(settings.lock_minutes),
    )


def _days(days: int) -> int:
    if days and not _SHORTEST_DAYS <= days <= _LONGEST_DAYS:
        raise BadTrashDaysError(field="trash_days", least=_SHORTEST_DAYS, most=_LONGEST_DAYS)
    return days


def _minutes(minutes: int) -> int:
    if not 0 <= minutes <= _LONGEST_IDLE:
        raise BadLockMinutesError(field="lock_minutes", most=_LONGEST_IDLE)
    return minutes
