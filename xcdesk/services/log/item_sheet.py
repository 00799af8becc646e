"""One report on paper: every field, its evidence, and what became of it."""

from collections.abc import Iterator

from xcdesk import clock
from xcdesk.services.log import coverage_log, evidence
from xcdesk.services.log.coverage_log import ItemRow
from xcdesk.services.log.evidence import EvidenceRow
from xcdesk.services.office import office_settings
from xcdesk.services.office.printed import label, tier_label
from xcdesk.services.record import history
from xcdesk.services.record.history import HistoryEntry
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.texts.documents import Block, BlockKind, Document

Row = tuple[str, ...]


def item_sheet(item_id: int) -> Printout:
    """One report with its evidence and its history; raises `NotFoundError`."""
    row = coverage_log.item(item_id)
    files = evidence.of_item(item_id)
    blocks = [
        *_table("fields", _fields(row)),
        *_table("evidence", [_file(number, file) for number, file in enumerate(files, 1)]),
        *_table("history", [_act(entry) for entry in history.history(item_id)]),
    ]
    today = clock.today()
    day = label("print.day", year=today.year, month=today.month, day=today.day)
    subtitle = label("item_sheet.subtitle", id=row.id, day=day)
    issuer = office_settings.load().issuer
    return Printout(label("item_sheet.title"), subtitle, issuer, today, Document(tuple(blocks)))


_HEADS = {
    "fields": ("field", "value"),
    "evidence": ("number", "file", "captured", "source", "digest"),
    "history": ("at", "who", "act", "changes"),
}


def _table(name: str, rows: list[Row]) -> list[Block]:
    caption = Block(BlockKind.CAPTION, label(f"item_sheet.{name}"))
    if not rows:
        return [caption, Block(BlockKind.RULE, label("item_sheet.nothing"))]
    head = tuple(label(f"item_sheet.head_{column}") for column in _HEADS[name])
    return [caption, Block(BlockKind.TABLE, rows=(head, *rows))]


def _fields(row: ItemRow) -> list[Row]:
    return [(label(name), value) for name, value in _values(row) if value]


def _values(row: ItemRow) -> Iterator[tuple[str, str]]:
    yield "field.date", row.day.isoformat()
    yield "field.outlet", f"{row.outlet}（{tier_label(row.tier)}）"
    yield "field.title", row.title
    yield "field.form", row.form_label
    yield "field.theme", row.theme_label
    yield "field.unit", row.unit
    yield "field.programme", row.programme
    yield "field.slot", row.slot
    yield "field.author", row.author
    yield "field.url", row.url
    yield "field.note", row.note
    if row.group_size > 1:
        yield "item_sheet.group", label("item_sheet.group_size", count=row.group_size)
    logged = label("item_sheet.logged", who=row.logged_by, at=clock.local(row.logged_at))
    yield "item_sheet.logged_by", logged


def _file(number: int, file: EvidenceRow) -> Row:
    captured = file.captured_on.isoformat() if file.captured_on else ""
    return str(number), file.label, captured, file.source, file.sha256[:16]


def _act(entry: HistoryEntry) -> Row:
    return f"{clock.local(entry.at):%Y-%m-%d %H:%M}", entry.who, entry.words("zh"), entry.details("zh")
