"""The list of today as a printout: everything that stands on the page Today, with room to tick off."""

from collections.abc import Sequence

from xcdesk import clock
from xcdesk.services.cases.words import number
from xcdesk.services.due.noted_calls import CallRow
from xcdesk.services.due.owed import SilentOutlet
from xcdesk.services.due.today import Today, today
from xcdesk.services.grid.matrix import CellState
from xcdesk.services.office import office_settings
from xcdesk.services.office.printed import label
from xcdesk.services.record.actor import Actor
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.services.targets.advert_weeks import AdvertWeek
from xcdesk.texts.documents import Block, BlockKind, Document

Cells = tuple[str, ...]


def today_list(actor: Actor) -> Printout:
    """What is to be done today, as ``actor`` sees it; a part with nothing says so in a line."""
    state = today(actor)
    day = state.day
    weekday = label(f"format.weekday.{day.isoweekday()}")
    when = label("print.day", year=day.year, month=day.month, day=day.day)
    blocks = [
        *_part(
            "silent", ("outlet", "state", "liaison", "call"), [_silent(one, state) for one in state.silent]
        ),
        *_part("owed", ("outlet", "done", "liaison", "call"), _owed(state)),
        *_part(
            "waiting",
            ("title", "step", "by", "needed"),
            [(row.title, row.step_name, row.submitter, _iso(row.needed_by)) for row in state.waiting],
        ),
        *_part(
            "cases",
            ("what", "who_leads", "due"),
            [(f"{number(row)} {row.title}", row.unit, f"{row.light.shape} {row.due}") for row in state.cases],
        ),
        *_part("returns", ("unit",), _missing(state)),
        *_part(
            "matters",
            ("what", "owner_due"),
            [(row.terms.title, f"{row.owner} {_iso(row.terms.due)}".strip()) for row in state.matters],
        ),
        *([] if state.adverts is None else _part("adverts", _ADVERT_HEADS, _adverts(state))),
    ]
    subtitle = label("today_list.subtitle", day=when, weekday=weekday, who=actor.name)
    issuer = office_settings.load().issuer
    return Printout(label("today_list.title"), subtitle, issuer, day, Document(tuple(blocks)))


_ADVERT_HEADS = ("outlet", "short", "liaison", "call")


def _adverts(state: Today) -> list[Cells]:
    return [
        (
            one.outlet.name,
            "；".join(map(_short, one.weeks)),
            _liaison(one.outlet),
            _call(state.advert_calls.get(one.outlet.id)),
        )
        for one in state.adverts or ()
    ]


def _short(week: AdvertWeek) -> str:
    number = week.monday.isocalendar().week
    return label("today_list.short", week=number, ran=week.ran, planned=week.planned)


def _part(name: str, columns: Sequence[str], rows: Sequence[Cells]) -> list[Block]:
    """A heading with its table, numbered and with a box to tick, or the one line that there is nothing."""
    title = label(f"today_list.{name}", count=len(rows))
    if not rows:
        return [Block(BlockKind.CAPTION, title), Block(BlockKind.RULE, label("today_list.nothing"))]
    heads = ("number", *columns, "done_box")
    table = [tuple(label(f"today_list.head.{head}") for head in heads)]
    table += [(str(number), *row, "□") for number, row in enumerate(rows, 1)]
    return [Block(BlockKind.CAPTION, title), Block(BlockKind.TABLE, rows=tuple(table))]


def _missing(state: Today) -> list[Cells]:
    """All of them in one row: they get one message."""
    names = [unit.name for unit in state.returns.missing]
    return [("、".join(names),)] if names else []


def _silent(one: SilentOutlet, state: Today) -> Cells:
    return (
        one.outlet.name,
        _cell_words(one),
        _liaison(one.outlet),
        _call(state.day_calls.get(one.outlet.id)),
    )


def _cell_words(one: SilentOutlet) -> str:
    if one.cell.state == CellState.NONE and one.cell.none is not None:
        return label("today_list.none", reason=one.cell.none.label)
    key = "late" if one.cell.late else "open"
    return label(f"today_list.{key}", time=one.outlet.deadline)


def _owed(state: Today) -> list[Cells]:
    return [
        (
            row.who,
            f"{row.done} / {row.minimum}",
            _liaison(row.outlet),
            _call(state.week_calls.get(row.outlet.id) if row.outlet is not None else None),
        )
        for row in state.contributions
    ]


def _liaison(outlet: OutletRow | None) -> str:
    person = outlet.liaison if outlet is not None else None
    return "" if person is None else f"{person.name} {person.phone}".strip()


def _call(call: CallRow | None) -> str:
    if call is None:
        return ""
    answer = label(f"call.answer.{call.answer.value}")
    return f"{clock.local(call.at):%H:%M} {answer} {call.note}".strip()


def _iso(day: object) -> str:
    return "" if day is None else str(day)
