"""Roster 媒体名册: who answers for each outlet and what is missing; units, editable lists, quotas."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from ui.changes import Area
from ui.desk import Desk
from ui.pages.page import Page
from ui.pages.roster.keeper import Keeper
from ui.pages.roster.link_keeper import LinkKeeper
from ui.pages.roster.links import LinksView
from ui.pages.roster.list_keepers import TermKeeper, UnitKeeper
from ui.pages.roster.outlet_keeper import OutletKeeper
from ui.pages.roster.outlets import OutletsView
from ui.pages.roster.programme_keeper import ProgrammeKeeper
from ui.pages.roster.programmes import ProgrammesView
from ui.pages.roster.quota_keeper import QuotaKeeper
from ui.pages.roster.quotas import QuotasView
from ui.pages.roster.terms import TermsView
from ui.pages.roster.units import UnitsView
from ui.pages.roster.verbs import RosterVerbs
from ui.pages.roster.view import RosterView
from ui.theme.icons import Glyph
from ui.theme.tokens import Space
from ui.widgets.buttons import Kind
from ui.widgets.labels import caption
from ui.widgets.layouts import boxed, down
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.verb_bar import VerbButton
from ui.widgets.verbs import Verb
from xcdesk.services.roster import outlets

_MENUS = {
    "outlets": (
        "edit",
        "liaison_change",
        "leader_change",
        "verify",
        "tenures",
        "programme_new",
        "exception_new",
        "spelling_new",
        "merge",
        "retire",
        "reinstate",
    ),
    "programmes": (
        "programme_reports",
        "print_programmes",
        "edit",
        "retire",
        "reinstate",
        "programme_remove",
    ),
    "units": ("edit", "spelling_new", "merge", "retire", "reinstate"),
    "terms": ("edit", "up", "down", "merge", "retire", "reinstate"),
    "links": (
        "link_present",
        "link_missing",
        "link_check",
        "site_open",
        "print_links",
        "edit",
        "retire",
        "reinstate",
    ),
    "quotas": ("edit", "retire", "reinstate"),
}
_FEET = {
    "outlets": ("liaison_change", "verify"),
    "programmes": ("programme_reports", "edit"),
    "units": ("spelling_new", "edit"),
    "links": ("link_missing", "link_present"),
}


_TABLES = {
    "outlets": "outlet",
    "programmes": "programme",
    "units": "unit",
    "terms": "term",
    "links": "site_link",
    "quotas": "quota",
}
"""The table behind each view."""


class RosterPage(Page):
    """One of six views; the verbs are about the chosen row of the view in front."""

    key = "roster"
    glyph = Glyph.CONTACT_CARD
    watches = frozenset({Area.ROSTER, Area.COVERAGE, Area.TRACKERS, Area.IMPORTS, Area.BULLETINS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.outlets, units, terms, self.quotas = OutletsView(), UnitsView(), TermsView(), QuotasView()
        programmes, links = ProgrammesView(), LinksView()
        self.views: Mapping[str, RosterView] = {
            "outlets": self.outlets,
            "programmes": programmes,
            "units": units,
            "terms": terms,
            "links": links,
            "quotas": self.quotas,
        }
        keeper, sites = OutletKeeper(self, self.outlets), LinkKeeper(self, links)
        shows = ProgrammeKeeper(self, programmes, keeper.acts)
        self._keepers: Mapping[str, Keeper] = {
            "outlets": keeper,
            "programmes": shows,
            "units": UnitKeeper(self, units),
            "terms": TermKeeper(self, terms),
            "links": sites,
            "quotas": QuotaKeeper(self, self.quotas),
        }
        self.segments = Segmented(
            [
                Segment("outlets", self.tr("Outlets")),
                Segment("programmes", self.tr("Programmes")),
                Segment("units", self.tr("Units")),
                Segment("terms", self.tr("Lists")),
                Segment("links", self.tr("Links")),
                Segment("quotas", self.tr("Quotas")),
            ]
        )
        self._views = QStackedWidget()
        for key, view in self.views.items():
            self._views.addWidget(view)
            view.mark_changes(desk.changes.lately, _TABLES[key])
        self.commands = RosterVerbs(self, (keeper, shows, sites), self._keeper)
        body = boxed(down(self._views, margins=(Space.M, 10, Space.M, 10)))
        self.build(body, trail=(self.segments,), search=self.tr("Filter"))
        self._finish()

    @override
    def name(self) -> str:
        return self.tr("Roster")

    @override
    def make_verbs(self) -> Sequence[Verb]:
        return self.commands.verbs()

    @override
    def main_view(self) -> QWidget:
        return self.view().listing.place()

    @override
    def regions(self) -> Sequence[QWidget]:
        return self.view().regions()

    @override
    def count_waiting(self) -> None:
        self.waiting_changed.emit(outlets.gap_count(outlets.outlets()).outlets)

    @override
    def reload(self) -> None:
        inside = self._has_focus()
        self.view().reload()
        self.verbs.refresh()
        if inside and not self._has_focus():
            # The button that was pressed went away with what it was about.
            self.focus_first()

    @override
    def open(self, target: object) -> None:
        """Show an outlet by its id, a view by its key, or a row of a view by both."""
        if isinstance(target, int):
            self.segments.choose("outlets")
            self.outlets.choose(target)
        elif isinstance(target, tuple) and target[0] in self.views:
            self.segments.choose(target[0])
            self.views[target[0]].choose(target[1])
        elif target == "weeks":
            self.segments.choose("quotas")
            self.quotas.segments.choose("weeks")
        elif isinstance(target, str) and target in self.views:
            self.segments.choose(target)

    def view(self) -> RosterView:
        """The view in front."""
        return self.views[self.segments.key]

    def _keeper(self) -> Keeper:
        return self._keepers[self.segments.key]

    def _has_focus(self) -> bool:
        return self.isAncestorOf(self.window().focusWidget())

    def _finish(self) -> None:
        """Connect the views, and give them what only the finished verbs can."""
        verbs = {verb.id: verb for verb in self.verbs}
        for key, view in self.views.items():
            feet = _FEET.get(key, ())
            if feet:
                looks = (Kind.NORMAL, Kind.PRIMARY)
                view.give_detail(
                    [
                        VerbButton(verbs[verb], self.verbs.action(verb), look)
                        for verb, look in zip(feet, looks, strict=True)
                    ]
                )
            for listing in view.listings():
                listing.table.offer([self.verbs.action(verb) for verb in _MENUS[key]])
            view.chosen.connect(self.verbs.refresh)
            view.opened.connect(self.commands.edit)
            # Queued, because the button that asks may be thrown away by the answer.
            view.asked.connect(self.commands.answer, Qt.ConnectionType.QueuedConnection)
            view.filters_cleared.connect(self._clear_filters)
        self.segments.chosen.connect(self._change_view)
        if self.search is not None:
            self.search.searched.connect(self._filter)

    def _change_view(self) -> None:
        view = self.view()
        self._views.setCurrentWidget(view)
        self.verbs.action("add").setText(caption(view.add_word()))
        self._filter()

    def _filter(self) -> None:
        self.view().query = self.search.query() if self.search is not None else ""
        self.reload()

    def _clear_filters(self) -> None:
        if self.search is not None:
            self.search.clear()
        self.view().clear_filters()
        self.verbs.refresh()
        self.focus_first()
