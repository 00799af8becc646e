"""The main job end to end, as one command does it: returns in, a week signed off, both bulletins printed."""

import datetime as dt
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import docx
import openpyxl
import pdfplumber
import pytest

from xcdesk import demo, store
from xcdesk.cli import main
from xcdesk.codes import MaterialState
from xcdesk.services import approvals
from xcdesk.services.office import people
from xcdesk.services.record import audit

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The answer of one demonstration, made by a process of its own."""
    folder = tmp_path_factory.mktemp("demo")
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith("XCDESK_")}
    done = subprocess.run(
        [sys.executable, "-m", "xcdesk", "demo", folder / "made", "--no-window", "--json"],
        check=False,
        capture_output=True,
        cwd=ROOT,
        env={**surroundings, "XCDESK_HOME": str(folder / "home")},
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


@pytest.fixture
def office(made):
    """The demonstration's database, open."""
    store.open_store(made["database"])
    yield made
    store.close_store()


def file_of(made, series, ending):
    bulletin = next(one for one in made["bulletins"] if one["series"] == series)
    return next(Path(name) for name in bulletin["files"] if name.endswith(ending))


def said(capsys, *words):
    code = main([*map(str, words), "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_every_sample_is_imported(made):
    assert made["imported"]["new"] > 100
    assert made["imported"]["refused"] == 0
    assert len(demo.samples()) >= 8


def test_the_internal_reference_has_its_pages_and_rare_names(made):
    bulletin = made["bulletins"][0]
    assert (bulletin["series"], bulletin["number"], bulletin["running"]) == ("internal-reference", 1, 1)
    assert bulletin["pages"] >= 6
    with pdfplumber.open(file_of(made, "internal-reference", ".pdf")) as pdf:
        assert len(pdf.pages) == bulletin["pages"]
        text = "".join(page.extract_text() for page in pdf.pages)
    assert "第1期（总第1期）" in text.replace(" ", "")
    assert set("祎𬀩珺翀旻") <= set(text)
    assert "2019年3月18日" in text.replace(" ", "")


def test_the_word_document_holds_every_title_of_the_issue(office):
    opened = docx.Document(str(file_of(office, "internal-reference", ".docx")))
    titles = [line.text for line in opened.paragraphs if line.style.name in {"公文标题", "公文栏目首题"}]
    assert len(titles) == 10
    assert titles[0].replace("\n", "") == "市行政审批服务中心：四十二项高频事项“一次办成”"


def test_the_circular_says_what_the_tally_says(office, capsys):
    code, tally = said(
        capsys,
        "--database",
        office["database"],
        "tally",
        "--from",
        "2019-03-01",
        "--to",
        "2019-03-31",
        "--by",
        "tier",
    )
    assert code == 0
    assert tally["totals"] == office["tally"]
    book = openpyxl.load_workbook(file_of(office, "circular", ".xlsx"), data_only=True)
    front = book["口径说明"]
    assert {"pieces": front["B4"].value, "placements": front["B5"].value} == tally["totals"]
    assert book["明细"].max_row - 3 == tally["totals"]["placements"]
    with pdfplumber.open(file_of(office, "circular", ".pdf")) as pdf:
        text = "".join(page.extract_text() for page in pdf.pages).replace("\n", "").replace(" ", "")
    assert f"报道{tally['totals']['pieces']}篇、{tally['totals']['placements']}次" in text


def test_two_people_signed_and_the_record_is_whole(office):
    issued = [row for row in approvals.queue(people.actor()) if row.state == MaterialState.ISSUED]
    assert len(issued) == 2
    for row in issued:
        who = {event.action: event.who for event in approvals.log(row.id)}
        assert who["submit"] != who["agree"]
    assert audit.verify().broken_at is None


def test_a_reprint_is_the_file_that_went_out(office, capsys, tmp_path):
    for series, ending in (
        ("internal-reference", ".pdf"),
        ("internal-reference", ".docx"),
        ("circular", ".xlsx"),
    ):
        again = tmp_path / f"again{ending}"
        code, answer = said(
            capsys, "--database", office["database"], "bulletin", "reprint", series, "1", "--to", again
        )
        assert code == 0
        assert again.read_bytes() == file_of(office, series, ending).read_bytes()
        assert answer["sha256"] == hashlib.sha256(again.read_bytes()).hexdigest()


def test_the_register_lists_what_was_issued_and_what_waits(office, capsys):
    _, answer = said(capsys, "--database", office["database"], "bulletin", "list")
    found = [(one["series"], one["number"], one["state"]) for one in answer["bulletins"]]
    assert found == [
        ("circular", 1, "issued"),
        ("internal-reference", None, "in_review"),
        ("internal-reference", 1, "issued"),
    ]


def test_a_demonstration_is_not_made_twice_in_one_folder(made, capsys):
    code, answer = said(capsys, "demo", Path(made["database"]).parent, "--no-window")
    assert (code, answer["error"]["code"]) == (1, "demo.there")


def test_another_database_is_left_alone(sqlite_place, capsys):
    before = Path(sqlite_place).read_bytes()
    code, answer = said(capsys, "demo", Path(sqlite_place).parent, "--no-window")
    assert (code, answer["error"]["code"]) == (1, "demo.place_taken")
    assert Path(sqlite_place).read_bytes() == before


@pytest.mark.posix
def test_without_a_screen_it_says_where_the_database_is(tmp_path, capsys, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(demo, "samples", lambda: ())
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-20")
    assert main(["demo", str(tmp_path / "made")]) == 0
    out = capsys.readouterr().out
    assert "没有屏幕" in out
    assert str(tmp_path / "made" / "desk.db") in out


def test_the_window_opens_on_the_week_after_the_one_that_was_issued(monkeypatch):
    assert demo.window_day() == dt.date(2019, 3, 18)
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-20")
    assert demo.window_day() == dt.date(2019, 3, 20)
