"""What the coverage page writes of many reports at once: each act has one name and one way back."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from ui.pages.acts import Version
from ui.pages.coverage.acts import CoverageActs
from xcdesk.services.grid import blocks
from xcdesk.services.grid.cell_plans import CellPlan
from xcdesk.services.log import coverage, reprints
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.log.coverage_log import ItemRow
from xcdesk.services.record.entries import NewItem


def write_block(acts: CoverageActs, name: str, plans: Sequence[CellPlan]) -> None:
    """Write the cells of a block, at least one of which changes."""
    done = blocks.apply(acts.actor, plans)
    gone = frozenset(item.id for item in done.removed)
    before = acts.states_before(done.removed) | {item.id: Version(0) for item in done.added}

    def forth(items: Sequence[ItemVersion]) -> Iterable[ItemVersion]:
        back, away = _parted(items, gone)
        return blocks.swing(acts.actor, back, away, done.nones)

    def back(items: Sequence[ItemVersion]) -> Iterable[ItemVersion]:
        away, back = _parted(items, gone)
        return blocks.swing(acts.actor, back, away, [swap.turned() for swap in done.nones])

    acts.swing_rows(name, before, (*done.added, *done.removed), forth, back)


def log_many(acts: CoverageActs, items: Sequence[NewItem]) -> None:
    """Log reports together."""
    made = coverage.log_items(acts.actor, items)
    name = QCoreApplication.translate("blocks", "Log {count}").format(count=shown.count(len(made), "items"))
    acts.swing_new(name, [ItemVersion(item, 1) for item in made])


def log_reprint(acts: CoverageActs, new: NewItem, twin: ItemRow) -> None:
    """Log a report as another placement of the piece that is there.

    Taking it back removes the report; the other then stands alone in its group, which counts as no group.
    """
    done = reprints.log_reprint(acts.actor, new, twin.id)
    for state, one in zip(acts.states_before(done.members).values(), done.members, strict=True):
        state.number = one.version
    name = QCoreApplication.translate("blocks", "Log “{title}” as a reprint").format(title=new.title)
    acts.swing_new(name, [done.made])


def block_name(verb: str, plans: Sequence[CellPlan]) -> str:
    """``粘贴到 6 格``; of a single cell its day, as other acts have it."""
    touched = [plan for plan in plans if plan.writes]
    if len(touched) == 1:
        name = QCoreApplication.translate("blocks", "{verb} on {day}")
        return name.format(verb=verb, day=shown.day(touched[0].now.cell.day))
    name = QCoreApplication.translate("blocks", "{verb} in {count} cells")
    return name.format(verb=verb, count=len(touched))


def _parted(
    items: Sequence[ItemVersion], gone: frozenset[int]
) -> tuple[list[ItemVersion], list[ItemVersion]]:
    """The reports that the act brings, and those it takes away."""
    return [item for item in items if item.id not in gone], [item for item in items if item.id in gone]
