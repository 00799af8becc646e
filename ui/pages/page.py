"""What every page has: verbs on top, progress under them, a notice, the view, and a way to run long work."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from ui.changes import Area
from ui.desk import Desk
from ui.read_only import held_back
from ui.tasks import Work
from ui.theme.icons import Glyph
from ui.theme.tokens import Space
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.empty_state import EmptyState
from ui.widgets.failure import copy_details
from ui.widgets.layouts import down
from ui.widgets.notice import Notice
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.search_box import SearchBox
from ui.widgets.verb_bar import VerbBar
from ui.widgets.verbs import Verb, VerbSet
from xcdesk.errors import DeskError
from xcdesk.store import fault_of, refusal_of

if TYPE_CHECKING:
    from ui.dialogs.preceded import Preceded


class Page(QWidget):
    """Base of the six tabs; `ui.pages` tells how a page is written."""

    key: ClassVar[str]
    glyph: ClassVar[Glyph]
    watches: ClassVar[frozenset[Area]] = frozenset()

    waiting_changed = Signal(int)
    said = Signal(str)
    asked_for = Signal(str, object)  # key of another page, what to open there
    verbs_changed = Signal()  # another part with verbs of its own has come to the front

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.search: SearchBox | None = None

    @property
    def help_topic(self) -> str:
        """What the help says of the page, where its parts name nothing of their own."""
        return self.key

    def name(self) -> str:
        """Word on the tab."""
        raise NotImplementedError

    def make_verbs(self) -> Sequence[Verb]:
        """The verbs of the page, most important first."""
        return ()

    def begin(self) -> None:
        """Show what can be read before the window is painted for the first time; `reload` follows then."""
        self.reload()

    def more_verbs(self) -> Mapping[str, VerbSet]:
        """Verbs of parts of the page that have keys of their own, under the name of the part."""
        return {}

    def verb_sets(self) -> Sequence[VerbSet]:
        """Every set of verbs of the page, made so far; the one in front is ``verbs``."""
        return (self.verbs,)

    def bring_forward(self, verbs: VerbSet) -> None:
        """Show the part of the page whose verbs these are."""

    def reload(self) -> None:
        """Read everything again; the choice stays where it was if it still exists."""

    def count_waiting(self) -> None:
        """Tell through ``waiting_changed`` how many things wait; called at the start and after changes."""

    def open(self, target: object) -> None:
        """Show the thing that another page asked for."""

    def unsaved(self) -> bool:
        """Whether something typed here would be lost if the window were closed now."""
        return False

    def main_view(self) -> QWidget:
        """The widget that gets the focus when the page is shown."""
        raise NotImplementedError

    def regions(self) -> Sequence[QWidget]:
        """Widgets that F6 visits in turn."""
        return (self.main_view(),)

    def focus_first(self) -> None:
        """Put the focus where the work begins: the main view, or the way into an empty page."""
        shown = self._stack.currentWidget()
        if shown is self._body and not self._put_away(self.main_view()):
            self.main_view().setFocus()
            return
        empty = [shown] if isinstance(shown, EmptyState) else self.findChildren(EmptyState)
        ways_in = [way for one in empty if not self._put_away(one) for way in one.ways_in if way.isEnabled()]
        regions = self.regions() if shown is self._body else ()
        # A part that has nothing to show hides its view.
        left = [part for part in (*ways_in, *regions) if not self._put_away(part)]
        (left[0] if left else self.bar.first_button() or self).setFocus()

    def _put_away(self, view: QWidget) -> bool:
        """Whether a view is hidden on purpose; one that was just made is shown a moment later."""
        above: QWidget | None = view
        while above is not None and above is not self:
            if above.isHidden() and above.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                return True
            above = above.parentWidget()
        return False

    def build(
        self,
        body: QWidget,
        *,
        lead: Sequence[QWidget] = (),
        trail: Sequence[QWidget] = (),
        search: str = "",
    ) -> None:
        """Put the page together; call it once the widgets of the page exist.

        Args:
            body: the main view with everything around it.
            lead: widgets before the verbs; the verbs then stand at the right.
            trail: widgets at the right end of the bar, before the filter box.
            search: hint of the filter box; empty for a page without one.
        """
        self.verbs = VerbSet(self.make_verbs(), self, held_back)
        boxes = list(trail)
        if search:
            self.search = SearchBox(f"{search}  Ctrl+F")
            boxes.append(self.search)
        self.bar = VerbBar(self.verbs, lead, boxes)
        self.strip = ProgressStrip()
        self.notice = Notice((Space.M, 10, Space.M, 0))
        self.desk.undo.changed.connect(self.notice.forgive)
        self._body = body
        self._stack = QStackedWidget()
        self._stack.addWidget(body)
        column = down(self.bar, self.strip, self.notice, gap=0)
        column.addWidget(self._stack, 1)
        self.setLayout(column)
        self.verbs.refresh()

    def show_body(self) -> None:
        """Show the main view in place of an empty state."""
        self._show(self._body)

    def show_empty(self, empty: QWidget) -> None:
        """Show an empty state in place of the main view; it is thrown away when another takes its place."""
        self._stack.addWidget(empty)
        self._show(empty)

    def show_notice(self, banner: Banner) -> None:
        """Show a banner above the view; it replaces the one before."""
        self.notice.show_banner(banner)

    def clear_notice(self) -> None:
        """Take the banner away."""
        self.notice.show_banner(None)

    def refuse(self, title: str, error: DeskError, ways: Sequence[QPushButton]) -> None:
        """Show a refusal as a banner above the view, until an act goes through."""
        self.notice.refuse(title, error, ways)

    def show_failure(self, error: BaseException) -> None:
        """Show a refusal or a fault of ours as a banner in the page."""
        error = fault_of(error) or error  # an engine's own words may quote a row
        close = button(self.tr("Close"), None, Kind.NORMAL, self.clear_notice)
        if isinstance(error, DeskError):
            self.refuse(self.tr("Not done"), error, (close,))
            return
        copy = button(self.tr("Copy the details"), Glyph.COPY, Kind.NORMAL, copy_details(error))
        text = self.tr("This step failed because of a fault in the program. What was saved before is safe.")
        self.show_notice(Banner("bad", self.tr("Not done"), text, (copy, close)))

    def attempt(self, act: Callable[[], object]) -> bool:
        """Call a service; True when it went through, else the refusal is shown and nothing was written."""
        try:
            act()
        except Exception as error:
            if refusal_of(error) is None:
                raise
            self.show_failure(error)
            return False
        self.clear_notice()
        return True

    def run(self, work: Work, note: str, done: Callable[[Any], object]) -> None:
        """Run long work as a task with progress in the page; ``done`` (a bound method) gets its result."""
        task = self.desk.runner.create(work)
        task.succeeded.connect(self.notice.forgive)
        task.succeeded.connect(done)
        task.failed.connect(self.show_failure)
        self.strip.watch(task, note)
        self.desk.runner.start(task)

    @cached_property
    def preceded(self) -> "Preceded":
        """Acts of this page that a backup precedes."""
        from ui.dialogs.preceded import Preceded  # start-up time

        return Preceded(self.desk, self.strip, self.attempt, self.show_failure, self)

    def _show(self, widget: QWidget) -> None:
        before = self._stack.currentWidget()
        self._stack.setCurrentWidget(widget)
        if before is not None and before is not widget and before is not self._body:
            self._stack.removeWidget(before)
            before.deleteLater()
