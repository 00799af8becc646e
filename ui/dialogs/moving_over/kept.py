"""Where a move-over was left, remembered for this person at this machine."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ui.desk import Desk
from xcdesk.importers.move_over import Meaning

_NAME = "move_over"


@dataclass(frozen=True, slots=True)
class Kept:
    """Files and folders, and what somebody has said that sheets mean."""

    files: tuple[Path, ...] = ()
    said: Mapping[str, Meaning] = field(default_factory=dict)


def kept(desk: Desk) -> Kept:
    """What was kept last; files that are gone are left out."""
    try:
        found = json.loads(desk.preferences.remembered(_NAME, desk.actor.id) or "{}")
        said = {str(key): Meaning(word) for key, word in found.get("said", {}).items()}
        files = tuple(path for name in found.get("files", ()) if (path := Path(name)).exists())
    except (ValueError, AttributeError, TypeError):  # a hand has been in the file
        return Kept()
    return Kept(files, said)


def keep(desk: Desk, files: Iterable[Path], said: Mapping[str, Meaning]) -> None:
    """Remember this."""
    told = {"files": [str(path) for path in files], "said": {key: one.value for key, one in said.items()}}
    desk.preferences.remember(_NAME, desk.actor.id, json.dumps(told, ensure_ascii=False))
