"""Any two versions of a material, in one column or side by side."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import format as shown
from ui.tablemodels.materials import revision_word
from ui.theme.tokens import Role
from ui.widgets.changes_view import ChangesView
from ui.widgets.fields import Option, PickBox
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.layouts import across, boxed, down
from ui.widgets.segmented import Segment, Segmented
from xcdesk.services import approvals
from xcdesk.services.approvals import MaterialDetail, TextDiff, VersionRow
from xcdesk.services.approvals.trace import Span

ONE, TWO = "one", "two"


class ComparePanel(QWidget):
    """Starts with what the newest version changed."""

    help_topic = "approvals#trace"
    compared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: MaterialDetail | None = None
        self._found: TextDiff | None = None
        self.older, self.newer = PickBox(), PickBox()
        self.older.setAccessibleName(self.tr("Older version"))
        self.newer.setAccessibleName(self.tr("Newer version"))
        self.sides = Segmented(
            (Segment(ONE, self.tr("In one column")), Segment(TWO, self.tr("Side by side")))
        )
        self.view = ChangesView()
        self.view.setAccessibleName(self.tr("Changes"))
        for box in (self.older, self.newer):
            box.activated.connect(lambda _: self._take())
        self.sides.chosen.connect(lambda _: self._show())
        both = boxed(across(self.older, label("→", Role.CAPTION, "muted"), self.newer))
        column = down(Flow((both, None, self.sides)), self.view, gap=6)
        column.setStretch(1, 1)
        self.setLayout(column)

    def show_material(self, seen: MaterialDetail) -> None:
        """Show what the newest version of a material changed."""
        self._seen = seen
        options = [Option(str(version.revision), _named(version)) for version in seen.versions]
        for box in (self.older, self.newer):
            box.set_options(options)
        self.compare(seen.row.revision - 1, seen.row.revision)

    def compare(self, older: int, newer: int) -> None:
        """Show how one revision became another; the first one has none before it."""
        self.newer.choose(str(newer))
        self.older.choose(str(max(older, 1)))
        self._take()

    def span(self) -> Span | None:
        """The two versions shown; None where there is but one."""
        return None if self._found is None else Span(self._found.older, self._found.newer)

    def words(self) -> str:
        """How much the newer version changed, in words."""
        found = self._found
        if found is None:
            return self.tr("first revision")
        words = self.tr("revision {newer}, {count} line(s) changed since revision {older}")
        return words.format(newer=found.newer, older=found.older, count=found.changed)

    def _take(self) -> None:
        if self._seen is None:
            return
        older, newer = int(self.older.key()), int(self.newer.key())
        self._found = None if older == newer else approvals.diff(self._seen.row.id, older, newer)
        self._show()
        self.compared.emit()

    def _show(self) -> None:
        found = self._found
        self.view.setPlaceholderText(self.tr("Both are the same version: nothing is changed."))
        if found is None:
            self.view.show_changes(())
        elif self.sides.key == ONE:
            self.view.show_changes(found.lines)
        else:
            heads = (self.older.currentText(), self.newer.currentText())
            self.view.show_pairs(approvals.pairs(found.lines), heads)


def _named(version: VersionRow) -> str:
    """``第4版 · a91e  示例·郭某  今日 09:10``."""
    return f"{revision_word(version.revision, version.text_hash)}  {version.who}  {shown.instant(version.at)}"
