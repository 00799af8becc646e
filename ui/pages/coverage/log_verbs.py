"""What can be done with the log as a whole, and with many reports at once."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QPushButton

from ui import format as shown
from ui.changes import Area
from ui.dialogs.day_forms import GoToDayForm
from ui.dialogs.form import Question
from ui.dialogs.log_columns import Choice, LogColumnsForm
from ui.dialogs.many_items import ManyItemsForm
from ui.pages.coverage.acts import CoverageActs
from ui.pages.coverage.item_choices import item_choices
from ui.pages.coverage.log_editing import LogEditing, changed_by
from ui.pages.coverage.log_output import LogOutput
from ui.pages.coverage.log_pane import MOST_CHOSEN, CoverageLogPane
from ui.pages.coverage.log_views import LogViews
from ui.pages.page import Page
from ui.pages.roster.link_keeper import open_address
from ui.refusals import NoFilterError, NoLinkError, NothingChosenError, TooManyChosenError
from ui.tablemodels.coverage_columns import COLUMNS
from ui.theme.icons import Glyph
from ui.widgets.buttons import Kind, button
from ui.widgets.verbs import Verb, Weight
from xcdesk import clock
from xcdesk.errors import DeskError, StaleRowError
from xcdesk.progress import Operation
from xcdesk.services.backups import keeping
from xcdesk.services.backups.keeping import Reason
from xcdesk.services.counts.item_filter import ItemField
from xcdesk.services.log import bulk_edits, coverage
from xcdesk.services.log.bulk_edits import Edit
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.record.entries import ItemChange

AT_ONCE = 500
"""So many reports are changed within a moment; more are changed by a worker."""

_DETAIL = "log/detail"
_rare = partial(Verb, weight=Weight.RARE)


class LogVerbs(QObject):
    """Verbs over the log; `tools` are buttons for its heading."""

    def __init__(self, page: Page, log: CoverageLogPane, acts: CoverageActs) -> None:
        super().__init__(page)
        self._page, self._log, self._acts = page, log, acts
        self.output = LogOutput(page)
        self.views = LogViews(page, log.view, log.show_view)
        self.editing = LogEditing(log.table, log.model, acts.change, self._change_chosen, log.chosen_count)
        self.editing.refused.connect(page.show_failure)
        log.table.copy_asked.connect(lambda: page.verbs.trigger("items_copy"))
        log.table.fill_asked.connect(lambda: page.verbs.trigger("items_fill"))
        log.detail.said.connect(page.said)
        log.detail.link_asked.connect(self._ask_to_open)
        log.show_detail(on=bool(page.desk.preferences.remembered(_DETAIL, page.desk.actor.id)))

    def tools(self) -> Sequence[QPushButton]:
        """Buttons of the log's own heading."""
        columns = button(self.tr("Columns"), Glyph.SETTINGS, Kind.PLAIN, self._choose_columns)
        return (self.views.button, columns)

    def view_verbs(self) -> Sequence[Verb]:
        """How the log is looked at."""
        log = self._log
        export = ("log_export", self.tr("Export Excel…"), Glyph.ARROW_EXPORT, self._export, "Ctrl+Shift+X")
        one = self.tr("Filter this column…")
        return (
            _rare("log_filter", one, Glyph.FILTER, log.filters.open_current, "Alt+Down"),
            _rare(
                *("log_unfilter", self.tr("Clear all filters"), None, log.filters.clear, "Ctrl+Shift+L"),
                check=self._filtered,
            ),
            _rare("log_day", self.tr("Go to a day…"), Glyph.CALENDAR_LTR, self._ask_day, "Ctrl+G"),
            _rare("log_views", self.tr("Views…"), None, self._open_views, "Ctrl+Shift+V"),
            _rare("log_columns", self.tr("Columns…"), None, self._choose_columns, "Ctrl+Shift+K"),
            _rare("log_detail", self.tr("Details beside the log"), None, self._turn_detail, "Ctrl+Shift+D"),
            _rare(*export),
        )

    def many_verbs(self) -> Sequence[Verb]:
        """What is done with the chosen reports."""
        edit = ("items_edit", self.tr("Edit together…"), Glyph.EDIT, self._edit_many, "Ctrl+Shift+E")
        fill = ("items_fill", self.tr("Fill down"), Glyph.ARROW_DOWN, self._fill, "")
        copy = ("items_copy", self.tr("Copy as a table"), Glyph.COPY, self._copy, "")
        link = ("link_open", self.tr("Open the link…"), None, self._open_link, "Ctrl+Shift+O")
        return (
            _rare(*edit, check=self._several),
            _rare(*fill, check=self._several, hint=self.tr("Fill down, Ctrl+D in the log")),
            _rare(*copy, check=self._copyable, hint=self.tr("Copy as a table, Ctrl+C in the log")),
            _rare("items_all", self.tr("Choose all that are listed"), None, self._log.table.selectAll),
            _rare(*link, check=self._linked),
        )

    def remove(self) -> None:
        """Put the chosen reports into the trash."""
        if self._log.chosen_count() <= AT_ONCE:
            rows = self._log.rows()
            self._page.preceded.do_many(len(rows), partial(self._acts.remove, rows))
            return
        actor, ids = self._page.desk.actor, self._log.ids()

        def work(operation: Operation) -> tuple[ItemVersion, ...]:
            keeping.before(Reason.BEFORE_BULK_EDIT, operation)
            return coverage.remove_items(actor, bulk_edits.versions(ids))

        self._page.run(
            work, self._note(self.tr("Removing {count}"), len(ids)), self._kept(self._acts.removed)
        )

    def too_many(self, most: int = MOST_CHOSEN) -> DeskError | None:
        """Why so many reports cannot be changed in one act, if they cannot."""
        count = self._log.chosen_count()
        return TooManyChosenError(count=count, most=most) if count > most else None

    def _change_chosen(self, change: ItemChange) -> None:
        """Write a change into every chosen report; a few at once, many by a worker."""
        refusal = self.too_many()
        if refusal is not None:
            raise refusal
        if self._log.chosen_count() < keeping.MANY:
            self._change_now([ItemVersion(row.id, row.version) for row in self._log.rows()], change)
            return
        if self._log.chosen_count() <= AT_ONCE:
            rows = [ItemVersion(row.id, row.version) for row in self._log.rows()]
            self._page.preceded.do(Reason.BEFORE_BULK_EDIT, partial(self._change_now, rows, change))
            return
        actor, ids = self._page.desk.actor, self._log.ids()

        def work(operation: Operation) -> tuple[Edit, ...]:
            keeping.before(Reason.BEFORE_BULK_EDIT, operation)
            return bulk_edits.change_items(actor, bulk_edits.versions(ids), change, operation)

        self._page.run(
            work, self._note(self.tr("Changing {count}"), len(ids)), self._kept(self._acts.changed_many)
        )

    def _change_now(self, rows: Sequence[ItemVersion], change: ItemChange) -> None:
        try:
            self._acts.change_many(rows, change)
        except StaleRowError as error:
            raise changed_by(error) from error

    def _kept(self, done: Callable[[Any], None]) -> Callable[[Any], None]:
        """What is told of an act that a backup went before."""

        def told(result: Any) -> None:
            done(result)
            self._page.desk.changes.tell(Area.BACKUPS)

        return told

    def _note(self, words: str, count: int) -> str:
        return words.format(count=shown.count(count, "reports"))

    def _edit_many(self) -> None:
        count = self._log.chosen_count()
        self._open(ManyItemsForm(item_choices(), count, self._change_chosen, self._page.window()))

    def _fill(self) -> None:
        change = self.editing.fill_down(self._log.ids())
        if change is not None:
            self._page.attempt(lambda: self._change_chosen(change))

    def _copy(self) -> None:
        refusal = self._copyable()
        if refusal is not None:
            self._page.show_failure(refusal)
            return
        places = self._log.rows() if self._log.chosen_count() <= AT_ONCE else None
        rows = places if places is not None else self._log.selection.rows_of(self._log.ids())
        self.output.copy(rows, self._log.columns.shown())

    def _export(self) -> None:
        self.output.export(self._log.model.chosen, self._log.model.order, self._log.columns.shown())

    def _choose_columns(self) -> None:
        now = self._log.columns.shown()
        names = {column.key: column.heading for column in COLUMNS}
        order = [*now, *(key for key in names if key not in now)]
        choices = [Choice(key.value, names[key], key in now) for key in order]
        columns = self._log.columns

        def apply(keys: Sequence[str], frozen: int) -> None:
            columns.show([ItemField(key) for key in keys], frozen)

        self._open(LogColumnsForm(choices, columns.frozen, apply, columns.reset, self._page.window()))

    def _ask_day(self) -> None:
        """Ask for a day and go to its reports, in the list as it is filtered."""
        current = self._log.table.currentIndex()
        row = self._log.model.row(current.row()) if current.isValid() else None
        start = row.day if row is not None else clock.today()
        self._open(GoToDayForm(start, self._log.go_to_day, self._page.window()))

    def _open_views(self) -> None:
        above = self.views.button
        self.views.menu.popup(above.mapToGlobal(QPoint(0, above.height())))

    def _turn_detail(self) -> None:
        on = self._log.detail.isHidden()
        self._page.desk.preferences.remember(_DETAIL, self._page.desk.actor.id, "1" if on else "")
        self._log.show_detail(on=on)

    def _open_link(self) -> None:
        self._ask_to_open(self._log.rows()[0].url)

    def _ask_to_open(self, url: str) -> None:
        """A link is opened only after a person has read where it leads."""
        words = self.tr("Open this address in the browser?\n\nSite: {host}\n\n{url}")
        host = urlsplit(url).hostname or url
        whole = words.format(host=host, url=url)
        asked = Question(whole, self.tr("Open"), self.tr("Do not open"), self._page.window())
        asked.agreed.connect(partial(open_address, url))
        self._open(asked)

    def _open(self, dialog: GoToDayForm | LogColumnsForm | ManyItemsForm | Question) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _several(self) -> DeskError | None:
        several = self._log.chosen_count() > 1
        return self.too_many() if several else NothingChosenError(what=self.tr("two reports or more"))

    def _copyable(self) -> DeskError | None:
        count = self._log.chosen_count()
        return self.output.check_copy(count) if count else NothingChosenError(what=self.tr("a report"))

    def _filtered(self) -> DeskError | None:
        return None if self._log.filters.count() else NoFilterError()

    def _linked(self) -> DeskError | None:
        if self._log.chosen_count() != 1:
            return NothingChosenError(what=self.tr("one report"))
        rows = self._log.rows()
        return None if rows and rows[0].url else NoLinkError()
