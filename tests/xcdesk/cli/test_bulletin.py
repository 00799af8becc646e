"""Bulletins from the console: built, written, refused by name."""

import json

import openpyxl
import pytest

from xcdesk import store
from xcdesk.cli import main
from xcdesk.files import write_file


@pytest.fixture
def say(sqlite_place, capsys):
    def say(*words):
        code = main(["--database", sqlite_place, "--user", "guo", *map(str, words), "--json"])
        return code, json.loads(capsys.readouterr().out)

    return say


def test_a_draft_is_printed_without_a_number(say, tmp_path):
    pdf, word = tmp_path / "draft.pdf", tmp_path / "draft.docx"
    code, answer = say(
        "bulletin", "build", "internal-reference", "--week", "2019-W11", "--to", pdf, "--docx", word
    )
    assert code == 0
    assert (answer["number"], answer["running"], answer["state"]) == (None, None, "draft")
    assert answer["files"] == [str(pdf), str(word)]
    assert pdf.read_bytes().startswith(b"%PDF")
    assert answer["pages"] >= 1


def test_a_circular_comes_with_its_workbook(say, tmp_path):
    book = tmp_path / "circular.xlsx"
    code, _ = say("bulletin", "build", "circular", "--month", "2019-03", "--xlsx", book)
    assert code == 0
    assert openpyxl.load_workbook(book).sheetnames[0] == "口径说明"


def test_building_again_keeps_the_draft(say):
    _, first = say("bulletin", "build", "circular", "--month", "2019-03")
    _, again = say("bulletin", "build", "circular", "--month", "2019-03")
    assert again["material"] == first["material"]


def test_signed_and_issued_from_the_console_it_takes_a_number(say, sqlite_place, capsys, tmp_path):
    _, built = say("bulletin", "build", "circular", "--month", "2019-03")
    say("material", "submit", built["material"])
    assert (
        main(["--database", sqlite_place, "--user", "chen", "material", "agree", str(built["material"])]) == 0
    )
    capsys.readouterr()
    code, issued = say("material", "issue", built["material"])
    assert (code, issued["state"]) == (0, "issued")
    out = tmp_path / "issued.pdf"
    _, answer = say("bulletin", "build", "circular", "--month", "2019-03", "--to", out)
    assert (answer["number"], answer["state"]) == (1, "issued")
    reprinted = tmp_path / "again.pdf"
    say("bulletin", "reprint", "circular", "1", "--to", reprinted)
    assert reprinted.read_bytes() == out.read_bytes()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("bulletin", "reprint", "circular", "9", "--to", "x.pdf"), "bulletin.no_number"),
        (
            ("bulletin", "build", "internal-reference", "--week", "2019-W11", "--xlsx", "x.xlsx"),
            "bulletin.no_file",
        ),
    ],
)
def test_what_there_is_not_is_refused_by_name(say, words, code):
    assert say(*words)[1]["error"]["code"] == code


def test_a_week_for_a_circular_is_wrong_usage(sqlite_place):
    with pytest.raises(SystemExit) as wrong:
        main(["--database", sqlite_place, "bulletin", "build", "circular", "--week", "2019-W11"])
    assert wrong.value.code == 2


def test_a_file_that_cannot_be_written_is_named_and_what_was_there_stays(say, tmp_path):
    taken = tmp_path / "taken.pdf"
    (taken / "inside").mkdir(parents=True)
    code, answer = say("bulletin", "build", "circular", "--month", "2019-03", "--to", taken)
    assert (code, answer["error"]["code"]) == (1, "file.in_use")
    assert str(taken) in answer["error"]["message"]
    assert not store.is_open()
    assert not list(tmp_path.glob("*.part"))


def test_a_whole_file_replaces_the_one_before(tmp_path):
    path = tmp_path / "a.pdf"
    write_file(path, b"old")
    write_file(path, b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["a.pdf"]
    assert path.read_bytes() == b"new"
