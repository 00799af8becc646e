"""Proves an installed program: what it needs is in the folder and works on this machine."""

import datetime as dt
import json
import re
import subprocess
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from xcdesk import store, window_program, wording
from xcdesk.errors import DeskError
from xcdesk.files import FileInUseError, write_file
from xcdesk.services.accounts import hashing
from xcdesk.services.office import founding, people
from xcdesk.texts.documents import from_text

_SAMPLE = "示例·刘𬀩：祎翀珺旻，承诺办结率97.6%。"
_DAY = dt.date(2019, 3, 18)
_FAILURES = (DeskError, OSError, ImportError, LookupError, ValueError, ArithmeticError, RuntimeError)
"""What a broken installation raises; anything else is a defect of ours and shows as one."""


class ProofError(RuntimeError):
    """A part of the installed program does not do what it should."""


@dataclass(frozen=True, slots=True)
class Check:
    """One part that was tried; ``detail`` tells what was found, or what is wrong."""

    name: str
    ok: bool
    detail: str


def run(folder: Path) -> tuple[Check, ...]:
    """Try every part in ``folder``, which keeps what was made; a part that fails does not stop the others.

    Raises:
        FileInUseError: the folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileInUseError(path=folder) from error
    parts: tuple[tuple[str, Callable[[Path], str]], ...] = (
        ("database", _database),
        ("passwords", _passwords),
        ("workbook", _workbook),
        ("pdf", _pdf),
        ("docx", _docx),
        ("words", _words),
        ("help", _help),
    )
    checks = [_tried(name, part, folder) for name, part in parts]
    return (*checks, *_window(folder))


def _tried(name: str, part: Callable[[Path], str], folder: Path) -> Check:
    try:
        return Check(name, ok=True, detail=part(folder))
    except _FAILURES as error:
        return Check(name, ok=False, detail=f"{type(error).__name__}: {error}")


def _database(folder: Path) -> str:
    """A new office, closed and opened again."""
    path = folder / "selftest.db"
    for leftover in folder.glob("selftest.db*"):
        leftover.unlink()
    store.open_store(path, create=True)
    try:
        founding.found(sample=True)
        store.close_store()
        store.open_store(path)
        found = len(people.actors())
    finally:
        if store.is_open():
            store.close_store()
    return f"{found} accounts"


def _passwords(_folder: Path) -> str:
    """A password hashed at the cost of this version, known again, and no other."""
    kept = hashing.make(_SAMPLE)
    if not hashing.fits(kept, _SAMPLE) or hashing.fits(kept, _SAMPLE[:-1]):
        raise ProofError("a hash does not know its password")
    return "$".join(kept.split("$")[1:4])


def _workbook(folder: Path) -> str:
    """A workbook written, and read back by the reading process."""
    from xcdesk.importers.worker import read_book  # start-up time
    from xcdesk.reports.xlsx.book import Book, put

    path = folder / "selftest.xlsx"
    book = Book("selftest", _DAY)
    sheet = book.sheet("示例", _SAMPLE, (40,))
    put(sheet, 1, 0, "=1+1", book.formats.text)
    write_file(path, book.finish())
    cells = str(read_book(path).sheets)
    if _SAMPLE not in cells or "=1+1" not in cells:
        raise ProofError("the workbook came back with other contents")
    return path.name


def _pdf(folder: Path) -> str:
    """A printed page whose faces are embedded and whose text can be taken out again."""
    from xcdesk.reports.pdf.issue import Distribution, Issue, print_issue  # start-up time

    issue = Issue(
        "内部参考", 1, 1, "示例", _DAY, "", None, Distribution("", "", "", 0), "示例", contents=True
    )
    printed = print_issue(issue, from_text(f"# {_SAMPLE}\n{_SAMPLE}\n"))
    write_file(folder / "selftest.pdf", printed.pdf)
    described, embedded = printed.pdf.count(b"/FontDescriptor "), printed.pdf.count(b"/FontFile2 ")
    lost = sorted(set(_SAMPLE) - _readable(printed.pdf))
    if printed.missing or lost or not embedded or described < embedded:
        raise ProofError(f"{embedded} faces embedded, lost: {''.join((*printed.missing, *lost))}")
    return f"{printed.pages} pages, {', '.join(printed.faces)}"


def _readable(pdf: bytes) -> set[str]:
    """Characters that the file's maps give back to whoever copies or searches its text."""
    found: set[str] = set()
    for stream in _streams(pdf):
        if b"beginbfchar" in stream:
            for code in re.findall(rb"<[0-9A-F]{2}> <([0-9A-F]+)>", stream):
                found.update(bytes.fromhex(code.decode()).decode("utf-16-be", "replace"))
    return found


def _streams(pdf: bytes) -> Iterator[bytes]:
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\n?endstream", pdf, re.DOTALL):
        try:
            yield zlib.decompress(found[1])
        except zlib.error:
            continue


def _docx(folder: Path) -> str:
    """An editable document, opened again."""
    import docx  # start-up time

    from xcdesk.reports.docx.issue import write_docx
    from xcdesk.reports.pdf.issue import Distribution, Issue

    issue = Issue(
        "内部参考", 1, 1, "示例", _DAY, "", None, Distribution("", "", "", 0), "示例", contents=True
    )
    path = folder / "selftest.docx"
    write_file(path, write_docx(issue, from_text(_SAMPLE)))
    if _SAMPLE not in [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]:
        raise ProofError("the document came back with other contents")
    return path.name


def _words(_folder: Path) -> str:
    """Every sentence in both languages."""
    catalogue = wording.catalogue()
    lacking = [key for key, entry in catalogue.items() if not (entry.get("zh") and entry.get("en"))]
    if lacking:
        raise ProofError(", ".join(lacking))
    return f"{len(catalogue)} sentences"


def _help(folder: Path) -> str:
    """Every page of the help in both languages, and the quick guide printed from it."""
    from xcdesk import guide, handbook, sheets  # start-up time

    pages = [handbook.page(key, language) for key in handbook.page_keys() for language in ("zh", "en")]
    printed = sheets.write_pages_of(guide.quick_guide(), folder / "guide.pdf")
    if printed != guide.PAGES:
        raise ProofError(f"the quick guide has {printed} pages")
    return f"{len(pages)} pages"


def _window(folder: Path) -> tuple[Check, ...]:
    """What the window program found when it was asked the same."""
    try:
        found = window_program.proof(folder)
        return tuple(Check(str(each["name"]), bool(each["ok"]), str(each["detail"])) for each in found)
    except (*_FAILURES, subprocess.SubprocessError) as error:
        return (Check("window", ok=False, detail=f"{type(error).__name__}: {error}"),)


def as_json(checks: tuple[Check, ...]) -> str:
    """The checks as the one JSON object that the console and the window program answer."""
    listed = [{"name": check.name, "ok": check.ok, "detail": check.detail} for check in checks]
    return json.dumps({"ok": all(check.ok for check in checks), "checks": listed}, ensure_ascii=False)
