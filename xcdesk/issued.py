"""Files of what went out, byte for byte, whatever kind of material it is."""

from pathlib import Path

from xcdesk.errors import DeskError
from xcdesk.files import write_file
from xcdesk.services import approvals
from xcdesk.services.issuing import bulletins, numbering, papers
from xcdesk.services.issuing.numbering import PDF, NewFile
from xcdesk.services.issuing.papers import PaperRow


class NoIssuedFileError(DeskError):
    """The material did not go out, or not in this format, or before its files were kept."""

    code = "paper.no_file"


def file_of(material: int, kind: str = PDF) -> NewFile:
    """A file of an issued material exactly as it went out, whatever kind of material it is.

    Raises:
        NoIssuedFileError: there is none.
    """
    draft, paper = bulletins.of_material(material), papers.of_material(material)
    kept = numbering.row(draft.id) if draft is not None else paper
    found = next((file for file in kept.files if file.kind == kind), None) if kept is not None else None
    if kept is None or found is None:
        raise NoIssuedFileError(title=approvals.row(material).title, kind=kind.upper())
    content = papers.content(kept, kind) if isinstance(kept, PaperRow) else numbering.content(kept.id, kind)
    return NewFile(kind, found.name, content)


def save(material: int, path: Path) -> str:
    """Write a file of an issued material, byte for byte; the kind follows the name. Returns the kind.

    Raises:
        NoIssuedFileError: the issue was not made in this format, or did not go out.
        FileInUseError: the file cannot be written.
    """
    kind = path.suffix.lower().lstrip(".") or PDF
    write_file(path, file_of(material, kind).content)
    return kind
