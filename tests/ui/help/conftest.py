"""Each test of the help begins without its window."""

from collections.abc import Iterator

import pytest

from ui.help import window as help_window


@pytest.fixture(autouse=True)
def no_help_left() -> Iterator[None]:
    """The window of the help is the program's own; nobody else would close it."""
    yield
    for window in help_window._shown:
        window.close()
        window.deleteLater()
    help_window._shown.clear()
