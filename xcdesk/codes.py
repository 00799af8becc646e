"""Fixed codes, those the program itself reasons about; lists that the office may edit are terms."""

from enum import StrEnum


class OutletKind(StrEnum):
    """What sort of outlet it is."""

    NEWSPAPER = "newspaper"
    RADIO = "radio"
    TV = "tv"
    WEB = "web"
    AGENCY = "agency"


class Tier(StrEnum):
    """Level of an outlet or of one placement, lowest first (层级)."""

    COUNTY = "county"
    MUNICIPAL = "municipal"
    PROVINCIAL = "provincial"
    NATIONAL = "national"


EXTERNAL = (Tier.PROVINCIAL, Tier.NATIONAL)
"""Tiers that count as external publicity."""


class UnitKind(StrEnum):
    """What sort of unit sends material or answers for a case."""

    COUNTY = "county"
    DEPARTMENT = "department"
    ENTERPRISE = "enterprise"


class ContactRole(StrEnum):
    """What a person is to an outlet while the tenure lasts."""

    LEADER = "leader"
    LIAISON = "liaison"
    ASSIGNED = "assigned"
    DUTY_EDITOR = "duty_editor"


class LinkState(StrEnum):
    """Whether a site carries the link to the topic page, as last looked at."""

    UNCHECKED = "unchecked"
    PRESENT = "present"
    MISSING = "missing"


class MergeKind(StrEnum):
    """What two of which can be made one."""

    OUTLET = "outlet"
    UNIT = "unit"
    TERM = "term"


class Vocabulary(StrEnum):
    """Lists of codes that the office may edit: their members are rows of ``term``."""

    FORM = "form"
    THEME = "theme"
    REASON = "reason"
    ACTIVITY = "activity"


class Role(StrEnum):
    """What a person at a desk may do."""

    CLERK = "clerk"
    REVIEWER = "reviewer"
    LEADER = "leader"
    ADMINISTRATOR = "administrator"


class MaterialKind(StrEnum):
    """What the office itself issues. The list is closed: an outlet's own reporting is never material."""

    INTERNAL_REFERENCE = "internal_reference"
    CIRCULAR = "circular"
    NOTICE = "notice"
    PRESS_RELEASE = "press_release"
    ADVERTISEMENT = "advertisement"
    TOPIC_PAGE = "topic_page"
    FINDING = "finding"


class MaterialState(StrEnum):
    """Where a material stands between draft and archive; a discarded draft lies in the trash."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    RETURNED = "returned"
    APPROVED = "approved"
    ISSUED = "issued"
    CORRECTED = "corrected"
    VOIDED = "voided"
    ARCHIVED = "archived"
    DISCARDED = "discarded"


class StepMode(StrEnum):
    """How many of those who sit at a review step must agree."""

    ANY = "any"
    ALL = "all"
    IN_TURN = "in_turn"


class SeatSource(StrEnum):
    """Why somebody sits at a review step."""

    ROLE = "role"
    NAMED = "named"
    ADDED = "added"
    HANDED_OVER = "handed_over"


class SeatState(StrEnum):
    """What has become of a seat at a review step; a barred one belongs to somebody who wrote in the text."""

    OPEN = "open"
    BARRED = "barred"
    AGREED = "agreed"
    GIVEN_AWAY = "given_away"


class Series(StrEnum):
    """Bulletins with numbers of their own."""

    INTERNAL_REFERENCE = "internal-reference"
    EXTRA = "extra"
    CIRCULAR = "circular"
    DAILY = "daily"


LAID_OUT = frozenset((Series.INTERNAL_REFERENCE, Series.EXTRA, Series.CIRCULAR))
"""Series whose issues are put together from pieces; the daily brief is counted from the log alone."""

COLLECTED = frozenset((Series.INTERNAL_REFERENCE, Series.EXTRA))
"""Series whose issues take candidates: what was sent in, marked in the log, signed."""


class PieceKind(StrEnum):
    """What stands in an issue, or may: sent in, marked in the log, signed material, or made here.

    An item of our own has a title, a text has none.
    """

    CONTRIBUTION = "contribution"
    REPORT = "report"
    MATERIAL = "material"
    OWN = "own"
    TEXT = "text"
    NOTE = "note"
    FIGURE = "figure"


OF_ONE_ISSUE = frozenset((PieceKind.TEXT, PieceKind.NOTE, PieceKind.FIGURE))
"""Kinds that are made for one issue: they need no title, name no source, and stand in its contents alone."""


class FigureTable(StrEnum):
    """Tables, charts and sentences that an issue may take from the log."""

    WEEK = "week"
    MATRIX = "matrix"
    COUNTIES = "counties"
    DEPARTMENTS = "departments"
    OUTLETS = "outlets"
    FORMS = "forms"
    RANKING = "ranking"
    MONTHS = "months"
    USE_RATES = "use_rates"
    WEEKS = "weeks"
    OPENING = "opening"
    OVERALL = "overall"
    COUNTIES_TEXT = "counties-text"
    DEPARTMENTS_TEXT = "departments-text"
    WEEKS_TEXT = "weeks-text"


SENTENCES = frozenset(
    (
        FigureTable.OPENING,
        FigureTable.OVERALL,
        FigureTable.COUNTIES_TEXT,
        FigureTable.DEPARTMENTS_TEXT,
        FigureTable.WEEKS_TEXT,
    )
)
"""Those that are put in words; somebody may write them anew."""

OF_A_WEEK = frozenset((FigureTable.WEEK, FigureTable.MATRIX))
"""Those about the week in which the period of an issue ends."""


class ContributionState(StrEnum):
    """What became of an internal-reference contribution (来稿), or of another candidate for an issue."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class BatchState(StrEnum):
    """What became of an import batch.

    A returned one wrote nothing and was sent back to its sender; in the place of a superseded one came the
    corrected file.
    """

    APPLIED = "applied"
    RETURNED = "returned"
    SUPERSEDED = "superseded"
    UNDONE = "undone"


