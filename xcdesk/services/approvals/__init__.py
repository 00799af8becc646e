"""The approval queue (审签): what the office itself issues, signed off by a second person on the exact text.

Verbs take the actor first, are one transaction each, and answer the new `MaterialRow`. Only what the office
issues passes here; an outlet's reporting is never material.
"""

from xcdesk.services.approvals.diff import Change, DiffLine, DiffPiece
from xcdesk.services.approvals.reading import detail, diff, log, queue, row, steps_of, versions, waiting_for
from xcdesk.services.approvals.rows import (
    Action,
    ActionRow,
    EventRow,
    MaterialDetail,
    MaterialRow,
    NewMaterial,
    QueueFilter,
    ReturnTo,
    StepRow,
    TextChange,
    TextDiff,
    Verdict,
    VersionRow,
)
from xcdesk.services.approvals.rules import MACHINE, action_label, role_label, state_label
from xcdesk.services.approvals.verbs import (
    agree,
    create,
    edit,
    issue,
    kind_of,
    recall,
    send_back,
    submit,
    void,
)

__all__ = [
    "MACHINE",
    "Action",
    "ActionRow",
    "Change",
    "DiffLine",
    "DiffPiece",
    "EventRow",
    "MaterialDetail",
    "MaterialRow",
    "NewMaterial",
    "QueueFilter",
    "ReturnTo",
    "StepRow",
    "TextChange",
    "TextDiff",
    "Verdict",
    "VersionRow",
    "action_label",
    "agree",
    "create",
    "detail",
    "diff",
    "edit",
    "issue",
    "kind_of",
    "log",
    "queue",
    "recall",
    "role_label",
    "row",
    "send_back",
    "state_label",
    "steps_of",
    "submit",
    "versions",
    "void",
    "waiting_for",
]
