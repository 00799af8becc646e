"""What a clerk's hands do on the coverage page."""

import datetime as dt

from PySide6.QtWidgets import QLineEdit

from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.log import coverage_log

MONDAY = dt.date(2019, 3, 4)
TUESDAY = dt.date(2019, 3, 5)
NAMES = ("许昌日报", "许昌晨报", "许昌人民广播电台", "许昌电视台", "许昌廉政网")


def index(page, name, day):
    """Place of an outlet and a day in the matrix."""
    model = page.matrix.model
    row = next(at for at in range(model.rowCount()) if model.line(at).outlet.name == name)
    column = next(at for at in range(model.columnCount()) if model.cell(row, at).day == day)
    return model.index(row, column)


def go(page, name, day):
    """Put the current cell, with the keyboard on it, where a clerk would click."""
    page.matrix.view.setFocus()
    page.matrix.view.setCurrentIndex(index(page, name, day))


def typed(qtbot, page, text):
    """Type into the current cell; the editor opens at the first key."""
    qtbot.keyClick(page.matrix.view, text[0])
    editor = page.matrix.view.viewport().findChild(QLineEdit)
    qtbot.keyClicks(editor, text[1:])
    return editor


def titles(**chosen):
    """Titles in the log, newest day first."""
    return [row.title for row in coverage_log.page(ItemFilter(**chosen)).rows]
