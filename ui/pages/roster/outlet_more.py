"""More that can be done with outlets: tenures of all times, the quarterly check, days off, printed lists."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from ui.dialogs.check_list import CheckHands, CheckListDialog
from ui.dialogs.day_forms import ExceptionForm, StopForm
from ui.dialogs.form import form_of_row
from ui.dialogs.printout import PrintoutDialog, listed
from ui.dialogs.tenure_history import HistoryHands, TenureHistory
from ui.pages.roster.more_acts import DayActs
from ui.pages.roster.outlet_keeper import OutletKeeper
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight
from xcdesk.codes import Tier
from xcdesk.services.roster import outlets, publication
from xcdesk.services.roster.outlets import OutletRow
from xcdesk.services.roster.publication import ExceptionRow
from xcdesk.sheets import SheetKind


class OutletMore(QObject):
    """Verbs that open lists and forms about outlets; ``keeper`` knows the chosen one."""

    def __init__(self, keeper: OutletKeeper) -> None:
        super().__init__(keeper)
        self._keeper, self._page = keeper, keeper.page
        self._days = DayActs(keeper.page)

    def verbs(self) -> Sequence[Verb]:
        """The first two stand in the toolbar."""
        rare, there = Weight.RARE, self._keeper.there
        book, check = self.tr("Print contact book…"), self.tr("Quarterly check…")
        days, stop = self.tr("Add days off or an extra issue…"), self.tr("Holiday stop…")
        print_links = partial(self._print, SheetKind.LINKS)
        shows, print_shows = self.tr("Print list of programmes…"), partial(self._print, SheetKind.PROGRAMMES)
        return (
            Verb("check_list", check, Glyph.CLIPBOARD_TASK, self._check, "Shift+F8"),
            Verb("book", book, Glyph.PRINT, partial(self._print, SheetKind.BOOK), "Ctrl+P"),
            Verb("tenures", self.tr("Tenures…"), Glyph.HISTORY, self._tenures, "Ctrl+H", there, rare),
            Verb("exception_new", days, Glyph.CALENDAR_LTR, self._add_days, "Ctrl+D", there, rare),
            Verb("stop", stop, Glyph.CALENDAR_TODAY, self._stop, "Ctrl+Shift+D", weight=rare),
            Verb("print_links", self.tr("Print list of sites…"), Glyph.PRINT, print_links, "", weight=rare),
            Verb("print_programmes", shows, Glyph.PRINT, print_shows, "", weight=rare),
        )

    def answer(self, name: str, row: ExceptionRow) -> None:
        """Edit a stretch of days that a small verb of the pane names, or take it out."""
        outlet = self._keeper.chosen()
        if name == "exception_remove":
            self._page.attempt(lambda: self._days.remove(row))
        elif outlet is not None:
            made = partial(self._days_form, outlet)
            self._keeper.open(form_of_row("day_exception", row, made, partial(_days, outlet.id)))

    def _days_form(self, outlet: OutletRow, row: ExceptionRow) -> ExceptionForm:
        return ExceptionForm(outlet, row, partial(self._days.change, row), self._page.window())

    def _check(self) -> None:
        acts = self._keeper.acts
        hands = CheckHands(acts.verify, acts.verify_corrected, partial(self._print, SheetKind.CHECK))
        self._keeper.open(CheckListDialog(self._page.desk, hands, self._page.window()))

    def _print(self, kind: SheetKind) -> None:
        titles = {
            SheetKind.BOOK: self.tr("Contact book"),
            SheetKind.CHECK: self.tr("Quarterly check of contacts"),
            SheetKind.LINKS: self.tr("Sites that carry the link"),
            SheetKind.PROGRAMMES: self.tr("Programmes and columns"),
        }
        self._keeper.open(
            PrintoutDialog(
                self._page.desk, listed(kind, self._page.desk.actor), titles[kind], self._page.window()
            )
        )

    def _tenures(self) -> None:
        row, acts = self._keeper.chosen(), self._keeper.acts
        if row is not None:
            hands = HistoryHands(acts.enter, acts.correct, acts.remove)
            self._keeper.open(TenureHistory(self._page.desk, row, hands, self._page.window()))

    def _add_days(self) -> None:
        row = self._keeper.chosen()
        if row is not None:
            save = partial(self._days.add, [row.id])
            self._keeper.open(ExceptionForm(row, None, save, self._page.window()))

    def _stop(self) -> None:
        owing = [row for row in outlets.outlets() if row.tier == Tier.MUNICIPAL]
        self._keeper.open(StopForm(owing, self._days.add, self._page.window()))


def _days(outlet: int, stretch: int) -> ExceptionRow | None:
    """A stretch of days of an outlet as it is by now; None where it is gone."""
    found = publication.exceptions_by_outlet(outlet).get(outlet, ())
    return next((row for row in found if row.id == stretch), None)
