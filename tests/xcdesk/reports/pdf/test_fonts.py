"""Which file serves which role, and what a face must be able to do."""

import io
import shutil

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from reportlab.pdfbase.ttfonts import TTFontFace

from xcdesk.reports.pdf.faces import QuickFace
from xcdesk.reports.pdf.fonts import Faces, FontError, Role, bundled_face, load
from xcdesk.reports.pdf.issue import print_issue
from xcdesk.resources import resource
from xcdesk.texts.documents import from_text
from xcdesk.wording import sentence

WHOLE = resource("fonts", "XCHei-Medium.ttf").read_bytes()
NAMES = "祎翀珺旻堃喆𬀩𣲗𬱖𬇙𬣙"


@pytest.fixture(autouse=True)
def no_system_faces(monkeypatch):
    for variable in ("WINDIR", "LOCALAPPDATA"):
        monkeypatch.delenv(variable, raising=False)


def test_the_bundled_faces_serve_when_there_are_no_others():
    assert Faces().font(Role.FANG).fontName == str(resource("fonts", "XCFang-Regular.ttf"))


@pytest.fixture
def windows(tmp_path, monkeypatch):
    """A machine with a 楷体 of its own."""
    fonts = tmp_path / "Windows" / "Fonts"
    fonts.mkdir(parents=True)
    shutil.copy(resource("fonts", "XCSong-Bold.ttf"), fonts / "SIMKAI.TTF")
    monkeypatch.setenv("WINDIR", str(fonts.parent))
    return fonts


def test_the_face_of_windows_comes_before_the_bundled_one(windows):
    assert Faces().font(Role.KAI).fontName == str(windows / "SIMKAI.TTF")
    assert Faces().font(Role.FANG).fontName == str(resource("fonts", "XCFang-Regular.ttf"))


def test_a_face_of_windows_that_cannot_be_embedded_gives_way_to_the_bundled_one(windows):
    (windows / "simfang.ttf").write_bytes(b"OTTO")
    assert Faces().font(Role.FANG).fontName == str(resource("fonts", "XCFang-Regular.ttf"))


def test_the_folder_of_the_office_comes_first(windows, tmp_path):
    shutil.copy(resource("fonts", "XCHei-Medium.ttf"), tmp_path / "simkai.ttf")
    assert Faces(tmp_path).font(Role.KAI).fontName == str(tmp_path / "simkai.ttf")


def test_a_face_that_the_page_set_up_names_comes_before_the_official_one(windows, tmp_path):
    shutil.copy(resource("fonts", "XCHei-Medium.ttf"), windows / "STKAITI.TTF")
    assert Faces(tmp_path, {Role.KAI: "stkaiti.ttf"}).font(Role.KAI).fontName == str(windows / "STKAITI.TTF")
    assert Faces(tmp_path, {Role.KAI: "gone.ttf"}).font(Role.KAI).fontName == str(windows / "SIMKAI.TTF")


def test_a_face_that_one_person_installed_serves_too(tmp_path, monkeypatch):
    own = tmp_path / "Microsoft" / "Windows" / "Fonts"
    own.mkdir(parents=True)
    shutil.copy(resource("fonts", "XCSong-Bold.ttf"), own / "方正小标宋简体.ttf")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert Faces().font(Role.TITLE).fontName == str(own / "方正小标宋简体.ttf")


def test_a_folder_without_fonts_changes_nothing(tmp_path):
    assert Faces(tmp_path).font(Role.KAI).fontName == str(resource("fonts", "XCKai-Regular.ttf"))


def test_one_face_under_two_names_still_prints_every_text(tmp_path, issue, measured):
    shutil.copy(resource("fonts", "XCKai-Regular.ttf"), tmp_path / "simfang.ttf")
    printed = print_issue(issue, from_text("（一）楷体标题\n仿宋正文。"), tmp_path)
    text = measured(printed.pdf)[0].text
    assert "（一）楷体标题" in text
    assert "仿宋正文。" in text


def test_an_issue_printed_with_a_face_of_the_office_says_so(tmp_path, issue):
    shutil.copy(resource("fonts", "XCKai-Regular.ttf"), tmp_path / "simfang.ttf")
    assert "XCFang-Regular" not in print_issue(issue, from_text("正文。"), tmp_path).faces


@pytest.mark.parametrize("damaged", [b"", b"no font at all", WHOLE[:100], WHOLE[:5000], WHOLE[:400_000]])
def test_a_broken_font_file_is_refused_by_name(tmp_path, issue, damaged):
    (tmp_path / "simfang.ttf").write_bytes(damaged)
    with pytest.raises(FontError) as caught:
        print_issue(issue, from_text("正文。"), tmp_path)
    assert "simfang.ttf" in sentence(caught.value, "zh")


