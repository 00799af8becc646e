"""What the coverage log shows of each report, column by column, as data for the table and its choosers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui import format as shown
from ui.messages import text
from ui.theme.tokens import State
from xcdesk.services.counts.item_filter import ItemField
from xcdesk.services.log.coverage_log import ItemRow
from xcdesk.services.log.marks import MarkState


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the log.

    Attributes:
        key: what it shows; rows are sorted and filtered by it.
        title: heading to translate, `heading` in the window's language.
        text: text of a cell.
        width: at 100 %.
        editable: whether people may type into it; the rest follows from what they do.
        usual: whether a desk that has chosen no columns shows it.
        figures: whether its cells end below one another.
    """

    key: ItemField
    title: str
    text: Callable[[ItemRow], str]
    width: int
    editable: bool = True
    usual: bool = True
    figures: bool = False

    @property
    def heading(self) -> str:
        """Heading in the window's language."""
        return QCoreApplication.translate("coverage", self.title)


def _day(row: ItemRow) -> str:
    return shown.day(row.day)


def _tier(row: ItemRow) -> str:
    return text(f"tier.{row.tier.value}")


def _placements(row: ItemRow) -> str:
    if row.group_size > 1:
        return QCoreApplication.translate("coverage", "Reprinted {count}").format(count=row.group_size)
    return "1"


def _evidence(row: ItemRow) -> str:
    return str(row.evidence) if row.evidence else ""


def _mark(row: ItemRow) -> str:
    return text(row.mark.key, number=row.mark.number) if row.mark is not None else ""


def state_of_mark(row: ItemRow) -> State | None:
    """The state that stands for a mark; None where the report is no candidate for an issue."""
    return _MARKS[row.mark.state] if row.mark is not None else None


_MARKS: Mapping[MarkState, State] = {
    MarkState.WAITING: State.NOT_YET,
    MarkState.TAKEN: State.IN_HAND,
    MarkState.PRINTED: State.DONE,
    MarkState.DECLINED: State.NONE,
}


def _logged_at(row: ItemRow) -> str:
    return shown.instant(row.logged_at)


F = ItemField
COLUMNS = (
    Column(F.DAY, str(QT_TRANSLATE_NOOP("coverage", "Day")), _day, 116),
    Column(F.OUTLET, str(QT_TRANSLATE_NOOP("coverage", "Outlet")), lambda row: row.outlet, 140),
    Column(F.TITLE, str(QT_TRANSLATE_NOOP("coverage", "Title")), lambda row: row.title, 320),
    Column(F.THEME, str(QT_TRANSLATE_NOOP("coverage", "Theme")), lambda row: row.theme_label, 104),
    Column(F.FORM, str(QT_TRANSLATE_NOOP("coverage", "Form")), lambda row: row.form_label, 88),
    Column(F.TIER, str(QT_TRANSLATE_NOOP("coverage", "Tier")), _tier, 76),
    Column(F.UNIT, str(QT_TRANSLATE_NOOP("coverage", "Unit")), lambda row: row.unit, 120),
    Column(F.SLOT, str(QT_TRANSLATE_NOOP("coverage", "Page or time")), lambda row: row.slot, 88),
    Column(F.AUTHOR, str(QT_TRANSLATE_NOOP("coverage", "Author")), lambda row: row.author, 88),
    Column(F.MARK, str(QT_TRANSLATE_NOOP("coverage", "Bulletin")), _mark, 80, editable=False),
    Column(
        F.REPRINTS,
        str(QT_TRANSLATE_NOOP("coverage", "Placements")),
        _placements,
        104,
        editable=False,
        figures=True,
    ),
    Column(
        F.EVIDENCE,
        str(QT_TRANSLATE_NOOP("coverage", "Evidence")),
        _evidence,
        76,
        editable=False,
        figures=True,
    ),
    Column(
        F.PROGRAMME,
        str(QT_TRANSLATE_NOOP("coverage", "Programme")),
        lambda row: row.programme,
        112,
        usual=False,
    ),
    Column(F.URL, str(QT_TRANSLATE_NOOP("coverage", "Link")), lambda row: row.url, 160, usual=False),
    Column(F.NOTE, str(QT_TRANSLATE_NOOP("coverage", "Note")), lambda row: row.note, 160, usual=False),
    Column(
        F.LOGGED_BY,
        str(QT_TRANSLATE_NOOP("coverage", "Logged by")),
        lambda row: row.logged_by,
        104,
        editable=False,
        usual=False,
    ),
    Column(
        F.LOGGED_AT,
        str(QT_TRANSLATE_NOOP("coverage", "Logged at")),
        _logged_at,
        176,
        editable=False,
        usual=False,
    ),
)
"""Every column, in the order in which a new desk shows them."""

TITLE = next(at for at, column in enumerate(COLUMNS) if column.key == ItemField.TITLE)
PLACEMENTS = next(at for at, column in enumerate(COLUMNS) if column.key == ItemField.REPRINTS)
MARK = next(at for at, column in enumerate(COLUMNS) if column.key == ItemField.MARK)
FIGURE_COLUMNS = tuple(at for at, column in enumerate(COLUMNS) if column.figures)
