"""Reading processes made ready once for many files, where the system can fork.

A fresh process for every file spends as long on being started as on reading. So one process, which never
touches a file itself, imports what reading takes and forks: each file still has a process of its own, which
has seen no other. Where there is no fork, or the process is gone, a reading is started the usual way.
"""

import contextlib
import json
import os
import select
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from xcdesk.importers.arguments import MANY

CAN_FORK = hasattr(os, "fork")


class Process(Protocol):
    """A reading process as its reading handles it."""

    pid: int
    returncode: int | None

    def poll(self) -> int | None:
        """Its exit status, None while it runs."""

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end; raises `subprocess.TimeoutExpired`."""

    def kill(self) -> None:
        """End it, if it has not ended."""


class Nursery:
    """The process that forks; one child at a time. Whoever is done with it closes it."""

    def __init__(self, program: Sequence[str], environment: Mapping[str, str]) -> None:
        self._parent = subprocess.Popen(  # noqa: S603  # our own program, no shell
            [*program, MANY],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            bufsize=0,  # a child may end before its number is read: what it tells then must stay in the pipe
        )

    def close(self) -> None:
        """End it."""
        self._parent.kill()
        self._parent.communicate()

    def begin(self, arguments: Sequence[str], errors: Path) -> Process | None:
        """A child that serves as a reading process with ``arguments``; None if there can be none."""
        into, out = self._parent.stdin, self._parent.stdout
        if into is None or out is None:
            return None
        try:
            into.write(json.dumps([*arguments, str(errors)]).encode() + b"\n")
            into.flush()
            told = out.readline()
        except OSError:
            return None
        return _Child(int(told), out.fileno()) if told else None


class _Child:
    """A forked reading process: its parent tells its number, and its exit status once it has ended."""

    def __init__(self, number: int, told: int) -> None:
        self.returncode: int | None = None
        self.pid, self._told = number, told

    def poll(self) -> int | None:
        """Its exit status, None while it runs."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.wait(0)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end."""
        if self.returncode is None:
            if not select.select([self._told], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired("reading", timeout or 0)
            told = os.read(self._told, 64)  # its parent says nothing else until the next is begun
            self.returncode = int(told) if told else -signal.SIGKILL
        return self.returncode

    def kill(self) -> None:
        """End it; its parent has not buried it before it tells of its end."""
        if self.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
