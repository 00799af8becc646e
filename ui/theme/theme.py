"""The look of the running program: Fusion, a palette and one style sheet from the tokens."""

import functools
import string
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.tokens import (
    DARK,
    DEMI_BOLD,
    FAMILIES,
    LIGHT,
    POINTS,
    ROW_PADDING,
    TEXT_SIZES,
    Density,
    Palette,
    Role,
)
from xcdesk.resources import resource

STYLE = ("-style", "Fusion")
"""Arguments that an application is made with: `setStyle` would answer with the style and load its classes."""


class Choice(StrEnum):
    """Which theme the person at the desk wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_ROLES = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "raised"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "bad"),
    (QPalette.ColorRole.Highlight, "sel"),
    (QPalette.ColorRole.HighlightedText, "text"),
    (QPalette.ColorRole.Link, "accent_text"),
    (QPalette.ColorRole.LinkVisited, "accent_text"),
    (QPalette.ColorRole.ToolTipBase, "raised"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.PlaceholderText, "text3"),
    (QPalette.ColorRole.Light, "raised"),
    (QPalette.ColorRole.Midlight, "raised"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Dark, "line_strong"),
    (QPalette.ColorRole.Shadow, "line_strong"),
    (QPalette.ColorRole.Accent, "accent"),
)
_TEXT_ROLES = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def style_sheet(source: str, palette: Palette, icons: Path, percent: int = TEXT_SIZES[0]) -> str:
    """Fill the ``$token`` names of the style sheet; an unknown name raises ``KeyError``.

    Ticks, arrows and drawings grow with the text, of ``percent``.
    """
    ring, dot = round(5 * percent / 100), 2 * round(3 * percent / 100)
    tick = dot + 2 * ring - 2
    measures = {
        "tick": tick,
        "tick_focused": tick - 2,
        "round": tick // 2 + 1,
        "ring": ring,
        "dot": dot,
        "arrow": round(12 * percent / 100),
        "drop": round(14 * percent / 100) + 8,
        "drawing": round(16 * percent / 100),
    }
    return string.Template(source).substitute({**palette._asdict(), **measures, "icons": icons.as_posix()})


def qt_palette(tokens: Palette) -> QPalette:
    """Palette for everything that Qt draws by itself."""
    made = QPalette()
    for role, tint in _ROLES:
        made.setColor(role, QColor(getattr(tokens, tint)))
    for role in _TEXT_ROLES:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    return made


class Theme(QObject):
    """What is shown now. Painted widgets read it as they paint; others listen to `changed`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.palette = LIGHT
        self.choice = Choice.SYSTEM
        self.density = Density.NORMAL
        self.text_size = TEXT_SIZES[0]
        self._drawings: QTemporaryDir | None = None

    def start(self, app: QApplication, *, styled: bool = False) -> None:
        """Take over a new application: style, type, and the wish of the system from now on.

        Args:
            app: the application.
            styled: it was made with `STYLE` already.
        """
        if not styled:
            app.setStyle(STYLE[-1])
        font = QFont()
        font.setFamilies([*FAMILIES, *_spare_families()])
        app.setFont(font)
        self.set_text_size(self.text_size)
        self._drawings = QTemporaryDir()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    def apply(self, choice: Choice) -> None:
        """Show the chosen theme everywhere; dear with many widgets, so only for a switch."""
        self.choice = choice
        # Qt 6.8 and later hand the wish to the platform, so that title bars follow.
        QGuiApplication.styleHints().setColorScheme(_SCHEMES[choice])
        self._show(self._wanted())

    def set_density(self, density: Density) -> None:
        """Change the height of table rows."""
        self.density = density
        self.changed.emit()

    def set_text_size(self, percent: int) -> None:
        """Write everything that is made from now on in type of ``percent``, one of `TEXT_SIZES`.

        Windows that stand already keep their measures: make them anew.
        """
        self.text_size = percent
        font = QApplication.font()
        font.setPointSizeF(POINTS[Role.BODY] * percent / 100)
        QApplication.setFont(font)
        _font.cache_clear()
        if self._drawings is not None:
            self._show(self.palette)

    def _wanted(self) -> Palette:
        if self.choice is Choice.SYSTEM:
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if self.choice is Choice.DARK else LIGHT

    def _follow(self) -> None:
        if self.choice is Choice.SYSTEM and self._wanted() is not self.palette:
            self._show(self._wanted())

    def _show(self, palette: Palette) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication) or self._drawings is None:
            raise RuntimeError("the theme needs a started application")
        self.palette = palette
        _colour.cache_clear()
        folder = Path(self._drawings.path())
        _write_drawings(folder, palette)
        app.setPalette(qt_palette(palette))
        source = resource("theme", "app.qss").read_text(encoding="utf-8")
        app.setStyleSheet(style_sheet(source, palette, folder, self.text_size))
        if in_system_type():  # a first style sheet brings it back
            app.setFont(QApplication.font())
        self.changed.emit()


