"""Figures of the log as the editor and the reading view of a material show them."""

from xcdesk.services.issuing import live_figures
from xcdesk.services.issuing.live_figures import FigureShown
from xcdesk.texts.live_fields import field_of


class Figures:
    """Counts each figure once until told that the log has changed."""

    def __init__(self) -> None:
        self._known: dict[str, FigureShown] = {}

    def __call__(self, source: str) -> FigureShown:
        """What a figure shows, by how it stands in the text."""
        if source not in self._known:
            field = field_of(source)
            self._known[source] = live_figures.shown(field) if field else FigureShown(source, "")
        return self._known[source]

    def forget(self) -> None:
        """The log may have changed: count anew when next shown."""
        self._known.clear()
