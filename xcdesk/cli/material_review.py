"""Console commands of the approval queue beyond sign-off: who is called in, and what comes after an issue."""

import argparse
from collections.abc import Callable
from pathlib import Path

from xcdesk import issued, office
from xcdesk.cli.frame import Answer, Desk, day, number
from xcdesk.cli.material import answer, command, material_id, seen, sent_on
from xcdesk.codes import MaterialKind, MaterialState
from xcdesk.services import approvals
from xcdesk.services.approvals import Asked, Expediting, MaterialRow, PaperSigned, QueueFilter, QueueOrder
from xcdesk.services.approvals import state_label as state_word
from xcdesk.services.issuing import papers
from xcdesk.services.issuing.papers import PaperRow
from xcdesk.services.log.evidence import NewFile
from xcdesk.services.office import people
from xcdesk.wording import sentence, text


def _claim(desk: Desk) -> Answer:
    return answer(approvals.claim(desk.actor(), desk.words.id))


def _add(desk: Desk) -> Answer:
    words = desk.words
    return answer(approvals.add(desk.actor(), words.id, _person(words.person), why=words.why))


def _hand_over(desk: Desk) -> Answer:
    words = desk.words
    return answer(approvals.hand_over(desk.actor(), words.id, _person(words.person), why=words.why))


def _consult(desk: Desk) -> Answer:
    words = desk.words
    person = _person(words.person)
    return answer(approvals.consult(desk.actor(), words.id, person, question=words.question))


def _advise(desk: Desk) -> Answer:
    return answer(approvals.advise(desk.actor(), desk.words.id, reply=desk.words.reply))


def _chase(desk: Desk) -> Answer:
    return answer(approvals.chase(desk.actor(), desk.words.id))


def _paper(desk: Desk) -> Answer:
    words = desk.words
    person = _person(words.person) if words.person else None
    signed = PaperSigned(
        words.signatory, words.post, words.date, NewFile.at(words.scan), person, words.opinion
    )
    text_hash = words.seen or sent_on(words.id)
    return answer(approvals.sign_on_paper(desk.actor(), words.id, signed, seen_hash=text_hash))


def _expedite(desk: Desk) -> Answer:
    words = desk.words
    terms = Expediting(words.reason, _person(words.owner), words.due)
    text_hash = words.seen or sent_on(words.id)
    return answer(office.expedite_material(desk.actor(), words.id, terms, seen_hash=text_hash))


def _check(desk: Desk) -> Answer:
    words = desk.words
    text_hash = words.seen or approvals.row(words.id).text_hash
    return answer(approvals.check(desk.actor(), words.id, seen_hash=text_hash, opinion=words.opinion))


def _correct(desk: Desk) -> Answer:
    return answer(office.correct_material(desk.actor(), desk.words.id, reason=desk.words.reason))


def _archive(desk: Desk) -> Answer:
    return answer(approvals.archive(desk.actor(), desk.words.id))


def _discard(desk: Desk) -> Answer:
    return answer(approvals.discard(desk.actor(), desk.words.id))


def _restore(desk: Desk) -> Answer:
    return answer(approvals.restore(desk.actor(), desk.words.id))


def _terminate(desk: Desk) -> Answer:
    return answer(approvals.terminate(desk.actor(), desk.words.id, reason=desk.words.reason))


def _list(desk: Desk) -> Answer:
    words, actor = desk.words, desk.actor()
    state = MaterialState(words.state) if words.state else None
    kind = approvals.kind_of(words.kind) if words.kind else None
    order = QueueOrder(words.order)
    asked = Asked(QueueFilter(words.which), words.search, kind, state, order)
    rows = approvals.page(actor, asked, limit=words.limit)
    payload = {"total": approvals.count(actor, asked), "rows": [_listed(row) for row in rows]}
    lines = [
        text(
            "material.list_line",
            id=row.id,
            title=row.title,
            state=state_word(row.state),
            step=row.step_name,
            needed=row.needed_by or "",
            why=approvals.why_words(row),
        )
        for row in rows
    ]
    return Answer(payload, lines)


def _listed(row: MaterialRow) -> dict[str, object]:
    return {
        "id": row.id,
        "kind": row.kind,
        "title": row.title,
        "state": row.state,
        "step": row.step_name,
        "needed_by": row.needed_by,
        "waiting_hours": round(approvals.hours_waited(row), 1),
        "target_hours": row.hours,
        "why": row.why.reason if row.why else None,
        "behalf_of": row.why.behalf_of if row.why else "",
        "claimed_by": row.claimed_by,
        "check_owner": row.check_owner,
        "check_due": row.check_due,
        "corrects": row.corrects,
        "corrected_by": row.corrected_by,
    }


def _show(desk: Desk) -> Answer:
    """Its steps, and each act with the reason why this person cannot do it."""
    found = approvals.detail(desk.actor(), desk.words.id)
    steps = [
        {
            "step": step.name,
            "role": step.role,
            "mode": step.mode,
            "verdict": step.verdict,
            "seats": [
                {"who": seat.name, "why": seat.source, "state": seat.state, "hand": seat.hand}
                for seat in step.seats
            ],
        }
        for step in found.steps
    ]
    actions = {
        each.action.value: None if each.refusal is None else sentence(each.refusal) for each in found.actions
    }
    lines = [
        text("material.action_line", action=approvals.action_label(action), reason=reason or "✓")
        for action, reason in actions.items()
    ]
    return Answer({**_listed(found.row), "steps": steps, "actions": actions}, lines)