_SYSTEM_TYPED = ("QMenu", "QMenuBar", "QAbstractItemView", "QMessageBox", "QStatusBar", "QTipLabel")
_SCHEMES = {
    Choice.SYSTEM: Qt.ColorScheme.Unknown,
    Choice.LIGHT: Qt.ColorScheme.Light,
    Choice.DARK: Qt.ColorScheme.Dark,
}


def _write_drawings(folder: Path, palette: Palette) -> None:
    """Put the two drawings that a style sheet can only read from a file beside it, in the theme's colours."""
    for name, glyph, colour in (
        ("down", "chevron_down", palette.text2),
        ("check", "checkmark", palette.on_accent),
    ):
        text = resource("icons", f"{glyph}_16_regular.svg").read_text(encoding="utf-8")
        coloured = text.replace("<svg ", f'<svg fill="{colour}" ', 1)
        (folder / f"{name}_{palette.name}.svg").write_text(coloured, encoding="utf-8")


def in_system_type() -> list[str]:
    """Kinds of widgets that are written as the system writes them, and not as the program does.

    Windows has a type of its own for menus, tables and messages, which knows nothing of the size of text.
    """
    usual = QApplication.font()
    return [kind for kind in _SYSTEM_TYPED if QApplication.font(kind) != usual]  # type: ignore[call-overload]


def _spare_families() -> list[str]:
    """A face that ships for the printed page, for machines that have none of the usual ones."""
    if set(FAMILIES) & set(QFontDatabase.families()):
        return []
    added = QFontDatabase.addApplicationFont(str(resource("fonts", "XCHei-Medium.ttf")))
    return QFontDatabase.applicationFontFamilies(added)


@functools.cache
def current() -> Theme:
    """The one theme of this process."""
    return Theme()


@functools.cache
def _colour(tint: str) -> QColor:
    return QColor(getattr(current().palette, tint))


def colour(tint: str) -> QColor:
    """Colour of ``token`` in the theme shown now."""
    return _colour(tint)


@functools.cache
def _font(role: Role, bold: bool) -> QFont:
    made = QFont(QApplication.font())
    made.setPointSizeF(POINTS[role] * current().text_size / 100)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def font(role: Role, *, bold: bool = False) -> QFont:
    """Font of a type role, the caller's own to change; headings, titles and figures are always demi-bold."""
    return QFont(_font(role, bold or role in DEMI_BOLD))


def line_height(role: Role = Role.BODY) -> int:
    """Height of one line of ``role`` in pixels, from the font really in use."""
    return QFontMetrics(font(role)).height()


def scaled(pixels: int) -> int:
    """A measure that holds text, given in pixels at 100 %, at the chosen size of text."""
    return round(pixels * current().text_size / 100)


def pane_width(pixels: int) -> int:
    """Width of a pane whose text wraps, in pixels at 100 %: it grows by half, and leaves room beside it."""
    return (pixels + scaled(pixels)) // 2


def row_height() -> int:
    """Height of a table row in the chosen density."""
    return line_height() + ROW_PADDING[current().density]
