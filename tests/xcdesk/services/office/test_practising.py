"""Practice knows itself wherever it is copied to, says so on all it makes, and never joins real data."""

import datetime as dt
import io
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pdfplumber
import pytest

from xcdesk import office, store
from xcdesk.codes import Series
from xcdesk.files import named_after
from xcdesk.importers import plan, templates
from xcdesk.importers.refusals import OfficeFileError, PracticeFileError
from xcdesk.reports.xlsx.table import write_table
from xcdesk.server import moving
from xcdesk.services.backups import keeping, restoring
from xcdesk.services.issuing import bulletins
from xcdesk.services.office import people, practising
from xcdesk.services.office.practising import OfficeBackupError, PracticeBackupError, PracticeStaysError
from xcdesk.services.roster import units
from xcdesk.store import Location

DAY = dt.date(2019, 3, 5)
STAMP = "练习　示例数据，不是正式文件"

pytestmark = pytest.mark.file_engine


@pytest.fixture
def both(tmp_path, founded_file):
    """Places of a real office and of a practice office, both closed."""
    real, practice = (tmp_path / name / "desk.db" for name in ("real", "practice"))
    for place in (real, practice):
        place.parent.mkdir()
        shutil.copy(founded_file, place)
    store.open_store(practice)
    practising.begin()
    store.close_store()
    yield real, practice
    store.close_store()


def test_a_copy_of_practice_is_practice_and_a_real_office_is_not(both, tmp_path):
    real, practice = both
    store.open_store(real)
    assert not store.is_practice()
    assert practising.stamp() == ""
    assert practising.file_name("通报") == "通报"
    store.close_store()
    store.open_store(shutil.copy(practice, tmp_path / "elsewhere.db"))
    assert store.is_practice()
    assert practising.file_name("通报") == practising.file_name("练习_通报") == named_after("练习_通报")
    store.close_store()
    assert not store.is_practice()


def test_every_page_file_and_workbook_of_practice_says_so(both, tmp_path):
    _, practice = both
    store.open_store(practice)
    draft = bulletins.draft(people.actor("guo"), Series.CIRCULAR, DAY)
    files = {file.kind: file for file in office.proof(draft).files}
    assert all(file.name.startswith("练习_") for file in files.values())
    with pdfplumber.open(io.BytesIO(files["pdf"].content)) as pdf:
        assert all("练习" in (page.crop((0, 0, page.width, 100)).extract_text() or "") for page in pdf.pages)
    book = openpyxl.load_workbook(io.BytesIO(files["xlsx"].content))
    assert {sheet.oddHeader.center.text for sheet in book} == {STAMP}
    with zipfile.ZipFile(io.BytesIO(files["docx"].content)) as word:
        heads = [word.read(name).decode() for name in word.namelist() if "/header" in name]
    assert heads
    assert all(STAMP in head for head in heads)
    write_table(tmp_path / "表.xlsx", [["栏"]], [["值"]])
    assert openpyxl.load_workbook(tmp_path / "表.xlsx").active.oddHeader.center.text == STAMP


def test_backups_do_not_cross_over_in_either_direction(both, tmp_path):
    taken = []
    for place in both:
        store.open_store(place)
        taken.append(Path(keeping.back_up(keeping.Reason.BY_HAND).file))
        store.close_store()
    real, practice = taken
    store.open_store(both[0])
    with pytest.raises(PracticeBackupError):
        restoring.make_file(practice, tmp_path / "new.db")
    restoring.make_file(real, tmp_path / "mine.db")
    store.close_store()
    with pytest.raises(PracticeBackupError):  # as on a new machine, where nothing is open
        restoring.require_own_kind(practice, "")
    store.open_store(both[1])
    with pytest.raises(OfficeBackupError):
        restoring.make_file(real, tmp_path / "new.db")
    restoring.make_file(practice, tmp_path / "again.db")
    assert not (tmp_path / "new.db").exists()


def test_practice_does_not_move_to_a_server(both):
    store.open_store(both[1])
    with pytest.raises(PracticeStaysError):
        moving.move(people.actor("office"), Location.parse("postgresql://nobody@127.0.0.1:1/none"))
    assert store.is_practice()


def test_workbooks_that_one_of_them_made_are_refused_by_the_other(both, tmp_path):
    made = []
    for place in both:
        store.open_store(place)
        unit = units.units()[0]
        made.append(tmp_path / place.parent.name / templates.name_for(unit, DAY))
        templates.write(unit, DAY, made[-1])
        book = openpyxl.load_workbook(made[-1])
        page = next(sheet for sheet in book if sheet.title not in {"填报说明", "清单"})
        page.cell(page.max_row + 1, 1, "x")
        book.save(made[-1])
        plan.look(made[-1])  # among its own it is read
        store.close_store()
    assert made[1].name.startswith("练习_")
    store.open_store(both[0])
    with pytest.raises(PracticeFileError):
        plan.look(made[1])
    store.close_store()
    store.open_store(both[1])
    with pytest.raises(OfficeFileError):
        plan.look(made[0])