def _register(desk: Desk) -> Answer:
    """Numbers of a kind without gaps; a void one stays with its reason."""
    kind = approvals.kind_of(desk.words.kind) if desk.words.kind else None
    rows = papers.register(kind)
    payload = [
        {
            "id": row.material,
            "kind": row.kind,
            "year": row.year,
            "number": row.number,
            "title": row.title,
            "state": row.state,
            "issued_on": row.issued_on,
            "pages": row.pages,
            "void_reason": row.void_reason,
            "files": [{"kind": file.kind, "name": file.name, "sha256": file.sha256} for file in row.files],
        }
        for row in rows
    ]
    return Answer({"issues": payload}, [_register_line(row) for row in rows])


def _register_line(row: PaperRow) -> str:
    return text(
        "paper.line",
        material=row.material,
        kind=text(f"material.kind.{row.kind.value}"),
        year=row.year,
        number=row.number,
        title=row.title,
        state=state_word(row.state),
        reason=row.void_reason,
    )


def _reprint(desk: Desk) -> Answer:
    words = desk.words
    kind = issued.save(words.id, words.to)
    return Answer({"id": words.id, "kind": kind, "file": str(words.to)}, (str(words.to),))


def _person(name: str) -> int:
    return people.actor(name).id


def _called_in(*more: str) -> Callable[[argparse.ArgumentParser], None]:
    def options(parser: argparse.ArgumentParser) -> None:
        material_id(parser)
        parser.add_argument("--person", required=True, metavar="NAME", help="login or name")
        for name in more:
            parser.add_argument(name, required=True)

    return options


def _said(name: str) -> Callable[[argparse.ArgumentParser], None]:
    def options(parser: argparse.ArgumentParser) -> None:
        material_id(parser)
        parser.add_argument(name, required=True)

    return options


def _paper_options(parser: argparse.ArgumentParser) -> None:
    material_id(parser)
    parser.add_argument("--signatory", required=True, help="name on the sheet")
    parser.add_argument("--post", default="")
    parser.add_argument("--date", required=True, type=day, help="day of the signature")
    parser.add_argument("--scan", required=True, type=Path, metavar="FILE")
    parser.add_argument("--person", metavar="NAME", help="account of the signatory, if there is one")
    parser.add_argument("--opinion", default="")
    seen(parser)


def _expedite_options(parser: argparse.ArgumentParser) -> None:
    material_id(parser)
    parser.add_argument("--reason", required=True)
    parser.add_argument("--owner", required=True, metavar="NAME", help="who owes the check")
    parser.add_argument("--due", type=day, help="day of the check; otherwise the next working day")
    seen(parser)


def _check_options(parser: argparse.ArgumentParser) -> None:
    material_id(parser)
    parser.add_argument("--opinion", default="")
    seen(parser)


def _list_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--which", choices=tuple(QueueFilter), default=QueueFilter.ALL)
    parser.add_argument("--search", default="", metavar="TEXT")
    parser.add_argument("--kind", choices=tuple(MaterialKind))
    parser.add_argument("--state", choices=tuple(MaterialState))
    parser.add_argument("--order", choices=tuple(QueueOrder), default=QueueOrder.NEEDED)
    parser.add_argument("--limit", type=number, default=approvals.PAGE)


def _register_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", choices=tuple(MaterialKind))


def _reprint_options(parser: argparse.ArgumentParser) -> None:
    material_id(parser)
    parser.add_argument("--to", type=Path, required=True, metavar="FILE", help=".pdf or .docx")


COMMANDS = (
    command("list", "What there is, and what waits for whom.", _list, _list_options),
    command("show", "Its steps, and why something cannot be done.", _show),
    command("claim", "Say that one is at it, or no longer.", _claim),
    command("add", "Add a reviewer who must agree too.", _add, _called_in("--why")),
    command("hand-over", "Give one's part to somebody else.", _hand_over, _called_in("--why")),
    command("consult", "Ask for advice, which decides nothing.", _consult, _called_in("--question")),
    command("advise", "Answer when asked for advice.", _advise, _said("--reply")),
    command("chase", "Remind those whose turn it is.", _chase),
    command("paper", "Record a signature on paper.", _paper, _paper_options),
    command("expedite", "Issue it first, to be checked later.", _expedite, _expedite_options),
    command("check", "Check what was issued first.", _check, _check_options),
    command("correct", "Draft the correction of an issue.", _correct, _said("--reason")),
    command("register", "Numbers given to what is no bulletin.", _register, _register_options),
    command("reprint", "Write the file of an issue as it went out.", _reprint, _reprint_options),
    command("archive", "Put away what was issued.", _archive),
    command("discard", "Put a draft into the trash.", _discard),
    command("restore", "Take a draft out of the trash.", _restore),
    command("terminate", "End what was submitted once.", _terminate, _said("--reason")),
)
