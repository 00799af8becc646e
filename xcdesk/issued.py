"""Files of what went out, byte for byte, whatever kind of material it is."""

from pathlib import Path

from xcdesk import traces
from xcdesk.errors import DeskError
from xcdesk.files import write_file
from xcdesk.services import approvals
from xcdesk.services.approvals.trace import Span
from xcdesk.services.issuing import register
from xcdesk.services.issuing.numbering import PDF, TRACE, NewFile


class NoIssuedFileError(DeskError):
    """The material did not go out, or not in this format, or before its files were kept."""

    code = "paper.no_file"


def file_of(material: int, kind: str = PDF) -> NewFile:
    """A file of an issued material exactly as it went out, whatever kind of material it is.

    Raises:
        NoIssuedFileError: there is none.
    """
    entry = register.of_material(material)
    found = next((file for file in entry.files if file.kind == kind), None) if entry is not None else None
    if entry is None or found is None:
        raise NoIssuedFileError(title=approvals.row(material).title, kind=kind.upper())
    return NewFile(kind, found.name, register.content(entry, kind))


def trace_pages(material: int, span: Span | None = None) -> bytes:
    """The trace copy of a text; without ``span`` that of an issue is the one it was filed with.

    Raises:
        NotFoundError: there is no such material, or no such version of it.
        FontError: a font file of this machine cannot be used.
    """
    if span is None:
        try:
            return file_of(material, TRACE).content
        except NoIssuedFileError:
            pass  # not issued, or nothing was changed on the way: compared as it stands
    return traces.printed(material, span)


def save(material: int, path: Path) -> str:
    """Write a file of an issued material, byte for byte; the kind follows the name. Returns the kind.

    Raises:
        NoIssuedFileError: the issue was not made in this format, or did not go out.
        FileInUseError: the file cannot be written.
    """
    kind = path.suffix.lower().lstrip(".") or PDF
    write_file(path, file_of(material, kind).content)
    return kind