class BatchKind(StrEnum):
    """What a file brought: pieces for the coverage log, cases of follow-up, or departments' answers."""

    COVERAGE = "coverage"
    CASES = "cases"
    ANSWERS = "answers"


STANDING = (BatchState.APPLIED, BatchState.RETURNED, BatchState.SUPERSEDED)
"""States of batches that came and were not taken back."""


class QuotaSubject(StrEnum):
    """What a quota counts."""

    ITEMS = "items"
    CONTRIBUTIONS = "contributions"
    PLACEMENTS = "placements"
    INTERVIEWS = "interviews"
    COLUMN = "column"
    LINK = "link"
    ADVERTISEMENTS = "advertisements"
    LEADER = "leader"
    LIAISON = "liaison"


class QuotaPeriod(StrEnum):
    """Over what stretch of time a quota is counted."""

    PUBLICATION_DAY = "publication_day"
    ISO_WEEK = "iso_week"
    YEAR = "year"
    CAMPAIGN = "campaign"
    NOW = "now"


class CallAnswer(StrEnum):
    """What an outlet answered when it was phoned about what it owes."""

    WILL_SEND = "will_send"
    NONE_TODAY = "none_today"
    NOT_REACHED = "not_reached"


class SavedKind(StrEnum):
    """What a person keeps under a name: words of the one box, or a view of the coverage log."""

    SEARCH = "search"
    LOG = "log"


class CaseKind(StrEnum):
    """What a follow-up case is about: departments' work. The list is closed; no reporting is ever a case."""

    FINDING = "finding"
    COMPLAINT = "complaint"
    COMMITMENT = "commitment"


class CaseState(StrEnum):
    """Where a follow-up case stands, in the order in which a board shows it."""

    REGISTERED = "registered"
    FILED = "filed"
    DISPATCHED = "dispatched"
    ACCEPTED = "accepted"
    WORKING = "working"
    REOPENED = "reopened"
    ANSWERED = "answered"
    VERIFYING = "verifying"
    CLOSED = "closed"
    MERGED = "merged"
    DECLINED = "declined"


class CaseSource(StrEnum):
    """Where a case comes from: first those of findings, then those of complaints, last a public promise."""

    VISIT = "visit"
    REPORT = "report"
    INTERVIEW = "interview"
    SECTION = "section"
    LETTER = "letter"
    PHONE = "phone"
    PROMISE = "promise"


class CaseResult(StrEnum):
    """What came of a case: of findings and complaints, of commitments, and of what was withdrawn."""

    SOLVED = "solved"
    PARTLY = "partly"
    IMPOSSIBLE = "impossible"
    KEPT = "kept"
    KEPT_LATE = "kept_late"
    BROKEN = "broken"
    ADJUSTED = "adjusted"
    WITHDRAWN = "withdrawn"


class CallBack(StrEnum):
    """What somebody who complained said when called back; not to be reached is an answer of its own."""

    SATISFIED = "satisfied"
    FAIRLY = "fairly"
    DISSATISFIED = "dissatisfied"
    NOT_REACHED = "not_reached"


class NoticeLevel(StrEnum):
    """Graded notices to a department, the mildest first."""

    BLUE = "blue"
    YELLOW = "yellow"
    RED = "red"


class CaseSheet(StrEnum):
    """Sheets of a case that bear numbers of their own."""

    DISPATCH = "dispatch"
    NOTICE = "notice"
    CLOSING = "closing"
