"""Bulletins: drafted from contributions and the log, numbered and frozen when issued, kept in a register."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from xcdesk import clock
from xcdesk.codes import (
    ContributionState,
    FigureTable,
    MaterialKind,
    MaterialState,
    PieceKind,
    Series,
)
from xcdesk.db.base import database
from xcdesk.db.locks import held
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.models import Bulletin, BulletinSection, Candidate, Contribution, Material, SeriesCounter
from xcdesk.services import approvals
from xcdesk.services.approvals import MaterialRow, Sending
from xcdesk.services.issuing import brief, circular, composing, issue_text, live_figures, pieces
from xcdesk.services.issuing.circular import Beginning
from xcdesk.services.issuing.issue_text import Part
from xcdesk.services.issuing.pieces import PieceRow
from xcdesk.services.office import counting_rules, office_settings
from xcdesk.services.office.counting_rules import CountingRules
from xcdesk.services.office.printed import Period, label
from xcdesk.services.record import audit
from xcdesk.services.record.actor import Actor
from xcdesk.texts.documents import content_hash, to_text

OPEN_STATES = (MaterialState.DRAFT, MaterialState.RETURNED)
"""States in which a bulletin may still be put together."""

GONE = (MaterialState.VOIDED, MaterialState.DISCARDED)
"""States of a bulletin in whose place another one may be drafted."""

_KINDS = {
    Series.INTERNAL_REFERENCE: MaterialKind.INTERNAL_REFERENCE,
    Series.EXTRA: MaterialKind.INTERNAL_REFERENCE,
    Series.CIRCULAR: MaterialKind.CIRCULAR,
    Series.DAILY: MaterialKind.NOTICE,
}


class UnderReviewError(DeskError):
    """The bulletin is under review or signed off; its text is not put together any more."""

    code = "bulletin.under_review"


class AlreadyIssuedError(DeskError):
    """The bulletin of this period went out."""

    code = "bulletin.already_issued"


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A bulletin that is being put together, or was.

    ``by_hand`` tells that its text was edited apart from its contents, so that moves no longer reach it.
    ``number`` and ``running`` are None until it is issued.
    """

    id: int
    series: Series
    period: Period
    material: int
    material_version: int
    title: str
    text: str
    state: MaterialState
    by_hand: bool
    number: int | None = None
    running: int | None = None

    @property
    def open(self) -> bool:
        """Whether its contents may still be changed."""
        return self.state in OPEN_STATES


def draft(actor: Actor, series: Series, day: dt.date) -> DraftRow:
    """The bulletin over the period that holds ``day``: a new draft, or the present one brought up to date.

    Of extra issues there may be several a day: once one is out, the next is begun.

    Raises:
        UnderReviewError: it is under review or signed off.
        AlreadyIssuedError: it went out.
    """
    period = period_of(series, day)
    with database.atomic():
        lock(series)
        bulletin = _current(series, period)
        out = bulletin is not None and bulletin.number is not None
        if bulletin is None or (out and series == Series.EXTRA):
            bulletin = _create(actor, series, period)
        else:
            require_open(bulletin)
            refresh(actor, bulletin)
    return get(bulletin.id)


def lock(series: Series) -> SeriesCounter:
    """The counter of a series, held to the end of the transaction: one desk at a time drafts or issues.

    A series that the office has not known yet begins to count here.
    """
    if not SeriesCounter.select().where(SeriesCounter.series == series).exists():
        new = SeriesCounter.insert(series=series, year=clock.today().year)
        new.on_conflict_ignore().execute()
    counter: SeriesCounter = held(SeriesCounter.select().where(SeriesCounter.series == series)).get()
    return counter


def current(series: Series, day: dt.date) -> DraftRow | None:
    """The bulletin of the period that holds ``day``, whatever its state; None when there is none yet."""
    found = _current(series, period_of(series, day))
    return None if found is None else get(found.id)


def get(bulletin: int) -> DraftRow:
    """One bulletin with its text; raises `NotFoundError`."""
    return _row(load(bulletin))


def of_material(material: int) -> DraftRow | None:
    """The bulletin whose text this material is; None for material of other kinds."""
    found = Bulletin.get_or_none(Bulletin.material == material)
    return None if found is None else get(found.id)


def latest_open(series: Series) -> DraftRow | None:
    """The last bulletin of a series that has not gone out yet; None when all have."""
    return next((row for row in in_the_making() if row.series == series), None)


