"""Where each kind of thing is shown."""

from collections.abc import Callable, Mapping

from xcdesk.services.search import Hit, HitKind

_PLACES: Mapping[HitKind, tuple[str, Callable[[Hit], object]]] = {
    HitKind.OUTLET: ("roster", lambda hit: hit.id),
    HitKind.PERSON: ("roster", lambda hit: hit.place_id),
    HitKind.UNIT: ("roster", lambda hit: ("units", hit.id)),
    HitKind.PROGRAMME: ("roster", lambda hit: ("programmes", hit.id)),
    HitKind.ITEM: ("coverage", lambda hit: hit.id),
    HitKind.CASE: ("followup", lambda hit: hit.id),
    HitKind.MATERIAL: ("approvals", lambda hit: hit.id),
    HitKind.BULLETIN: ("bulletins", lambda hit: hit.id),
    HitKind.CONTRIBUTION: ("bulletins", lambda hit: ("contribution", hit.id)),
    HitKind.BATCH: ("imports", lambda hit: hit.id),
    HitKind.ADVERT: ("coverage", lambda hit: ("adverts", hit.id)),
    HitKind.MANUSCRIPT: ("coverage", lambda hit: ("manuscripts", hit.id)),
    HitKind.ACTIVITY: ("coverage", lambda hit: ("activities", hit.id)),
}


def place_of(hit: Hit, typed: str = "") -> tuple[str, object]:
    """Key of the page that shows a hit, and what that page is to open.

    An issue is opened at the page that holds what was ``typed``.
    """
    page, target = _PLACES[hit.kind]
    if hit.kind == HitKind.BULLETIN and typed.strip():
        return page, ("issue", hit.id, typed)
    return page, target(hit)
