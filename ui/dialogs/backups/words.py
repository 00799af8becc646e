"""How backups are told of in the windows: their columns, and in a few sentences whether the data are safe."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from ui.language import language
from ui.messages import text
from ui.tablemodels.records import Column, Shown
from ui.theme.tokens import State
from xcdesk import store
from xcdesk.services.backups import listing
from xcdesk.services.backups.listing import KeptBackup, Place, Standing

_MEGABYTE = 1_000_000
_OUTSIDE_STALE = 7
"""Days after which a copy outside no longer counts as fresh."""


def columns() -> Sequence[Column[KeptBackup]]:
    """When, for which act, how large, whether it can be relied on, and where it lies."""
    translate = QCoreApplication.translate
    return (
        Column(translate("BackupsDialog", "Taken"), 190, lambda row: Shown(shown.instant(row.at))),
        Column(translate("BackupsDialog", "For"), 190, _reason),
        Column(translate("BackupsDialog", "Rows"), 76, lambda row: Shown(f"{row.rows:,}"), figures=True),
        Column(translate("BackupsDialog", "Size"), 84, lambda row: Shown(size(row.size)), figures=True),
        Column(translate("BackupsDialog", "Check"), 140, _check),
        Column(translate("BackupsDialog", "Where"), 212, _where),
        Column(translate("BackupsDialog", "File"), 220, lambda row: Shown(row.path.name)),
    )


def size(number: int) -> str:
    """``12.3 MB``."""
    return f"{number / _MEGABYTE:,.1f} MB"


def _reason(row: KeptBackup) -> Shown:
    return Shown(listing.reason_words(row.reason, language()))


def _check(row: KeptBackup) -> Shown:
    translate = QCoreApplication.translate
    if not row.ours:
        return Shown(translate("BackupsDialog", "Of another office"), State.NOT_DUE)
    if row.keyed:
        return Shown(translate("BackupsDialog", "Passed, encrypted"), State.DONE)
    return Shown(translate("BackupsDialog", "Passed"), State.DONE)


def _where(row: KeptBackup) -> Shown:
    translate = QCoreApplication.translate
    if row.place is Place.OUTSIDE:
        return Shown(translate("BackupsDialog", "Second folder"))
    if row.also_outside:
        return Shown(translate("BackupsDialog", "Here and in the second folder"))
    return Shown(translate("BackupsDialog", "Here"))


def outside_state(now: Standing) -> State:
    """Whether the copies outside are as fresh as they should be."""
    if now.outside is None or now.outside_days is None:
        return State.SOON
    return State.DONE if now.outside_days < _OUTSIDE_STALE else State.LATE


def outside_words(now: Standing) -> str:
    """``第二位置：9 天前复制过``, or that there is none."""
    translate = QCoreApplication.translate
    if now.outside is None:
        return translate("backups", "No second folder: one fault of this disk would take data and backups")
    if now.outside_days is None:
        return translate("backups", "Nothing has been copied outside yet")
    if now.outside_days == 0:
        return translate("backups", "Copied outside today")
    return translate("backups", "Last outside copy {days} days ago").format(days=now.outside_days)


def failure_words(now: Standing) -> str:
    """That the last try failed, for which act and when; "" when it went through."""
    failed = now.memory.failed_at
    if failed is None:
        return ""
    words = QCoreApplication.translate("backups", "The last backup ({act}, {when}) failed")
    reason = listing.reason_words(now.memory.failed_reason, language())
    return words.format(act=reason, when=shown.instant(failed))


def failure_help(now: Standing) -> str:
    """What can be done about it."""
    return text("backup.failed", folder=now.folder)


def when_taken() -> str:
    """When backups are taken by themselves, in a sentence."""
    translate = QCoreApplication.translate
    if store.where().path is None:
        return translate(
            "backups", "An administrator's desk takes one of the server's data every four hours of work."
        )
    return translate(
        "backups",
        "One is taken every half hour of work, before large changes, and when the window is closed.",
    )


def lines(now: Standing, *, here_alone: bool = False) -> Iterator[str]:
    """Everything worth knowing above the list; ``here_alone`` does not ask the second folder anything."""
    translate = QCoreApplication.translate
    if now.by and now.last is not None:
        said = translate("backups", "Last backup of the server's data: {when}, {who}.")
        yield said.format(when=shown.instant(now.last), who=now.by)
    if store.where().path is None and not now.here:
        return
    yield translate("backups", "Folder: {folder}").format(folder=now.folder)
    if now.outside is not None:
        said = translate("backups", "Second folder: {folder}. {age}.")
        if not here_alone and not now.outside_there:
            said = translate("backups", "Second folder: {folder}, not there now. {age}.")
        yield said.format(folder=now.outside, age=outside_words(now))
    else:
        yield outside_words(now)
    if not here_alone and now.same_disk:
        yield translate("backups", "The second folder lies on the disk of the data: take a stick or a share.")
    yield _rehearsed(now)


def _rehearsed(now: Standing) -> str:
    translate = QCoreApplication.translate
    at, rows = now.memory.rehearsed_at, now.memory.rehearsed_rows
    if at is None:
        return translate("backups", "No backup has been restored for practice yet.")
    if not now.memory.rehearsed_ok:
        words = translate("backups", "The rehearsal of {when} failed: that backup is no longer whole.")
        return words.format(when=shown.instant(at))
    words = translate("backups", "Rehearsed {when}: {rows} came back whole.")
    return words.format(when=shown.instant(at), rows=shown.count(rows, "rows"))
