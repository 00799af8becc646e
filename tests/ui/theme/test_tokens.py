"""Colours, states and icons keep what the interface guide promises."""

import re
from pathlib import Path

import pytest

from ui.theme.icons import Glyph
from ui.theme.theme import style_sheet
from ui.theme.tokens import DARK, DEMI_BOLD, LIGHT, LOOKS, POINTS, Palette, Role, Shape, State, contrast
from xcdesk import wording
from xcdesk.resources import resource, root

TEXT = [
    "text/window",
    "text/surface",
    "text/sel",
    "text2/surface",
    "text2/window",
    "text3/surface",
    "text3/window",
    "text3/sel",
    "on_accent/accent",
    "on_accent/accent_hover",
    "accent_text/surface",
    "accent_text/accent_soft",
    "accent_text/window",
    "ok/surface",
    "ok/ok_soft",
    "ok/sel",
    "warn/surface",
    "warn/warn_soft",
    "warn/sel",
    "bad/surface",
    "bad/bad_soft",
    "bad/sel",
    "idle/surface",
    "idle/idle_soft",
    "text2/accent_soft",
    "text2/warn_soft",
    "text2/bad_soft",
    "text2/ok_soft",
    "text2/raised",
    "chart1/surface",
    "chart2/surface",
    "chart3/surface",
    "chart4/surface",
]
EDGE = ["line_strong/surface", "line_strong/window", "focus/surface", "focus/window", "focus/sel"]
PAIRS = [(pair, 4.5) for pair in TEXT] + [(pair, 3.0) for pair in EDGE]
SOURCES = sorted((root() / "ui").rglob("*.py"))


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("pair", "least"), PAIRS)
def test_text_and_edges_stand_out_from_their_ground(palette: Palette, pair: str, least: float):
    front, ground = (getattr(palette, name) for name in pair.split("/"))
    assert contrast(front, ground) >= least


def test_contrast_is_that_of_the_wcag_formula():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert round(contrast(LIGHT.text3, LIGHT.sel), 2) == 4.79


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_style_sheet_knows_every_token(palette: Palette, tmp_path: Path):
    source = resource("theme", "app.qss").read_text(encoding="utf-8")
    assert "$" not in style_sheet(source, palette, tmp_path)


def test_no_token_is_unused():
    text = resource("theme", "app.qss").read_text(encoding="utf-8")
    text += "".join(path.read_text(encoding="utf-8") for path in SOURCES if path.name != "tokens.py")
    text += " ".join(f"{look.tint} {look.ground}" for look in LOOKS.values())
    unused = [name for name in Palette._fields if not re.search(rf"\b{name}\b", text)]
    assert unused == []


def test_style_sheet_sets_no_font_and_styles_no_rows():
    source = resource("theme", "app.qss").read_text(encoding="utf-8")
    assert "font-family" not in source
    assert "font-size" not in source
    assert "View::item" not in source


@pytest.mark.parametrize("path", [path for path in SOURCES if path.name != "tokens.py"], ids=str)
def test_colours_are_written_in_the_tokens_only(path: Path):
    assert re.findall(r"#[0-9A-Fa-f]{6}\b", path.read_text(encoding="utf-8")) == []


def test_every_colour_is_written_out():
    for palette in (LIGHT, DARK):
        wrong = {
            k: v for k, v in palette._asdict().items() if k != "name" and not re.fullmatch(r"#[0-9A-F]{6}", v)
        }
        assert wrong == {}


@pytest.mark.parametrize("state", State)
def test_each_state_has_a_shape_a_colour_and_a_word(state: State):
    look = LOOKS[state]
    assert look.shape in Shape
    assert hasattr(LIGHT, look.tint)
    assert hasattr(LIGHT, look.ground)
    assert wording.text(look.word, "zh") != wording.text(look.word, "en")


def test_states_of_one_colour_differ_in_shape():
    looks = [(look.tint, look.shape) for look in LOOKS.values()]
    assert len(looks) == len(set(looks))


def test_type_sizes_are_whole_pixels_at_usual_scales():
    assert [POINTS[role] * 96 / 72 for role in Role] == [12, 14, 16, 20, 24]
    assert set(Role) > DEMI_BOLD


def test_icons_shipped_are_those_named_in_code():
    wanted = {
        f"{glyph}_{grid}_{style}.svg"
        for glyph in Glyph
        for grid in (16, 20)
        for style in ("regular", "filled")
    }
    assert {path.name for path in resource("icons").glob("*.svg")} == wanted
    assert "MIT License" in resource("licenses", "fluent-system-icons.txt").read_text(encoding="utf-8")