def in_the_making() -> tuple[DraftRow, ...]:
    """Every bulletin that has not gone out yet, of all series, the latest period first."""
    found = (
        Bulletin.select(Bulletin, Material)
        .join(Material)
        .where(Bulletin.number.is_null(), Material.state.not_in(GONE))
        .order_by(Bulletin.period_start.desc(), Bulletin.id.desc())
    )
    return tuple(_row(bulletin) for bulletin in found)


def is_up_to_date(bulletin: int) -> bool:
    """Whether contents and log would give the same text now as when it was last put together."""
    row = load(bulletin)
    return composed_now(row, counting_rules.load()) == row.composed_hash


def laid_out(bulletin: int, typed: PieceRow | None = None) -> tuple[Part, ...]:
    """What an issue would hold if it were put together now, piece by piece.

    Args:
        bulletin: the issue.
        typed: one of its pieces as somebody has typed it and not saved it yet.
    """
    row = load(bulletin)
    held = [typed if typed and typed.key == piece.key else piece for piece in pieces.in_bulletin(row.id)]
    period = Period(row.period_start, row.period_end)
    stored = issue_text.stored_sections(row.id)
    return _parts(row.series, period, stored, held, counting_rules.load())


def submit(actor: Actor, bulletin: int, sending: Sending | None = None) -> MaterialRow:
    """Bring a draft up to date, count its live figures for good and send it to review, in one transaction.

    Raises:
        UnderReviewError, AlreadyIssuedError: it is not open.
        DeskError: the approval queue refuses.
    """
    with database.atomic():
        row = load(bulletin)
        require_open(row)
        refresh(actor, row)

        def send(version: int | None) -> MaterialRow:
            return approvals.submit(actor, row.material.id, sending=sending, version=version)

        return live_figures.submit(actor, row.material.id, version=None, send=send)


def build_anew(actor: Actor, bulletin: int) -> DraftRow:
    """Replace a text that was edited by hand with the one its contents give; the other stays a revision."""
    with database.atomic():
        row = load(bulletin)
        require_open(row)
        _write(actor, row)
    return get(bulletin)


def period_of(series: Series, day: dt.date) -> Period:
    """Week, month or day of ``series`` that holds ``day``."""
    if series in {Series.DAILY, Series.EXTRA}:
        return Period(day, day)
    span = clock.week_of if series == Series.INTERNAL_REFERENCE else clock.month_of
    return Period(*span(day))


def load(bulletin: int) -> Bulletin:
    """The row with its material; raises `NotFoundError`."""
    found = Bulletin.select(Bulletin, Material).join(Material).where(Bulletin.id == bulletin).get_or_none()
    if found is None:
        raise NotFoundError(what="bulletin", name=bulletin)
    row: Bulletin = found
    return row


def require_open(bulletin: Bulletin) -> None:
    """Raise unless the contents of the bulletin may still be changed."""
    if bulletin.number is not None:
        raise AlreadyIssuedError(number=bulletin.number, running=bulletin.running)
    if bulletin.material.state not in OPEN_STATES:
        raise UnderReviewError(title=bulletin.material.title)


def refresh(actor: Actor, bulletin: Bulletin) -> None:
    """Bring the text up to date with contents and log, unless a person has edited it; in a transaction."""
    if bulletin.material.text_hash == bulletin.composed_hash:
        _write(actor, bulletin)


def composed_now(bulletin: Bulletin, worded: CountingRules) -> str:
    """Content hash of the text that contents and log would give now, its rules so worded."""
    return content_hash(*_composed(bulletin, worded))


def wording_of(bulletin: int) -> CountingRules:
    """How the rules in the text of a bulletin were worded when it was put together."""
    return counting_rules.from_json(load(bulletin).wording)


def _row(row: Bulletin) -> DraftRow:
    material = row.material
    return DraftRow(
        id=row.id,
        series=row.series,
        period=Period(row.period_start, row.period_end),
        material=material.id,
        material_version=material.version,
        title=material.title,
        text=material.body,
        state=material.state,
        by_hand=material.text_hash != row.composed_hash,
        number=row.number,
        running=row.running,
    )


def _current(series: Series, period: Period) -> Bulletin | None:
    found: Bulletin | None = (
        Bulletin.select(Bulletin, Material)
        .join(Material)
        .where(
            Bulletin.series == series,
            Bulletin.period_start == period.since,
            Bulletin.period_end == period.until,
            Material.state.not_in(GONE),
        )
        .order_by(Bulletin.id.desc())
        .first()
    )
    return found


