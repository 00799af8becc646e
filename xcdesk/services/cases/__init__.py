"""Follow-up (督办): findings, complaints and commitments, handed to departments, chased and closed.

Every act takes the actor first, is one transaction, one visible event and one entry of the record, and
answers the new `CaseRow`. Cases are about departments' work; who complained lies encrypted elsewhere.
"""

from xcdesk.services.cases.acts import ACTS, act, actions, refusal, refusal_of
from xcdesk.services.cases.case_files import save_copy
from xcdesk.services.cases.case_rules import CaseRules
from xcdesk.services.cases.case_rules import load as load_rules
from xcdesk.services.cases.case_rules import save as save_rules
from xcdesk.services.cases.facts import row
from xcdesk.services.cases.inputs import RESULTS
from xcdesk.services.cases.ledger import Ledger, LedgerRow, Rate, ledger, month
from xcdesk.services.cases.listing import (
    PAGE,
    CaseFilter,
    CaseOrder,
    StateCount,
    by_state,
    by_unit,
    count,
    every,
    page,
    turning_red,
)
from xcdesk.services.cases.reading import detail, helpers, links, log
from xcdesk.services.cases.registering import change, enter, register, remove, restore
from xcdesk.services.cases.registering import check as check_new
from xcdesk.services.cases.rows import (
    OPEN,
    OVER,
    REGISTERED,
    RUNNING,
    TOOK_IN,
    Action,
    ActionRow,
    CaseChange,
    CaseDetail,
    CaseRow,
    EventRow,
    FileRow,
    Light,
    LinkRow,
    NewCase,
    Petitioner,
    Private,
    Request,
)
from xcdesk.services.cases.rules import MACHINE
from xcdesk.services.cases.similar import SimilarCase, similar
from xcdesk.services.cases.subjects import SOURCES, kind_of, subject
from xcdesk.services.cases.wall import Wall, WallRow, interview_days, wall
from xcdesk.services.cases.words import action_label, kind_label, number, state_label

__all__ = [
    "ACTS",
    "MACHINE",
    "OPEN",
    "OVER",
    "PAGE",
    "REGISTERED",
    "RESULTS",
    "RUNNING",
    "SOURCES",
    "TOOK_IN",
    "Action",
    "ActionRow",
    "CaseChange",
    "CaseDetail",
    "CaseFilter",
    "CaseOrder",
    "CaseRow",
    "CaseRules",
    "EventRow",
    "FileRow",
    "Ledger",
    "LedgerRow",
    "Light",
    "LinkRow",
    "NewCase",
    "Petitioner",
    "Private",
    "Rate",
    "Request",
    "SimilarCase",
    "StateCount",
    "Wall",
    "WallRow",
    "act",
    "action_label",
    "actions",
    "by_state",
    "by_unit",
    "change",
    "check_new",
    "count",
    "detail",
    "enter",
    "every",
    "helpers",
    "interview_days",
    "kind_label",
    "kind_of",
    "ledger",
    "links",
    "load_rules",
    "log",
    "month",
    "number",
    "page",
    "refusal",
    "refusal_of",
    "register",
    "remove",
    "restore",
    "row",
    "save_copy",
    "save_rules",
    "similar",
    "state_label",
    "subject",
    "turning_red",
    "wall",
]
