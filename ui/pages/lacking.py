"""Counted placements without evidence, as one page asks the coverage page to show them."""

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from ui.pages.behind import Behind
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.targets.evidence_check import EvidenceCheck


def behind_lacking(found: EvidenceCheck) -> Behind:
    """The rows of what lacks evidence, from its first day on."""
    words = QCoreApplication.translate("evidence", "{count} counted toward a yearly quota, no evidence")
    count = shown.count(len(found.lacking), "pieces")
    first = min(one.day for one in found.lacking)
    chosen = ItemFilter(since=first, ids=tuple(one.item_id for one in found.lacking))
    return Behind(chosen, words.format(count=count))
