"""Tables, one module per aggregate; a module is loaded when the first of its tables is asked for.

What the window shows first needs a third of them (`docs/decisions/0029-before-the-first-paint.md`).
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xcdesk.models.approval import (
        Consultation,
        Delegation,
        Material,
        MaterialEvent,
        MaterialSeat,
        MaterialStep,
        MaterialVersion,
        ReviewStep,
        ReviewStepPerson,
    )
    from xcdesk.models.audit import AuditEntry, AuditRow
    from xcdesk.models.bulletin import (
        Bulletin,
        BulletinFile,
        BulletinSection,
        Candidate,
        Contribution,
        MaterialFile,
        MaterialIssue,
        SeriesCounter,
    )
    from xcdesk.models.calendar import CalendarDay
    from xcdesk.models.case_imports import CaseColumns, ImportCase
    from xcdesk.models.cases import (
        Case,
        CaseEvent,
        CaseFile,
        CaseLink,
        CasePrivate,
        CaseUnit,
    )
    from xcdesk.models.chasing import CallNote, Matter
    from xcdesk.models.consult_form import ConsultForm
    from xcdesk.models.coverage import CoverageItem, NoneToday, ReprintGroup
    from xcdesk.models.drafts import TextComment, TextDraft
    from xcdesk.models.evidence import Evidence, StoredChunk, StoredFile
    from xcdesk.models.imports import ImportBatch, ImportMonth, ImportRow, RememberedMapping
    from xcdesk.models.links import SiteLink
    from xcdesk.models.merges import Merge
    from xcdesk.models.paper import PaperSheet
    from xcdesk.models.people import RecoveryCode, Setting, User
    from xcdesk.models.quota import Quota, QuotaMember
    from xcdesk.models.removed import RemovedRow
    from xcdesk.models.roster import (
        DayException,
        HandoverItem,
        Outlet,
        OutletSpelling,
        Programme,
        Tenure,
        Term,
        Unit,
        UnitSpelling,
    )
    from xcdesk.models.searches import SavedSearch
    from xcdesk.models.trackers import (
        Activity,
        ActivityFile,
        AdvertPlan,
        Manuscript,
        ManuscriptOutlet,
        ManuscriptUse,
    )

_TABLES_OF = {
    "approval": (
        "Consultation",
        "Delegation",
        "Material",
        "MaterialEvent",
        "MaterialSeat",
        "MaterialStep",
        "MaterialVersion",
        "ReviewStep",
        "ReviewStepPerson",
    ),
    "audit": ("AuditEntry", "AuditRow"),
    "bulletin": (
        "Bulletin",
        "BulletinFile",
        "BulletinSection",
        "Candidate",
        "Contribution",
        "MaterialFile",
        "MaterialIssue",
        "SeriesCounter",
    ),
    "calendar": ("CalendarDay",),
    "case_imports": ("CaseColumns", "ImportCase"),
    "cases": (
        "Case",
        "CaseEvent",
        "CaseFile",
        "CaseLink",
        "CasePrivate",
        "CaseUnit",
    ),
    "chasing": ("CallNote", "Matter"),
    "consult_form": ("ConsultForm",),
    "coverage": ("CoverageItem", "NoneToday", "ReprintGroup"),
    "drafts": ("TextComment", "TextDraft"),
    "evidence": ("Evidence", "StoredChunk", "StoredFile"),
    "imports": ("ImportBatch", "ImportMonth", "ImportRow", "RememberedMapping"),
    "links": ("SiteLink",),
    "merges": ("Merge",),
    "paper": ("PaperSheet",),
    "people": ("RecoveryCode", "Setting", "User"),
    "quota": ("Quota", "QuotaMember"),
    "removed": ("RemovedRow",),
    "roster": (
        "DayException",
        "HandoverItem",
        "Outlet",
        "OutletSpelling",
        "Programme",
        "Tenure",
        "Term",
        "Unit",
        "UnitSpelling",
    ),
    "searches": ("SavedSearch",),
    "trackers": (
        "Activity",
        "ActivityFile",
        "AdvertPlan",
        "Manuscript",
        "ManuscriptOutlet",
        "ManuscriptUse",
    ),
}
_MODULE_OF = {table: module for module, tables in _TABLES_OF.items() for table in tables}

__all__ = [
    "Activity",
    "ActivityFile",
    "AdvertPlan",
    "AuditEntry",
    "AuditRow",
    "Bulletin",
    "BulletinFile",
    "BulletinSection",
    "CalendarDay",
    "CallNote",
    "Candidate",
    "Case",
    "CaseColumns",
    "CaseEvent",
    "CaseFile",
    "CaseLink",
    "CasePrivate",
    "CaseUnit",
    "ConsultForm",
    "Consultation",
    "Contribution",
    "CoverageItem",
    "DayException",
    "Delegation",
    "Evidence",
    "HandoverItem",
    "ImportBatch",
    "ImportCase",
    "ImportMonth",
    "ImportRow",
    "Manuscript",
    "ManuscriptOutlet",
    "ManuscriptUse",
    "Material",
    "MaterialEvent",
    "MaterialFile",
    "MaterialIssue",
    "MaterialSeat",
    "MaterialStep",
    "MaterialVersion",
    "Matter",
    "Merge",
    "NoneToday",
    "Outlet",
    "OutletSpelling",
    "PaperSheet",
    "Programme",
    "Quota",
    "QuotaMember",
    "RecoveryCode",
    "RememberedMapping",
    "RemovedRow",
    "ReprintGroup",
    "ReviewStep",
    "ReviewStepPerson",
    "SavedSearch",
    "SeriesCounter",
    "Setting",
    "SiteLink",
    "StoredChunk",
    "StoredFile",
    "Tenure",
    "Term",
    "TextComment",
    "TextDraft",
    "Unit",
    "UnitSpelling",
    "User",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        """A table, from its module; kept here from then on."""
        if name not in _MODULE_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        table = getattr(importlib.import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
        globals()[name] = table
        return table
