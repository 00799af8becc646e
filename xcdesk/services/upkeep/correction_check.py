"""Texts marked as corrected although no correction of them went out, as earlier versions left them.

A text is corrected once its correction is issued; before, the mark was set when a correction was begun, and
stayed when that one was discarded.
"""

from typing import Any

from xcdesk.codes import MaterialState
from xcdesk.models import Material, MaterialEvent
from xcdesk.services.approvals.rows import MENDED
from xcdesk.services.approvals.writing import Act, move
from xcdesk.services.office.printed import label
from xcdesk.services.record.actor import Actor


def wrongly_marked() -> tuple[str, ...]:
    """Titles of the texts that are marked so."""
    return tuple(row.title for row in _found())


def mend(actor: Actor) -> int:
    """Put each back to where it stood before the mark, with an event of its own; answers how many there were.

    Inside the caller's transaction.
    """
    found = _found()
    for row in found:
        words = label("correction_check.why")
        move(actor, row, Act(MENDED, MaterialState.CORRECTED, _before(row), opinion=words), {})
    return len(found)


def _found() -> list[Material]:
    correction, event = Material.alias(), MaterialEvent
    out: Any = (
        correction.select(correction.corrects)
        .join(event, on=(event.material == correction.id))
        .where(correction.corrects.is_null(False) & (event.to_state == MaterialState.ISSUED))
    )
    marked = Material.select().where((Material.state == MaterialState.CORRECTED) & Material.id.not_in(out))
    return list(marked.order_by(Material.id))


def _before(row: Material) -> MaterialState:
    """Where it stood when it was marked."""
    event = MaterialEvent
    here = (event.material == row.id) & (event.to_state == MaterialState.CORRECTED)
    marking = (
        event.select(event.from_state)
        .where(here & (event.from_state != MaterialState.CORRECTED))
        .order_by(event.id.desc())
        .first()
    )
    return MaterialState(marking.from_state) if marking is not None else MaterialState.ISSUED
