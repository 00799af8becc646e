"""The lists that the form of a report offers, read when it opens."""

from collections.abc import Sequence

from ui.dialogs.log_item import Choices
from ui.widgets.fields import Option
from xcdesk.codes import Vocabulary
from xcdesk.services.office import terms
from xcdesk.services.roster import outlets, programmes, units


def item_choices() -> Choices:
    """The lists of the form as they are now."""
    known = {row.name: row.id for row in outlets.outlets()}

    def programmes_of(outlet: str) -> Sequence[str]:
        found = programmes.programmes(known[outlet]) if outlet in known else ()
        return [row.name for row in found]

    return Choices(
        tuple(known),
        tuple(Option(term.code, term.label) for term in terms.terms(Vocabulary.FORM)),
        tuple(Option(term.code, term.label) for term in terms.terms(Vocabulary.THEME)),
        tuple(unit.name for unit in units.units()),
        programmes_of,
    )
