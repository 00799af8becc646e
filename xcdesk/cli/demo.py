"""Console command that does the main job on samples and then opens the window."""

import argparse
from pathlib import Path

from xcdesk import demo, store, window_program
from xcdesk.cli.frame import Answer, Command, Desk
from xcdesk.wording import text


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path, help="where the demonstration is made")
    parser.add_argument("--no-window", action="store_true", help="do not open the window afterwards")


def _demo(desk: Desk) -> Answer:
    try:
        made = demo.make(desk.words.folder)
    finally:
        if store.is_open():
            store.close_store()
    payload = {
        "database": str(made.database),
        "imported": made.imported,
        "tally": {"pieces": made.counted.pieces, "placements": made.counted.placements},
        "bulletins": [
            {
                "series": row.series,
                "number": row.number,
                "running": row.running,
                "pages": row.pages,
                "files": [str(path) for path in made.files[row.id]],
            }
            for row in made.bulletins
        ],
    }
    files = [str(path) for paths in made.files.values() for path in paths]
    lines = [text("demo.done", database=made.database, new=made.imported["new"]), *files]
    return Answer(payload, [*lines, *_window(desk, made.database)])


def _window(desk: Desk, database: Path) -> list[str]:
    """Open the window where there is a screen; otherwise say how."""
    if desk.words.no_window:
        return []
    if not window_program.has_screen():
        return [text("demo.no_screen", database=database)]
    window_program.start(database, demo.window_day())
    return [text("demo.opened")]


COMMANDS = (Command("demo", "Do the main job on samples in a new folder.", _demo, _options, opens=False),)
