"""The window as a program of its own: where it is, whether it can be shown, starting and asking it."""

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

from xcdesk import clock
from xcdesk.resources import root

ANSWER = "window.json"
"""File in which the window program answers when it proves itself: ``{"ok", "checks"}``."""

_PROOF_SECONDS = 120


def has_screen() -> bool:
    """Whether a window can be shown here."""
    if sys.platform.startswith(("win", "darwin")):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def command() -> tuple[str, ...]:
    """Command line of the window program: beside this one when built, from the source tree otherwise."""
    if getattr(sys, "frozen", False):
        own = Path(sys.executable)
        return (str(own.with_name(f"xcdesk{own.suffix}")),)
    return (sys.executable, "-m", "ui.app")


def start(database: Path, today: dt.date) -> None:
    """Open the window on a database, as on that day, and leave it to itself."""
    surroundings = {**os.environ, clock.TODAY_VARIABLE: today.isoformat()}
    nothing = subprocess.DEVNULL  # whoever reads this program's output must not wait for the window
    subprocess.Popen(  # noqa: S603
        [*command(), str(database)],
        cwd=_folder(),
        env=surroundings,
        stdin=nothing,
        stdout=nothing,
        stderr=nothing,
        start_new_session=True,
    )


def proof(folder: Path) -> list[dict[str, object]]:
    """What the window program finds when it proves itself in ``folder``, without showing anything.

    It answers in a file, for a window program has no console on Windows.

    Raises:
        OSError: it is not there, or it wrote no answer.
        ValueError: its answer is not readable.
    """
    answer = folder / ANSWER
    answer.unlink(missing_ok=True)
    subprocess.run(  # noqa: S603
        [*command(), "--selftest", str(folder.resolve())],
        cwd=_folder(),
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,  # not read to its end: on Windows what it starts would keep a pipe open
        stderr=subprocess.DEVNULL,
        check=False,
        timeout=_PROOF_SECONDS,
    )
    checks: list[dict[str, object]] = json.loads(answer.read_text(encoding="utf-8"))["checks"]
    return checks


def _folder() -> Path | None:
    """From the source tree the program is found as a package of the current folder."""
    return None if getattr(sys, "frozen", False) else root()
