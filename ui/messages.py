"""Sentences and labels of the shared catalogue, in the language of the windows."""

from ui.language import language
from xcdesk import wording
from xcdesk.errors import DeskError


def sentence(error: DeskError) -> str:
    """What a refusal says to the user: what cannot be done, the fact, the way out."""
    return wording.sentence(error, language())


def text(key: str, **facts: object) -> str:
    """Label or sentence of the catalogue for ``key``."""
    return wording.text(key, language(), **facts)
