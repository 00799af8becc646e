"""Views of the log that a person keeps: columns, filters and order under a name, one choice away."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMenu, QWidget

from ui.dialogs.form import FormDialog
from ui.pages.page import Page
from ui.theme.icons import Glyph
from ui.undo import Act
from ui.widgets.buttons import Kind, button
from ui.widgets.fields import text_field
from ui.widgets.labels import caption
from xcdesk.codes import SavedKind
from xcdesk.services.log import log_views
from xcdesk.services.log.log_views import LogView
from xcdesk.services.search import saved_searches
from xcdesk.services.search.saved_searches import SavedRow

_NAME_LIMIT = 40


class ViewNameForm(FormDialog):
    """Asks for the name of a view."""

    help_topic = "coverage#log"

    def __init__(self, name: str, keep: Callable[[str], object], parent: QWidget | None) -> None:
        self._keep = keep
        title = QCoreApplication.translate("ViewNameForm", "Keep this view")
        super().__init__(title, QCoreApplication.translate("ViewNameForm", "Keep"), self._take, parent)
        self.name = text_field(name, _NAME_LIMIT)
        hint = self.tr(
            "Columns, filters and order are kept, for you alone. The rows are always those of the day."
        )
        self.add("name", self.tr("Name"), self.name, hint)

    def _take(self) -> None:
        self._keep(self.name.text())


class LogViews(QObject):
    """A button with a menu: the views kept, and what can be done with the one shown.

    ``now`` answers what is shown, ``show`` shows a view.
    """

    def __init__(self, page: Page, now: Callable[[], LogView], show: Callable[[LogView], object]) -> None:
        super().__init__(page)
        self._page, self._now, self._show = page, now, show
        self._shown: SavedRow | None = None
        self.button = button(self.tr("Views"), Glyph.TEXT_BULLET_LIST, Kind.PLAIN)
        self.menu = QMenu(self.button)
        self.menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self.menu)

    def _fill(self) -> None:
        self.menu.clear()
        kept = saved_searches.kept(self._page.desk.actor, SavedKind.LOG)
        now = log_views.written(self._now())
        for row in kept:
            action = self.menu.addAction(caption(row.name))
            action.setCheckable(True)
            action.setChecked(row.words == now)
            action.triggered.connect(partial(self._choose, row))
        if kept:
            self.menu.addSeparator()
        usual = self.menu.addAction(self.tr("All reports, usual columns"))
        usual.triggered.connect(lambda: self._show(LogView()))
        self.menu.addAction(self.tr("Keep this view…")).triggered.connect(self._ask_name)
        shown = next((row for row in kept if self._shown is not None and row.id == self._shown.id), None)
        if shown is not None:
            self._offer_changes(shown, now)

    def _offer_changes(self, shown: SavedRow, now: str) -> None:
        """What can be done with the view that was chosen last."""
        if shown.words != now:
            words = self.tr("Keep as “{name}” again").format(name=shown.name)
            self.menu.addAction(caption(words)).triggered.connect(partial(self._keep_again, shown, now))
        words = self.tr("Remove “{name}”").format(name=shown.name)
        self.menu.addAction(caption(words)).triggered.connect(partial(self._remove, shown))

    def _choose(self, row: SavedRow) -> None:
        self._shown = row
        self._show(log_views.read(row.words))
        self._page.said.emit(self.tr("View “{name}”").format(name=row.name))

    def _ask_name(self) -> None:
        dialog = ViewNameForm("", self._keep, self._page.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _keep(self, name: str) -> None:
        actor = self._page.desk.actor
        made = saved_searches.keep(actor, name, log_views.written(self._now()), SavedKind.LOG)
        self._shown = made
        states = [made]

        def undo() -> None:
            states.append(saved_searches.remove(actor, states[-1]))

        def redo() -> None:
            states.append(saved_searches.restore(actor, states[-1]))

        self._done(self.tr("Keep the view “{name}”").format(name=made.name), undo, redo)

    def _keep_again(self, row: SavedRow, words: str) -> None:
        actor = self._page.desk.actor
        states = [row]

        def put(wanted: str) -> None:
            states.append(saved_searches.change(actor, states[-1], row.name, wanted))

        if self._page.attempt(lambda: put(words)):
            self._shown = states[-1]
            name = self.tr("Change the view “{name}”").format(name=row.name)
            self._done(name, partial(put, row.words), partial(put, words))

    def _remove(self, row: SavedRow) -> None:
        actor = self._page.desk.actor
        states = [row]

        def away() -> None:
            states.append(saved_searches.remove(actor, states[-1]))

        def back() -> None:
            states.append(saved_searches.restore(actor, states[-1]))

        if self._page.attempt(away):
            self._shown = None
            self._done(self.tr("Remove the view “{name}”").format(name=row.name), back, away)

    def _done(self, name: str, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        self._page.desk.undo.push(Act(name, undo, redo))
        self._page.said.emit(name)
