"""Words of the one box in the window's language: kinds of hits, prefixes and chips."""

from collections.abc import Iterable

from ui.language import language
from ui.messages import text
from ui.theme.icons import Glyph
from xcdesk.services.search import Chip, HitKind, Prefix
from xcdesk.services.search.query import NAMES

GLYPHS = {
    HitKind.OUTLET: Glyph.CONTACT_CARD,
    HitKind.PERSON: Glyph.PEOPLE,
    HitKind.UNIT: Glyph.TABLE_SIMPLE,
    HitKind.PROGRAMME: Glyph.MEGAPHONE,
    HitKind.ITEM: Glyph.TABLE,
    HitKind.CASE: Glyph.CLIPBOARD_TASK,
    HitKind.MATERIAL: Glyph.SIGNATURE,
    HitKind.BULLETIN: Glyph.NEWS,
    HitKind.CONTRIBUTION: Glyph.NOTE,
    HitKind.BATCH: Glyph.ARROW_IMPORT,
    HitKind.ADVERT: Glyph.MEGAPHONE,
    HitKind.MANUSCRIPT: Glyph.SEND,
    HitKind.ACTIVITY: Glyph.PEOPLE,
}
"""Drawing of each kind of thing."""


def kind(found: HitKind) -> str:
    """Name of a kind of thing."""
    return text(f"search.kind.{found}")


def prefix(of: Prefix) -> str:
    """What is typed for a prefix."""
    return NAMES[of][0] if language() == "zh" else of.value


def example(of: Prefix) -> str:
    """What a prefix is good for, with an example."""
    return text(f"search.prefix.{of}")


def chip(shown: Chip) -> str:
    """A chip in words."""
    return (
        f"{prefix(shown.prefix)}:{shown.value}"
        if language() == "en"
        else f"{prefix(shown.prefix)}：{shown.value}"
    )


def written(chips: Iterable[Chip], typed: str) -> str:
    """Chips and text as one line that can be typed."""
    parts = [f"{prefix(each.prefix)}:{''.join(each.value.split())}" for each in chips]
    return " ".join([*parts, *typed.split()])
