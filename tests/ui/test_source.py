"""Rules of the windows that can be read off their source."""

import re
from pathlib import Path

import pytest

from xcdesk.resources import root

SOURCES = sorted((root() / "ui").rglob("*.py"))
LABELS = root() / "ui" / "widgets" / "labels.py"
ERRORS = root() / "ui" / "errors.py"


@pytest.mark.parametrize("path", [path for path in SOURCES if path not in {LABELS, ERRORS}], ids=str)
def test_text_is_shown_through_the_label_helper_only(path: Path):
    text = path.read_text(encoding="utf-8")
    assert (
        re.findall(r"\bQ(?:Label|MessageBox|InputDialog|TextBrowser)\(|setHtml\(|setTextFormat\(", text) == []
    )


@pytest.mark.parametrize("path", [path for path in SOURCES if path != LABELS], ids=str)
def test_tooltips_of_data_pass_the_helper(path: Path):
    calls = re.findall(r"setToolTip\(([^\n]*)", path.read_text(encoding="utf-8"))
    assert [call for call in calls if not call.startswith(("tip(", "self._action.toolTip("))] == []


@pytest.mark.parametrize("path", SOURCES, ids=str)
def test_no_style_sheet_outside_the_theme(path: Path):
    if path.name == "theme.py":
        return
    assert ".setStyleSheet(" not in path.read_text(encoding="utf-8")
