"""Rules of the windows that can be read off their source: all files are looked at, all offenders named."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from xcdesk.resources import root

UI = root() / "ui"
LABELS, ERRORS, THEME = UI / "widgets" / "labels.py", UI / "errors.py", UI / "theme" / "theme.py"
SHOWN_BARE = r"\bQ(?:Label|MessageBox|InputDialog|TextBrowser)\(|setHtml\(|setTextFormat\("


@pytest.fixture(scope="module")
def sources() -> dict[Path, str]:
    """The text of every file of the windows."""
    return {path: path.read_text(encoding="utf-8") for path in sorted(UI.rglob("*.py"))}


def offending(sources: dict[Path, str], found: Callable[[str], Iterable[str]], *but: Path) -> dict[str, list]:
    """What is found in each file, by its name, leaving out files that may hold it."""
    hits = {path: list(found(text)) for path, text in sources.items() if path not in but}
    return {path.relative_to(UI).as_posix(): hit for path, hit in hits.items() if hit}


def test_text_is_shown_through_the_label_helper_only(sources):
    assert offending(sources, lambda text: re.findall(SHOWN_BARE, text), LABELS, ERRORS) == {}


def test_tooltips_of_data_pass_the_helper(sources):
    def bare(text: str) -> list[str]:
        calls = re.findall(r"setToolTip\(([^\n]*)", text)
        return [call for call in calls if not call.startswith(("tip(", "self._action.toolTip("))]

    assert offending(sources, bare, LABELS) == {}


def test_no_style_sheet_outside_the_theme(sources):
    assert offending(sources, lambda text: re.findall(r"\.setStyleSheet\(", text), THEME) == {}
    assert ".setStyleSheet(" in sources[THEME]