def test_a_face_whose_shapes_are_damaged_is_refused_by_name(tmp_path, issue):
    font = TTFont(io.BytesIO(WHOLE))
    start = (
        font.reader.tables["glyf"].offset
        + font["loca"].locations[font.getGlyphID(font.getBestCmap()[0x6587])]
    )
    parts_of_none = b"\xff\xff" + bytes(8) + b"\x00\x00\xff\xff\x00\x00"  # made of a glyph beyond the last
    (tmp_path / "simfang.ttf").write_bytes(
        WHOLE[:start] + parts_of_none + WHOLE[start + len(parts_of_none) :]
    )
    print_issue(issue, from_text("正字。"), tmp_path)
    with pytest.raises(FontError) as caught:
        print_issue(issue, from_text("正文。"), tmp_path)
    assert "simfang.ttf" in sentence(caught.value, "zh")


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_gb2312_in_its_own_face(role):
    has = load(str(bundled_face(role))).face.charToGlyph
    hanzi = "".join(
        bytes((a, b)).decode("gb2312", "ignore") for a in range(0xB0, 0xF8) for b in range(0xA1, 0xFF)
    )
    assert [char for char in hanzi if ord(char) not in has] == []


@pytest.mark.parametrize("role", [Role.SONG, Role.TITLE, Role.HEI, Role.KAI])
def test_rare_names_are_in_every_face_but_fang(role):
    has = load(str(bundled_face(role))).face.charToGlyph
    assert [char for char in NAMES if ord(char) not in has] == []


def test_the_fallback_has_gbk():
    has = load(str(bundled_face(Role.SONG))).face.charToGlyph
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


def without(tables):
    """A small face with only those tables of characters that ``tables`` leaves."""
    font = TTFont(io.BytesIO(WHOLE))
    font["cmap"].tables = tables(font["cmap"].tables)
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


def only(number):
    """A table of characters in one format, of Latin letters alone."""

    def chosen(tables):
        table = CmapSubtable.newSubtable(number)
        table.platformID, table.platEncID, table.language = (1, 0, 0) if number in {0, 6} else (3, 1, 0)
        table.cmap = {code: name for code, name in tables[0].cmap.items() if 0x20 <= code < 0x7F}
        return [table]

    return chosen


@pytest.mark.parametrize(
    "content", [None, *(lambda n=n: without(only(n)) for n in (0, 4, 6))], ids=["bundled", "0", "4", "6"]
)
@pytest.mark.parametrize("mapped", [False, True])
def test_a_face_looked_into_is_the_one_that_reportlab_reads(tmp_path, content, mapped):
    path = tmp_path / "face.ttf"
    path.write_bytes(WHOLE if content is None else content())
    quick, own = QuickFace(str(path), mapped=mapped), TTFontFace(str(path))
    for char in {*quick.charToGlyph, *own.charToGlyph}:
        assert quick.charToGlyph.get(char, 0) == own.charToGlyph.get(char, 0), char
    assert list(quick.hmetrics) == own.hmetrics
    assert list(quick.glyphPos) == own.glyphPos
    asked = (*range(0x20, 0x180), *range(0x4E00, 0x5000), 0x2ABCD)
    assert [quick.getCharWidth(code) for code in asked] == [own.getCharWidth(code) for code in asked]
    assert quick.makeSubset([0, *range(0x61, 0x7B)]) == own.makeSubset([0, *range(0x61, 0x7B)])


def test_a_name_that_a_face_has_as_an_empty_shape_is_drawn_by_the_next(tmp_path, issue, measured):
    font = TTFont(io.BytesIO(WHOLE))
    for table in font["cmap"].tables:
        table.cmap[ord("旻")] = table.cmap[ord(" ")]
    font.save(tmp_path / "simfang.ttf")
    printed = print_issue(issue, from_text("联络员王旻。"), tmp_path)
    assert "王旻" in measured(printed.pdf)[0].text
    assert {"XCHei-Medium", "XCSong-Regular"} <= set(printed.faces)


def test_a_damaged_table_that_names_a_shape_beyond_the_last_draws_nothing():
    face = QuickFace(str(resource("fonts", "XCHei-Medium.ttf")))
    assert face.draws("旻")
    face.charToGlyph = {ord("旻"): len(face.glyphPos) - 1, ord("祎"): 60_000}
    assert not face.draws("旻")
    assert not face.draws("祎")
