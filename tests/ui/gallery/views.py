"""Every state of the tabs that is worth a look: where somebody goes, and what he does there."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from ui.main_window import MainWindow
from ui.pages.approvals.text_panel import CHANGES, RECORD, VERSIONS, WAYS
from ui.pages.coverage.page import LOG, MATRIX
from ui.pages.followup.views import BOARD, LEDGER, TABLE, WALL
from ui.pages.roster.quotas import VERSIONS as ALL_QUOTAS
from ui.pages.roster.quotas import WEEKS
from ui.pages.today.page import CHARTS, LIST, PACE
from ui.widgets.period_picker import MONTH, WEEK, YEAR
from ui.widgets.segmented import Segmented
from xcdesk.codes import Series


@dataclass(frozen=True, slots=True)
class View:
    """A tab after somebody went to ``target``, pressed ``segments`` and carried out ``verbs``, in turn."""

    page: str
    target: object = None
    segments: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()


VIEWS: Mapping[str, View] = {
    "today": View("today", LIST),
    "today-pace": View("today", PACE),
    "today-charts": View("today", CHARTS),
    "roster": View("roster", "outlets"),
    "roster-programmes": View("roster", "programmes"),
    "roster-units": View("roster", "units"),
    "roster-lists": View("roster", "terms"),
    "roster-links": View("roster", "links"),
    "roster-quotas": View("roster", "quotas"),
    "roster-quotas-all": View("roster", "quotas", (ALL_QUOTAS,)),
    "roster-quotas-weeks": View("roster", "quotas", (WEEKS,)),
    "coverage": View("coverage", None, (MATRIX, MONTH)),
    "coverage-week": View("coverage", None, (MATRIX, WEEK)),
    "coverage-year": View("coverage", None, (MATRIX, YEAR)),
    "coverage-quick": View("coverage", None, (MATRIX, MONTH), ("quick",)),
    "coverage-log": View("coverage", None, (LOG,)),
    "coverage-log-filter": View("coverage", None, (LOG,), ("log_filter",)),
    "coverage-log-detail": View("coverage", None, (LOG,), ("log_filter", "log_detail")),
    "trackers-adverts": View("coverage", ("adverts",)),
    "trackers-manuscripts": View("coverage", ("manuscripts",)),
    "trackers-rates": View("coverage", ("rates",)),
    "trackers-activities": View("coverage", ("activities",)),
    "approvals": View("approvals"),
    "approvals-changes": View("approvals", None, (CHANGES,)),
    "approvals-versions": View("approvals", None, (VERSIONS,)),
    "approvals-record": View("approvals", None, (RECORD,)),
    "approvals-ways": View("approvals", None, (WAYS,)),
    "followup-board": View("followup", BOARD),
    "followup-table": View("followup", TABLE),
    "followup-wall": View("followup", WALL),
    "followup-ledger": View("followup", LEDGER),
    "bulletins-reference": View("bulletins", None, (Series.INTERNAL_REFERENCE,)),
    "bulletins-extra": View("bulletins", None, (Series.EXTRA,)),
    "bulletins-circular": View("bulletins", None, (Series.CIRCULAR,)),
    "bulletins-daily": View("bulletins", None, (Series.DAILY,)),
}


def show(window: MainWindow, view: View) -> None:
    """Bring a tab to the front in a state."""
    window.show_page(view.page)
    page = window.page()
    if view.target is not None:
        page.open(view.target)
    for key in view.segments:
        for segmented in page.findChildren(Segmented):
            if segmented.isVisible():
                with suppress(KeyError):
                    segmented.choose(key)
    for verb in view.verbs:
        page.verbs.trigger(verb)
