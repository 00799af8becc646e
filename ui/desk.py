"""What every page is handed: who sits here, and the few things that all pages share."""

from dataclasses import dataclass

from ui.changes import Changes
from ui.settings import Preferences
from ui.tasks import TaskRunner
from ui.undo import UndoStack
from xcdesk.services.record.actor import Actor


@dataclass(frozen=True, slots=True)
class Desk:
    """Shared by all pages of one window; made once by `ui.app` after the store is open."""

    actor: Actor
    runner: TaskRunner
    changes: Changes
    undo: UndoStack
    preferences: Preferences
