"""How a failure is shown and what of it is kept."""

from peewee import IntegrityError
from PySide6.QtWidgets import QMessageBox, QWidget

from ui.errors import show_error

QUOTED = "duplicate key value: Key (phone)=(13800000000) already exists"


def test_what_an_engine_says_of_a_row_is_not_shown(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    show_error(window, IntegrityError(QUOTED))
    box = window.findChild(QMessageBox, "error_box")
    assert "IntegrityError" in box.text()
    assert "138" not in box.text() + box.detailedText()
    box.close()
