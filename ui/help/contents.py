"""The left side of the help: what pages there are, or where the words stand that were looked for."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator, QWidget

from ui.language import language
from ui.theme import theme
from ui.theme.tokens import Role, Space
from ui.widgets.labels import label, tip
from ui.widgets.layouts import down
from xcdesk import handbook
from xcdesk.handbook import Hit

_TOPIC = int(Qt.ItemDataRole.UserRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)


class Contents(QStackedWidget):
    """A tree of pages with their headings, and in its place the finds of a search."""

    chosen = Signal(str)  # topic

    def __init__(self) -> None:
        super().__init__()
        self._tree, self._finds = _tree(self.tr("Contents")), _tree(self.tr("What was found"))
        self._nothing = label("", Role.BODY, "muted", wrap=True)
        for listing in (self._tree, self._finds):
            listing.itemActivated.connect(self._choose)
            listing.currentItemChanged.connect(self._choose)
            self.addWidget(listing)
        empty = QWidget()
        empty.setLayout(down(self._nothing, None, margins=Space.L))
        self.addWidget(empty)
        self._fill()

    def show_place(self, topic: str) -> None:
        """Mark where in the contents a page or a heading stands, without choosing it."""
        self._tree.blockSignals(True)
        for item in _items(self._tree):
            if item.data(0, _TOPIC) == topic:
                self._tree.setCurrentItem(item)
                break
        self._tree.blockSignals(False)

    def show_contents(self) -> None:
        """Show the pages."""
        self.setCurrentIndex(0)

    def show_finds(self, words: str, hits: Sequence[Hit]) -> None:
        """Show where some words stand, and open the first place."""
        self._finds.clear()
        for hit in hits:
            line = QTreeWidgetItem([_named(hit)])
            line.setData(0, _TOPIC, hit.passage.topic)
            line.setData(0, _TIP, tip(f"{hit.page_title}: {hit.excerpt}"))
            self._finds.addTopLevelItem(line)
        self._nothing.setText(self.tr("Nothing in the help holds “{words}”.").format(words=words))
        self.setCurrentIndex(1 if hits else 2)
        if hits:
            self._finds.setCurrentIndex(self._finds.model().index(0, 0))

    def enter(self) -> None:
        """Take the keyboard."""
        (self._finds if self.currentIndex() == 1 else self._tree).setFocus()

    def _fill(self) -> None:
        for group in handbook.GROUPS:
            head = QTreeWidgetItem([group.title(language())])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setFont(0, theme.font(Role.BODY, bold=True))
            self._tree.addTopLevelItem(head)
            for key in group.pages:
                head.addChild(_entry(key))
            head.setExpanded(True)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.data(0, _TOPIC):
            self.chosen.emit(item.data(0, _TOPIC))


def _tree(name: str) -> QTreeWidget:
    made = QTreeWidget()
    made.setHeaderHidden(True)
    made.setAccessibleName(name)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def _entry(key: str) -> QTreeWidgetItem:
    """A page with its headings of the second level below it."""
    page = handbook.page(key, language())
    entry = QTreeWidgetItem([page.title])
    entry.setData(0, _TOPIC, key)
    for passage in page.passages:
        if passage.level == 2:  # noqa: PLR2004  # the level below the title
            below = QTreeWidgetItem([passage.title])
            below.setData(0, _TOPIC, passage.topic)
            entry.addChild(below)
    return entry


def _named(hit: Hit) -> str:
    """A find with the page it is on."""
    title = hit.passage.title
    return title if title == hit.page_title else f"{title} · {hit.page_title}"


def _items(tree: QTreeWidget) -> Iterator[QTreeWidgetItem]:
    """Every line of a tree, those below others too."""
    walk = QTreeWidgetItemIterator(tree)
    while (item := walk.value()) is not None:
        yield item
        walk += 1
