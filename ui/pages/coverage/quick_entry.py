"""Quick entry: one row of fields that logs report after report and asks only for what differs."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from ui import format as shown
from ui.dialogs.log_item import Choices
from ui.pages.coverage.acts import CoverageActs
from ui.pages.coverage.block_acts import log_many, log_reprint
from ui.pages.coverage.quick_fields import QuickFields
from ui.refusals import UnreadFieldError
from ui.theme.icons import Glyph
from ui.theme.tokens import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.layouts import across, down
from ui.widgets.notice import Notice
from xcdesk.errors import DeskError
from xcdesk.services.log.coverage_log import ItemRow
from xcdesk.services.log.twins import twins
from xcdesk.services.record.entries import NewItem

_PAUSE_MS = 150
"""Pause in typing after which a title is looked for in the log."""


class QuickEntry(QWidget):
    """Warns while a title is typed that is logged already; a refusal stays here with what was typed."""

    help_topic = "matrix#quick"
    logged = Signal(object)  # NewItem
    open_asked = Signal(int)
    left = Signal()

    def __init__(
        self, acts: CoverageActs, choices: Callable[[], Choices], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.acts, self._read_choices = acts, choices
        self.ready = False
        self._many: tuple[str, ...] = ()
        self._twin: ItemRow | None = None
        self.fields = QuickFields()
        self.log_button = button(self.tr("Log"), Glyph.ADD, Kind.NORMAL, self.log)
        self.notice = Notice((0, Space.XS, 0, 0))
        row = across(self.fields, self.log_button, gap=Space.XS)
        row.setStretch(0, 1)
        self.setLayout(down(row, self.notice, gap=0))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.fields.title.textChanged.connect(self._title_changed)
        self.fields.place_changed.connect(self._place_changed)
        self.fields.title.many_pasted.connect(self._take_many)
        self.fields.submitted.connect(self.log)

    def reload(self) -> None:
        """Read the lists of the fields again."""
        self.ready = True
        self.fields.show_choices(self._read_choices())

    def start(self) -> None:
        """Put the focus where the next title is typed."""
        self.fields.title.setFocus()
        self.fields.title.selectAll()

    def follow(self, outlet: str, day: dt.date) -> None:
        """Take outlet and day from the matrix, unless something is typed here already."""
        if not self.fields.title.text():
            self.fields.start_with(outlet, day)

    def typing(self) -> bool:
        """Whether something typed here is not logged yet."""
        return bool(self.fields.title.text().strip())

    def log(self) -> None:
        """Log what is typed, unless the log has the title already: then ask what it is."""
        self.fields.settle()
        wrong = self.fields.wrong()
        if wrong is not None:
            self._refuse(UnreadFieldError(name=wrong.accessibleName(), text=wrong.text()), wrong)
        elif self._many:
            self._write(self._log_many)
        elif not self.fields.title.text().strip():
            self.fields.title.setFocus()
        else:
            self._look()
            if self._twin is None:
                self.log_anyway()
            else:
                self._first_way().setFocus()

    def log_anyway(self) -> None:
        """Log what is typed as a piece of its own."""
        new = self._new()
        self._write(lambda: self.acts.log(new))

    def log_as_reprint(self) -> None:
        """Log what is typed as another placement of the piece that is there."""
        new, twin = self._new(), self._twin
        if twin is not None:
            self._write(lambda: log_reprint(self.acts, new, twin))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """A page that is left does not ask its data any more: they may be closed by then."""
        self._pause.stop()
        super().hideEvent(event)

    def _new(self) -> NewItem:
        return self.fields.item(self.fields.title.text().strip())

    def _log_many(self) -> None:
        log_many(self.acts, [self.fields.item(title) for title in self._many])

    def _write(self, act: Callable[[], object]) -> None:
        new = self._new()
        try:
            act()
        except DeskError as error:
            self._refuse(error, self.fields.title)
            return
        self._many = ()
        self.fields.clear_item()
        self._say(None)
        self.logged.emit(new)

    def _refuse(self, error: DeskError, field: QWidget) -> None:
        self._say(Banner.refusal(self.tr("Not logged"), error))
        field.setFocus()

    def _take_many(self, titles: tuple[str, ...]) -> None:
        """Hold several titles until they are logged together."""
        words = self.tr("{count} titles: {first} …")
        self.fields.title.setText(words.format(count=len(titles), first=titles[0]))
        self.fields.title.setReadOnly(True)
        self._many = titles
        self._pause.stop()
        self._say_many()

    def _say_many(self) -> None:
        place = f"{self.fields.outlet.value()} {shown.day(self.fields.day.day())}"
        title = self.tr("{count} titles for {place}").format(count=len(self._many), place=place)
        text = self.tr("Enter logs them together, Esc gives them up. {titles}")
        self._say(Banner("info", title, text.format(titles="；".join(self._many))))

    def _title_changed(self) -> None:
        self._many = ()
        self.fields.title.setReadOnly(False)
        self._forget()

    def _place_changed(self) -> None:
        if self._many:
            self._say_many()
        else:
            self._forget()

    def _forget(self) -> None:
        """What was said of another title or place is not true any more."""
        self._twin = None
        self._say(None)
        if self.fields.title.text().strip():
            self._pause.start()

    def _look(self) -> None:
        """Say at once when the log has the title already."""
        self._pause.stop()
        title = self.fields.title.text().strip()
        found = () if self._many or not title else twins(title, self.fields.day.day())
        here = next((row for row in found if self._is_here(row)), None)
        twin = here or next(iter(found), None)
        if twin == self._twin:
            return
        self._twin = twin
        self._say(None if twin is None else self._warning(twin, here=here is not None))

    def _is_here(self, row: ItemRow) -> bool:
        return row.day == self.fields.day.day() and row.outlet == self.fields.outlet.value()

    def _warning(self, twin: ItemRow, *, here: bool) -> Banner:
        facts = {
            "outlet": twin.outlet, "day": shown.day(twin.day), "title": twin.title,
            "by": twin.logged_by, "at": shown.instant(twin.logged_at),
        }  # fmt: skip
        text = self.tr("{outlet}, {day}: “{title}”, logged by {by}, {at}").format(**facts)
        opening = button(self.tr("Open it"), None, Kind.NORMAL, self._open_twin)
        if here:
            title = self.tr("This outlet has this title on this day already")
            return Banner("warn", title, text, (opening,))
        ways = (
            button(self.tr("Log as a reprint"), Glyph.MERGE, Kind.NORMAL, self.log_as_reprint),
            opening,
            button(self.tr("Log as another piece"), None, Kind.NORMAL, self.log_anyway),
        )
        return Banner("warn", self.tr("This title is logged already"), text, ways)

    def _first_way(self) -> QPushButton:
        return next(iter(self.notice.findChildren(QPushButton)), self.log_button)

    def _open_twin(self) -> None:
        if self._twin is not None:
            self.open_asked.emit(self._twin.id)

    def _escape(self) -> None:
        """Esc leads back step by step: from a warning, from what is typed, from the bar."""
        focus = self.focusWidget()
        if isinstance(focus, QPushButton) and self.notice.isAncestorOf(focus):
            self.fields.title.setFocus()
        elif self.fields.title.text():
            self.fields.title.clear()
            self.fields.title.setFocus()
        else:
            self.left.emit()

    def _say(self, banner: Banner | None) -> None:
        self.notice.show_banner(banner)
