"""Design tokens: the only place where a colour, a size or a radius of the windows is written. Knows no Qt."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Palette(NamedTuple):
    """Every colour of one theme; the style sheet names them as ``$name``."""

    name: str
    window: str
    surface: str
    raised: str
    sunken: str
    line: str
    line_strong: str
    text: str
    text2: str
    text3: str
    disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_text: str
    accent_soft: str
    sel: str
    focus: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    idle: str
    idle_soft: str
    chart1: str
    chart2: str
    chart3: str
    chart4: str


LIGHT = Palette(
    name="light",
    window="#F3F5F7",
    surface="#FFFFFF",
    raised="#F8F9FB",
    sunken="#ECEFF3",
    line="#DDE2E8",
    line_strong="#7E8996",
    text="#1A212B",
    text2="#485361",
    text3="#5A6572",
    disabled="#8E97A3",
    accent="#1F5AA8",
    accent_hover="#184A8C",
    on_accent="#FFFFFF",
    accent_text="#1B5199",
    accent_soft="#E6EEF9",
    sel="#DCE8F8",
    focus="#1F5AA8",
    ok="#0B6B50",
    ok_soft="#E0F2EB",
    warn="#8A4B00",
    warn_soft="#FDF0DC",
    bad="#AD2A1B",
    bad_soft="#FCE9E6",
    idle="#566170",
    idle_soft="#EDF0F3",
    chart1="#1F5AA8",
    chart2="#B85C00",
    chart3="#007A5A",
    chart4="#8A4A86",
)
DARK = Palette(
    name="dark",
    window="#15181C",
    surface="#1E2228",
    raised="#242930",
    sunken="#191C21",
    line="#333A44",
    line_strong="#77828F",
    text="#E7EAEE",
    text2="#B7BFC9",
    text3="#A5AFBB",
    disabled="#6B7480",
    accent="#8DB8F2",
    accent_hover="#A8CAF7",
    on_accent="#0C1E36",
    accent_text="#A3C6F6",
    accent_soft="#233347",
    sel="#2A3F59",
    focus="#8DB8F2",
    ok="#63CBA6",
    ok_soft="#1B332C",
    warn="#EDB45F",
    warn_soft="#3A2D18",
    bad="#F58E7F",
    bad_soft="#42241F",
    idle="#A6B0BC",
    idle_soft="#2A3038",
    chart1="#8DB8F2",
    chart2="#F0A860",
    chart3="#63CBA6",
    chart4="#D9A0D4",
)


class Shape(StrEnum):
    """Drawing of a state mark, told apart without colour."""

    DISC = "disc"
    TRIANGLE = "triangle"
    SQUARE = "square"
    HALF = "half"
    RING = "ring"
    DASH = "dash"
    DOT = "dot"
    PLUS = "plus"
    DELTA = "delta"
    TWIN = "twin"
    CROSS = "cross"


class State(StrEnum):
    """What a row, a step or a cell is; always shown as a shape, a colour and a word."""

    DONE = "done"
    SOON = "soon"
    LATE = "late"
    IN_HAND = "in_hand"
    NOT_YET = "not_yet"
    NONE = "none"
    NOT_DUE = "not_due"
    NEW = "new"
    CHANGED = "changed"
    TWIN = "twin"
    WRONG = "wrong"
    VOID = "void"


class Look(NamedTuple):
    """How a state is drawn: shape, colour token, and the catalogue key of its plain word."""

    shape: Shape
    tint: str
    word: str

    @property
    def ground(self) -> str:
        """Token of the soft ground of a chip."""
        return "accent_soft" if self.tint == "accent_text" else f"{self.tint}_soft"


def _look(state: State, shape: Shape, tint: str) -> tuple[State, Look]:
    return state, Look(shape, tint, f"state.{state.value}")


LOOKS: Mapping[State, Look] = MappingProxyType(
    dict(
        (
            _look(State.DONE, Shape.DISC, "ok"),
            _look(State.SOON, Shape.TRIANGLE, "warn"),
            _look(State.LATE, Shape.SQUARE, "bad"),
            _look(State.IN_HAND, Shape.HALF, "accent_text"),
            _look(State.NOT_YET, Shape.RING, "idle"),
            _look(State.NONE, Shape.DASH, "idle"),
            _look(State.NOT_DUE, Shape.DOT, "idle"),
            _look(State.NEW, Shape.PLUS, "ok"),
            _look(State.CHANGED, Shape.DELTA, "accent_text"),
            _look(State.TWIN, Shape.TWIN, "warn"),
            _look(State.WRONG, Shape.CROSS, "bad"),
            _look(State.VOID, Shape.SQUARE, "idle"),
        )
    )
)


class Role(StrEnum):
    """Type role; its size in points is a Chinese print size that the users know by name."""

    CAPTION = "caption"
    BODY = "body"
    HEADING = "heading"
    TITLE = "title"
    FIGURE = "figure"


POINTS: Mapping[Role, float] = MappingProxyType(
    {Role.CAPTION: 9.0, Role.BODY: 10.5, Role.HEADING: 12.0, Role.TITLE: 15.0, Role.FIGURE: 18.0}
)
TEXT_SIZES = (100, 125, 150, 175, 200)
"""Sizes of text to choose from, in per cent of the type roles."""
DEMI_BOLD = frozenset((Role.HEADING, Role.TITLE, Role.FIGURE))
FAMILIES = ("Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Segoe UI")


class Density(StrEnum):
    """How tall the rows of tables are."""

    COMPACT = "compact"
    NORMAL = "normal"
    RELAXED = "relaxed"


ROW_PADDING: Mapping[Density, int] = MappingProxyType(
    {Density.COMPACT: 8, Density.NORMAL: 12, Density.RELAXED: 18}
)
"""Pixels added to the line height of body type; gives 28, 32 and 38 at 100 %."""


class Space:
    """Steps of distance in pixels at 100 %."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32


class Radius:
    """Corner radii in pixels at 100 %."""

    CELL = 3
    CHIP = 4
    CONTROL = 5
