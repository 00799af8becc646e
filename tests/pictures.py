"""The two pictures of the README, from the demonstration: the coverage tab and a printed page.

``python -m tests.pictures docs/pictures`` draws into memory and needs no screen.
"""

import os
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PySide6.QtWidgets import QApplication

from tests.screen import OFFSCREEN
from tests.shots import TIME, TODAY, draw_tabs
from ui import translation
from ui.theme import theme
from ui.theme.theme import Choice
from xcdesk import clock, demo, settings, store

TAB = "coverage"
PAGE_SCALE = 1.4
"""Of a PDF page at 72 dots an inch: readable on a screen, small in the tree."""


def main(outdir: Path) -> None:
    """Draw ``window.png`` and ``page.png`` into ``outdir``."""
    outdir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        surroundings = {
            settings.HOME_VARIABLE: home,
            clock.TODAY_VARIABLE: TODAY,
            clock.TIME_VARIABLE: TIME,
        }
        os.environ.update({**surroundings, "QT_QPA_PLATFORM": OFFSCREEN, "QT_SCALE_FACTOR": "1"})
        made = demo.make(Path(home) / "demo")
        _draw_page(next(path for path in made.files[made.bulletins[0].id] if path.suffix == ".pdf"), outdir)
        _draw_window(made.database, outdir)
        store.close_store()


def _draw_page(printed: Path, outdir: Path) -> None:
    document = pypdfium2.PdfDocument(printed)
    document[0].render(scale=PAGE_SCALE).to_pil().save(outdir / "page.png", optimize=True)
    document.close()


def _draw_window(database: Path, outdir: Path) -> None:
    app = QApplication([])
    theme.current().start(app)
    translation.install("zh")
    theme.current().apply(Choice.LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        draw_tabs(Path(folder), database, "readme")
        (Path(folder) / f"{TAB}-readme.png").replace(outdir / "window.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
