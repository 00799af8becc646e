"""An office in which every text that people type is markup, a formula or a trap: all of it stays text."""

import html
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from peewee import CharField, TextField
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget
from sqlcipher3 import dbapi2 as sqlcipher

from tests.ui.gallery.dialogs import every_dialog
from tests.ui.gallery.ground import Ground
from ui.main_window import MainWindow
from ui.pages.catalogue import all_pages
from xcdesk import case_pages, clock, consulting, everything, office, registers, sheets, traces
from xcdesk.files import write_file
from xcdesk.models import Bulletin, ConsultForm, CoverageItem, Material
from xcdesk.models.tables import TABLES
from xcdesk.services import cases
from xcdesk.services.approvals import consult_forms
from xcdesk.services.cases import CaseFilter
from xcdesk.services.issuing import bulletins, register
from xcdesk.services.office import people
from xcdesk.sheets import SheetKind

TURNS = "\u202e"
"""Lets what follows be read from right to left."""
RED = QColor("#FF00FE")
"""A colour that neither theme has, of the picture that every text asks for."""
TYPED = frozenset(
    (
        "answer",
        "author",
        "concerning",
        "contact",
        "evidence",
        "gone_name",
        "hotline",
        "label",
        "name",
        "note",
        "opinion",
        "post",
        "promise",
        "proposal",
        "question",
        "quote",
        "receiver",
        "reply",
        "resolution",
        "respondent",
        "section",
        "signatory",
        "slot",
        "source",
        "source_line",
        "step_name",
        "title",
        "url",
        "void_reason",
        "who_name",
        "why",
        "wording",
    )
)
"""Columns for what people type; the others hold codes, keys and JSON of the program's own."""
OWN = {"bulletin": {"wording"}}
"""Columns of these names that hold JSON all the same."""
FIXED = frozenset({"audit_entry", "bulletin_file", "material_file", "removed_row"})


def hostile(picture: str, number: int) -> str:
    """Markup first or a formula first, then everything else that has meant something somewhere."""
    markup = f"<img src='{picture}' width=60 height=60><b>x{number}"
    formula = f'=HYPERLINK("x{number}")'
    first, second = (markup, formula) if number % 2 else (formula, markup)
    return f"{first}A&B{TURNS}公司𠮷😀</b>{second}"


@pytest.fixture(scope="module")
def hostile_file(practice_file, tmp_path_factory):
    """The practice office with every typed text replaced, for which the guards of frozen rows are off."""
    folder = tmp_path_factory.mktemp("h")
    picture = folder / "r.png"
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(RED)
    assert image.save(str(picture))
    place = Path(shutil.copytree(practice_file.parent, folder / "office")) / practice_file.name
    file = sqlcipher.connect(str(place))
    file.create_function("hostile", 1, lambda number: hostile(picture.as_posix(), number))
    guards = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%\\_no\\_%' ESCAPE '\\'"
    sql = [row[0] for row in file.execute(guards.replace("SELECT name", "SELECT sql"))]
    for (name,) in file.execute(guards).fetchall():
        file.execute(f"DROP TRIGGER {name}")
    for model in TABLES:
        table, fields = model._meta.table_name, model._meta.sorted_fields
        typed = {field.column_name for field in fields if type(field) in {CharField, TextField}}
        if table in FIXED:
            continue
        for column in sorted((typed & TYPED) - OWN.get(table, set())):
            file.execute(f"UPDATE {table} SET {column} = hostile(id)")  # noqa: S608  # names of our own tables
    file.execute("UPDATE contribution SET body = title || replace(hex(zeroblob(2500)), '00', '长行')")
    for guard in sql:
        file.execute(guard)
    file.commit()
    file.close()
    return place


@pytest.fixture
def sqlite_place(hostile_file, tmp_path, monkeypatch):
    monkeypatch.setenv(clock.TODAY_VARIABLE, "2019-03-28")
    return shutil.copy(hostile_file, tmp_path / "desk.db").as_posix()


def marked_up(shown: QWidget) -> list[str]:
    """What a window draws of the picture, and labels in it that would read markup or turn the order round."""
    QApplication.sendPostedEvents()
    image = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = [f"{type(shown).__name__} drew it"] if bytes(image.constBits()).count(b"\xfe\x00\xff\xff") else []
    labels = [one for one in shown.findChildren(QLabel) if one.text()]
    odd = [one for one in labels if one.textFormat() != Qt.TextFormat.PlainText or TURNS in one.text()]
    found += [one.text() for one in odd]
    return found + [text for view in shown.findChildren(QAbstractItemView) for text in _turned(view)]


def _turned(view: QAbstractItemView) -> Iterator[str]:
    """Texts of the first rows of a list or a table that would turn the order round."""
    model = view.model()
    if model is None or not view.isVisible():
        return
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    for row in range(min(model.rowCount(), 20)):
        for column in range(columns):
            text = str(model.index(row, column).data() or "")
            if TURNS in text:
                yield f"{type(model).__name__}: {text}"


