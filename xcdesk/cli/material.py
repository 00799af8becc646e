"""Console commands of the approval queue."""

import argparse
from collections.abc import Callable
from pathlib import Path

from xcdesk import clock, office
from xcdesk.cli.frame import Answer, Command, Desk, day, number
from xcdesk.codes import MaterialState
from xcdesk.errors import DeskError
from xcdesk.services import approvals
from xcdesk.services.approvals import (
    Action,
    EventRow,
    MaterialRow,
    NewMaterial,
    PaperSigned,
    Point,
    ReturnTo,
    Sending,
    TextChange,
)
from xcdesk.services.approvals import state_label as state_word
from xcdesk.services.log.evidence import NewFile
from xcdesk.wording import text

_SENDING = (Action.SUBMIT, Action.AGREE)


class UnreadableTextFileError(DeskError):
    """The file with the text of a material is missing or is no text."""

    code = "material.file_unreadable"


def _read(path: Path) -> str:
    """Text of a file in UTF-8, with or without a mark at its head, or in GB18030."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableTextFileError(file=path.name) from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableTextFileError(file=path.name)


def answer(row: MaterialRow) -> Answer:
    """What every act on a material answers."""
    payload = {"id": row.id, "state": row.state, "version": row.revision, "hash": row.text_hash}
    line = text(
        "material.line", id=row.id, title=row.title, state=state_word(row.state), revision=row.revision
    )
    return Answer(payload, (line,))


def _new(desk: Desk) -> Answer:
    words = desk.words
    kind = approvals.kind_of(words.kind)
    new = NewMaterial(kind, words.title, _read(words.text))
    return answer(approvals.create(desk.actor(), new))


def _edit(desk: Desk) -> Answer:
    words = desk.words
    before = approvals.row(words.id)
    change = TextChange(words.title or before.title, _read(words.text), before.needed_by)
    return answer(office.edit_material(desk.actor(), words.id, change, version=before.version))


def _submit(desk: Desk) -> Answer:
    words = desk.words
    said = words.note is not None or words.checked is not None
    checked = None if words.checked is None else frozenset(Point(each) for each in words.checked)
    sending = Sending(words.note or "", checked) if said else None
    return answer(office.submit_material(desk.actor(), words.id, sending=sending))


def _recall(desk: Desk) -> Answer:
    return answer(approvals.recall(desk.actor(), desk.words.id, reason=desk.words.reason))


def sent_on(material: int) -> str:
    """Hash of the text last submitted or agreed to: a verdict without ``--seen`` is on that one.

    Whoever changes a text under review changes what is being decided; the leader must say that he saw it.
    """
    row = approvals.row(material)
    if row.state != MaterialState.IN_REVIEW:
        return row.text_hash
    sent = [event.text_hash for event in approvals.log(material) if event.action in _SENDING]
    return sent[-1]


def _agree(desk: Desk) -> Answer:
    words = desk.words
    read = words.seen or sent_on(words.id)
    return answer(approvals.agree(desk.actor(), words.id, seen_hash=read, opinion=words.opinion))


def _return(desk: Desk) -> Answer:
    words = desk.words
    read = words.seen or sent_on(words.id)
    to = ReturnTo(words.to)
    return answer(approvals.send_back(desk.actor(), words.id, seen_hash=read, opinion=words.opinion, to=to))


def _issue(desk: Desk) -> Answer:
    return answer(office.issue_material(desk.actor(), desk.words.id))


def _void(desk: Desk) -> Answer:
    words = desk.words
    if words.scan is None:
        return answer(approvals.void(desk.actor(), words.id, reason=words.reason))
    signed = PaperSigned(words.signatory, words.post, words.date or clock.today(), NewFile.at(words.scan))
    return answer(approvals.void_on_paper(desk.actor(), words.id, signed, reason=words.reason))


def _log(desk: Desk) -> Answer:
    events = approvals.log(desk.words.id)
    lines = [
        text(
            "material.log_line",
            at=f"{clock.local(event.at):%Y-%m-%d %H:%M}",
            who=approvals.who_words(event),
            action=approvals.action_label(event.action),
            state=state_word(event.to_state),
            revision=event.revision,
            opinion=event.opinion,
        )
        for event in events
    ]
    return Answer({"events": [_event(event) for event in events]}, lines)


def _event(event: EventRow) -> dict[str, object]:
    payload: dict[str, object] = {
        "at": event.at.isoformat(),
        "who": event.who,
        "action": event.action,
        "from": event.from_state,
        "to": event.to_state,
        "opinion": event.opinion,
        "hash": event.text_hash,
    }
    more: dict[str, object] = {
        "behalf_of": event.behalf_of,
        "concerning": event.concerning,
        "checked": list(event.checked),
    }
    if event.sheet is not None:
        more["paper"] = {"signatory": event.sheet.signatory, "signed_on": event.sheet.signed_on}
    return payload | {name: value for name, value in more.items() if value}


def material_id(parser: argparse.ArgumentParser) -> None:
    """Takes the number of a material."""
    parser.add_argument("id", type=number, metavar="ID")


def _new_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", required=True, help="code of a kind of material")
    parser.add_argument("--title", required=True)
    parser.add_argument("--text", required=True, type=Path, metavar="FILE")


def _edit_options(parser: argparse.ArgumentParser) -> None:
    material_id(parser)
    parser.add_argument("--title", help="a new title; otherwise it stays")
    parser.add_argument("--text", required=True, type=Path, metavar="FILE")


def seen(parser: argparse.ArgumentParser) -> None:
    """Takes the hash of the text that was read."""
    parser.add_argument(
        "--seen", metavar="HASH", help="hash of the text that was read; refused if it changed"
    )


def _submit_options(parser: argparse.ArgumentParser) -> None:
    material_id(parser)
    parser.add_argument("--note", help="for those who review it")
    points = [each.value for each in Point]
    parser.add_argument("--checked", nargs="+", choices=points, metavar="POINT", help=" ".join(points))


def _agree_options(parser: argparse.ArgumentParser) -> None:
    material_id(parser)
    parser.add_argument("--opinion", default="")
    seen(parser)


def _return_options(parser: argparse.ArgumentParser) -> None:
    material_id(parser)
    parser.add_argument("--opinion", required=True)
    parser.add_argument("--to", choices=[each.value for each in ReturnTo], default=ReturnTo.START.value)
    seen(parser)


def _recall_options(parser: argparse.ArgumentParser) -> None:
    material_id(parser)
    parser.add_argument("--reason", default="", help="why, for those who were to review it")


def _void_options(parser: argparse.ArgumentParser) -> None:
    material_id(parser)
    parser.add_argument("--reason", required=True)
    paper = parser.add_argument_group("decided on paper, where no leader has an account")
    paper.add_argument("--signatory", default="", help="leader who decided")
    paper.add_argument("--post", default="")
    paper.add_argument("--date", type=day, help="day on the sheet; otherwise today")
    paper.add_argument("--scan", type=Path, metavar="FILE")


def command(
    name: str,
    summary: str,
    run: Callable[[Desk], Answer],
    options: Callable[[argparse.ArgumentParser], None] = material_id,
) -> Command:
    """A command ``material NAME``, of one material unless ``options`` says otherwise."""
    return Command(f"material {name}", summary, run, options)


COMMANDS = (
    command("new", "Draft a material of the office's own.", _new, _new_options),
    command("edit", "Save a new text.", _edit, _edit_options),
    command("submit", "Send it to review.", _submit, _submit_options),
    command("agree", "Agree to it at the step in hand.", _agree, _agree_options),
    command("return", "Return it for changes.", _return, _return_options),
    command("recall", "Take it back from review.", _recall, _recall_options),
    command("issue", "Issue what was signed off.", _issue),
    command("void", "Void it for good.", _void, _void_options),
    command("log", "Everything that happened to it.", _log),
)
