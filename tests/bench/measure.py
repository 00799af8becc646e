"""Measures speed and memory: each subject in a process of its own, two subjects in turn, figures kept.

Absolute times move with the machine, so what counts is the ratio between two subjects that were measured in
turn in one run. Every figure goes to ``build/bench/results.json``; `tests.bench.tables` makes the tables of
``docs/benchmarks.md`` of them.
"""

import importlib
import json
import math
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "bench"
_SAMPLE_SECONDS = 0.005
_PAGE = os.sysconf("SC_PAGE_SIZE")
_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a subject in a process of its own.

    Attributes:
        seconds: what is measured: the whole process of a command, the call alone of a callable.
        peak_mb: most memory that the process and its children had resident at one time.
        answer: what the callable returned; what the command printed.
        processor: seconds of processor time of the whole process and its children, which other programs on
            the machine hardly change.
    """

    seconds: float
    peak_mb: float
    answer: Any
    processor: float


@dataclass(frozen=True, slots=True)
class Series:
    """Repeated measurements of one subject, in the order made."""

    seconds: tuple[float, ...]
    peaks_mb: tuple[float, ...] = ()
    answer: Any = None
    processor: tuple[float, ...] = ()

    @property
    def best(self) -> float:
        """Shortest time."""
        return min(self.seconds)

    @property
    def median(self) -> float:
        """Middle time."""
        return statistics.median(self.seconds)

    @property
    def median_processor(self) -> float:
        """Middle processor time."""
        return statistics.median(self.processor)

    @property
    def peak_mb(self) -> float:
        """Most memory of any run."""
        return max(self.peaks_mb)

    def percentile(self, percent: float) -> float:
        """Time that ``percent`` of the calls stay within."""
        ranked = sorted(self.seconds)
        return ranked[max(0, math.ceil(len(ranked) * percent / 100) - 1)]


def command(
    *words: str | Path, extra: Mapping[str, str] | None = None, folder: Path = ROOT, timeout: float = 900
) -> Run:
    """Run a program to its end; raises `subprocess.CalledProcessError` if it fails.

    Args:
        words: program and arguments.
        extra: further environment variables.
        folder: where it runs.
        timeout: seconds after which it is ended and the measurement fails.
    """
    with tempfile.TemporaryFile() as out:
        started, before = time.perf_counter(), _processor_of_children()
        process = subprocess.Popen(
            [str(word) for word in words], stdout=out, cwd=folder, env=_surroundings(extra or {})
        )
        watch = _MemoryWatch(process.pid)
        try:
            code = process.wait(timeout)
        finally:
            process.kill()
            seconds, processor = time.perf_counter() - started, _processor_of_children() - before
            peak = watch.stop()
        out.seek(0)
        printed = out.read().decode()
    if code:
        raise subprocess.CalledProcessError(code, [str(word) for word in words], printed)
    return Run(seconds, peak, printed, processor)


def _processor_of_children() -> float:
    """Processor time of all children that have ended, and of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _surroundings(extra: Mapping[str, str]) -> dict[str, str]:
    """Programs are measured as they are installed: with their bytecode at hand, windows drawn into memory."""
    bytecode = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(FOLDER / "bytecode")}
    return {**os.environ, **bytecode, "QT_QPA_PLATFORM": "offscreen", **extra}


def call(function: Callable[..., Any], *arguments: Any, extra: Mapping[str, str] | None = None) -> Run:
    """Call a function of a module in a fresh process; only the call is timed, the process is weighed.

    Args:
        function: at the top of a module that can be imported by name.
        arguments: plain values that JSON can carry; paths become text.
        extra: further environment variables.
    """
    name = f"{function.__module__}:{function.__qualname__}"
    packed = json.dumps(arguments, default=str)
    whole = command(sys.executable, "-m", "tests.bench.measure", name, packed, extra=extra)
    told = json.loads(whole.answer.splitlines()[-1])
    return Run(told["seconds"], whole.peak_mb, told["answer"], whole.processor)


def in_turn(subjects: Mapping[str, Callable[[], Run]], repeats: int = 5) -> dict[str, Series]:
    """Measure subjects one after the other, ``repeats`` rounds, so that the machine's moods meet all."""
    runs: dict[str, list[Run]] = {name: [] for name in subjects}
    for _ in range(repeats):
        for name, subject in subjects.items():
            runs[name].append(subject())
    return {
        name: Series(
            tuple(run.seconds for run in made),
            tuple(run.peak_mb for run in made),
            made[-1].answer,
            tuple(run.processor for run in made),
        )
        for name, made in runs.items()
    }


def calls(
    function: Callable[[], Any], times: int, warm: int = 1, watch: Callable[[], float] = time.perf_counter
) -> Series:
    """Call a function of this process many times and time each call.

    Args:
        function: what is called.
        times: how often.
        warm: calls before those that count.
        watch: the clock; `time.process_time` leaves out the time in which the machine served others.
    """
    answer = None
    for _ in range(warm):
        answer = function()
    seconds = []
    for _ in range(times):
        started = watch()
        answer = function()
        seconds.append(watch() - started)
    return Series(tuple(seconds), answer=answer)


@dataclass(frozen=True, slots=True)
class _Member:
    """A process of a family; one that was forked and runs the program of its parent shares memory with it."""

    pid: int
    forked: bool = False

    @property
    def resident(self) -> int:
        """Bytes that it has resident, without what its parent counts already."""
        if not self.forked:
            return _resident(self.pid)
        try:
            told = Path(f"/proc/{self.pid}/smaps_rollup").read_text(encoding="ascii")
        except OSError:  # it has ended meanwhile
            return 0
        return sum(int(line.split()[1]) * 1024 for line in told.splitlines() if line.startswith("Private_"))


class _MemoryWatch:
    """Samples what a process and its children have resident, until stopped."""

    def __init__(self, pid: int) -> None:
        self._pid, self._peak, self._ended = pid, 0, threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        """End the watch and return the peak in MB."""
        self._ended.set()
        self._thread.join()
        return self._peak / _MB

    def _watch(self) -> None:
        while not self._ended.wait(_SAMPLE_SECONDS):
            self._peak = max(self._peak, sum(member.resident for member in _family(self._pid)))


def _family(pid: int) -> list[_Member]:
    """The process and all that descend from it."""
    found = [_Member(pid)]
    for each in found:
        try:
            told = Path(f"/proc/{each.pid}/task/{each.pid}/children").read_text(encoding="ascii")
        except OSError:  # it has ended meanwhile
            continue
        found += [_Member(child, _words(child) == _words(each.pid)) for child in map(int, told.split())]
    return found


def _words(pid: int) -> bytes:
    """The command line of a process, b"" once it has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    except OSError:  # it has ended meanwhile
        return 0


def resident_mb() -> float:
    """What this process has resident now."""
    return _resident(os.getpid()) / _MB


def _serve(name: str, packed: str) -> None:
    module, _, function = name.partition(":")
    subject = getattr(importlib.import_module(module), function)
    arguments: Sequence[Any] = json.loads(packed)
    started = time.perf_counter()
    answer = subject(*arguments)
    seconds = time.perf_counter() - started
    sys.stdout.write(f"\n{json.dumps({'seconds': seconds, 'answer': answer}, default=str)}\n")


if __name__ == "__main__":
    _serve(*sys.argv[1:])
