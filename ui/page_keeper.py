"""The pages behind the tabs of a window: made when somebody needs them, read when they come to the front."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from ui.changes import Area
from ui.desk import Desk
from ui.pages.catalogue import PageSet
from ui.pages.page import Page
from ui.widgets.page_tabs import PageTabs


class PageKeeper(QObject):
    """Shows the pages of ``pages`` in ``tabs``, each with the number of things that wait on it."""

    verbs_shown = Signal(Page)  # the verbs of this page are those in front now
    said = Signal(str)
    asked_for = Signal(str, object)  # key of a page, what to open there

    def __init__(self, desk: Desk, pages: PageSet, tabs: PageTabs) -> None:
        super().__init__(tabs)
        self._set, self._tabs = pages, tabs
        self.started = self._complete = False
        self._fresh: set[str] = set()
        self._uncounted: set[Page] = set()
        self._counting = QTimer(self, singleShot=True)
        self._counting.timeout.connect(self._count)
        tabs.currentChanged.connect(self._enter)
        desk.changes.changed.connect(self._hear)

    def start(self) -> None:
        """Read the first rows of the first page; the rest is made and read once they are to be seen."""
        page = self.front()
        if page.key not in self._fresh:
            page.begin()
        page.verbs.refresh()
        page.focus_first()
        self.started = True

    def finish(self) -> None:
        """Read the first page whole, once."""
        if self._complete or not self.started:
            return
        self._complete = True
        self._enter(self._tabs.currentIndex())
        for page in self._set.made():
            page.count_waiting()

    def make_missing(self) -> None:
        """Make the pages behind, one at a time so that the window answers in between."""
        at = self._set.missing()
        if self.started and at is not None and self._tabs.isVisible():
            self._page_at(at)
            QTimer.singleShot(0, self.make_missing)

    def front(self) -> Page:
        """The page in front."""
        return self._page_at(self._tabs.currentIndex())

    def show(self, key: str) -> None:
        """Bring a tab to the front."""
        self._tabs.setCurrentIndex([tab.key for tab in self._set.tabs].index(key))

    def all(self) -> tuple[Page, ...]:
        """All pages; those that nobody has needed yet are made now."""
        self.finish()
        return tuple(self._page_at(at) for at in range(len(self._set.tabs)))

    def made(self) -> Iterator[Page]:
        """The pages made so far."""
        return self._set.made()

    def _page_at(self, at: int) -> Page:
        """The page of a tab, put into it now if nobody has needed it before."""
        page = self._set.known(at)
        if page is None:
            page = self._set.make(at)
            page.waiting_changed.connect(self._show_waiting)
            page.said.connect(self.said)
            page.asked_for.connect(self.asked_for)
            page.verbs_changed.connect(self._tell_verbs)
            self._tabs.hold(at, page)
            page.show()  # a layout would do so only from the event loop, and the page takes the focus now
            if self.started:
                page.count_waiting()
        return page

    def _enter(self, at: int) -> None:
        page = self._page_at(at)
        self.verbs_shown.emit(page)
        self._read(page)
        page.verbs.refresh()
        page.focus_first()

    def _read(self, page: Page) -> bool:
        """Read a page if something was written since it was read; tells whether it had to be."""
        stale = page.key not in self._fresh
        if stale:
            self._fresh.add(page.key)
            page.reload()
        return stale

    def _hear(self, areas: frozenset[Area]) -> None:
        for page in self._set.made():
            if page.watches & areas:
                self._uncounted.add(page)
                self._fresh.discard(page.key)
        front = self.front()
        if self._read(front):
            front.verbs.refresh()
        self._counting.start()

    def _count(self) -> None:
        """The counts on the tabs, once what was done is to be seen; acts in a row are counted once."""
        while self._uncounted:
            self._uncounted.pop().count_waiting()

    def _tell_verbs(self) -> None:
        front = self.front()
        if self.sender() is front:
            self.verbs_shown.emit(front)

    def _show_waiting(self, count: int) -> None:
        page = self.sender()
        if isinstance(page, Page):
            name = page.name()
            shown = f"{name}  {count}" if count else name
            self._tabs.rename(self._set.place(page), shown)
