"""Settings that all desks of the office share: names, mastheads, lists on printed matter."""

import json
from dataclasses import asdict, dataclass, fields, replace

from xcdesk.db.base import database
from xcdesk.models import Setting
from xcdesk.services import audit
from xcdesk.services.actor import Actor

_KEY = "office"


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


def load() -> OfficeSettings:
    """Settings as saved; defaults where nothing is."""
    row = Setting.get_or_none(Setting.key == _KEY)
    saved = json.loads(row.value) if row else {}
    known = {field.name for field in fields(OfficeSettings)}
    return replace(OfficeSettings(), **{key: value for key, value in saved.items() if key in known})


def save(actor: Actor, settings: OfficeSettings) -> None:
    """Write all settings, with their audit row."""
    value = json.dumps(asdict(settings), ensure_ascii=False, sort_keys=True)
    with database.atomic():
        row = Setting.get_or_none(Setting.key == _KEY)
        if row is None:
            Setting.create(key=_KEY, value=value)
        else:
            Setting.update(value=value, version=Setting.version + 1).where(Setting.id == row.id).execute()
        audit.record(actor, "office.settings_saved", "setting:office")
