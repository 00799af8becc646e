"""What is painted follows the theme."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui.theme import theme
from ui.theme.icons import Glyph, icon
from ui.theme.theme import Choice
from ui.theme.tokens import DARK, LIGHT, LOOKS, Density, Role, State
from ui.widgets.marks import draw_mark
from ui.widgets.state_cell import chip_pixmap
from xcdesk.resources import root


@pytest.fixture(autouse=True)
def light_again():
    yield
    theme.current().apply(Choice.LIGHT)
    theme.current().set_density(Density.NORMAL)


def colours(image: QImage) -> set[str]:
    """Colours of the opaque pixels."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name().upper() for pixel in pixels if pixel.alpha() == 255}


def test_icon_takes_the_colour_of_the_theme_shown():
    made = icon(Glyph.ADD)
    assert LIGHT.text2 in colours(made.pixmap(QSize(60, 60)).toImage())
    theme.current().apply(Choice.DARK)
    assert DARK.text2 in colours(made.pixmap(QSize(60, 60)).toImage())


def test_icon_is_filled_and_accented_when_selected_and_pale_when_disabled():
    made = icon(Glyph.NEWS)
    on = made.pixmap(QSize(20, 20), QIcon.Mode.Normal, QIcon.State.On).toImage()
    off = made.pixmap(QSize(20, 20), QIcon.Mode.Disabled).toImage()
    assert LIGHT.accent_text in colours(on)
    assert LIGHT.disabled in colours(off)


@pytest.mark.parametrize("state", State)
def test_mark_is_painted_in_its_own_colour_and_shape(state: State):
    image = QImage(24, 24, QImage.Format.Format_ARGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    painter.scale(2, 2)
    draw_mark(painter, QRectF(0, 0, 12, 12), state)
    painter.end()
    assert getattr(LIGHT, LOOKS[state].tint).upper() in colours(image)


def test_chip_of_the_other_theme_does_not_come_back():
    light = chip_pixmap(State.LATE, "逾期 1 日", 1.0).toImage()
    theme.current().apply(Choice.DARK)
    dark = chip_pixmap(State.LATE, "逾期 1 日", 1.0).toImage()
    assert light.pixelColor(4, 4) == QColor(LIGHT.bad_soft)
    assert dark.pixelColor(4, 4) == QColor(DARK.bad_soft)


def test_chip_is_drawn_sharp_on_a_dense_screen():
    plain, dense = (chip_pixmap(State.DONE, "齐全", ratio) for ratio in (1.0, 1.5))
    assert dense.width() == round(plain.width() * 1.5)
    for corner in (QPoint(6, 2), QPoint(dense.width() - 6, dense.height() - 3)):
        assert dense.toImage().pixelColor(corner) == QColor(LIGHT.ok_soft)


def test_rows_follow_the_density():
    heights = []
    for density in Density:
        theme.current().set_density(density)
        heights.append(theme.row_height())
    assert heights == sorted(set(heights))
    assert heights[1] == theme.line_height(Role.BODY) + 12


def test_palette_of_the_application_is_that_of_the_theme():
    theme.current().apply(Choice.DARK)
    assert QApplication.palette().base().color() == QColor(DARK.surface)


def test_menus_and_tables_are_written_as_the_program_is_and_not_as_windows_writes_them():
    QApplication.setFont(QFont("SimSun", 9), "QMenu")  # as its own type comes back with a style sheet
    assert theme.in_system_type() == ["QMenu"]
    theme.current().apply(Choice.LIGHT)
    assert QApplication.font("QMenu") == QApplication.font()
    assert theme.in_system_type() == []


def test_chinese_can_be_read_on_a_machine_without_chinese_fonts(tmp_path):
    bare = tmp_path / "fonts.conf"
    bare.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "FONTCONFIG_FILE": str(bare)}
    script = (
        "from PySide6.QtWidgets import QApplication; from PySide6.QtGui import QFontMetrics\n"
        "from ui.theme import theme\n"
        "app = QApplication([]); theme.current().start(app)\n"
        "print(all(QFontMetrics(app.font()).inFont(c) for c in '执行力提升年'))"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, cwd=root())
    assert done.stdout == "True\n", done.stderr


def test_a_font_that_somebody_changes_is_his_own():
    before = theme.line_height(Role.CAPTION)
    theme.font(Role.CAPTION).setPixelSize(30)
    assert theme.line_height(Role.CAPTION) == before
