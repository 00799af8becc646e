"""Sites that must carry the link to the topic page: what was seen there, and what wants looking at again."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from ui import format as shown
from ui.messages import text
from ui.pages.roster.listed import ListedView
from ui.pages.roster.view import matches
from ui.tablemodels.records import Column, Shown
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, State
from ui.widgets.buttons import Kind, button
from ui.widgets.chips import FilterChip, StateChip
from ui.widgets.detail_pane import Field, field_grid
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.layouts import Item, across, line
from xcdesk import clock
from xcdesk.codes import LinkState
from xcdesk.services.roster import links
from xcdesk.services.roster.links import LinkRow

translate = QCoreApplication.translate

_URL = 2
"""Place of the column that takes the room left over."""
_STATES = {LinkState.PRESENT: State.DONE, LinkState.MISSING: State.LATE, LinkState.UNCHECKED: State.NOT_YET}


class LinksView(ListedView[LinkRow]):
    """Sites in the order entered; chips narrow them to what is due or missing, or add those out of use."""

    help_topic = "roster#links"

    def __init__(self) -> None:
        super().__init__()
        self.only_due = FilterChip(self.tr("To check now"))
        self.only_missing = FilterChip(self.tr("Without the link"))
        self.retired = FilterChip(self.tr("Retired too"), Glyph.ARCHIVE)
        self.summary = label("", Role.CAPTION, "muted")
        chips = (self.only_due, self.only_missing, self.retired)
        self.put(self.tr("Sites"), _columns(), chips, (*chips, self.summary, None), stretch=_URL)

    @override
    def add_word(self) -> str:
        return self.tr("Add site")

    @override
    def read(self) -> Sequence[LinkRow]:
        return links.links(everyone=True)

    @override
    def count(self, everyone: Sequence[LinkRow]) -> None:
        counted = links.count(tuple(everyone), clock.today())
        self.only_due.set_count(counted.due)
        self.only_missing.set_count(counted.missing)
        self.retired.set_count(len(everyone) - counted.total)
        words = self.tr("{present} of {total} sites carry the link")
        self.summary.setText(words.format(present=counted.present, total=counted.total))

    @override
    def shows(self, row: LinkRow) -> bool:
        return (
            (row.active or self.retired.isChecked())
            and (row.is_due(clock.today()) or not self.only_due.isChecked())
            and (row.state == LinkState.MISSING or not self.only_missing.isChecked())
            and matches(self.query, (row.name, row.owner, row.url))
        )

    @override
    def nothing_yet(self) -> EmptyState:
        words = self.tr("Main sites of the city link to the topic page. Add each that must carry the link.")
        return self.empty(Glyph.CLIPBOARD_TASK, self.tr("No site is on the list"), words)

    @override
    def parts(self, row: LinkRow) -> Sequence[Item]:
        words = self.tr("Open in the browser…")
        way = button(words, None, Kind.LINK, lambda: self.asked.emit("site_open", None))
        state = _state(row)
        return (
            across(StateChip(state.state or State.NOT_YET, state.text), None),
            field_grid(_fields(row)),
            line(),
            across(way, None),
        )


def _columns() -> Sequence[Column[LinkRow]]:
    def due(row: LinkRow) -> Shown:
        if row.is_due(clock.today()):
            return Shown(translate("roster", "Check now"), State.SOON)
        return Shown("" if row.due_on is None or not row.active else shown.day(row.due_on))

    return (
        Column(translate("roster", "Site"), 170, lambda row: Shown(row.name)),
        Column(translate("roster", "Whose"), 140, lambda row: Shown(row.owner)),
        Column(translate("roster", "Address"), 220, lambda row: Shown(row.url)),
        Column(translate("roster", "Seen"), 116, _state),
        Column(
            translate("roster", "Checked on"),
            110,
            lambda row: Shown("" if row.checked_on is None else shown.day(row.checked_on)),
        ),
        Column(translate("roster", "By"), 100, lambda row: Shown(row.checked_by)),
        Column(translate("roster", "Next check"), 116, due),
    )


def _state(row: LinkRow) -> Shown:
    if not row.active:
        return Shown(translate("roster", "Retired"), State.NONE)
    return Shown(text(f"link_state.{row.state.value}"), _STATES[row.state])


def _fields(row: LinkRow) -> Sequence[Field]:
    checked = translate("roster", "never") if row.checked_on is None else shown.day(row.checked_on)
    captured = "" if row.captured_on is None else shown.day(row.captured_on)
    proof = "  ".join(filter(None, (row.evidence, captured)))
    every = translate("roster", "every {days} days").format(days=row.every_days)
    return (
        Field(translate("roster", "Whose"), row.owner or translate("roster", "another site")),
        Field(translate("roster", "Address"), row.url),
        Field(translate("roster", "Checked on"), f"{checked}  {row.checked_by}".strip()),
        Field(translate("roster", "Screenshot"), proof or translate("roster", "none")),
        Field(translate("roster", "Check"), every),
        *([Field(translate("roster", "Note"), row.note)] if row.note else []),
    )
