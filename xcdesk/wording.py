"""Sentences for error codes and labels of printed matter, in Chinese and English, without Qt.

Each file ``resources/labels/<area>.toml`` maps a key to ``{zh = "…", en = "…"}`` with named placeholders.
The console, the windows and the printed page all read the one catalogue.
"""

import functools
import os
import tomllib
from collections.abc import Mapping
from typing import Literal

from xcdesk.errors import DeskError
from xcdesk.resources import resource

Language = Literal["zh", "en"]
LANGUAGE_VARIABLE = "XCDESK_LANG"


def default_language() -> Language:
    """Language asked for by the environment; Chinese unless it says ``en``."""
    return "en" if os.environ.get(LANGUAGE_VARIABLE, "zh_CN").lower().startswith("en") else "zh"


@functools.cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Every key of every area; a key that stands in two files is a defect and raises ``ValueError``."""
    merged: dict[str, Mapping[str, str]] = {}
    for path in sorted(resource("labels").glob("*.toml")):
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
        twice = merged.keys() & entries.keys()
        if twice:
            raise ValueError(f"{path.name} repeats {sorted(twice)}")
        merged.update(entries)
    return merged


def text(key: str, language: Language | None = None, **facts: object) -> str:
    """Sentence or label for ``key`` with its placeholders filled; raises ``KeyError`` for an unknown key."""
    return catalogue()[key][language or default_language()].format(**facts)


def sentence(error: DeskError, language: Language | None = None) -> str:
    """What a refusal says to the user: what cannot be done, the fact, the way out."""
    return text(error.code, language, **error.facts)
