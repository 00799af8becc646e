"""What happens at other desks: their changes are shown here; a server that goes away is said, and awaited."""

import logging
import threading
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QAbstractSpinBox, QApplication, QLineEdit, QTextEdit, QWidget

from ui.changes import Area
from ui.desk import Desk
from ui.theme.tokens import State
from ui.widgets.whereabouts import whereabouts
from xcdesk import store
from xcdesk.services.record import news
from xcdesk.services.record.news import News

log = logging.getLogger(__name__)

_SLICE_SECONDS = 0.4
"""How long one wait lasts: so long the window may take to close."""
_RETRY_SECONDS = 1.0
_TYPING_MS = 700
_EVERYTHING = frozenset(Area) - {Area.BACKUPS}
_AREAS: Mapping[str, frozenset[Area]] = {
    "coverage": frozenset({Area.COVERAGE}),
    "evidence": frozenset({Area.COVERAGE}),
    "search": frozenset(),
    "record": frozenset(),
    "import": frozenset({Area.COVERAGE, Area.IMPORTS}),
    "returns": frozenset({Area.IMPORTS, Area.SETTINGS}),
    "roster": frozenset({Area.ROSTER}),
    "quota": frozenset({Area.ROSTER}),
    "material": frozenset({Area.MATERIALS, Area.BULLETINS}),
    "delegation": frozenset({Area.MATERIALS}),
    "review": frozenset({Area.MATERIALS, Area.SETTINGS}),
    "bulletin": frozenset({Area.BULLETINS, Area.MATERIALS}),
    "candidate": frozenset({Area.BULLETINS}),
    "contribution": frozenset({Area.BULLETINS}),
    "case": frozenset({Area.CASES}),
    "advert": frozenset({Area.TRACKERS}),
    "manuscript": frozenset({Area.TRACKERS}),
    "activity": frozenset({Area.TRACKERS}),
}
"""What an act of the record touches, by its first word; any other may touch everything."""


class NewsThread(QObject):
    """Reads what others write on a thread and a connection of its own; emits only signals.

    It ends by itself once the database that it listens to is closed, also where another is opened then.
    """

    heard = Signal(object)  # tuple of News
    moved = Signal()  # somebody began or ended to edit something
    lost = Signal()
    back = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._last = 0
        self._away = False
        self._thread = threading.Thread(target=self._run, name="news", daemon=True)

    def start(self) -> None:
        """Begin with what comes after the last entry there is now."""
        self._opened = store.where()
        self._last = news.latest()
        self._thread.start()

    def stop(self) -> None:
        """End, and wait for the thread: its connection is closed then."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def _listens(self) -> bool:
        """Whether nobody has said that it should end, and the database was not closed under it."""
        return not self._stop.is_set() and store.is_still(self._opened)

    def _run(self) -> None:
        while self._listens():
            try:
                with store.connection():
                    self._read()
            except Exception as error:
                if not self._listens():
                    return
                if store.fault_of(error) is None:
                    raise
                if not self._away:
                    log.warning("the server is away: %s", type(error).__name__)
                    self._away = True
                    self.lost.emit()
                self._stop.wait(_RETRY_SECONDS)

    def _read(self) -> None:
        reader = news.Reader(self._last)
        if self._opened.path is None:
            self.moved.emit()  # whoever came before this thread listened was not heard
        if self._away:
            self._away = False
            self.back.emit()
        while self._listens():
            found = reader.wait(_SLICE_SECONDS)
            self._last = reader.last
            if found:
                self.heard.emit(found)
            if reader.moved:
                self.moved.emit()


class OtherDesks(QObject):
    """Shows in one window what others do; what is being typed is never disturbed.

    Args:
        desk: whose pages listen; when its runner is shut down, nothing is listened to any more.
        show: says in the status line how it stands.
        unsaved: whether a page holds typed text.
        parent: the window.
    """

    said = Signal(str)

    def __init__(
        self,
        desk: Desk,
        show: Callable[[State, str], object],
        unsaved: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._changes, self._show, self._unsaved = desk.changes, show, unsaved
        desk.runner.ending.connect(self.stop)
        self._held: frozenset[Area] = frozenset()
        self._stopped = False
        self._patience = QTimer(self, interval=_TYPING_MS)
        self._patience.timeout.connect(self._tell)
        self._thread = NewsThread(self)
        self._thread.heard.connect(self._hear)
        self._thread.moved.connect(whereabouts().moved)
        self._thread.lost.connect(self._lose)
        self._thread.back.connect(self._find)

    def begin(self) -> None:
        """Listen from now on."""
        self._thread.start()

    def stop(self) -> None:
        """Listen no more; what is on its way from the thread comes too late."""
        self._stopped = True
        self._patience.stop()
        self._thread.stop()

    def _hear(self, found: tuple[News, ...]) -> None:
        if self._stopped:
            return
        for each in found:
            self._changes.lately.note(each.rows, each.who_name)
            self._held |= _AREAS.get(each.area, _EVERYTHING)
        people = "、".join(dict.fromkeys(each.who_name for each in found))
        if self._held:
            self.said.emit(self.tr("{people} has just changed something here").format(people=people))
        self._tell()

    def _lose(self) -> None:
        if self._stopped:
            return
        self._show(State.LATE, self.tr("Server away; what you type stays. Connecting again…"))

    def _find(self) -> None:
        """Whatever was announced meanwhile was not heard: everything is read again."""
        if self._stopped:
            return
        self._show(State.DONE, self.tr("Connected again"))
        self._held = _EVERYTHING
        self._tell()

    def _tell(self) -> None:
        """Let the pages read again, once nobody types into what would be painted anew."""
        if self._held and (_types_in_a_cell() or self._unsaved()):
            self._patience.start()
            return
        self._patience.stop()
        areas, self._held = self._held, frozenset()
        if areas:
            self._changes.tell_of_others(areas)


def _types_in_a_cell() -> bool:
    """Whether the focus is in an editor of a list or a table."""
    focus = QApplication.focusWidget()
    if not isinstance(focus, QLineEdit | QTextEdit | QAbstractSpinBox):
        return False
    above: QWidget | None = focus.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QAbstractItemView):
            return True
        above = above.parentWidget()
    return False