def _create(actor: Actor, series: Series, period: Period) -> Bulletin:
    begun, worded = _beginning(series), counting_rules.load()
    title, body = _compose(series, period, begun.sections, begun.pieces, worded)
    made = approvals.create(actor, approvals.NewMaterial(_KINDS[series], title, body))
    row: Bulletin = Bulletin.create(
        series=series,
        period_start=period.since,
        period_end=period.until,
        material=made.id,
        composed_hash=made.text_hash,
        wording=worded.to_json(),
    )
    audit.record(actor, "bulletin.drafted", f"bulletin:{row.id}", series=series.value, since=period.since)
    if _take_over(row):
        Candidate.delete().where(Candidate.id.in_([piece.id for piece in begun.pieces])).execute()
        refresh(actor, load(row.id))
    else:
        circular.take_in(row.id, begun)
    return row


def _beginning(series: Series) -> Beginning:
    """What an issue begins with, to be moved or taken out like any piece."""
    if series == Series.CIRCULAR:
        return circular.beginning()
    return Beginning(pieces=_week_figures()) if series == Series.INTERNAL_REFERENCE else Beginning()


def _week_figures() -> tuple[PieceRow, ...]:
    """The figures of its week, with which an internal reference begins."""
    ids = [
        Candidate.create(
            kind=PieceKind.FIGURE,
            figure=table.value,
            section=label("bulletin.section_figures"),
            state=ContributionState.ACCEPTED,
            position=position,
        ).id
        for position, table in enumerate((FigureTable.WEEK, FigureTable.MATRIX), start=1)
    ]
    return tuple(pieces.get(PieceKind.FIGURE, number) for number in ids)


def _take_over(row: Bulletin) -> bool:
    """Pieces of a void or discarded bulletin of the period stand in the new one; whether there were any.

    Those of a correction are copies of pieces that come anyhow.
    """
    void = (
        Bulletin.select(Bulletin.id)
        .join(Material)
        .where(
            Bulletin.series == row.series,
            Bulletin.period_start == row.period_start,
            Material.state.in_(GONE),
            Material.corrects.is_null(),
        )
    )
    sections = BulletinSection.update(bulletin=row.id).where(BulletinSection.bulletin.in_(void))
    sections.execute()
    moved = 0
    for model in (Contribution, Candidate):
        taken = model.update(bulletin=row.id, version=model.version + 1).where(model.bulletin.in_(void))
        moved += taken.execute()
    return bool(moved)


def _write(actor: Actor, bulletin: Bulletin) -> None:
    if bulletin.series == Series.CIRCULAR:
        circular.lay_out(bulletin)
    worded = counting_rules.load()
    title, body = _composed(bulletin, worded)
    composed = content_hash(title, body)
    material = bulletin.material
    if material.text_hash != composed:
        change = approvals.TextChange(title, body, material.needed_by)
        approvals.edit(actor, material.id, change, version=material.version)
    kept = {Bulletin.composed_hash: composed, Bulletin.wording: worded.to_json()}
    Bulletin.update({**kept, Bulletin.version: Bulletin.version + 1}).where(
        Bulletin.id == bulletin.id
    ).execute()


def _composed(bulletin: Bulletin, worded: CountingRules) -> tuple[str, str]:
    period = Period(bulletin.period_start, bulletin.period_end)
    stored, held = issue_text.stored_sections(bulletin.id), pieces.in_bulletin(bulletin.id)
    return _compose(bulletin.series, period, stored, held, worded)


def _compose(
    series: Series, period: Period, stored: Sequence[str], held: Sequence[PieceRow], worded: CountingRules
) -> tuple[str, str]:
    """Title and text."""
    if series == Series.DAILY:
        return brief.brief_title(period), to_text(brief.daily_brief(period, worded))
    return _title(series, period), to_text(issue_text.whole(_parts(series, period, stored, held, worded)))


def _parts(
    series: Series, period: Period, stored: Sequence[str], held: Sequence[PieceRow], worded: CountingRules
) -> tuple[Part, ...]:
    make = circular.parts if series == Series.CIRCULAR else issue_text.parts
    return make(period, issue_text.sections_of(stored, held), held, worded)


def _title(series: Series, period: Period) -> str:
    if series == Series.CIRCULAR:
        return composing.circular_title(period)
    masthead = office_settings.load().internal_masthead
    if series == Series.EXTRA:
        day = period.since
        return label("bulletin.extra_title", masthead=masthead, year=day.year, month=day.month, day=day.day)
    week = period.since.isocalendar()
    return label("bulletin.week_title", masthead=masthead, year=week.year, week=week.week)
