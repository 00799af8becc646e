"""Refusals that only the windows can make; their sentences stand in the shared catalogue."""

from xcdesk.errors import DeskError


class NotYetError(DeskError):
    """This part of the program comes with a later version; facts ``what`` and ``instead``."""

    code = "window.not_yet"


class NothingChosenError(DeskError):
    """The verb needs a chosen row; fact ``what`` names the kind of row."""

    code = "window.nothing_chosen"


class NothingToUndoError(DeskError):
    """Nothing was done in this sitting that could be taken back."""

    code = "window.nothing_to_undo"


class NothingToRedoError(DeskError):
    """Nothing was taken back that could be done again."""

    code = "window.nothing_to_redo"


class UnsavedTextError(DeskError):
    """A text is being written; it is saved or given up first."""

    code = "window.unsaved_text"
