"""Consulting forms (征求意见单) as files: written for whoever is asked, and read when they come back."""

import re
from dataclasses import dataclass
from pathlib import Path

from xcdesk.errors import DeskError
from xcdesk.files import write_file
from xcdesk.services import approvals
from xcdesk.services.approvals import consult_forms
from xcdesk.services.approvals.consult_forms import FormRow, NewForm, Reply
from xcdesk.services.approvals.consult_lines import Found, RepliedLine
from xcdesk.services.log.evidence import NewFile
from xcdesk.services.office import office_settings, practising
from xcdesk.services.office.printed import label
from xcdesk.services.record.actor import Actor

_NUMBER = re.compile(r"〔(\d{4})〕\s*第\s*(\d{1,6})\s*号")
_MOST_DIGITS = 6
_COLUMNS, _PAIR = 3, 2


class NoFormError(DeskError):
    """The file is not one of this office's forms, or its number cannot be read any more; fact ``file``."""

    code = "consult_form.no_form"


class UnreadableReplyError(DeskError):
    """The file is no Word file of today (.docx), or is broken; fact ``file``."""

    code = "consult_form.unreadable"


class OtherFormError(DeskError):
    """The file is the reply to another form; facts ``file`` and ``name``."""

    code = "consult_form.other_form"


@dataclass(frozen=True, slots=True)
class Read:
    """A reply as it was read: the form it answers, what it holds, and what that says of the text."""

    form: FormRow
    reply: Reply
    found: tuple[Found, ...]


def send(actor: Actor, material: int, new: NewForm, path: Path) -> FormRow:
    """Give a form its number and write it to ``path``; the form is there even if the file cannot be written.

    Raises:
        DeskError: what `consult_forms.send` refuses.
        FileInUseError: the file cannot be written; `write` does it again.
    """
    row = consult_forms.send(actor, material, new)
    write(row, path)
    return row


def write(row: FormRow, path: Path) -> None:
    """Write a form, the same as ever, to ``path``; raises `FileInUseError`."""
    from xcdesk.reports.docx.consult_form import FormSheet, write_form  # start-up time

    version = next(each for each in approvals.versions(row.material) if each.revision == row.revision)
    kind = label(f"material.kind.{approvals.row(row.material).kind.value}")
    sheet = FormSheet(row, version.title, kind, office_settings.load().issuer)
    write_file(path, write_form(sheet))


def file_name(row: FormRow) -> str:
    """What the file of a form is called, without its ending."""
    name = label("consult_form.file", year=row.year, number=row.number, receiver=row.receiver)
    return practising.file_name(name)


def read(path: Path, expected: FormRow | None = None) -> Read:
    """Read a reply; nothing is written.

    Args:
        path: the form as it came back, a Word file.
        expected: the form that it should answer; None takes whichever it names.

    Raises:
        NoFormError, OtherFormError: it is no form, or not that one.
        UnreadableReplyError: it is no Word file, or a broken or hostile one.
    """
    from xcdesk.importers.refusals import RefusedFileError  # start-up time
    from xcdesk.importers.word import read_word

    try:
        found = read_word(path.read_bytes())
    except (OSError, RefusedFileError) as error:
        raise UnreadableReplyError(file=path.name) from error
    cells = [cell.words for table in found.tables for row in table for cell in row]
    form = _named("\n".join((found.loose, *cells)), path)
    if expected is not None and form.id != expected.id:
        raise OtherFormError(
            file=path.name, name=label("consult_form.name", year=form.year, number=form.number)
        )
    lines = tuple(
        _line([cell.words for cell in row], [remark for cell in row for remark in cell.remarks])
        for table in found.tables
        for row in table
        if len(row) == _COLUMNS and row[0].words != label("consult_form.head_number")
    )
    pairs = {row[0].words: row[1].words for table in found.tables for row in table if len(row) == _PAIR}
    reply = Reply(
        respondent=pairs.get(label("consult_form.respondent"), ""),
        opinion=pairs.get(label("consult_form.whole"), ""),
        lines=lines,
        file=NewFile.at(path),
    )
    return Read(form, reply, consult_forms.found_in(form, lines))


def _named(words: str, path: Path) -> FormRow:
    """The form whose number stands first in what was read."""
    told = _NUMBER.search(words)
    if told is None:
        raise NoFormError(file=path.name)
    return consult_forms.numbered(int(told[1]), int(told[2]))


def _line(cells: list[str], remarks: list[str]) -> RepliedLine:
    number, words, opinion = cells
    said = [opinion] if opinion else []
    plain = number.strip().rstrip(".．、")
    known = int(plain) if plain.isdecimal() and len(plain) <= _MOST_DIGITS else None
    return RepliedLine(known, words, (*said, *remarks))
