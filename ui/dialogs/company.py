"""Who else is editing the same: said when an editor opens, and whenever somebody comes or leaves."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui import format as shown
from ui.widgets.banner import Banner
from ui.widgets.layouts import Margins
from ui.widgets.notice import Notice
from ui.widgets.whereabouts import whereabouts
from xcdesk.services.record.presence import Presence, Stay


class Company(Notice):
    """Lets the other desks see that something is edited here, and shows who else edits it.

    Args:
        hint: what becomes of two who save, as a sentence; it stands under the names.
        margins: around the banner.
        parent: the editor.
    """

    def __init__(self, hint: str, margins: Margins = 0, parent: QWidget | None = None) -> None:
        super().__init__(margins, parent)
        self._hint = hint
        self._stay: Stay | None = None
        self._at = ("", 0)
        self._seen: tuple[Presence, ...] = ()
        whereabouts().moved.connect(self._look)

    def stay_at(self, kind: str, row: int) -> None:
        """Begin to edit a row, unless one is at it already; whatever was edited here before has been left."""
        if self._stay is not None and self._at == (kind, row):
            return
        self.leave()
        self._stay, self._at = Stay(kind, row), (kind, row)
        self._show(self._stay.begin())

    def leave(self) -> None:
        """End to edit."""
        if self._stay is not None:
            self._stay.end()
            self._stay = None
        self._show(())

    def _look(self) -> None:
        if self._stay is not None:
            self._show(self._stay.others())

    def _show(self, there: tuple[Presence, ...]) -> None:
        if there == self._seen:
            return
        self._seen = there
        title = self.tr("Also at it: {people}").format(people=_people(there))
        self.show_banner(Banner("info", title, self._hint) if there else None)


def _people(there: Sequence[Presence]) -> str:
    """``林某（WS-07）``; a name that is not known leaves its desk."""
    return shown.listed(f"{one.name}（{one.desk}）" if one.desk else one.name for one in there)
