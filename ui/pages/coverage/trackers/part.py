"""The trackers as a part of the coverage page, made when they are first shown, with a bar of their own."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtWidgets import QBoxLayout, QStackedWidget

from ui.pages.page import Page
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.verbs import VerbSet

if TYPE_CHECKING:  # made, and loaded, when they are first needed: start-up time
    from ui.pages.coverage.trackers.pane import TrackersPane


class TrackersPart(QObject):
    """Lets the part in front have bar, verbs and filter; those of the other rest.

    Make it once the page is built; ``stack`` shows what the page has of its own first, ``segments`` are the
    parts of the page among which ``choice`` chooses.
    """

    def __init__(
        self, page: Page, stack: QStackedWidget, choice: Segmented, segments: Sequence[Segment]
    ) -> None:
        super().__init__(page)
        self._page, self._stack, self._choice, self._segments = page, stack, choice, segments
        self._own = (page.bar, page.verbs, page.search)
        self._pane: TrackersPane | None = None
        self._other_choice: Segmented | None = None

    @property
    def pane(self) -> "TrackersPane":
        """The lists."""
        if self._pane is None:
            from ui.pages.coverage.trackers.pane import TrackersPane

            # A widget stands in one bar alone, so each bar has the choice of parts for itself.
            self._other_choice = Segmented(self._segments)
            self._other_choice.chosen.connect(self._choice.choose)
            self._pane = TrackersPane(self._page, (self._other_choice,))
            self._stack.addWidget(self._pane)
            layout = self._page.layout()
            if isinstance(layout, QBoxLayout):
                layout.insertWidget(1, self._pane.bar)
            self._pane.bar.hide()
        return self._pane

    def verb_sets(self) -> Sequence[VerbSet]:
        """The verbs of the page, and those of the trackers once they are made."""
        own = self._own[1]
        return (own,) if self._pane is None else (own, self._pane.verbs)

    def holds(self, verbs: VerbSet) -> bool:
        """Whether these are the verbs of the trackers."""
        return verbs is not self._own[1]

    def swap(self, *, front: bool) -> None:
        """Bring the trackers to the front, or what the page has of its own."""
        if not front and self._pane is None:
            return
        pane, (bar, verbs, search) = self.pane, self._own
        if self._other_choice is not None:
            with QSignalBlocker(self._other_choice):
                self._other_choice.choose(self._choice.key)
        verbs.rest(on=front)
        pane.verbs.rest(on=not front)
        bar.setVisible(not front)
        pane.bar.setVisible(front)
        self._stack.setCurrentIndex(int(front))
        page = self._page
        parts = (pane.bar, pane.verbs, pane.search) if front else (bar, verbs, search)
        page.bar, page.verbs, page.search = parts
        page.verbs_changed.emit()
