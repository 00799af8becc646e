"""The banner over a file that corrects an earlier one: what would be replaced, and the choice."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from ui import format as shown
from ui.tablemodels.import_file import QueuedFile
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from xcdesk.importers.supersede import Dropped, Predecessor

_NAMED = 3
"""Most reports that the banner names."""

Answer = Callable[[bool], object]
"""Takes whether the file comes in the place of the earlier one."""


def banner_about(file: QueuedFile, answer: Answer) -> Banner | None:
    """What is to be said of the file that this one corrects; None where there is none."""
    decisions = file.decisions
    if decisions is None or decisions.earlier is None or file.batch is not None:
        return None
    earlier = decisions.earlier
    if not earlier.replaceable:
        return Banner("info", _title(earlier), _stands(earlier))
    title = {None: _title, True: _replaces, False: _beside}[decisions.replaces]
    ways = [_way(answer, replaces=to) for to in (True, False) if to != decisions.replaces]
    return Banner("info", title(earlier), _again(earlier), ways)


def _way(answer: Answer, *, replaces: bool) -> QPushButton:
    translate = QCoreApplication.translate
    words = (
        translate("imports", "Replace that file") if replaces else translate("imports", "Import beside it")
    )
    return button(words, None, Kind.NORMAL, partial(answer, replaces))


def _title(earlier: Predecessor) -> str:
    words = (
        QCoreApplication.translate("imports", "This is the corrected file of {day}")
        if earlier.sure
        else QCoreApplication.translate("imports", "This looks like the corrected file of {day}")
    )
    return words.format(day=shown.day(earlier.day))


def _replaces(earlier: Predecessor) -> str:
    words = QCoreApplication.translate("imports", "Comes in the place of the file of {day}")
    return words.format(day=shown.day(earlier.day))


def _beside(earlier: Predecessor) -> str:
    words = QCoreApplication.translate("imports", "Is imported beside the file of {day}")
    return words.format(day=shown.day(earlier.day))


def _stands(earlier: Predecessor) -> str:
    words = QCoreApplication.translate("imports", "“{file}”: what was taken of it stays as it is.")
    return words.format(file=earlier.file)


def _again(earlier: Predecessor) -> str:
    """What a replacement does to the reports of the earlier file."""
    translate = QCoreApplication.translate
    words = translate("imports", "“{file}”: {kept} of its reports are here again.")
    said = words.format(file=earlier.file, kept=earlier.kept)
    if earlier.dropped:
        words = translate("imports", " {count} are not; replacing moves them to the trash: {names}")
        said += words.format(count=len(earlier.dropped), names=_names(earlier.dropped))
    if earlier.edited:
        words = translate("imports", " {count} that somebody has edited since stay: {names}")
        said += words.format(count=len(earlier.edited), names=_names(earlier.edited))
    return said


def _names(items: Sequence[Dropped]) -> str:
    names = shown.listed(f"{one.outlet}“{one.title}”" for one in items[:_NAMED])
    return names + ("……" if len(items) > _NAMED else "。")
