"""The register of issues written out: as a workbook, or as pages."""

from collections.abc import Sequence
from pathlib import Path

from xcdesk import settings
from xcdesk.services.issuing import register
from xcdesk.services.issuing.register import Entry
from xcdesk.wording import Language, Listed, text


def write_book(found: Sequence[Entry], path: Path, language: Language | None = None) -> int:
    """Write the register as a workbook and return how many entries it holds.

    Raises:
        FileInUseError: the file is open elsewhere or the folder cannot be written.
    """
    from xcdesk.reports.xlsx.table import write_table  # start-up time

    head, *_ = register.table((), language)
    rows = [
        (
            register.series_name(one.series, language),
            register.number_words(one, language),
            one.running,
            one.issued_on,
            one.title,
            one.pages or None,
            text(f"material.state.{one.state.value}", language),
            register.note_words(one, language),
        )
        for one in found
    ]
    notes = [register.run_words(run, language) for run in register.runs(found)]
    write_table(path, ((text("register.title", language),), head), rows, notes)
    return len(rows)


def face_words(one: Entry, language: Language | None = None) -> str:
    """With which faces the pages of an entry were set, those that came with the program by their use."""
    from xcdesk.reports.pdf.fonts import Role, bundled_face  # start-up time

    names = one.bulletin.faces.split(", ") if one.bulletin is not None and one.bulletin.faces else []
    own = {bundled_face(role).stem: text(f"register.face_{role}", language) for role in Role}
    shown = Listed(tuple(own.get(name, name) for name in names))
    return text("register.faces", language, faces=shown) if names else ""


def pages(found: Sequence[Entry]) -> bytes:
    """The register as a PDF."""
    from xcdesk.reports.pdf.sheet import print_sheet  # start-up time

    return print_sheet(register.printout(found), settings.own_fonts()).pdf
