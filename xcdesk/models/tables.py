"""Every table, for what looks at all of them: migrations, checks, merging."""

from collections.abc import Mapping

from xcdesk.db.base import BaseModel
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

TABLES: tuple[type[BaseModel], ...] = (
    User,
    RecoveryCode,
    Setting,
    SavedSearch,
    Unit,
    UnitSpelling,
    Outlet,
    OutletSpelling,
    DayException,
    Tenure,
    HandoverItem,
    Programme,
    RemovedRow,
    Term,
    SiteLink,
    Merge,
    ReprintGroup,
    CoverageItem,
    NoneToday,
    StoredFile,
    StoredChunk,
    Evidence,
    Quota,
    QuotaMember,
    CallNote,
    Matter,
    ImportBatch,
    ImportMonth,
    ImportRow,
    RememberedMapping,
    ReviewStep,
    ReviewStepPerson,
    Delegation,
    Material,
    MaterialStep,
    MaterialSeat,
    Consultation,
    MaterialVersion,
    MaterialEvent,
    PaperSheet,
    TextDraft,
    TextComment,
    ConsultForm,
    SeriesCounter,
    Bulletin,
    BulletinFile,
    MaterialIssue,
    MaterialFile,
    BulletinSection,
    Contribution,
    Candidate,
    CalendarDay,
    Case,
    CaseUnit,
    CaseEvent,
    CasePrivate,
    CaseLink,
    CaseFile,
    ImportCase,
    CaseColumns,
    AdvertPlan,
    Manuscript,
    ManuscriptOutlet,
    ManuscriptUse,
    Activity,
    ActivityFile,
    AuditEntry,
    AuditRow,
)
"""Every table, parents before children."""

BY_NAME: Mapping[str, type[BaseModel]] = {model._meta.table_name: model for model in TABLES}
"""The same by their names in the database."""
