"""Tables, one module per aggregate."""

from xcdesk.db.base import BaseModel
from xcdesk.models.approval import Material, MaterialEvent, MaterialVersion, ReviewStep
from xcdesk.models.audit import AuditEntry
from xcdesk.models.bulletin import Bulletin, BulletinFile, Contribution, SeriesCounter
from xcdesk.models.coverage import CoverageItem, NoneToday, ReprintGroup
from xcdesk.models.imports import ImportBatch, ImportRow, RememberedMapping
from xcdesk.models.people import Setting, User
from xcdesk.models.quota import Quota, QuotaMember
from xcdesk.models.roster import Outlet, OutletSpelling, Programme, Tenure, Term, Unit, UnitSpelling

TABLES: tuple[type[BaseModel], ...] = (
    User,
    Setting,
    Unit,
    UnitSpelling,
    Outlet,
    OutletSpelling,
    Tenure,
    Programme,
    Term,
    ReprintGroup,
    CoverageItem,
    NoneToday,
    Quota,
    QuotaMember,
    ImportBatch,
    ImportRow,
    RememberedMapping,
    ReviewStep,
    Material,
    MaterialVersion,
    MaterialEvent,
    SeriesCounter,
    Bulletin,
    BulletinFile,
    Contribution,
    AuditEntry,
)
"""Every table, parents before children."""

__all__ = [
    "TABLES",
    "AuditEntry",
    "Bulletin",
    "BulletinFile",
    "Contribution",
    "CoverageItem",
    "ImportBatch",
    "ImportRow",
    "Material",
    "MaterialEvent",
    "MaterialVersion",
    "NoneToday",
    "Outlet",
    "OutletSpelling",
    "Programme",
    "Quota",
    "QuotaMember",
    "RememberedMapping",
    "ReprintGroup",
    "ReviewStep",
    "SeriesCounter",
    "Setting",
    "Tenure",
    "Term",
    "Unit",
    "UnitSpelling",
    "User",
]
