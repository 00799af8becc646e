"""Everything written out: each table as a workbook that anybody can read, files as they are, no secrets."""

import datetime as dt
import shutil

import openpyxl
import pytest

from xcdesk import everything
from xcdesk.codes import MaterialKind
from xcdesk.errors import Cancelled
from xcdesk.models import AuditEntry, CoverageItem, Outlet, StoredFile
from xcdesk.models.tables import TABLES
from xcdesk.progress import Operation
from xcdesk.services import approvals
from xcdesk.services.accounts import secrets
from xcdesk.services.log import coverage, evidence
from xcdesk.services.record import permissions
from xcdesk.services.record.entries import NewItem

LONG = "长文字" * 15_000


def rows_of(path):
    """Column names and rows of a workbook, read without this program."""
    book = openpyxl.load_workbook(path, read_only=True)
    _title, heads, *rows = book.active.iter_rows(values_only=True)
    book.close()
    return heads, rows


@pytest.fixture
def filled(db, clerk, leader, tmp_path):
    item = coverage.log_item(clerk, NewItem(dt.date(2019, 3, 5), "许昌日报", "=SUM(A1) 承诺公布"))
    scan = tmp_path / "扫描.pdf"
    scan.write_bytes(b"%PDF-1.4 evidence")
    evidence.attach(clerk, item, [evidence.NewFile.at(scan)], evidence.Particulars())
    approvals.create(clerk, approvals.NewMaterial(MaterialKind.NOTICE, "长通知", LONG))
    secrets.set_password(clerk, "", "ocean-93-lamp")
    return item


def test_everything_leaves_and_is_read_without_the_program(filled, leader, tmp_path):
    folder = tmp_path / "全部数据"
    done = everything.export(folder, leader)
    books = {path.stem: rows_of(path) for path in (folder / "tables").glob("*.xlsx")}
    assert set(books) == {model._meta.table_name for model in TABLES} - {"stored_chunk"}
    counted = {model._meta.table_name: model.select().count() for model in TABLES}
    written = {name: len(rows) for name, (_, rows) in books.items()}
    assert written == {name: counted[name] - (name == "audit_entry") for name in written}
    assert done.rows == sum(written.values())
    heads, (row,) = books["coverage_item"]
    assert dict(zip(heads, row, strict=True))["title"] == "=SUM(A1) 承诺公布"
    outlets = {row[0]: row for row in books["outlet"][1]}
    assert outlets[CoverageItem.get().outlet_id][books["outlet"][0].index("name")] == "许昌日报"
    assert [path.read_bytes() for path in (folder / "files" / "evidence").iterdir()] == [b"%PDF-1.4 evidence"]
    assert StoredFile.select().count() == 1
    (text,) = (folder / "texts").glob("material-body-*.txt")
    assert text.read_text(encoding="utf-8").rstrip() == LONG
    heads, people = books["desk_user"]
    assert {row[heads.index("secret")] for row in people} == {None, "（不导出）"}
    note = (folder / "说明.txt").read_text(encoding="utf-8-sig")
    assert "coverage_item.xlsx：报道，1 行" in note
    assert "outlet_id → outlet.id" in note
    assert (folder / "README.txt").exists()
    last = AuditEntry.select().order_by(AuditEntry.id.desc()).first()
    assert last.action == "office.exported"
    assert Outlet.select().count() == 18


@pytest.mark.file_engine
def test_nothing_is_written_over_left_half_or_let_out_by_whoever_may_not(filled, clerk, leader, tmp_path):
    folder = tmp_path / "out"
    with pytest.raises(permissions.NotAllowedError):
        everything.export(folder, clerk)
    folder.mkdir()
    (folder / "mine.txt").write_text("mine")
    with pytest.raises(everything.NotEmptyError):
        everything.export(folder, leader)
    shutil.rmtree(folder)
    operation = Operation()
    operation.cancelled.set()
    with pytest.raises(Cancelled):
        everything.export(folder, leader, operation)
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(everything.ExportFailedError):
        everything.export(tmp_path / "file" / "out", leader)
    assert sorted(path.name for path in tmp_path.iterdir() if "out" in path.name) == []


@pytest.mark.file_engine
def test_a_long_table_goes_on_in_another_workbook(filled, leader, tmp_path, monkeypatch):
    monkeypatch.setattr(everything, "_ROWS", 10)
    done = everything.export(tmp_path / "out", leader)
    tables = tmp_path / "out" / "tables"
    assert [len(rows_of(tables / f"{name}.xlsx")[1]) for name in ("outlet", "outlet-2")] == [10, 8]
    assert done.tables == len(TABLES) - 1
