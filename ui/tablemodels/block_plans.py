"""Cells that are about to be written, as rows: what stands there, what will, and why not."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ui import format as shown
from ui.messages import sentence
from ui.tablemodels.records import Column, Shown
from ui.theme.tokens import State
from xcdesk.codes import Vocabulary
from xcdesk.services.grid.cell_plans import CellPlan, Deed, Said
from xcdesk.services.office import terms

_STATES = {
    Deed.LOG: State.NEW,
    Deed.FEWER: State.CHANGED,
    Deed.NONE: State.NONE,
    Deed.CLEAR: State.CHANGED,
    Deed.SAME: State.DONE,
    Deed.REFUSED: State.WRONG,
}
_WORST_FIRST = (Deed.REFUSED, Deed.LOG, Deed.FEWER, Deed.CLEAR, Deed.NONE, Deed.SAME)


def plan_columns() -> tuple[Column[CellPlan], ...]:
    """Columns of a preview; the reasons' words are read once."""
    translate = QCoreApplication.translate
    reasons = terms.labels(Vocabulary.REASON)

    def held(count: int, said: Said | None) -> str:
        if count:
            return shown.count(count, "pieces")
        return reasons.get(said.reason, said.reason) if said is not None else "—"

    def will(plan: CellPlan) -> str:
        return held(plan.count, plan.said)

    return (
        Column(translate("blocks", "Result"), 104, lambda plan: Shown(_word(plan.deed), _STATES[plan.deed])),
        Column(translate("blocks", "Outlet"), 150, lambda plan: Shown(plan.now.outlet.name)),
        Column(translate("blocks", "Day"), 92, lambda plan: Shown(shown.day(plan.now.cell.day))),
        Column(translate("blocks", "Now"), 76, lambda plan: Shown(held(plan.now.count, plan.now.said))),
        Column(translate("blocks", "Then"), 76, lambda plan: Shown(will(plan))),
        Column(translate("blocks", "Particulars"), 300, lambda plan: Shown(particulars(plan))),
    )


def particulars(plan: CellPlan) -> str:
    """What is new, what is there already, or why nothing can be written, in a sentence."""
    translate = QCoreApplication.translate
    if plan.refusal is not None:
        return sentence(plan.refusal)
    parts = []
    if plan.titles:
        parts.append(translate("blocks", "New: {titles}").format(titles=_titles(plan.titles)))
    if plan.known:
        parts.append(translate("blocks", "Logged already: {titles}").format(titles=_titles(plan.known)))
    if plan.deed == Deed.LOG and plan.now.said is not None:
        parts.append(translate("blocks", "None today is taken back."))
    return shown.sentences(parts)


def in_order(plans: Sequence[CellPlan]) -> list[CellPlan]:
    """What cannot be written first, what changes nothing last."""
    return sorted(plans, key=lambda plan: _WORST_FIRST.index(plan.deed))


def _titles(titles: Sequence[str]) -> str:
    return "；".join(titles)


def _word(deed: Deed) -> str:
    translate = QCoreApplication.translate
    words = {
        Deed.LOG: translate("blocks", "Logged"),
        Deed.FEWER: translate("blocks", "Fewer"),
        Deed.NONE: translate("blocks", "None today"),
        Deed.CLEAR: translate("blocks", "Emptied"),
        Deed.SAME: translate("blocks", "As it is"),
        Deed.REFUSED: translate("blocks", "Not written"),
    }
    return words[deed]
