"""PySide6 loaded without what nobody has asked for yet: what it says of a call with wrong arguments.

PySide6 6.11 carries its support for signatures as packed source, and at each start unpacks and compiles ten
modules of it, which serve to word such a message, to describe a method and to write stubs for type checkers:
a twelfth of the time to the first paint. Here the dear ones wait until something of theirs is wanted. A
version that loads them otherwise is not touched.
"""

import builtins
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_ROOM = "shibokensupport/signature/"
_DEAR = frozenset(
    f"{_ROOM}{name}.py"
    for name in ("errorhandler", "layout", "lib/enum_sig", "lib/pyi_generator", "lib/tool", "parser")
)
_STAND_IN = "from ui.qt_loading import stand_in\n__getattr__ = stand_in(__name__, {file!r}, globals())\n"
_compile = builtins.compile
_lock = threading.RLock()
waiting: dict[str, Any] = {}
"""Source of each module that has not been wanted yet, by its file."""


@contextmanager
def sparing() -> Iterator[None]:
    """While PySide6 is imported in the block, compile only what it needs to work."""
    builtins.compile = _sparing
    try:
        yield
    finally:
        builtins.compile = _compile


def _sparing(source: Any, filename: Any, *rest: Any, **more: Any) -> Any:
    if filename in _DEAR:
        waiting[filename] = source
        source = _STAND_IN.format(file=filename)
    return _compile(source, filename, *rest, **more)


def stand_in(module: str, file: str, names: dict[str, Any]) -> Callable[[str], Any]:
    """The ``__getattr__`` of a module that waits: it is filled when the first of its names is wanted.

    Args:
        module: its name, for the message if it holds no such thing.
        file: key among `waiting`.
        names: its namespace.
    """

    def wanted(name: str) -> Any:
        with _lock:
            if not name.startswith("__") and file in waiting:
                exec(_compile(waiting.pop(file), file, "exec"), names)  # noqa: S102  # as PySide6 does
        if name not in names:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        return names[name]

    return wanted
