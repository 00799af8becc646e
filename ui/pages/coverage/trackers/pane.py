"""The trackers in the place of matrix and log: one of four lists over a period, with a bar of its own."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.dialogs.printout import Printable, PrintoutDialog
from ui.pages.coverage.trackers.activities import ActivitiesView
from ui.pages.coverage.trackers.adverts import AdvertsView
from ui.pages.coverage.trackers.keepers import (
    ActivityKeeper,
    AdvertKeeper,
    ManuscriptKeeper,
    RateKeeper,
    TrackerKeeper,
)
from ui.pages.coverage.trackers.manuscripts import ManuscriptsView
from ui.pages.coverage.trackers.rates import RatesView
from ui.pages.coverage.trackers.view import TrackerView
from ui.pages.page import Page
from ui.theme.icons import Glyph
from ui.theme.tokens import Space
from ui.widgets.buttons import Kind
from ui.widgets.labels import caption
from ui.widgets.layouts import across, down
from ui.widgets.period_picker import PeriodPicker
from ui.widgets.search_box import SearchBox
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.verb_bar import VerbBar, VerbButton
from ui.widgets.verbs import Verb, VerbSet, Weight
from xcdesk import sheets
from xcdesk.errors import DeskError
from xcdesk.services.targets import adverts
from xcdesk.services.trackers import activities, manuscripts

ADVERTS, MANUSCRIPTS, RATES, ACTIVITIES = "adverts", "manuscripts", "rates", "activities"
_FEET = {ADVERTS: "advert_call", MANUSCRIPTS: "use_confirm", ACTIVITIES: "activity_attach"}
_MENUS = {
    ADVERTS: (
        "tracker_edit",
        "advert_call",
        "advert_reports",
        "advert_remind",
        "tracker_record",
        "tracker_remove",
    ),
    MANUSCRIPTS: (
        "tracker_edit",
        "use_confirm",
        "use_match",
        "manuscripts_paste",
        "tracker_record",
        "tracker_remove",
    ),
    RATES: ("tracker_add",),
    ACTIVITIES: ("tracker_edit", "activity_attach", "tracker_record", "tracker_remove"),
}


class TrackersPane(QWidget):
    """Verbs are about the chosen row of the list in front; ``trail`` stands at the right end of the bar."""

    help_topic = "coverage#trackers"

    def __init__(self, page: Page, trail: Sequence[QWidget]) -> None:
        super().__init__(page)
        self._page = page
        plan, sent = AdvertsView(), ManuscriptsView(page.desk.runner)
        rates, held = RatesView(), ActivitiesView()
        self.views: Mapping[str, TrackerView[Any]] = {
            ADVERTS: plan,
            MANUSCRIPTS: sent,
            RATES: rates,
            ACTIVITIES: held,
        }
        entered = ManuscriptKeeper(page, sent)
        self.keepers: Mapping[str, TrackerKeeper] = {
            ADVERTS: AdvertKeeper(page, plan),
            MANUSCRIPTS: entered,
            RATES: RateKeeper(page, rates, entered),
            ACTIVITIES: ActivityKeeper(page, held),
        }
        names = {
            ADVERTS: self.tr("Advertisements"),
            MANUSCRIPTS: self.tr("Manuscripts"),
            RATES: self.tr("Rate of use"),
            ACTIVITIES: self.tr("Other activities"),
        }
        self.segments = Segmented([Segment(key, word) for key, word in names.items()])
        self.period = PeriodPicker(years=True)
        self._stack = QStackedWidget()
        for view in self.views.values():
            self._stack.addWidget(view)
        self.verbs = VerbSet(self._verbs(), self)
        hint = QCoreApplication.translate("trackers", "Filter")
        self.search = SearchBox(f"{hint}  Ctrl+F")
        self.bar = VerbBar(self.verbs, (), (*trail, self.search))
        head = across(self.segments, None, self.period, gap=Space.M)
        column = down(head, self._stack, margins=(Space.M, 10, Space.M, 10), gap=Space.S)
        column.setStretch(1, 1)
        self.setLayout(column)
        self._connect()
        self._name_verb()

    def view(self) -> TrackerView[Any]:
        """The list in front."""
        return self.views[self.segments.key]

    def main_view(self) -> QWidget:
        """The widget that takes the focus."""
        return self.view().listing.place()

    def regions(self) -> Sequence[QWidget]:
        """What F6 visits."""
        return (*self.view().regions(), self.segments)

    def reload(self) -> None:
        """Read the list in front again."""
        view = self.view()
        view.period, view.query = self.period.bounds(), self.search.query()
        view.reload()
        self.verbs.refresh()

    def open(self, key: str, row_id: int | None = None) -> None:
        """Bring a list to the front and choose a row of it, in the period that holds the row."""
        if row_id is not None:
            self._go_to(key, row_id)
        self.segments.choose(key)
        if row_id is not None:
            self.view().choose(row_id)

    def _go_to(self, key: str, row_id: int) -> None:
        since, until = self.period.bounds()
        if key == ADVERTS:
            row = adverts.advert(row_id)
            if row.since > until or (row.until is not None and row.until < since):
                self.period.go_to(row.since)
        elif key == MANUSCRIPTS:
            self.period.go_to(manuscripts.manuscript(row_id).sent_on)
        elif key == ACTIVITIES:
            self.period.go_to(activities.activity(row_id).day)

    def _verbs(self) -> Sequence[Verb]:
        own = [verb for keeper in self.keepers.values() for verb in keeper.verbs()]
        words = self.tr("Print…")
        return (
            Verb("tracker_add", self.tr("Add"), Glyph.ADD, self._add, "Ctrl+N", weight=Weight.PRIMARY),
            Verb("tracker_edit", self.tr("Edit…"), Glyph.EDIT, self._edit, "F2", self._changeable),
            Verb("tracker_print", words, Glyph.PRINT, self._print, "Ctrl+P"),
            *own,
            Verb(
                "tracker_remove",
                self.tr("Remove"),
                Glyph.DELETE,
                self._remove,
                "Del",
                self._changeable,
                Weight.RARE,
            ),
            *self._rare_verbs(),
        )

    def _rare_verbs(self) -> Sequence[Verb]:
        rare, words, check = Weight.RARE, self.tr("Record of changes…"), self._changeable
        back, forth = self.period.back, self.period.forth
        return (
            Verb("tracker_record", words, Glyph.HISTORY, self._show_record, "Ctrl+H", check, rare),
            Verb("tracker_earlier", self.tr("Earlier"), Glyph.CHEVRON_LEFT, back, "Alt+Left", weight=rare),
            Verb("tracker_later", self.tr("Later"), Glyph.CHEVRON_RIGHT, forth, "Alt+Right", weight=rare),
        )

    def _connect(self) -> None:
        verbs = {verb.id: verb for verb in self.verbs}
        for key, view in self.views.items():
            feet = [
                VerbButton(verbs[verb], self.verbs.action(verb), look)
                for verb, look in (("tracker_edit", Kind.NORMAL), (_FEET.get(key, ""), Kind.PRIMARY))
                if verb in verbs and key in _FEET
            ]
            view.give_detail(feet)
            view.listing.table.offer([self.verbs.action(verb) for verb in _MENUS[key]])
            view.chosen.connect(self.verbs.refresh)
            view.opened.connect(self._open_chosen)
            # Queued, because the button that asks may be thrown away by the answer.
            view.asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)
            view.filters_cleared.connect(self._clear_filters)
            view.failed.connect(self._page.show_failure)
        self.segments.chosen.connect(self._turn)
        self.period.changed.connect(self.reload)
        self.search.searched.connect(self._filter)

    def _filter(self) -> None:
        self.view().query = self.search.query()
        self.view().narrow()
        self.verbs.refresh()

    def _keeper(self) -> TrackerKeeper:
        return self.keepers[self.segments.key]

    def _turn(self) -> None:
        self._stack.setCurrentWidget(self.view())
        self._name_verb()
        self.reload()

    def _name_verb(self) -> None:
        self.verbs.action("tracker_add").setText(caption(self.view().add_word()))

    def _clear_filters(self) -> None:
        self.search.clear()
        self.view().clear_filters()
        self.main_view().setFocus()

    def _add(self) -> None:
        self._keeper().add()

    def _edit(self) -> None:
        self._keeper().edit()

    def _remove(self) -> None:
        self._keeper().remove()

    def _show_record(self) -> None:
        self._keeper().show_record()

    def _changeable(self) -> DeskError | None:
        return self._keeper().changeable()

    def _open_chosen(self) -> None:
        if self.segments.key == RATES:
            unit = self.view().row()
            self.segments.choose(MANUSCRIPTS)
            if unit is not None and unit.id:
                self.search.show_query(unit.name)
                self.reload()
        else:
            self.verbs.trigger("tracker_edit")

    def _answer(self, name: str, thing: object) -> None:
        if name == "add":
            self._add()
        elif thing is None:
            self.verbs.trigger(name)
        else:
            self._keeper().answer(name, thing)

    def _print(self) -> None:
        made = self.view().sheet()
        shown = Printable(
            lambda: sheets.pages_of(made).pdf,
            lambda: f"{made.title}{made.subtitle}",
            lambda path: sheets.write_book_of(made, path),
        )
        dialog = PrintoutDialog(self._page.desk, shown, made.title, self._page.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
