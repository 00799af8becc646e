"""What there is to say about a case: how it stands, what can be done now, what was said and done."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from ui.dialogs.case_act import action_word, capital
from ui.messages import sentence, text
from ui.pages.followup.verbs import FORWARD, verb_id
from ui.tablemodels.cases import LIGHTS, light_word, number, state_mark, state_word
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, State
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.chips import StateChip
from ui.widgets.detail_pane import Field, field_grid
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.layouts import Item, across, down, line
from xcdesk import clock
from xcdesk.codes import CaseKind, CaseSheet, CaseState
from xcdesk.services.cases import (
    Action,
    CaseDetail,
    CaseRow,
    EventRow,
    FileRow,
    LinkRow,
    Private,
)
from xcdesk.services.office import workdays

translate = QCoreApplication.translate
_MOST_OFFERED = 4
_EXPECTED = {
    CaseState.REGISTERED: Action.FILE,
    CaseState.FILED: Action.DISPATCH,
    CaseState.DISPATCHED: Action.ACCEPT,
    CaseState.ACCEPTED: Action.ANSWER,
    CaseState.WORKING: Action.ANSWER,
    CaseState.REOPENED: Action.ANSWER,
    CaseState.ANSWERED: Action.PASS,
    CaseState.VERIFYING: Action.CLOSE,
}
"""The act that each state waits for; where this person cannot do it, the detail says why."""


@dataclass(frozen=True, slots=True)
class DetailHands:
    """What the page does when something in the detail is asked for."""

    trigger: Callable[[str], object]
    save_file: Callable[[FileRow], object]
    open_report: Callable[[LinkRow], object]
    open_case: Callable[[int], object]
    open_text: Callable[[int], object]
    show_sheet: Callable[[EventRow], object]


def parts(seen: CaseDetail, hands: DetailHands) -> Sequence[Item]:
    """Everything, in the order in which it is read."""
    row = seen.row
    return (
        _chips(row),
        *_doings(seen, hands),
        line(),
        field_grid([Field(name, value) for name, value in _fields(seen) if value]),
        *_texts(seen),
        *_published(row, hands),
        *_files(seen, hands),
        *_links(seen, hands),
        *_merged(seen, hands),
        line(),
        label(translate("cases", "What happened"), Role.HEADING),
        *(_event(event, hands) for event in reversed(seen.events)),
    )


def _chips(row: CaseRow) -> Flow:
    chips = [
        StateChip(state_mark(row.state), state_word(row.state)),
        StateChip(LIGHTS[row.light], light_word(row)),
    ]
    if row.important:
        chips.append(StateChip(State.SOON, translate("cases", "Important")))
    if row.private != Private.NONE:
        chips.append(StateChip(State.NONE, text(f"case.private.{row.private.value}")))
    return Flow(chips)


def _doings(seen: CaseDetail, hands: DetailHands) -> Iterator[Item]:
    """What this person can do now to bring it on, or why not."""
    able = [each for each in FORWARD if seen.refusal(each) is None][:_MOST_OFFERED]
    if able:
        yield Flow(
            [
                button(
                    action_word(each),
                    None,
                    Kind.PRIMARY if at == 0 else Kind.NORMAL,
                    partial(hands.trigger, verb_id(each)),
                )
                for at, each in enumerate(able)
            ]
        )
    expected = _EXPECTED.get(seen.row.state)
    refused = seen.refusal(expected) if expected is not None else None
    if expected is not None and refused is not None:
        title = translate("cases", "Why not “{action}”?").format(action=action_word(expected))
        yield Banner("warn", title, sentence(refused))
    if seen.row.private == Private.KEPT and seen.refusal(Action.UNMASK) is None:
        words = translate("cases", "Show private details…")
        yield across(button(words, None, Kind.LINK, lambda: hands.trigger("case_unmask")), None)


def _fields(seen: CaseDetail) -> Iterator[tuple[str, str]]:
    row = seen.row
    yield translate("cases", "Number"), number(row)
    kind, source = text(f"case.kind.{row.kind.value}"), text(f"case.source.{row.source.value}")
    yield translate("cases", "Kind"), capital(f"{kind} · {source}")
    yield translate("cases", "Unit"), row.unit
    yield translate("cases", "Helped by"), shown.listed(seen.helpers)
    yield translate("cases", "Received on"), shown.day(row.received_on)
    yield translate("cases", "Dispatched on"), shown.day(row.dispatched_on) if row.dispatched_on else ""
    yield translate("cases", "Due on"), _due(row)
    yield translate("cases", "Signed for by"), _received(row)
    yield translate("cases", "Counts"), _counts(row)
    yield translate("cases", "Result"), capital(text(f"case.result.{row.result.value}")) if row.result else ""
    yield translate("cases", "Answered on"), shown.day(row.answered_on) if row.answered_on else ""
    yield translate("cases", "Call-back"), _called(row)
    yield translate("cases", "Closed on"), _closed(row)
    if row.kind == CaseKind.COMMITMENT:
        yield translate("cases", "Promised until"), shown.day(row.promised_on) if row.promised_on else ""
        interviewed = shown.day(row.interviewed_on) if row.interviewed_on else translate("cases", "not yet")
        yield translate("cases", "Interviewed"), interviewed


def _due(row: CaseRow) -> str:
    if row.due is None:
        return ""
    words = [shown.day(row.due)]
    today = clock.today()
    if row.closed_on is None and today <= row.due:
        left = shown.count(workdays.load().left(today, row.due), "working_days")
        words.append(translate("cases", "{left} left").format(left=left))
    if row.original_due is not None and row.original_due != row.due:
        words.append(translate("cases", "at first {day}").format(day=shown.day(row.original_due)))
    if row.asked_due is not None:
        words.append(translate("cases", "asked for {day}").format(day=shown.day(row.asked_due)))
    return " · ".join(words)


def _received(row: CaseRow) -> str:
    day = shown.day(row.accepted_on) if row.accepted_on else ""
    return " ".join(filter(None, (row.receiver, day)))


def _counts(row: CaseRow) -> str:
    said = (
        (translate("cases", "round {count}"), row.round if row.round > 1 else 0),
        (translate("cases", "extended {count}"), row.extensions),
        (translate("cases", "returned {count}"), row.returns),
        (translate("cases", "reopened {count}"), row.reopened),
    )
    words = [word.format(count=count) for word, count in said if count]
    if row.notice is not None:
        words.append(text(f"case.level.{row.notice.value}"))
    return " · ".join(words)


def _called(row: CaseRow) -> str:
    if row.called_back is None:
        return ""
    said = text(f"case.said.{row.called_back.value}")
    return translate("cases", "{said}, call {count}").format(said=said, count=row.attempts)


def _closed(row: CaseRow) -> str:
    if row.closed_on is None:
        return ""
    late = ""
    if row.late_days:
        late = translate("cases", "{days} late").format(days=shown.count(row.late_days, "working_days"))
    return " · ".join(filter(None, (shown.day(row.closed_on), late)))


def _texts(seen: CaseDetail) -> Iterator[Item]:
    for name, words in (
        (translate("cases", "Promise, word for word"), seen.row.promise),
        (translate("cases", "What it is about"), seen.body),
        (translate("cases", "Answer"), seen.answer),
        (translate("cases", "The unit's reply"), seen.reply),
    ):
        if words:
            yield label(name, Role.CAPTION, "muted")
            yield label(words, wrap=True)


def _published(row: CaseRow, hands: DetailHands) -> Iterator[Item]:
    if row.published is not None:
        words = translate("cases", "Made public: open the text")
        yield across(button(words, Glyph.NEWS, Kind.LINK, partial(hands.open_text, row.published)), None)


def _files(seen: CaseDetail, hands: DetailHands) -> Iterator[Item]:
    if seen.files:
        yield label(translate("cases", "Evidence"), Role.HEADING)
    for file in seen.files:
        yield _opening(file.label, translate("cases", "Save…"), partial(hands.save_file, file))


def _links(seen: CaseDetail, hands: DetailHands) -> Iterator[Item]:
    if seen.links:
        yield label(translate("cases", "Coverage that followed"), Role.HEADING)
    for link in seen.links:
        words = f"{shown.day(link.day)} {link.outlet} {link.title}"
        yield _opening(words, translate("cases", "Open"), partial(hands.open_report, link))


def _merged(seen: CaseDetail, hands: DetailHands) -> Iterator[Item]:
    others = [*seen.merged, *([seen.row.merged_into] if seen.row.merged_into else [])]
    for other in others:
        words = translate("cases", "Open the case it became part of")
        if other in seen.merged:
            words = translate("cases", "Open the case that became part of it")
        yield across(button(words, None, Kind.LINK, partial(hands.open_case, other)), None)


def _event(event: EventRow, hands: DetailHands) -> Item:
    """One entry: when, who, what; what was said; the sheet that belongs to it."""
    moved = f" → {state_word(event.to_state)}" if event.from_state != event.to_state else ""
    act = capital(text(f"case.action.{event.action}"))
    head = label(f"{act}{moved}", bold=True, wrap=True)
    who = label(f"{shown.instant(event.at)}  {event.who}", Role.CAPTION, "muted", wrap=True)
    said = [label(words, Role.CAPTION, "second", wrap=True) for words in _said(event)]
    sheet: list[Item] = []
    if event.sheet is not None:
        sheet = [across(button(sheet_name(event), None, Kind.LINK, lambda: hands.show_sheet(event)), None)]
    return down(head, who, *said, *sheet, gap=1)


def _said(event: EventRow) -> Iterator[str]:
    for area in ("result", "level", "said"):
        key = f"case.{area}.{event.detail}"
        if event.action in _DETAILS[area]:
            yield text(key)
    if event.concerning and event.action not in {Action.EDIT}:
        yield event.concerning
    if event.words:
        yield event.words


_DETAILS = {
    "result": frozenset((Action.ANSWER,)),
    "level": frozenset((Action.NOTICE,)),
    "said": frozenset((Action.CALL_BACK,)),
}
"""Acts whose detail is a code of an area of words."""


def sheet_name(event: EventRow) -> str:
    """Name and number of the sheet of an act."""
    key = f"case.level.{event.detail}" if event.sheet == CaseSheet.NOTICE else f"case_paper.{event.sheet}"
    named = {"name": capital(text(key)), "year": event.sheet_year, "number": event.sheet_number}
    return text("case_paper.cited", **named)


def _opening(words: str, verb: str, run: Callable[[], object]) -> Item:
    """A line of words with what opens it."""
    opened = button(verb, None, Kind.LINK, run)
    opened.setAccessibleName(f"{verb}：{words}")
    row = across(label(words, wrap=True), opened)
    row.setStretch(0, 1)
    return row
