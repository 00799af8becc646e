"""Where the files that ship with the program lie: beside the source, or inside the frozen bundle."""

import sys
from pathlib import Path


def root() -> Path:
    """Folder that holds ``resources/``."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    """Path of one shipped file or folder, for example ``resource("labels")``."""
    return root().joinpath("resources", *parts)
