"""What can be done with the rows of each tracker: forms, uses, evidence, calls, the rows behind a figure."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from ui import format as shown
from ui.dialogs.call_form import Owed
from ui.dialogs.form import FormDialog, Question
from ui.dialogs.pasted_manuscripts import PastedManuscripts
from ui.dialogs.tracker_forms import ActivityForm, AdvertForm, ManuscriptForm
from ui.messages import text
from ui.pages.behind import Behind
from ui.pages.calling import open_call
from ui.pages.coverage.trackers.activities import ActivitiesView
from ui.pages.coverage.trackers.acts import (
    ACTIVITIES,
    ADVERTS,
    MANUSCRIPTS,
    FileActs,
    PasteActs,
    TrackerActs,
    TrackerBook,
    UseActs,
)
from ui.pages.coverage.trackers.adverts import AdvertsView
from ui.pages.coverage.trackers.manuscripts import ManuscriptsView
from ui.pages.coverage.trackers.rates import RatesView
from ui.pages.coverage.trackers.view import TrackerView
from ui.pages.page import Page
from ui.pages.roster.keeper import FormKeeper
from ui.refusals import NothingChosenError
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight
from xcdesk import clock
from xcdesk.codes import QuotaSubject
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.importers import manuscript_rows
from xcdesk.progress import Operation
from xcdesk.services.log.evidence import NewFile
from xcdesk.services.roster import outlets
from xcdesk.services.targets import advert_weeks
from xcdesk.services.targets.advert_changes import NewAdvert
from xcdesk.services.targets.advert_weeks import AdvertWeek
from xcdesk.services.targets.adverts import AdvertRow
from xcdesk.services.trackers import activities, activity_changes, likely_uses, manuscripts
from xcdesk.services.trackers.activities import ActivityFileRow, ActivityRow
from xcdesk.services.trackers.activity_changes import NewActivity
from xcdesk.services.trackers.manuscript_changes import NewManuscript
from xcdesk.services.trackers.manuscripts import ManuscriptRow, UseRow


class TrackerKeeper(FormKeeper):
    """Base: the list in front is the one meant; what is counted is read, and its rows cannot be changed."""

    def verbs(self) -> Sequence[Verb]:
        """Verbs that are about this tracker alone."""
        return ()

    def add(self) -> None:
        """Open the form of a new row."""
        raise NotImplementedError

    def edit(self) -> None:
        """Open the form of the chosen row, where `changeable` says nothing against it."""

    def remove(self) -> None:
        """Lay the chosen row into the trash, where `changeable` says nothing against it."""

    def changeable(self) -> DeskError | None:
        """Why the chosen row cannot be changed, None when it can."""
        return self.chosen()

    def answer(self, name: str, thing: object) -> None:
        """Do what a small verb of the pane asks for."""

    def show_record(self) -> None:
        """Show what became of the chosen row, where `changeable` says nothing against it."""

    def chosen(self) -> DeskError | None:
        """None where a row of this list is chosen and the list is in front."""
        there = not self._listed.isHidden() and self.row() is not None
        return None if there else NothingChosenError(what=self.tr("a row"))


class BookKeeper(TrackerKeeper):
    """Base: adds, changes and removes the rows of one book by a form."""

    def __init__(self, page: Page, view: TrackerView[Any], book: TrackerBook[Any, Any]) -> None:
        super().__init__(page, view)
        view.mark_changes(page.desk.changes.lately, book.table)
        self.acts: TrackerActs[Any, Any] = TrackerActs(page, book)

    def form(self, row: Any, save: Callable[[Any], object]) -> FormDialog:
        """The form of a row, None for a new one."""
        raise NotImplementedError

    def save_new(self, new: Any) -> None:
        """Enter what a form holds, and choose its row."""
        self.show(self.acts.add(new))

    @override
    def add(self) -> None:
        self.open(self.form(None, self.save_new))

    @override
    def edit(self) -> None:
        row = self.row()
        if row is not None:
            self.open_edit(row, lambda now: self.form(now, partial(self.acts.change, now)))

    @override
    def remove(self) -> None:
        row = self.row()
        if row is not None:
            self.page.attempt(lambda: self.acts.remove(row))

    @override
    def show_record(self) -> None:
        from ui.dialogs.row_history import RowHistory, Subject  # start-up time

        row = self.row()
        if row is not None:
            subject = Subject(self._listed.table, row.id, row.name)
            self.open(RowHistory(self.page.desk, subject, self.page.window()))


class AdvertKeeper(BookKeeper):
    """Keeps the advertisement plan, calls outlets that run short, opens what ran."""

    def __init__(self, page: Page, view: AdvertsView) -> None:
        super().__init__(page, view, ADVERTS)
        self._view = view

    @override
    def verbs(self) -> Sequence[Verb]:
        rare, there = Weight.RARE, self.chosen
        reports, remind = self.tr("Reports of the period"), self.tr("Copy reminder to all")
        return (
            Verb("advert_call", self.tr("Call and log"), Glyph.CALL, self._call, "F7", there, rare),
            Verb("advert_reports", reports, Glyph.TABLE, self._show_reports, "Ctrl+Shift+E", there, rare),
            Verb("advert_remind", remind, Glyph.MEGAPHONE, self._remind, "Ctrl+Shift+A", self._short, rare),
        )

    @override
    def form(self, row: AdvertRow | None, save: Callable[[NewAdvert], object]) -> AdvertForm:
        return AdvertForm(row, self._view.row(), save, self.page.window())

    @override
    def answer(self, name: str, thing: object) -> None:
        if isinstance(thing, AdvertWeek):
            words = f"{thing.outlet} {shown.week(thing.monday)}"
            self.page.open(Behind(thing.behind, words))

    def _show_reports(self) -> None:
        row = self._view.row()
        weeks = self._view.weeks_of(row) if row is not None else ()
        if weeks:
            chosen = replace(weeks[0].behind, until=weeks[-1].behind.until)
            self.page.open(Behind(chosen, weeks[0].outlet))

    def _call(self) -> None:
        """Show whom to phone about the week in hand."""
        row = self._view.row()
        if row is not None:
            outlet = outlets.outlet(row.outlet_id).outlet
            open_call(self.page, Owed(outlet, clock.today(), QuotaSubject.ADVERTISEMENTS), lambda: None)

    def _remind(self) -> None:
        QGuiApplication.clipboard().setText(advert_weeks.chase_text(self._view.short()))
        self.page.said.emit(self.tr("The reminder is on the clipboard; paste it into a message."))

    def _short(self) -> DeskError | None:
        there = not self._view.isHidden() and self._view.short()
        return None if there else NothingChosenError(what=self.tr("an outlet that runs short of the plan"))


class ManuscriptKeeper(BookKeeper):
    """Keeps what units sent; F9 confirms the likeliest report of the chosen one."""

    def __init__(self, page: Page, view: ManuscriptsView) -> None:
        super().__init__(page, view, MANUSCRIPTS)
        self._view = view
        self.uses, self.pasted = UseActs(page), PasteActs(page)
        self._last: NewManuscript | None = None

    @override
    def verbs(self) -> Sequence[Verb]:
        rare = Weight.RARE
        likely, match = self.tr("Confirm the likeliest"), self.tr("Confirm same titles…")
        paste = self.tr("Paste rows…")
        return (
            Verb("use_confirm", likely, Glyph.CHECKMARK, self._confirm_likeliest, "F9", self.chosen, rare),
            Verb("use_match", match, Glyph.MERGE, self._match, "Ctrl+F9", self._in_front, rare),
            Verb("manuscripts_paste", paste, Glyph.COPY, self._paste, "Ctrl+V", self._in_front, rare),
        )

    @override
    def form(self, row: ManuscriptRow | None, save: Callable[[NewManuscript], object]) -> ManuscriptForm:
        return ManuscriptForm(row, self._last, save, self.page.window())

    @override
    def save_new(self, new: NewManuscript) -> None:
        super().save_new(new)
        self._last = new

    @override
    def answer(self, name: str, thing: object) -> None:
        row = self._view.row()
        if not isinstance(thing, UseRow) or row is None:
            return
        deeds: dict[str, Callable[[], object]] = {
            "report_open": lambda: self.page.open(thing.item_id),
            "use_confirmed": lambda: self.page.attempt(lambda: self.uses.confirm([(row.id, thing.item_id)])),
            "use_taken_back": lambda: self.page.attempt(
                lambda: self.uses.take_back([(row.id, thing.item_id)])
            ),
        }
        deeds[name]()

    @override
    def _now(self, row_id: int) -> ManuscriptRow | None:
        self._view.reload()  # a long list comes later than the row is asked for
        try:
            return manuscripts.manuscript(row_id)
        except NotFoundError:
            return None

    def _confirm_likeliest(self) -> None:
        row = self._view.row()
        found = likely_uses.likely(row.id, 1) if row is not None else ()
        if row is not None and found:
            self.page.attempt(lambda: self.uses.confirm([(row.id, found[0].use.item_id)]))
        else:
            self.page.said.emit(self.tr("No report of the weeks around has a title like it."))

    def _paste(self) -> None:
        """Show what the table on the clipboard would enter."""
        rows = manuscript_rows.read(QGuiApplication.clipboard().text())
        if not rows:
            words = self.tr(
                "There is no table on the clipboard. Copy rows in Excel: day, unit, title, outlets."
            )
            self.page.said.emit(words)
            return
        self.open(PastedManuscripts(self.page.desk, rows, self.pasted.enter, self.page.window()))

    def _match(self) -> None:
        """Ask before many are confirmed at once; it can be undone all the same."""
        pairs = likely_uses.same_titles(*self._view.period)
        if not pairs:
            self.page.said.emit(text("manuscript.nothing_alike"))
            return
        sent = len({manuscript for manuscript, _ in pairs})
        words = self.tr(
            "{reports} have the very same title as {manuscripts} of the period. Did they come of them?"
        ).format(reports=shown.count(len(pairs), "reports"), manuscripts=shown.count(sent, "manuscripts"))
        act = self.tr("Confirm {count}").format(count=shown.count(len(pairs), "uses"))
        asked = Question(words, act, self.tr("Do not confirm"), self.page.window())
        asked.agreed.connect(lambda: self.page.attempt(lambda: self.uses.confirm(pairs)))
        self.open(asked)

    def _in_front(self) -> DeskError | None:
        return NothingChosenError(what=self.tr("the list of manuscripts")) if self._view.isHidden() else None


class RateKeeper(TrackerKeeper):
    """Rates are read; a new manuscript is entered from here too, and Enter leads to those of the unit."""

    def __init__(self, page: Page, view: RatesView, manuscripts: ManuscriptKeeper) -> None:
        super().__init__(page, view)
        self._manuscripts = manuscripts

    @override
    def add(self) -> None:
        self._manuscripts.add()

    @override
    def changeable(self) -> DeskError | None:
        return NothingChosenError(what=self.tr("a manuscript; a rate is counted, not entered"))


class ActivityKeeper(BookKeeper):
    """Keeps other activities and their evidence."""

    def __init__(self, page: Page, view: ActivitiesView) -> None:
        super().__init__(page, view, ACTIVITIES)
        self._view = view
        self.files = FileActs(page)
        self._attaching: ActivityRow | None = None

    @override
    def verbs(self) -> Sequence[Verb]:
        words, ask, rare = self.tr("Add files…"), self._ask_files, Weight.RARE
        return (Verb("activity_attach", words, Glyph.DOCUMENT_ADD, ask, "Ctrl+E", self.chosen, rare),)

    @override
    def form(self, row: ActivityRow | None, save: Callable[[NewActivity], object]) -> ActivityForm:
        return ActivityForm(row, save, self.page.window())

    @override
    def answer(self, name: str, thing: object) -> None:
        if not isinstance(thing, ActivityFileRow):
            return
        if name == "file_remove":
            self.page.attempt(lambda: self.files.remove(thing))
            return
        folder = QFileDialog.getExistingDirectory(self.page, self.tr("Save a copy into"))
        if folder and self.page.attempt(lambda: activities.save_copy(thing.id, Path(folder))):
            self.page.said.emit(self.tr("Written: {path}").format(path=folder))

    def attach(self, paths: Sequence[Path]) -> None:
        """Keep files as evidence of the chosen activity, as a task."""
        row, actor = self._view.row(), self.page.desk.actor
        if row is None or not paths:
            return
        self._attaching = row
        files = [NewFile.at(path) for path in paths]

        def work(operation: Operation) -> tuple[int, ...]:
            return activity_changes.attach(actor, row.id, files, operation)

        self.page.run(work, self.tr("Keeping files…"), self._attached)

    def _ask_files(self) -> None:
        found, _ = QFileDialog.getOpenFileNames(self.page, self.tr("Add files"))
        self.attach([Path(path) for path in found])

    def _attached(self, files: tuple[int, ...]) -> None:
        if self._attaching is not None:
            self.files.attached(self._attaching, files)
