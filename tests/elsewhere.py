"""Carries a task of a test out in a fresh process.

The process that runs the tests has threads (of Qt, of the driver of the server, of whatever a test before
left ending); a fork of it may hold their locks for ever, and who waits for such a child waits as long.
"""

import multiprocessing
import os
from collections.abc import Callable

import pytest

_FRESH = multiprocessing.get_context("spawn")
_SECONDS = 120.0


def exit_code(task: Callable[..., int], *arguments: object) -> int:
    """Exit code that ``task``, a function of a module, answers in a process of its own.

    The process ends at once then, as one that is killed does: nothing is closed or tidied up. The test fails
    if there is no answer after two minutes.
    """
    child = _FRESH.Process(target=_answer, args=(task, *arguments))
    child.start()
    child.join(_SECONDS)
    code = child.exitcode
    if code is None:
        child.kill()
        child.join()
        pytest.fail(f"{task.__qualname__} did not end")
    return code


def _answer(task: Callable[..., int], *arguments: object) -> None:
    os._exit(task(*arguments))
