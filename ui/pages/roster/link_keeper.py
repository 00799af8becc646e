"""What can be done with the sites that must carry the link: rows, checks, looking at them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from typing_extensions import override

from ui.dialogs.form import Question, form_of_row
from ui.dialogs.link_forms import LinkCheckForm, LinkForm
from ui.pages.page import Page
from ui.pages.roster.keeper import Keeper
from ui.pages.roster.links import LinksView
from ui.pages.roster.more_acts import LinkActs
from ui.refusals import NothingChosenError
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight
from xcdesk import clock
from xcdesk.codes import LinkState
from xcdesk.errors import DeskError
from xcdesk.services.roster import links, outlets, units
from xcdesk.services.roster.links import LinkCheck, LinkRow, NewLink


class LinkKeeper(Keeper):
    """Keeps the sites; F9 says that the link is there, Shift+F9 that it is not."""

    def __init__(self, page: Page, view: LinksView) -> None:
        super().__init__(page, view)
        self._links = view
        self._acts = LinkActs(page)

    def verbs(self) -> Sequence[Verb]:
        """The verbs that are about sites alone."""
        rare = Weight.RARE
        present = partial(self._check, LinkState.PRESENT)
        missing = partial(self._check, LinkState.MISSING)
        there, gone = self.tr("Link present"), self.tr("Link missing")
        return (
            Verb("link_present", there, Glyph.CHECKMARK, present, "F9", self._there, rare),
            Verb("link_missing", gone, Glyph.DISMISS, missing, "Shift+F9", self._there, rare),
            Verb(
                "link_check",
                self.tr("Record a check with screenshot…"),
                Glyph.CLIPBOARD_TASK,
                self._check_with_proof,
                "Ctrl+F9",
                self._there,
                rare,
            ),
            Verb(
                "site_open",
                self.tr("Open in the browser…"),
                Glyph.SEARCH,
                self._ask_to_open,
                "Ctrl+Return",
                self._there,
                rare,
            ),
        )

    @override
    def add(self) -> None:
        def save(new: NewLink) -> None:
            self.show(self._acts.add(new))

        self.open(LinkForm(None, self._owners(), save, self.page.window()))

    @override
    def edit(self) -> None:
        row = self._links.row()
        if row is not None:
            window = self.page.window()
            self.open_edit(
                row, lambda now: LinkForm(now, self._owners(), partial(self._acts.change, now), window)
            )

    @override
    def retire(self) -> None:
        row = self._links.row()
        if row is not None:
            self.page.attempt(lambda: self._acts.retire(row))

    @override
    def reinstate(self) -> None:
        row = self._links.row()
        if row is not None:
            self.page.attempt(lambda: self._acts.reinstate(row))

    def _owners(self) -> tuple[Sequence[outlets.OutletRow], Sequence[units.UnitRow]]:
        return outlets.outlets(), units.units()

    def _check(self, state: LinkState) -> None:
        row = self._links.row()
        if row is not None:
            self.page.attempt(lambda: self._acts.check(row, LinkCheck(state, clock.today())))

    def _check_with_proof(self) -> None:
        row = self._links.row()
        if row is not None:
            self.open(form_of_row("site_link", row, self._check_form, links.link))

    def _check_form(self, row: LinkRow) -> LinkCheckForm:
        return LinkCheckForm(row, partial(self._acts.check, row), self.page.window())

    def _ask_to_open(self) -> None:
        """What was typed or imported is opened only after it has been read by a person."""
        row = self._links.row()
        if row is None:
            return
        words = self.tr("Open this address in the browser?\n\n{url}").format(url=row.url)
        asked = Question(words, self.tr("Open"), self.tr("Do not open"), self.page.window())
        asked.agreed.connect(partial(open_address, row.url))
        self.open(asked)

    def _there(self) -> DeskError | None:
        row = self._shown()
        if row is None:
            return NothingChosenError(what=self.tr("a site"))
        return None if row.active else NothingChosenError(what=self.tr("a site in use"))

    def _shown(self) -> LinkRow | None:
        return self._links.row() if self._links.isVisibleTo(self.page) else None


def open_address(url: str) -> None:
    """Hand an address of the web to the browser; anything else stays shut."""
    address = QUrl(url, QUrl.ParsingMode.StrictMode)
    if address.isValid() and address.scheme() in {"http", "https"}:
        QDesktopServices.openUrl(address)
