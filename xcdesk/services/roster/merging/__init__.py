"""Two outlets, two units or two entries of a list made one, seen before it is done and taken back whole.

`preview` says what would move, what would be set aside and which spellings the survivor takes over; `merge`
does exactly what the plan says, in one transaction with one entry in the record; `take_back` makes two of
them again and leaves what others have edited since.
"""

from xcdesk.services.roster.merging.plan import Conflict, ConflictKind, MergePlan, Moved
from xcdesk.services.roster.merging.verbs import (
    Merged,
    MergedBackError,
    MergedFurtherError,
    MergeItselfError,
    MergeNameTakenError,
    MergeRow,
    merge,
    merges,
    preview,
    take_back,
)

__all__ = [
    "Conflict",
    "ConflictKind",
    "MergeItselfError",
    "MergeNameTakenError",
    "MergePlan",
    "MergeRow",
    "Merged",
    "MergedBackError",
    "MergedFurtherError",
    "Moved",
    "merge",
    "merges",
    "preview",
    "take_back",
]
