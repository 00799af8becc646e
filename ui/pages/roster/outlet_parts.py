"""What the pane beside the roster says about one outlet: gaps, facts, programmes, spellings, history."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from ui import format as shown
from ui.messages import text
from ui.tablemodels.roster_columns import roster_state
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space, State
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.chips import StateChip
from ui.widgets.detail_pane import Field, field_grid
from ui.widgets.flow import Flow
from ui.widgets.labels import label, tip
from ui.widgets.layouts import Item, across, down, line
from xcdesk import clock
from xcdesk.services.roster.outlets import EVERY_DAY, OutletDetail
from xcdesk.services.roster.programmes import ProgrammeRow
from xcdesk.services.roster.publication import ExceptionRow
from xcdesk.services.roster.tenures import TenureRow

Ask = Callable[[str, object], object]
"""Asks the page for an act, by its name, on a thing."""

translate = QCoreApplication.translate
_WORKING_WEEK = "12345"
_MOST_EXCEPTIONS = 8
"""Stretches of days shown in the pane, the latest first."""


class OutletParts:
    """Makes the parts once for each choice; ``ask`` is told which of the small verbs was clicked."""

    def __init__(self, detail: OutletDetail, ask: Ask) -> None:
        self._detail = detail
        self._row = detail.outlet
        self._ask = ask
        self._today = clock.today()

    def items(self) -> Sequence[Item]:
        """Chips, banner, facts, history, programmes, spellings, one under the other."""
        chips = self._chips()
        return (
            *([across(*chips, None)] if chips else []),
            *self._banners(),
            field_grid(self._facts()),
            line(),
            *self._history(),
            line(),
            *self._exceptions(),
            line(),
            *self._programmes(),
            line(),
            *self._spellings(),
        )

    def _chips(self) -> Sequence[StateChip]:
        state = roster_state(self._row)
        chips = [] if state.state is None else [StateChip(state.state, state.text)]
        if self._row.has_column:
            chips.append(StateChip(State.DONE, translate("roster", "Column open")))
        return chips

    def _banners(self) -> Sequence[Banner]:
        found = []
        if self._row.gaps:
            title = translate("roster", ", ").join(text(f"gap.{gap.value}") for gap in self._row.gaps)
            words = translate(
                "roster", "Each municipal outlet names a leader and a liaison, and opens a column."
            )
            found.append(Banner("warn", title, words))
        if self._row.check_is_due(self._today):
            words = translate("roster", "Check once a quarter: make a call, then press F8.")
            found.append(Banner("warn", self._age(), words))
        return found

    def _age(self) -> str:
        checked = self._row.verified_on
        if checked is None:
            return translate("roster", "The contacts were never checked")
        words = translate("roster", "The contacts were not checked for {days} days")
        return words.format(days=(self._today - checked).days)

    def _facts(self) -> Sequence[Field]:
        row = self._row
        kind, tier = text(f"outlet_kind.{row.kind.value}"), text(f"tier.{row.tier.value}")
        checked = shown.day(row.verified_on) if row.verified_on else translate("roster", "never")
        return (
            Field(translate("roster", "Kind"), f"{kind} · {tier}"),
            Field(translate("roster", "Leader"), _holder(row.leader)),
            Field(translate("roster", "Liaison"), _holder(row.liaison)),
            Field(translate("roster", "Publication days"), publication_days(row.publication_days)),
            Field(translate("roster", "Deadline"), row.deadline or translate("roster", "none")),
            Field(translate("roster", "Verified on"), checked),
            *([Field(translate("roster", "Note"), row.note)] if row.note else []),
        )

    def _programmes(self) -> Sequence[Item]:
        found: list[Item] = [self._heading(translate("roster", "Programmes"), "programme_new")]
        found += [self._programme(row) for row in self._detail.programmes]
        if not self._detail.programmes:
            found.append(label(translate("roster", "No programme yet."), Role.CAPTION, "muted"))
        return found

    def _programme(self, row: ProgrammeRow) -> Item:
        edit = self._small(translate("roster", "Edit"), "programme_edit", row)
        edit.setAccessibleName(translate("roster", "Edit {name}").format(name=row.name))
        ways = [edit]
        if row.closed_on is None:
            close = self._small(translate("roster", "Close"), "programme_close", row)
            close.setAccessibleName(translate("roster", "Close {name}").format(name=row.name))
            ways.append(close)
        return _with_ways(row.name, _programme_days(row, self._today), ways)

    def _spellings(self) -> Sequence[Item]:
        found: list[Item] = [self._heading(translate("roster", "Spellings in returns"), "spelling_new")]
        others = [word for word in self._detail.spellings if word != self._row.name]
        return [*found, spelling_chips(others, self._ask)]

    def _history(self) -> Sequence[Item]:
        words = translate(
            "roster", "A change leaves old records as they are: each report keeps the names of its day."
        )
        found: list[Item] = [
            self._heading(translate("roster", "Tenures"), "tenures", translate("roster", "All…")),
            label(words, Role.CAPTION, "muted", wrap=True),
        ]
        found += [self._tenure(row) for row in self._detail.tenures]
        if not self._detail.tenures:
            found.append(label(translate("roster", "Nobody was named yet."), Role.CAPTION, "muted"))
        return found

    def _tenure(self, row: TenureRow) -> Item:
        correct = self._small(translate("roster", "Correct"), "person_edit", row)
        correct.setAccessibleName(translate("roster", "Correct {name}").format(name=row.name))
        ways = [correct]
        if row.until is None:
            leave = self._small(translate("roster", "Leaves"), "person_leave", row)
            leave.setAccessibleName(translate("roster", "{name} leaves").format(name=row.name))
            ways.append(leave)
        role = text(f"contact_role.{row.role.value}")
        return _with_ways(f"{role}  {row.name}", _span(row.since, row.until), ways)

    def _exceptions(self) -> Sequence[Item]:
        found: list[Item] = [self._heading(translate("roster", "Days off and extra issues"), "exception_new")]
        found += [self._exception(row) for row in self._row.exceptions[:_MOST_EXCEPTIONS]]
        if not self._row.exceptions:
            found.append(
                label(translate("roster", "The weekdays hold without exception."), Role.CAPTION, "muted")
            )
        return found

    def _exception(self, row: ExceptionRow) -> Item:
        days = shown.day(row.since) if row.since == row.until else _span(row.since, row.until)
        sort = translate("roster", "extra issue") if row.publishes else translate("roster", "no issue")
        edit = self._small(translate("roster", "Edit"), "exception_edit", row)
        edit.setAccessibleName(translate("roster", "Edit {name}").format(name=days))
        remove = self._small(translate("roster", "Remove"), "exception_remove", row)
        remove.setAccessibleName(translate("roster", "Remove {name}").format(name=days))
        note = " · ".join(filter(None, (sort, row.note)))
        return _with_ways(days, note, (edit, remove))

    def _heading(self, words: str, verb: str, way: str = "") -> Item:
        add = self._small(way or translate("roster", "Add"), verb, None)
        add.setAccessibleName(translate("roster", "Add: {what}").format(what=words))
        return across(label(words, Role.HEADING), None, add)

    def _small(self, words: str, name: str, thing: object) -> QPushButton:
        return button(words, None, Kind.LINK, lambda: self._ask(name, thing))


def spelling_chips(spellings: Sequence[str], ask: Ask) -> Item:
    """Spellings in rows; a click on one asks to take it away, which can be undone."""
    if not spellings:
        words = translate("roster", "Only the name itself is known so far.")
        return label(words, Role.CAPTION, "muted", wrap=True)
    return Flow([_spelling(word, ask) for word in spellings])


def publication_days(days: str) -> str:
    """Weekdays on which something is due, in words."""
    if days == EVERY_DAY:
        return translate("roster", "Every day")
    if days == _WORKING_WEEK:
        return translate("roster", "Monday to Friday")
    if not days:
        return translate("roster", "none")
    return translate("roster", ", ").join(shown.weekday_of(int(number)) for number in days)


def _spelling(word: str, ask: Ask) -> QPushButton:
    made = button(word, Glyph.DISMISS, Kind.CHIP, lambda: ask("spelling_forget", word))
    words = translate("roster", "Remove the spelling “{spelling}”").format(spelling=word)
    made.setAccessibleName(words)
    made.setToolTip(tip(words))
    return made


def _with_ways(title: str, below: str, ways: Sequence[QPushButton]) -> Item:
    """A thing with what is to be known of it under its name, and its small verbs beside."""
    words = down(label(title, wrap=True), label(below, Role.CAPTION, "muted", wrap=True), gap=0)
    item = across(words, *ways, gap=Space.XS)
    item.setStretch(0, 1)
    return item


def _holder(row: TenureRow | None) -> str:
    if row is None:
        return translate("roster", "nobody")
    who = "  ".join(part for part in (row.name, row.post) if part)
    return f"{who}\n{row.phone}" if row.phone else who


def _span(since: dt.date | None, until: dt.date | None) -> str:
    if since is not None and until is not None:
        return shown.span(since, until)
    if since is not None:
        return translate("roster", "since {since}").format(since=shown.day(since))
    if until is not None:
        return translate("roster", "until {until}").format(until=shown.day(until))
    return translate("roster", "days not recorded")


def _programme_days(row: ProgrammeRow, today: dt.date) -> str:
    kind = [translate("roster", "campaign column")] if row.is_column else []
    if row.closed_on is not None:
        words = translate("roster", "closed on {day}").format(day=shown.day(row.closed_on))
    elif row.opened_on is not None:
        words = translate("roster", "open since {day}").format(day=shown.day(row.opened_on))
        if row.opened_on > today:
            words = translate("roster", "opens on {day}").format(day=shown.day(row.opened_on))
    else:
        words = translate("roster", "not opened yet") if row.is_column else translate("roster", "running")
    return " · ".join([*kind, words, *([row.note] if row.note else [])])
