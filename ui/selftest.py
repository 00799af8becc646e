"""The window's half of the proof of an installed program: preview, words and icons, nothing shown."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QIcon, QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from ui import translation
from ui.theme import theme
from ui.theme.icons import Glyph, icon
from ui.theme.theme import Choice
from xcdesk.selftest import Check, as_json
from xcdesk.window_program import ANSWER

_PAGE = QSize(420, 594)
_SHOWN_TEXT = "示例"
_DARK = 128


def prove(folder: Path) -> int:
    """Try every part, write what was found into ``folder`` and return the exit code."""
    parts: tuple[tuple[str, Callable[[Path], str]], ...] = (
        ("preview", _preview),
        ("translation", _translation),
        ("icons", _icons),
        ("type", _type),
    )
    checks = [Check("screen", ok=True, detail=QGuiApplication.platformName())]
    for name, part in parts:
        wrong = part(folder)
        checks.append(Check(name, not wrong, wrong))
    (folder / ANSWER).write_text(as_json(tuple(checks)), encoding="utf-8")
    return 0 if all(check.ok for check in checks) else 1


def _preview(folder: Path) -> str:
    """What is wrong with the preview of the page that the console program printed; "" for nothing."""
    document = QPdfDocument()
    loaded = document.load(str(folder / "selftest.pdf"))
    if loaded != QPdfDocument.Error.None_:
        return f"selftest.pdf: {loaded.name}"
    picture = document.render(0, _PAGE)
    text = document.getAllText(0).text()
    document.close()
    if _is_blank(picture):
        return "the page is blank"
    return "" if _SHOWN_TEXT in text else "the page has no text"


def _is_blank(picture: QImage) -> bool:
    """Whether nothing is drawn; a page is transparent where there is no ink."""
    ink = (
        picture.pixelColor(x, y) for y in range(0, picture.height(), 3) for x in range(0, picture.width(), 3)
    )
    return not any(colour.alpha() and colour.lightness() < _DARK for colour in ink)


def _translation(_folder: Path) -> str:
    """What is wrong with the Chinese words of the windows; "" for nothing."""
    translation.install("zh")
    source = "Publicity desk"
    return "" if QApplication.translate("MainWindow", source) != source else "no Chinese words"


def _icons(_folder: Path) -> str:
    """Names of drawings that are missing or empty, the program's own among them; "" for none."""
    drawings = {"xcdesk": QApplication.windowIcon(), **{glyph.value: icon(glyph) for glyph in Glyph}}
    empty = [name for name, drawing in drawings.items() if _draws_nothing(drawing)]
    return ", ".join(empty)


def _type(_folder: Path) -> str:
    """Kinds of widgets that would not be written in the program's own type; "" for none."""
    theme.current().start(cast("QApplication", QApplication.instance()), styled=True)
    theme.current().apply(Choice.LIGHT)
    return ", ".join(theme.in_system_type())


def _draws_nothing(drawing: QIcon) -> bool:
    picture = drawing.pixmap(20, 20).toImage()
    return not any(
        picture.pixelColor(x, y).alpha() for x in range(picture.width()) for y in range(picture.height())
    )
