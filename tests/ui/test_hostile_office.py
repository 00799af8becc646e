"""An office in which every text that people type is markup, a formula or a trap: all of it stays text."""

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from peewee import CharField, TextField
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QColor, QDesktopServices, QImage
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)
from shiboken6 import isValid
from sqlcipher3 import dbapi2 as sqlcipher

from ui.main_window import MainWindow
from ui.pages.catalogue import all_pages
from ui.widgets.segmented import Segmented
from ui.widgets.verbs import Verb, VerbSet
from xcdesk import clock, everything, sheets
from xcdesk.models.tables import TABLES
from xcdesk.services.office import people
from xcdesk.sheets import SheetKind

_DIALOGS = {
    "roster": ("add", "liaison_change", "programme_new"),
    "coverage": ("item_log", "log_day", "log_columns"),
    "menus": ("acts", "trash", "import", "imports", "returns", "record", "shortcuts", "about"),
}
"""Verbs that open a form, a list or an answer, by page."""
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
_LEAVING = frozenset({"quit", "lock"})
"""Verbs that end what is being looked at."""
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
        for column in sorted(typed & TYPED) if table not in FIXED else ():
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


def test_every_page_and_dialog_shows_it_letter_by_letter(qtbot, desk):
    window = MainWindow(desk, all_pages(desk))
    qtbot.addWidget(window)
    window.resize(1366, 728)
    with qtbot.waitSignal(window.safe):
        window.show()
        window.start()
    found, seen = [], 0
    for page in window.pages:
        window.show_page(page.key)
        qtbot.waitUntil(lambda: not desk.runner.busy(), timeout=10_000)
        found += marked_up(window)
        verbs = (window.menus if page.key == "today" else page).verbs
        for verb in _DIALOGS.get("menus" if page.key == "today" else page.key, ()):
            verbs.trigger(verb)
            for dialog in [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]:
                if isValid(dialog) and dialog.isVisible():
                    seen += 1
                    found += marked_up(dialog)
                    dialog.reject()
    assert found == []
    assert seen >= sum(map(len, _DIALOGS.values()))


@pytest.fixture
def walked(qtbot, desk, monkeypatch):
    """The window in front of a leader; what would ask the system for a file or open one answers nothing."""
    for name, answer in (
        ("getSaveFileName", ("", "")),
        ("getOpenFileName", ("", "")),
        ("getOpenFileNames", ([], "")),
        ("getExistingDirectory", ""),
    ):
        monkeypatch.setattr(QFileDialog, name, lambda *_, answer=answer, **__: answer)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    leader = type(desk)(people.actor("chen"), desk.runner, desk.changes, desk.undo, desk.preferences)
    window = MainWindow(leader, all_pages(leader))
    qtbot.addWidget(window)
    window.resize(1366, 728)
    with qtbot.waitSignal(window.safe):
        window.show()
        window.start()
    return window


def parts_of(page: QWidget) -> Iterator[None]:
    """Brings each part of a page to the front in turn, with the first row of every list chosen."""
    done: set[tuple[int, str]] = set()
    while True:
        for view in page.findChildren(QAbstractItemView):
            if view.isVisible() and view.model() is not None and view.model().rowCount():
                view.setCurrentIndex(view.model().index(0, 0))
        yield
        left = [one for one in page.findChildren(Segmented) for one in one.findChildren(QPushButton)]
        left = [one for one in left if one.isVisible() and one.isEnabled()]
        ways = [one for one in left if (id(one.parent()), one.text()) not in done]
        if not ways:
            return
        done.add((id(ways[0].parent()), ways[0].text()))
        ways[0].click()


def opened_by(verbs: VerbSet, verb: Verb) -> Iterator[QDialog]:
    """Dialogs that a verb opens, if it can be done now; each is shut again."""
    verbs.refresh()
    if not verbs.action(verb.id).isEnabled():
        return
    verbs.trigger(verb.id)
    for dialog in [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]:
        if isValid(dialog) and dialog.isVisible():
            yield dialog
            dialog.reject()
    for menu in [one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu)]:
        menu.hide()


@pytest.mark.slow
def test_every_dialog_that_any_verb_opens_shows_it_letter_by_letter(qtbot, walked):
    found: list[str] = []
    seen: set[str] = set()

    def look(verbs: VerbSet) -> None:
        for verb in [verb for verb in verbs if verb.id not in _LEAVING]:
            for dialog in opened_by(verbs, verb):
                seen.add(type(dialog).__name__)
                found.extend(f"{verb.id}: {one}" for one in marked_up(dialog))

    for page in walked.pages:
        walked.show_page(page.key)
        for _ in parts_of(page):
            qtbot.waitUntil(lambda: not walked.desk.runner.busy(), timeout=20_000)
            found += marked_up(walked)
            for verbs in page.verb_sets():
                look(verbs)
    look(walked.menus.verbs)
    assert found == []
    assert len(seen) > 40, sorted(seen)


def test_every_paper_prints_it_and_every_workbook_holds_it(db, tmp_path):
    leader = people.actor("chen")
    said = ""
    for kind in SheetKind:
        paper = tmp_path / f"{kind.value}.pdf"
        sheets.write_pdf(kind, paper, leader)
        document = pypdfium2.PdfDocument(paper)
        for page in document:
            said += page.get_textpage().get_text_range()
            assert not list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))
        document.close()
    assert "<b>x" in said
    assert "A&B" in said
    everything.export(tmp_path / "all", leader)
    cells = list(itertools.chain.from_iterable(map(_cells, (tmp_path / "all" / "tables").glob("*.xlsx"))))
    assert not [cell for cell in cells if cell[1] == "f"]
    assert sum(str(value).startswith("=HYPERLINK") for value, _ in cells) > 50
    assert any(f"{TURNS}公司𠮷😀" in str(value) for value, _ in cells)


def _cells(path):
    book = openpyxl.load_workbook(path, read_only=True)
    yield from ((cell.value, cell.data_type) for row in book.active.iter_rows() for cell in row if cell.value)
    book.close()
