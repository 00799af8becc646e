"""The practice office: made, entered, left and begun anew; the strip that says where one is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.between import Between
from ui.dialogs.first_run import FirstRun
from ui.dialogs.form import Question
from ui.widgets.buttons import Kind, button
from ui.widgets.labels import label
from ui.widgets.layouts import across, boxed, down
from xcdesk import settings, store
from xcdesk.progress import Operation


class PracticeOffice(Between):
    """Says which file is to be opened, that practice was left, or why the practice office was not made.

    ``may_leave`` is asked before the window gives way, ``page`` brings that of the first start in its place.
    """

    ready = Signal(str)
    left = Signal()

    def __init__(self, may_leave: Callable[[], bool], page: Callable[[], FirstRun], parent: QObject) -> None:
        super().__init__(parent)
        self._may_leave, self._page = may_leave, page

    def enter(self) -> None:
        """Open it; the first time it is made, which takes some seconds."""
        place = settings.practice_database()
        if not place.exists():
            self.make()
        elif self._may_leave():
            self.ready.emit(str(place))

    def leave(self) -> None:
        """Go back to the office's own data, or to the ways to begin where there are none."""
        if self._may_leave():
            store.close_store()
            self.left.emit()

    def make(self) -> None:
        """Make it, in the place of one that was there, with its progress on the page of the first start."""
        if not self._may_leave():
            return
        page = self._page()
        store.close_store()
        words = self.tr("Making the practice data…")
        self.carry_out(_make, lambda place: self.ready.emit(str(place)), page, words)


def framed(tabs: QWidget, leave: Callable[[], None]) -> QFrame:
    """The tabs in the frame that is round the window while practising, with the strip above them."""
    return boxed(down(_strip(leave), tabs), "practice")


def _strip(leave: Callable[[], None]) -> QFrame:
    """What says where one is, with the way back."""
    translate = QCoreApplication.translate
    words = translate("practice", "Practice office: invented data, wholly apart from real data")
    back = button(translate("practice", "Back to the office's data"), None, Kind.LINK, leave)
    return boxed(
        across(label(words, tone="bad", bold=True), None, back, margins=(12, 4, 12, 4)), "practice_strip"
    )


def ask_to_begin_anew(agreed: Callable[[], None], window: QWidget) -> None:
    """Ask before what was practised is thrown away."""
    translate = QCoreApplication.translate
    question = Question(
        translate("practice", "What was practised here is thrown away. Real data are not touched."),
        translate("practice", "Begin anew"),
        translate("practice", "Go on practising"),
        window,
    )
    question.agreed.connect(agreed)
    question.finished.connect(question.deleteLater)
    question.open()


def _make(_operation: Operation) -> Path:
    from xcdesk import practice  # start-up time

    return practice.make(settings.practice_database().parent)
