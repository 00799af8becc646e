"""Lists of cases (findings, complaints, commitments) and of answers: read, planned, applied, undone.

The reading process, the grids, the days and the batches are those of county returns; what a row says, and
what becomes of it, is a matter of follow-up. Who complained goes from the file straight into the encrypted
table: no line, plan, batch or entry of the record holds anything of it.
"""

from xcdesk.importers.caselists.applying import apply
from xcdesk.importers.caselists.fields import PRIVATE, CaseField, ListKind
from xcdesk.importers.caselists.kinds import seems
from xcdesk.importers.caselists.lines import CaseLine
from xcdesk.importers.caselists.planning import CasePlan, CaseSaid, again, consider, look
from xcdesk.importers.caselists.refusals import NoCaseTableError
from xcdesk.importers.caselists.tables import CaseTable

__all__ = [
    "PRIVATE",
    "CaseField",
    "CaseLine",
    "CasePlan",
    "CaseSaid",
    "CaseTable",
    "ListKind",
    "NoCaseTableError",
    "again",
    "apply",
    "consider",
    "look",
    "seems",
]
