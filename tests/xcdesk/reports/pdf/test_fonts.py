"""Which file serves which role, and what a face must be able to do."""

import shutil

import pytest

from xcdesk.documents import from_text
from xcdesk.reports.pdf.fonts import FontError, Role, chain, find, load
from xcdesk.reports.pdf.issue import print_issue
from xcdesk.resources import resource
from xcdesk.wording import sentence

NAMES = "祎翀珺旻堃喆𬀩𣲗𬱖𬇙𬣙"


@pytest.fixture(autouse=True)
def no_system_faces(monkeypatch):
    monkeypatch.delenv("WINDIR", raising=False)


def test_the_bundled_faces_serve_when_there_are_no_others():
    assert find(Role.FANG, None) == resource("fonts", "XCFang-Regular.ttf")


def test_the_face_of_windows_comes_before_the_bundled_one(tmp_path, monkeypatch):
    (tmp_path / "Fonts").mkdir()
    shutil.copy(resource("fonts", "XCKai-Regular.ttf"), tmp_path / "Fonts" / "SIMKAI.TTF")
    monkeypatch.setenv("WINDIR", str(tmp_path))
    assert find(Role.KAI, None).name == "SIMKAI.TTF"


def test_the_folder_of_the_office_comes_first(tmp_path, monkeypatch):
    own = tmp_path / "own"
    own.mkdir()
    shutil.copy(resource("fonts", "XCKai-Regular.ttf"), own / "simfang.ttf")
    monkeypatch.setenv("WINDIR", str(tmp_path))
    assert find(Role.FANG, own) == own / "simfang.ttf"
    assert chain(Role.FANG, own)[-1] == resource("fonts", "XCSong-Regular.ttf")


def test_an_issue_printed_with_a_face_of_the_office_says_so(tmp_path, issue):
    shutil.copy(resource("fonts", "XCKai-Regular.ttf"), tmp_path / "simfang.ttf")
    assert "XCFang-Regular" not in print_issue(issue, from_text("正文。"), tmp_path).faces


def test_a_broken_font_file_is_refused_by_name(tmp_path, issue):
    (tmp_path / "simfang.ttf").write_bytes(b"no font at all")
    with pytest.raises(FontError) as caught:
        print_issue(issue, from_text("正文。"), tmp_path)
    assert "simfang.ttf" in sentence(caught.value, "zh")


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_gb2312_in_its_own_face(role):
    has = load(str(find(role, None))).face.charToGlyph
    hanzi = "".join(
        bytes((a, b)).decode("gb2312", "ignore") for a in range(0xB0, 0xF8) for b in range(0xA1, 0xFF)
    )
    assert [char for char in hanzi if ord(char) not in has] == []


@pytest.mark.parametrize("role", [Role.SONG, Role.TITLE, Role.HEI, Role.KAI])
def test_rare_names_are_in_every_face_but_fang(role):
    has = load(str(find(role, None))).face.charToGlyph
    assert [char for char in NAMES if ord(char) not in has] == []


def test_the_fallback_has_gbk():
    has = load(str(find(Role.SONG, None))).face.charToGlyph
    wide = "".join(
        bytes((a, b)).decode("gbk", "ignore") for a in range(0x81, 0xFF) for b in range(0x40, 0xFF)
    )
    assert [char for char in wide if "\u4e00" <= char <= "\u9fff" and ord(char) not in has] == []


def test_every_bundled_font_has_its_licence_beside_the_program():
    texts = {path.name for path in resource("licenses").iterdir()}
    assert {"Fandol-COPYING.txt", "Fandol-README.txt", "OFL-LXGWWenKai.txt"} <= texts
    assert {"OFL-NotoSansSC.txt", "OFL-NotoSerifSC.txt"} <= texts


def test_quotes_in_kai_are_full_width(sheets_of):
    line = next(line for line in sheets_of("> “甲”乙", contents=False)[0].lines if "“" in line.text)
    quote = line.text.index("“")
    assert line.chars[quote + 1].x - line.chars[quote].x == pytest.approx(156 / 28, abs=0.05)
