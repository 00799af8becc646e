"""Follow-up 督办: board, table, wall and ledger; the case in front, and the verbs on it."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.changes import Area
from ui.desk import Desk
from ui.messages import text
from ui.pages.followup.acts import CaseActs
from ui.pages.followup.detail import DetailHands, parts
from ui.pages.followup.filters import CaseFilters
from ui.pages.followup.forms import CaseForms
from ui.pages.followup.many import CaseMany, ManyHands
from ui.pages.followup.papers import CasePapers
from ui.pages.followup.picture import picture
from ui.pages.followup.private import PrivateDetails
from ui.pages.followup.upkeep import CaseUpkeep
from ui.pages.followup.verbs import CaseHands, act_verbs
from ui.pages.followup.views import BOARD, LEDGER, TABLE, WALL, CaseViews
from ui.pages.page import Page
from ui.refusals import NothingChosenError
from ui.theme.icons import Glyph
from ui.theme.tokens import Space
from ui.widgets.buttons import Kind, button
from ui.widgets.detail_pane import DetailPane
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import across, boxed, down
from ui.widgets.state_picture import StatePicture
from ui.widgets.verbs import Verb, Weight
from xcdesk.codes import CaseKind
from xcdesk.errors import DeskError, NotFoundError
from xcdesk.services import cases
from xcdesk.services.cases import Action, CaseDetail, CaseFilter, Light, LinkRow
from xcdesk.services.cases.refusals import NotLinkedError


class FollowUpPage(Page):
    """Which departments owe what, since when, and what can be done about it now."""

    key = "followup"
    glyph = Glyph.CLIPBOARD_TASK
    watches = frozenset({Area.CASES, Area.ROSTER, Area.COVERAGE, Area.MATERIALS, Area.SETTINGS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.seen: CaseDetail | None = None
        self._way_in: QWidget | None = None  # of the page without a single case
        self.filters = CaseFilters()
        self.views = CaseViews(desk.changes.lately)
        self.acts = CaseActs(self)
        self.private = PrivateDetails(self, self.acts, lambda: self.seen, self._check)
        self.papers = CasePapers(self, lambda: self.seen, self._check, self._month)
        self.upkeep = CaseUpkeep(self)
        self.forms = CaseForms(self, self.acts, lambda: self.seen, self._usual_kind)
        self.many = CaseMany(self, ManyHands(self.views.selected, self._asked))
        self.detail = DetailPane()
        self.detail.setAccessibleName(self.tr("Details"))
        self.picture = StatePicture()
        left = down(self.views, self.picture, gap=Space.S)
        left.setStretch(0, 1)
        row = across(boxed(left), self.detail, gap=Space.M)
        row.setStretch(0, 1)
        column = down(self.filters, row, margins=(Space.M, Space.S, Space.M, Space.S), gap=Space.S)
        column.setStretch(1, 1)
        hint = self.tr("Filter: title, number")
        self.build(boxed(column), trail=(self.views.segments,), search=hint)
        self._connect()

    @override
    def name(self) -> str:
        return self.tr("Follow-up")

    @override
    def make_verbs(self) -> Sequence[Verb]:
        new = Verb(
            "case_new", self.tr("New case"), Glyph.ADD, self.forms.register, "Ctrl+N", weight=Weight.PRIMARY
        )
        edit, remove = self.tr("Edit…"), self.tr("Remove")
        rare = Weight.RARE
        return (
            new,
            *act_verbs(CaseHands(self.forms.do, self._check)),
            Verb("case_edit", edit, Glyph.EDIT, self.forms.edit, "F2", self._check_edit, rare),
            Verb("case_remove", remove, Glyph.DELETE, self.forms.remove, "Del", self._check_remove, rare),
            *self.many.verbs(),
            *self.private.verbs(),
            *self.papers.verbs(),
            *self.upkeep.verbs(),
        )

    @override
    def main_view(self) -> QWidget:
        return self.views.place() if self._way_in is None else self._way_in

    @override
    def regions(self) -> Sequence[QWidget]:
        parts = (self.main_view(), self.detail, self.filters.unit)
        return tuple(part for part in parts if part.isVisible()) or (self.main_view(),)

    @override
    def reload(self) -> None:
        query = self.search.query() if self.search else ""
        if not query and not self.filters.narrowed() and not cases.count(CaseFilter()):
            self.show_empty(self._empty())
            self._show_case(None)
            return
        self.show_body()
        self._way_in = None
        self.filters.read_units()
        self.filters.count()
        self._read(query)
        self._show_chosen()

    @override
    def count_waiting(self) -> None:
        self.waiting_changed.emit(cases.count(CaseFilter(lights=(Light.RED,))))

    @override
    def open(self, target: object) -> None:
        """Show a case by its id, a view by its key, or the cases of a kind."""
        if isinstance(target, CaseKind):
            self.filters.clear()
            self.filters.kinds[target].setChecked(True)
        elif isinstance(target, int):
            self._open_case(target)
        elif target in {BOARD, TABLE, WALL, LEDGER}:
            self.views.segments.choose(str(target))

    def _connect(self) -> None:
        views = self.views
        views.chosen.connect(self._show_chosen)
        views.opened.connect(self.detail.setFocus)
        for each in views.lists():
            each.addActions(self.verbs.actions())
            each.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        views.table.order_changed.connect(self.reload)
        views.table.filters_cleared.connect(self._clear_filters)
        views.ledger.opened.connect(self._open_unit)
        views.ledger.changed.connect(self.reload)
        self.filters.changed.connect(self.reload)
        views.segments.chosen.connect(self._turn)
        if self.search is not None:
            self.search.searched.connect(lambda _: self.reload())

    def _read(self, query: str) -> None:
        """Read the view in front again."""
        views, asked = self.views, self._asked()
        if views.key == BOARD:
            views.board.show_cases(asked)
        elif views.key == TABLE:
            views.table.show_cases(asked, self._nothing_found(query))
        elif views.key == WALL:
            views.wall.query = query
            views.wall.reload()
        else:
            views.ledger.show_ledger(self.filters.chosen_kinds())

    def _turn(self, key: str) -> None:
        before = self.seen
        ledger = key == LEDGER
        self.detail.setVisible(not ledger)
        self.picture.setVisible(not ledger)
        self.filters.setVisible(key != WALL)
        self.filters.show_kinds_only(on=ledger)
        self.reload()
        if before is not None and not ledger:
            self.views.choose(before.row.id)

    def _asked(self) -> CaseFilter:
        """What the filters and the filter box leave."""
        return self.filters.asked(self.search.query() if self.search else "")

    def _show_chosen(self) -> None:
        row = self.views.current()
        try:
            self._show_case(cases.detail(self.desk.actor, row.id) if row is not None else None)
        except NotFoundError:  # somebody has laid it into the trash meanwhile
            self._show_case(None)

    def _show_case(self, seen: CaseDetail | None) -> None:
        self.seen = seen
        self.picture.setVisible(seen is not None and self.views.key != LEDGER)
        if seen is None:
            unit = self.views.wall.unit() if self.views.key == WALL else ""
            self.detail.show_parts(unit or self.tr("No case chosen"), self._of_nothing(unit))
        else:
            self.picture.show_picture(picture(seen))
            self.detail.show_parts(seen.row.title, parts(seen, self._hands()))
        self.verbs.refresh()

    def _of_nothing(self, unit: str) -> Sequence[QWidget]:
        if not unit:
            return ()
        words, kind = self.tr("Register its commitment"), CaseKind.COMMITMENT
        return (button(words, Glyph.ADD, Kind.PRIMARY, lambda: self.forms.register(kind, unit)),)

    def _hands(self) -> DetailHands:
        return DetailHands(
            self.verbs.trigger,
            self.papers.save_file,
            self._open_report,
            self.open,
            lambda material: self.asked_for.emit("approvals", material),
            self.papers.show_sheet,
        )

    def _check(self, action: Action) -> DeskError | None:
        if self.seen is None:
            return NothingChosenError(what=text("what.case"))
        if action == Action.UNLINK and not self.seen.links:
            return NotLinkedError()
        return self.seen.refusal(action)

    def _check_edit(self) -> DeskError | None:
        return self._check(Action.EDIT)

    def _check_remove(self) -> DeskError | None:
        return self._check(Action.FILE)

    def _usual_kind(self) -> CaseKind:
        """The kind that is registered unless another is chosen."""
        chosen = self.filters.chosen_kinds()
        usual = CaseKind.COMMITMENT if self.views.key == WALL else CaseKind.FINDING
        return chosen[0] if chosen else usual

    def _open_case(self, case_id: int) -> None:
        if self.views.key == LEDGER:
            self.views.segments.choose(BOARD)
        if self.views.choose(case_id):
            return
        self._clear_filters()
        if not self.views.choose(case_id):  # the board has no lane for what was merged or declined
            self.views.segments.choose(TABLE)
            self.views.choose(case_id)

    def _open_unit(self, unit: int) -> None:
        self.filters.show_unit(unit)
        self.views.segments.choose(TABLE)
        self.focus_first()

    def _open_report(self, link: LinkRow) -> None:
        self.asked_for.emit("coverage", link.item)

    def _clear_filters(self) -> None:
        if self.search is not None:
            self.search.clear()
        self.filters.clear()
        self.reload()

    def _month(self) -> dt.date:
        return self.views.ledger.period.bounds()[0]

    def _nothing_found(self, query: str) -> str:
        return "  ".join(filter(None, (query, self.filters.words())))

    def _empty(self) -> EmptyState:
        first = button(self.tr("New case"), Glyph.ADD, Kind.PRIMARY, self.forms.register)
        self._way_in = first
        words = self.tr(
            "Findings of unannounced visits, complaints and suggestions, and public commitments stand here, "
            "each with its department, its clock and its evidence. Register the first one, or import a list."
        )
        lists = button(
            self.tr("Import a list…"),
            Glyph.ARROW_IMPORT,
            Kind.NORMAL,
            lambda: self.verbs.trigger("case_import"),
        )
        return EmptyState(self.glyph, self.tr("No case yet"), words, (first, lists))
