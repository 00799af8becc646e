"""Programs that start, paint their window once, say how long it took and how much memory they hold, and end.

``python -m tests.bench.starting bare`` is the floor: a main window with a table of one screen.
``python -m tests.bench.starting libraries`` is the same with what reads and writes a database imported.
``python -m tests.bench.starting xcdesk DATABASE`` is the program itself.
"""

import json
import os
import sys
import time
from pathlib import Path

HEAVY = ("openpyxl", "reportlab", "pypinyin", "docx", "xlsxwriter", "python_calamine", "rapidfuzz")
"""What the window needs only for single verbs."""

_ROWS, _COLUMNS = 33, 8


def _born() -> float:
    """When this process was started, on the clock of `time.time`; to a hundredth of a second."""
    fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    booted = time.time() - float(Path("/proc/uptime").read_text(encoding="ascii").split()[0])
    return booted + int(fields[19]) / os.sysconf("SC_CLK_TCK")


def _report(born: float) -> None:
    """Say what was measured and end at once: how long a program takes to close is another matter."""
    seconds = time.time() - born
    resident = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf(
        "SC_PAGE_SIZE"
    )
    loaded = sorted(name for name in HEAVY if name in sys.modules)
    told = {"seconds": seconds, "cpu": time.process_time(), "mb": resident / 1_000_000, "loaded": loaded}
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    os._exit(0)


def _when_painted(born: float) -> object:
    """An event filter that reports once the first window has been painted."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QMainWindow
    from typing_extensions import override

    class FirstPaint(QObject):
        seen = False

        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not self.seen and isinstance(watched, QMainWindow):
                self.seen = True
                QTimer.singleShot(0, self.told)
            return False

        def told(self) -> None:
            _report(born)

    return FirstPaint()


def bare() -> None:
    """A main window with a table, nothing else."""
    born = _born()
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    app = QApplication([])
    watch = _when_painted(born)
    window = QMainWindow()
    table = QTableView()
    model = QStandardItemModel(_ROWS, _COLUMNS)
    for row in range(_ROWS):
        for column in range(_COLUMNS):
            model.setItem(row, column, QStandardItem("许昌人民广播电台"))
    table.setModel(model)
    window.setCentralWidget(table)
    window.resize(1366, 728)
    window.installEventFilter(watch)
    window.show()
    app.exec()


def libraries() -> None:
    """The bare window of a process that has imported what reads and writes a database."""
    import xcdesk.db.base  # noqa: F401  # peewee and sqlcipher3, as the program has them

    bare()


def xcdesk(database: str) -> None:
    """The program, opened on a database by the person who sat here last."""
    born = _born()
    from ui import app, main_window

    show = main_window.MainWindow.start
    kept = []

    def start(window: main_window.MainWindow) -> None:
        watch = _when_painted(born)
        kept.append(watch)
        show(window)
        window.installEventFilter(watch)  # asked first: what waits for the first paint comes after the report

    main_window.MainWindow.start = start  # type: ignore[method-assign]
    app.main([database])


if __name__ == "__main__":
    {"bare": bare, "libraries": libraries, "xcdesk": xcdesk}[sys.argv[1]](*sys.argv[2:])
