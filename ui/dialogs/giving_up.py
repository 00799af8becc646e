"""The question before a window with a typed and unsaved text is closed."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.form import Question

translate = QCoreApplication.translate


def ask_to_give_up(page: str, close: Callable[[], object], parent: QWidget) -> None:
    """Ask before the text on the page called ``page`` is lost; ``close`` is called if it may be."""
    words = translate(
        "giving_up", "A text on the page {page} has not been saved. Closing the window loses it."
    )
    question = Question(
        words.format(page=page),
        translate("giving_up", "Close without saving"),
        translate("giving_up", "Keep writing"),
        parent,
    )
    question.agreed.connect(close)
    question.finished.connect(question.deleteLater)
    question.open()
