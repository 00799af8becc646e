"""How a failure is shown and what of it is kept."""

import logging
import sys

from peewee import IntegrityError
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.errors import LogFormatter, show_error

QUOTED = "duplicate key value: Key (phone)=(13800000000) already exists"


def test_what_an_engine_says_of_a_row_is_not_shown(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    show_error(window, IntegrityError(QUOTED))
    box = window.findChild(QMessageBox, "error_box")
    assert "IntegrityError" in box.text()
    assert "138" not in box.text() + box.detailedText()
    box.close()


def test_the_log_keeps_the_way_of_an_exception_and_none_of_its_words():
    try:
        raise RuntimeError(f"of {QUOTED}") from IntegrityError(QUOTED)  # noqa: TRY301
    except RuntimeError:
        record = logging.LogRecord("desk", logging.ERROR, __file__, 1, "unexpected", None, sys.exc_info())
    line = LogFormatter("%(message)s").format(record)
    assert "138" not in line
    assert "RuntimeError" in line
    assert "IntegrityError" in line
    assert "test_errors.py" in line
