"""Tables of counts of a return beside what the log counts, figure by figure."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from ui.tablemodels.records import Column, RecordsModel, Shown
from ui.theme.tokens import State
from xcdesk.importers.tallies import StatedCount, TallySheet

WHAT, STATE = 2, 6


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a table, with the sheet that it stands in."""

    sheet: TallySheet
    count: StatedCount

    @property
    def what(self) -> str:
        """What is counted, in words."""
        return " · ".join(label.name for label in self.count.labels) or self.count.heading


class ImportTalliesModel(RecordsModel[Figure]):
    """Holds the figures of one file: some dozens."""

    def __init__(self, parent: QObject | None = None) -> None:
        translate = QCoreApplication.translate
        columns: tuple[Column[Figure], ...] = (
            Column(translate("imports", "Sheet"), 96, lambda one: Shown(one.sheet.name)),
            Column(translate("imports", "Row"), 56, lambda one: Shown(str(one.count.row)), figures=True),
            Column(translate("imports", "What is counted"), 240, _what),
            Column(translate("imports", "Stated"), 84, _stated, figures=True),
            Column(translate("imports", "Logged"), 84, _logged, figures=True),
            Column(translate("imports", "Difference"), 96, _difference, figures=True),
            Column(translate("imports", "Result"), 148, _result),
        )
        super().__init__(columns, parent)


def differs(one: Figure) -> bool:
    """Whether the table and the log do not count the same."""
    return bool(one.count.difference)


def _what(one: Figure) -> Shown:
    if not one.count.total:
        return Shown(one.what)
    return Shown(QCoreApplication.translate("imports", "{what} (total)").format(what=one.what))


def _stated(one: Figure) -> Shown:
    return Shown(str(one.count.stated))


def _logged(one: Figure) -> Shown:
    counted = one.count.counted
    if counted is None:
        return Shown("—")
    return Shown(str(counted.placements if one.count.placements else counted.pieces))


def _difference(one: Figure) -> Shown:
    difference = one.count.difference
    return Shown("—" if difference is None else f"{difference:+d}" if difference else "0")


def _result(one: Figure) -> Shown:
    translate, difference = QCoreApplication.translate, one.count.difference
    if difference is None:
        return Shown(translate("imports", "not comparable"), State.NONE)
    if difference == 0:
        return Shown(translate("imports", "agrees"), State.DONE)
    if difference > 0:
        return Shown(translate("imports", "states more"), State.SOON)
    return Shown(translate("imports", "states less"), State.CHANGED)
