"""The language of the windows, known to formats and sentences alike."""

from xcdesk import wording
from xcdesk.wording import Language

_chosen: list[Language] = []


def set_language(language: Language) -> None:
    """Show everything from now on in ``language``; texts already on screen stay as they are."""
    _chosen[:] = [language]


def language() -> Language:
    """Language of the windows; until one is chosen, the one the environment asks for."""
    return _chosen[0] if _chosen else wording.default_language()
