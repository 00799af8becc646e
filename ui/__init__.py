"""The windows."""

import builtins
from typing import Any

import xcdesk  # noqa: F401  # before Qt: it has Python look for cycles less often
from ui import qt_loading

with qt_loading.sparing():
    import PySide6.QtCore  # noqa: F401  # it puts its hook around imports

# PySide6 6.11 goes between every import, to see whether a module asks for one of the features that no module
# of ours asks for, and to that end reads the source of whatever is imported after it: a tenth of the time to
# the first paint, and two million characters kept in memory.
_given: Any = builtins  # its stubs know none of these names
if getattr(_given, "__feature_import__", None) is _given.__import__:
    _given.__import__ = _given.__orig_import__
