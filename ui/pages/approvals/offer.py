"""Leads back to what was typed and never saved, for example because the power went."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from ui import format as shown
from ui.pages.approvals import unsaved
from ui.pages.approvals.unsaved import Unsaved
from ui.pages.page import Page
from ui.theme.icons import Glyph
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from xcdesk.errors import DeskError
from xcdesk.services.office import drafts


class UnsavedOffer(QObject):
    """Offers the draft kept last, as a banner of the page; the next one follows once it is thrown away."""

    taken = Signal(object)  # Unsaved: it is to be written on

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def show(self) -> None:
        """Show the banner if there is anything to offer."""
        found = unsaved.every_unsaved(self._page.desk.actor)
        if not found:
            return
        draft = found[0]
        title = draft.change.title.strip() or self.tr("(no title yet)")
        words = self.tr("“{title}”, typed and kept {time}.")
        more = self.tr("More like it: {count}.").format(count=len(found) - 1) if found[1:] else ""
        go_on = button(self.tr("Go on writing"), Glyph.EDIT, Kind.NORMAL, lambda: self._take(draft))
        drop = button(self.tr("Throw it away"), None, Kind.NORMAL, lambda: self._drop(draft))
        text = words.format(title=title, time=shown.instant(draft.kept.at))
        said = shown.sentences((text, more))
        self._page.show_notice(Banner("info", self.tr("A text was not saved"), said, (go_on, drop)))

    def show_refused(self, draft: Unsaved, refusal: DeskError) -> None:
        """The text takes no changes any more: what was typed can be copied, or thrown away."""
        copy = button(
            self.tr("Copy what I typed"),
            Glyph.COPY,
            Kind.NORMAL,
            lambda: QGuiApplication.clipboard().setText(draft.change.text),
        )
        drop = button(self.tr("Throw it away"), None, Kind.NORMAL, lambda: self._drop(draft))
        title = self.tr("What was typed cannot be saved any more")
        self._page.show_notice(Banner.refusal(title, refusal, (copy, drop)))

    def _take(self, draft: Unsaved) -> None:
        self._page.clear_notice()
        self.taken.emit(draft)

    def _drop(self, draft: Unsaved) -> None:
        drafts.drop(self._page.desk.actor, draft.kept.text.subject)
        self._page.clear_notice()
        self.show()
