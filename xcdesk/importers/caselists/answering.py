"""What rows of a list of answers would enter: each is matched by the number of its case, and its check."""

from dataclasses import replace
from functools import partial

from xcdesk.codes import CaseResult, CaseState
from xcdesk.errors import DeskError
from xcdesk.importers.caselists import refusals
from xcdesk.importers.caselists.fields import CaseField, result_words
from xcdesk.importers.caselists.lines import CaseLine, Reply, RowSaid
from xcdesk.importers.caselists.tables import CaseTable
from xcdesk.importers.session import Fate
from xcdesk.lexicon import Lexicon
from xcdesk.normalise import folded, title_key
from xcdesk.services import cases
from xcdesk.services.cases import (
    RESULTS,
    Action,
    CaseDetail,
    CaseFilter,
    CaseRow,
    Request,
    form_facts,
)
from xcdesk.services.record.actor import Actor
from xcdesk.wording import Label, Listed, text

_ANSWERED = frozenset((CaseState.ANSWERED, CaseState.VERIFYING, CaseState.CLOSED))
_LOCKED = (CaseField.TITLE, CaseField.UNIT, CaseField.PROMISE, CaseField.DUE)


class Answers:
    """Judges one row after the other against the cases as they are."""

    def __init__(self, actor: Actor, lexicon: Lexicon, unit: str | None) -> None:
        self._actor, self._lexicon, self._unit = actor, lexicon, unit
        self._seen: dict[int, int] = {}
        self._cases = {
            _key(cases.number(row, language)): row
            for row in cases.every(CaseFilter())
            for language in ("zh", "en")
        }

    def line(self, said: RowSaid, table: CaseTable) -> CaseLine:
        """What a row would do."""
        shown = CaseLine(
            said.place,
            table.name,
            Fate.WRONG,
            said.text(CaseField.TITLE),
            said.text(CaseField.UNIT),
            " · ".join(filter(None, (said.text(CaseField.RESULT), said.text(CaseField.ANSWER)))),
        )
        if said.left_out:
            return replace(shown, fate=Fate.LEFT_OUT, left_out=said.left_out)
        if not any(said.text(one) for one in (CaseField.ANSWER, CaseField.RESULT, CaseField.ANSWERED)):
            return replace(shown, fate=Fate.LEFT_OUT, left_out="row.not_filled")
        try:
            row = self._case(said)
            shown = replace(shown, case=row, title=row.title, unit=row.unit)
            return self._judged(shown, said, cases.detail(self._actor, row.id))
        except refusals.HalfFilledError as half:
            return replace(shown, fate=Fate.LEFT_OUT, problems=(*said.problems, half), left_out="row.half")
        except DeskError as error:
            return replace(shown, problems=(*said.problems, error))

    def _case(self, said: RowSaid) -> CaseRow:
        """The case that a row is about, by its number; whatever its unit is called."""
        written = said.text(CaseField.NUMBER)
        if not written:
            raise refusals.NoNumberError
        row = self._cases.get(_key(written))
        if row is None:
            raise refusals.UnknownNumberError(number=written)
        return row

    def _judged(self, shown: CaseLine, said: RowSaid, seen: CaseDetail) -> CaseLine:
        row = seen.row
        self._require_facts(said, row)
        if said.problems:
            return replace(shown, problems=said.problems)
        result = self._result(said, row)
        words = said.text(CaseField.ANSWER)
        blank = [
            Label(f"case_field.{name.value}")
            for name, value in ((CaseField.RESULT, result), (CaseField.ANSWER, words))
            if not value
        ]
        if blank or result is None:
            raise refusals.HalfFilledError(fields=Listed(tuple(blank)))
        if row.state in _ANSWERED and (row.result, folded(seen.answer)) == (result, folded(words)):
            return replace(shown, fate=Fate.SAME)
        before = self._seen.setdefault(row.id, said.place.row)
        if before != said.place.row:
            raise refusals.TwiceError(row=before)
        sign = row.state == CaseState.DISPATCHED and bool(said.text(CaseField.CONTACT))
        reply = Reply(result, words, said.days.get(CaseField.ANSWERED), said.text(CaseField.CONTACT), sign)
        for action, request, state in steps(reply):
            refused = cases.refusal_of(self._actor, row.id, action, request, state)
            if refused is not None:
                raise refused
        return replace(shown, fate=Fate.NEW, reply=reply)

    def _require_facts(self, said: RowSaid, row: CaseRow) -> None:
        """Refuse a form that was made for another round, or in which what was printed was changed.

        A list without a check is an ordinary one; then only a unit that does not lead the case is refused.
        """
        token = said.text(CaseField.TOKEN)
        if not token:
            self._require_unit(said, row)
            return
        cells = {name.value: said.text(name) for name in _LOCKED}
        rounds = range(row.round, 0, -1)
        made = next((each for each in rounds if form_facts.token(row.id, each, cells) == token), None)
        if made is not None and cells["unit"] != row.unit:
            raise refusals.OtherUnitError(number=cases.number(row), unit=row.unit)
        if made == row.round:
            return
        printed = form_facts.printed(row)
        for name in _LOCKED if made is None else ():
            if cells[name.value] != printed[name.value]:
                heading = Label(f"case_field.{name.value}")
                before, now = printed[name.value] or "—", cells[name.value] or "—"
                raise refusals.ChangedFactError(field=heading, printed=before, said=now)
        raise refusals.OldFormError(number=cases.number(row))

    def _require_unit(self, said: RowSaid, row: CaseRow) -> None:
        written = said.text(CaseField.UNIT) or self._unit or ""
        found = self._lexicon.unit(written) if written else None
        if found is not None and found.id != row.unit_id:
            raise refusals.OtherUnitError(number=cases.number(row), unit=row.unit)

    def _result(self, said: RowSaid, row: CaseRow) -> CaseResult | None:
        written = said.text(CaseField.RESULT)
        if not written:
            return None
        fitting = RESULTS[row.kind]
        for one in fitting:
            word = partial(text, f"case.result.{one.value}")
            if folded(written) in (folded(word("zh")), folded(word("en")), *result_words().get(one, ())):
                return one
        known = Listed(tuple(Label(f"case.result.{one.value}") for one in fitting))
        raise refusals.UnknownResultError(text=written, known=known)


def steps(reply: Reply) -> tuple[tuple[Action, Request, CaseState | None], ...]:
    """The acts by which an answer is entered, and in which state each is done where that is not yet so."""
    given = Request(words=reply.words, result=reply.result, day=reply.day)
    if not reply.sign:
        return ((Action.ANSWER, given, None),)
    signed = Request(person=reply.contact[:40], day=reply.day)
    return ((Action.ACCEPT, signed, None), (Action.ANSWER, given, CaseState.ACCEPTED))


def _key(number: str) -> str:
    """A number as it is compared: whatever brackets and spaces stand in it."""
    return title_key(number)
