"""What the old ledgers say and what is counted now, as a list to print."""

from xcdesk import clock
from xcdesk.importers.move_over import Meaning, SheetFound, Survey
from xcdesk.services.office import office_settings
from xcdesk.services.office.printed import Period, label
from xcdesk.services.roster.roster_prints import Printout
from xcdesk.texts.documents import Block, BlockKind, Document

_HEADS = ("file", "sheet", "meaning", "rows", "stated", "counted", "lacking", "differing", "wrong")
_FIGURES = frozenset(_HEADS[3:])


def printout(survey: Survey) -> Printout:
    """One row a sheet that means something, with the rule by which it is compared."""
    day = clock.today()
    rows = [_row(sheet) for sheet in survey.sheets() if sheet.meaning is not Meaning.NOTHING]
    heads = tuple(label(f"move_over.head.{name}") for name in _HEADS)
    body = (
        Block(BlockKind.TABLE, rows=(heads, *rows))
        if rows
        else Block(BlockKind.PARAGRAPH, label("move_over.nothing"))
    )
    return Printout(
        label("move_over.title"),
        label("move_over.under", day=Period(day, day).words),
        office_settings.load().issuer,
        day,
        Document((body, Block(BlockKind.RULE, label("move_over.note")))),
        frozenset(label(f"move_over.head.{name}") for name in _FIGURES),
    )


def _row(sheet: SheetFound) -> tuple[str, ...]:
    told = sheet.told
    figures = (told.rows, told.stated, told.counted, told.lacking, told.differing, told.wrong)
    return (
        sheet.file.name,
        sheet.name,
        label(f"meaning.{sheet.meaning.value}"),
        *("" if figure is None else str(figure) for figure in figures),
    )
