"""The program's icon for Windows, drawn from its one SVG in every size that Windows asks for."""

import io
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE = Path(__file__).parent / "xcdesk.svg"
SIDES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
"""Pixels; title bar, list, task bar and desktop at 100 to 200 %."""


def write_ico(target: Path) -> Path:
    """Write the icon, each size drawn for itself; returns ``target``."""
    drawn = [_drawn(side) for side in SIDES]
    target.parent.mkdir(parents=True, exist_ok=True)
    largest, others = drawn[-1], drawn[:-1]
    sizes = [(side, side) for side in SIDES]
    largest.save(target, "ICO", sizes=sizes, append_images=others, bitmap_format="bmp")  # NSIS reads no PNG
    return target


BANNER = (164, 314)
"""Pixels of the picture beside the first and the last page of the installer, as NSIS has it."""
_GROUND = "#1F5AA8"  # of the icon


def write_banner(target: Path) -> Path:
    """Write the picture of the installer: the icon on its own blue; returns ``target``."""
    picture = Image.new("RGB", BANNER, _GROUND)
    drawn = _drawn(128)
    picture.paste(drawn, ((BANNER[0] - drawn.width) // 2, 40), drawn.convert("RGBA"))
    target.parent.mkdir(parents=True, exist_ok=True)
    picture.save(target, "BMP")
    return target


def _drawn(side: int) -> Image.Image:
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return Image.open(io.BytesIO(buffer.data().data()))
