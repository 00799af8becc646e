"""What the bulletins page says of itself: banners above the columns, and what stands where nothing is yet."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from ui.language import language
from ui.messages import text
from ui.pages.lacking import behind_lacking
from ui.pages.page import Page
from ui.theme.icons import Glyph
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.empty_state import EmptyState, nothing_found
from xcdesk.codes import COLLECTED, Series
from xcdesk.services.issuing import corrections, register
from xcdesk.services.issuing.bulletins import DraftRow
from xcdesk.services.targets.evidence_check import EvidenceCheck

translate = QCoreApplication.translate


def stale(page: Page) -> Banner:
    """The text is not the one that log and pieces give now."""
    update = _verb(page, translate("bulletins", "Update the figures"), "figures", Glyph.ARROW_CLOCKWISE)
    title = translate("bulletins", "The figures are not those of the log")
    told = translate(
        "bulletins", "The log or the contributions have changed since the text was put together."
    )
    return Banner("info", title, told, (update,))


def by_hand(page: Page) -> Banner:
    """The text was edited apart from its contents."""
    anew = _verb(page, translate("bulletins", "Rebuild from the contents"), "anew")
    told = translate(
        "bulletins", "Moves and new figures do not reach it. Rebuilding keeps the edited text as a version."
    )
    return Banner("info", translate("bulletins", "The text was edited by hand"), told, (anew,))


def lacking(page: Page, found: EvidenceCheck) -> Banner:
    """What a circular counts toward the quotas of the year without evidence."""
    behind = behind_lacking(found)
    show = partial(page.asked_for.emit, "coverage", behind)
    look = button(translate("bulletins", "Show them"), None, Kind.NORMAL, show)
    return Banner("info", translate("bulletins", "Evidence is missing"), behind.words, (look,))


def corrections_of(draft: DraftRow) -> list[tuple[str, int]]:
    """The issues that one corrects or is corrected by, in words, each with its id."""
    found = (
        ("register.corrects", corrections.corrected(draft.material)),
        ("register.corrected_by", corrections.correction(draft.material)),
    )
    return [
        (text(key, number=register.number_words(entry, language())), entry.bulletin.id)
        for key, entry in found
        if entry is not None and entry.bulletin is not None
    ]


def no_issue(page: Page, series: Series) -> EmptyState:
    """Nothing was started for this period."""
    way = _verb(page, translate("bulletins", "New issue"), "new_issue", Glyph.DOCUMENT_ADD)
    told = translate("bulletins", "Start it, include contributions, and see its pages at the right.")
    if series not in COLLECTED:
        told = translate("bulletins", "Start it: its tables are counted from the coverage log.")
    title = translate("bulletins", "Nothing for this period yet")
    return EmptyState(Glyph.NEWS, title, told, (way,))


def no_candidates(page: Page, query: str, clear: Callable[[], None], *, others: bool) -> EmptyState:
    """The tray shows nothing: for a query, on this shelf, or at all."""
    if query:
        return nothing_found(
            query, button(translate("bulletins", "Clear the filter"), None, Kind.NORMAL, clear)
        )
    if others:
        told = translate("bulletins", "Choose another shelf above to see what is used or was declined.")
        return EmptyState(Glyph.NOTE, translate("bulletins", "Nothing on this shelf"), told)
    way = _verb(page, translate("bulletins", "Receive a contribution…"), "receive", Glyph.NOTE)
    told = translate(
        "bulletins",
        "What outlets send in, and what you mark in the log, stands here until an issue takes it.",
    )
    return EmptyState(Glyph.NOTE, translate("bulletins", "No candidates"), told, (way,))


def _verb(page: Page, words: str, verb: str, glyph: Glyph | None = None) -> QPushButton:
    """A button that carries out a verb of the page."""
    return button(words, glyph, Kind.NORMAL, lambda: page.verbs.trigger(verb))
