"""A program that reads files and tells what each took: seconds, and memory of itself and of its readers.

``python -m tests.reading FILE...`` prints one JSON object a line. Peaks are those of the kernel (``VmHWM``),
what both have at one time is sampled.
"""

import json
import re
import sys
import threading
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from xcdesk.importers import worker
from xcdesk.importers.refusals import RefusedFileError

_MB = 1_000_000
_PAUSE = 0.002
_PEAK = re.compile(r"VmHWM:\s+(\d+) kB")


@dataclass(frozen=True, slots=True)
class Took:
    """How one file ended, and what it took; memory in MB."""

    name: str
    outcome: str
    seconds: float
    program: float
    reader: float
    together: float


class _Watch:
    """Samples the reading processes of this program until stopped."""

    def __init__(self) -> None:
        self.reader = self.together = 0.0
        self._own, self._ended = psutil.Process(), threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def stop(self) -> None:
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._ended.wait(_PAUSE):
            readers = [peak_mb(each.pid) for each in self._own.children() if _begun(each)]
            now = self._own.memory_info().rss / _MB + sum(readers)
            self.reader, self.together = max([self.reader, *readers]), max(self.together, now)


def _begun(process: psutil.Process) -> bool:
    """Whether a child is a reader already: until then it shares the memory of this program."""
    try:
        return worker.ARGUMENT in process.cmdline()
    except psutil.Error:
        return False


def peak_mb(pid: int | str) -> float:
    """Most memory that a process ever had resident; 0 once it has ended."""
    try:
        found = _PEAK.search(Path(f"/proc/{pid}/status").read_text(encoding="ascii"))
    except OSError:
        return 0.0
    return int(found[1]) * 1024 / _MB if found else 0.0


def read(path: Path) -> Took:
    """Read one file and tell."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak of this process starts anew
    watch, started = _Watch(), time.perf_counter()
    try:
        sheets = worker.read_book(path).sheets
        outcome = f"{sum(len(sheet.cells) for sheet in sheets)} rows"
    except RefusedFileError as refusal:
        outcome = refusal.code.removeprefix("file.")
    finally:
        seconds = time.perf_counter() - started
        watch.stop()
    return Took(path.name, outcome, seconds, peak_mb("self"), watch.reader, watch.together)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        sys.stdout.write(json.dumps(asdict(read(Path(name))), ensure_ascii=False) + "\n")
        sys.stdout.flush()
