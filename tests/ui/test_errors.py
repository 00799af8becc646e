"""How a failure is shown and what of it is kept."""

import subprocess
import sys
import threading

from peewee import IntegrityError
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

import xcdesk
from ui.errors import CrashHook, show_error

QUOTED = "duplicate key value: Key (phone)=(13800000000) already exists"


def test_a_report_of_our_own_fault_is_copied_and_quotes_nobody(qtbot):
    hook, quoted = CrashHook(), "示例·某 13800000000"
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    hook.caught.disconnect()  # it would look for the active window
    hook.caught.connect(lambda error: show_error(window, error))

    def fail():
        raise ValueError(quoted)

    before = threading.excepthook
    threading.excepthook = hook._thread_hook
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    threading.excepthook = before
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "error_box") is not None)
    box = window.findChild(QMessageBox, "error_box")
    copy = next(button for button in box.buttons() if "复制" in button.text())
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    report = QGuiApplication.clipboard().text()
    assert box.isVisible()
    assert "ValueError" in report
    assert "test_errors.py" in report
    assert xcdesk.__version__ in report
    assert "138" not in report
    assert "示例" not in report
    box.close()


def test_what_the_threads_did_is_written_when_the_interpreter_dies(tmp_path):
    path = tmp_path / "crashes.log"
    words = "import faulthandler,sys;from pathlib import Path;from xcdesk import logs;"
    words += "logs.crashes_to(Path(sys.argv[1]));secret='13800000000';faulthandler._sigsegv()"
    ended = subprocess.run([sys.executable, "-c", words, path], check=False, capture_output=True)
    assert ended.returncode < 0
    told = path.read_text(encoding="utf-8")
    assert "Segmentation fault" in told
    assert "138" not in told


def test_what_an_engine_says_of_a_row_is_not_shown(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    show_error(window, IntegrityError(QUOTED))
    box = window.findChild(QMessageBox, "error_box")
    assert "IntegrityError" in box.text()
    assert "138" not in box.text() + box.detailedText()
    box.close()