def test_every_page_and_every_dialog_shows_it_letter_by_letter(qtbot, desk, tmp_path):
    window = MainWindow(desk, all_pages(desk))
    qtbot.addWidget(window)
    window.resize(1366, 728)
    with qtbot.waitSignal(window.safe):
        window.show()
        window.start()
    found = []
    for page in window.pages:
        window.show_page(page.key)
        qtbot.waitUntil(lambda: not desk.runner.busy(), timeout=10_000)
        found += marked_up(window)
    openers = every_dialog(Ground(desk, window, tmp_path))
    for kind, opener in openers.items():
        dialog = opener()
        dialog.show()
        found += [f"{kind.__name__}: {one}" for one in marked_up(dialog)]
        dialog.hide()
        dialog.deleteLater()
    assert found == []
    assert len(openers) > 90, len(openers)


def papers(leader, folder: Path) -> Iterator[Path]:
    """Every sort of paper and of file that leaves the office, but for what was frozen when it went out."""
    for kind in SheetKind:
        sheets.write_pdf(kind, folder / f"{kind.value}.pdf", leader)
        sheets.write_book_as(kind, leader, folder / f"{kind.value}.xlsx")
    printed = {
        "item": sheets.item(CoverageItem.get().id),
        "code": sheets.printed_recovery(leader, "示例"),
        "key": sheets.printed_case_key(leader, "示例"),
        "ledger": case_pages.printed(case_pages.ledger()),
    }
    rows = cases.page(CaseFilter(), limit=8)
    latest = case_pages.latest_sheets(leader, rows)
    printed["together"] = case_pages.printed_together(latest)
    for at, paper in enumerate((*latest, case_pages.ledger())):
        case_pages.write_docx(paper, folder / f"case{at}.docx")
    printed |= {f"case{row.id}": sheets.case(leader, row.id) for row in rows}
    for row in Material.select(Material.id).limit(8):
        printed[f"text{row.id}"] = sheets.material(leader, row.id)
        printed[f"review{row.id}"] = sheets.review(leader, row.id)
        write_file(folder / f"trace{row.id}.pdf", traces.printed(row.id))
    for name, made in printed.items():
        write_file(folder / f"{name}.pdf", made.pdf)
    for row in Bulletin.select(Bulletin.id):
        for file in office.proof(bulletins.get(row.id)).files:
            write_file(folder / f"issue{row.id}.{file.kind}", file.content)
    found = register.entries()
    write_file(folder / "register.pdf", registers.pages(found))
    registers.write_book(found, folder / "register.xlsx")
    for form in ConsultForm.select(ConsultForm.id):
        consulting.write(consult_forms.form(form.id), folder / f"form{form.id}.docx")
    everything.export(folder / "all", leader)
    yield from (path for path in sorted(folder.rglob("*")) if path.is_file())


def test_every_paper_prints_it_and_every_workbook_holds_it(db, tmp_path):
    read: dict[str, Callable[[Path], str]] = {".pdf": _pages, ".xlsx": _book, ".docx": _document}
    said: dict[str, list[str]] = {ending: [] for ending in read}
    for path in papers(people.actor("chen"), tmp_path):
        if path.suffix in read:
            said[path.suffix].append(read[path.suffix](path))
    assert {ending: len(texts) > 10 for ending, texts in said.items()} == dict.fromkeys(read, True), {
        ending: len(texts) for ending, texts in said.items()
    }
    assert all(any("<b>x" in text and "A&B" in text for text in texts) for texts in said.values())
    assert any(TURNS in text for text in said[".xlsx"])  # what is taken along whole is as it was typed
    assert not any(TURNS in text for text in (*said[".pdf"], *said[".docx"]))


def _pages(path: Path) -> str:
    """Text of a PDF, which holds none of the pictures that the texts ask for."""
    document = pypdfium2.PdfDocument(path)
    said = ""
    for page in document:
        said += page.get_textpage().get_text_range()
        assert not list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])), path
    document.close()
    return said


def _book(path: Path) -> str:
    """Texts of a workbook, in which no text has become a formula or a link."""
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell for cell in cells if cell.data_type == "f" and "HYPERLINK" in str(cell.value)], path
    assert not [cell for cell in cells if cell.hyperlink and cell.hyperlink.target], path
    book.close()
    return "\n".join(str(cell.value) for cell in cells if cell.data_type != "f")


def _document(path: Path) -> str:
    """Texts of a Word file, in which none has become a field, a link or a picture of theirs."""
    with zipfile.ZipFile(path) as parts:
        pages = parts.read("word/document.xml").decode()
        links = parts.read("word/_rels/document.xml.rels").decode()
    assert "External" not in links, path
    fields = re.findall(r"<w:instrText[^>]*>([^<]*)<", pages)
    assert not [field for field in fields if "HYPERLINK" in field or "INCLUDE" in field], path
    return html.unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", pages)))
