"""Colours, states and icons keep what the interface guide promises."""

import re
from pathlib import Path

import pytest

from tests.ui.theme.contrast import contrast
from ui.theme.icons import Glyph
from ui.theme.theme import style_sheet
from ui.theme.tokens import DARK, DEMI_BOLD, LIGHT, LOOKS, POINTS, Palette, Role, Shape, State
from xcdesk import wording
from xcdesk.resources import resource, root

LETTERS = ("text", "text2", "text3", "accent_text", "accent_hover", "ok", "warn", "bad", "idle")
"""What words, figures and state marks are drawn in."""
GROUNDS = ("window", "surface", "raised", "sunken", "sel", "accent_soft", "ok_soft", "warn_soft", "bad_soft")
GROUNDS += ("idle_soft",)
"""What they may stand on: rows, chosen or not; cards, chips, cells of the matrix, banners."""
TEXT = [f"{front}/{ground}" for front in LETTERS for ground in GROUNDS]
TEXT += ["on_accent/accent", "on_accent/accent_hover"]
TEXT += [f"chart{number}/surface" for number in (1, 2, 3, 4)]
EDGE = [f"focus/{ground}" for ground in GROUNDS]
EDGE += [f"line_strong/{ground}" for ground in ("window", "surface", "raised", "sunken")]
EDGE += ["accent/surface", "accent/sunken", "text/window"]  # bars, and the frame of a primary button

PAIRS = [(pair, 4.5) for pair in TEXT] + [(pair, 3.0) for pair in EDGE]
PAIRS += [("disabled/surface", 2.5)]  # no duty of its own; whoever can read the rest shall find the word
SOURCES = sorted((root() / "ui").rglob("*.py"))


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("pair", "least"), PAIRS)
def test_text_and_edges_stand_out_from_their_ground(palette: Palette, pair: str, least: float):
    front, ground = (getattr(palette, name) for name in pair.split("/"))
    assert contrast(front, ground) >= least


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_words_of_every_rule_of_the_style_sheet_stand_out_from_its_ground(palette: Palette):
    source = resource("theme", "app.qss").read_text(encoding="utf-8")
    pale = []
    for rule, body in re.findall(r"^([^{/]+)\{([^}]*)\}", source, re.MULTILINE):
        front, ground = (re.search(rf"(?<![\w-]){name}: \$(\w+)", body) for name in ("color", "background"))
        if front and ground and "disabled" not in rule:
            ratio = contrast(getattr(palette, front[1]), getattr(palette, ground[1]))
            pale += [(rule.strip(), round(ratio, 2))] if ratio < 4.5 else []
    assert pale == []


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
