"""What can be done on the bulletins page, each verb with its check."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from ui.pages.bulletins.checks import BulletinChecks, Columns, Hand
from ui.pages.bulletins.output import BulletinOutput
from ui.pages.bulletins.piece_acts import PieceActs
from ui.pages.bulletins.piece_verbs import PieceVerbs
from ui.pages.bulletins.remarks import before_submitting
from ui.pages.bulletins.setup import show_setup
from ui.pages.page import Page
from ui.theme.icons import Glyph
from ui.widgets.page_scale import Fit, Scale
from ui.widgets.verbs import Verb, Weight, grouped
from xcdesk import office
from xcdesk.errors import DeskError
from xcdesk.services import approvals
from xcdesk.services.record import permissions
from xcdesk.services.record.permissions import Permission


class BulletinVerbs(QObject):
    """Verbs over the issue in hand; those over its pieces stand in `PieceVerbs`."""

    def __init__(self, page: Page, columns: Columns, hand: Callable[[], Hand], acts: PieceActs) -> None:
        super().__init__(page)
        self._page, self._contents, self._preview = page, columns.contents, columns.preview
        self._hand, self._acts = hand, acts
        self._checks = BulletinChecks(columns, hand)
        self._output = BulletinOutput(page, columns.preview, hand)
        self.pieces = PieceVerbs(page, columns, hand, acts, self._checks)

    def verbs(self) -> Sequence[Verb]:
        """Everything in the toolbar and under More; what is being typed is saved before any of it."""
        first, *common = self._common()
        found = (
            first,
            *self.pieces.common(),
            *common,
            *grouped(self.tr("Pieces and sections"), self.pieces.moves()),
            *grouped(self.tr("Write and insert"), self.pieces.new_ones()),
            *grouped(self.tr("Candidate"), self.pieces.of_one()),
            *grouped(self.tr("Page on screen"), self._views()),
            *self._seldom(),
        )
        return tuple(replace(verb, run=partial(self._saved, verb.run)) for verb in found)

    def _saved(self, run: Callable[[], object]) -> None:
        if self._contents.editor.flush():
            run()

    def _common(self) -> Sequence[Verb]:
        can, out, primary = self._checks, self._output, Weight.PRIMARY
        return (
            Verb("new_issue", self.tr("New issue"), Glyph.DOCUMENT_ADD, self._new, "Ctrl+N",
                 can.no_issue, primary),
            Verb("submit", self.tr("Submit…"), Glyph.SEND, self._submit, "Ctrl+Shift+S", can.open_issue),
            Verb("print", self.tr("Print…"), Glyph.PRINT, out.print_pages, "Ctrl+P", can.printed),
            Verb("pdf", self.tr("Export PDF…"), Glyph.DOCUMENT_PDF, partial(out.export, office.PDF),
                 "Ctrl+Shift+P", can.printed),
            Verb("docx", self.tr("Export Word…"), Glyph.ARROW_EXPORT, partial(out.export, office.DOCX),
                 "Ctrl+Shift+W", can.any_issue),
            Verb("xlsx", self.tr("Export Excel…"), Glyph.TABLE_SIMPLE, partial(out.export, office.XLSX),
                 "Ctrl+Shift+X", can.counted),
        )  # fmt: skip

    def _seldom(self) -> Sequence[Verb]:
        can, out, rare = self._checks, self._output, Weight.RARE
        return (
            Verb("figures", self.tr("Update the figures"), Glyph.ARROW_CLOCKWISE, self._refresh,
                 "Ctrl+R", can.open_issue, rare),
            Verb("anew", self.tr("Rebuild from the contents"), None, self._anew, "Ctrl+Shift+R",
                 can.by_hand, rare),
            Verb("look", self.tr("What to look at"), Glyph.WARNING, self._contents.look_at, "Ctrl+Shift+L",
                 can.laid_out, rare),
            Verb("approvals", self.tr("Open in approvals"), Glyph.SIGNATURE, self._to_approvals,
                 "Ctrl+Shift+A", can.any_issue, rare),
            Verb("setup", self.tr("Page set-up…"), Glyph.SETTINGS, partial(show_setup, self._page),
                 "Ctrl+Shift+G", self._settings, rare),
            Verb("register", self.tr("Register…"), Glyph.ARCHIVE, out.register, "Ctrl+L", weight=rare),
        )  # fmt: skip

    def _settings(self) -> DeskError | None:
        return permissions.refusal(self._page.desk.actor, Permission.SETTINGS)

    def _views(self) -> Sequence[Verb]:
        rare, preview = Weight.RARE, self._preview
        can = self._checks.printed
        return (
            Verb("fit_page", self.tr("Whole page"), None, partial(preview.set_scale, Scale(Fit.PAGE)),
                 "Ctrl+0", can, rare),
            Verb("fit_width", self.tr("Width of the page"), None,
                 partial(preview.set_scale, Scale(Fit.WIDTH)), "Ctrl+9", can, rare),
            Verb("two_pages", self.tr("Two pages"), None, partial(preview.set_scale, Scale(Fit.TWO)),
                 "Ctrl+8", can, rare),
            Verb("larger", self.tr("Larger"), None, partial(preview.view.zoom, 1), "Ctrl++", can, rare),
            Verb("smaller", self.tr("Smaller"), None, partial(preview.view.zoom, -1), "Ctrl+-", can, rare),
        )  # fmt: skip

    def _new(self) -> None:
        hand = self._hand()
        if self._page.attempt(lambda: self._acts.draft(hand.series, hand.day)):
            self._page.said.emit(self.tr("Started"))

    def _refresh(self) -> None:
        hand = self._hand()
        if self._page.attempt(lambda: self._acts.draft(hand.series, hand.day)):
            self._page.said.emit(self.tr("The figures are those of the log now"))

    def _submit(self) -> None:
        """Go through the checklist, then send it to review."""
        draft = self._hand().draft
        if draft is None:
            return
        from ui.dialogs.material_forms import SubmitForm  # start-up time
        from ui.pages.approvals import checklist

        seen = approvals.detail(self._page.desk.actor, draft.material)
        form = SubmitForm(
            draft.title,
            checklist.hints(draft.text),
            (*before_submitting(self._contents.remarks.shown), *checklist.warnings(seen)),
            lambda sending: self._acts.submit(draft, sending),
            self._page,
        )
        form.saved.connect(self._say_submitted)
        form.finished.connect(form.deleteLater)
        form.open()

    def _say_submitted(self) -> None:
        self._page.said.emit(self.tr("Submitted: it waits in approvals"))

    def _anew(self) -> None:
        draft = self._hand().draft
        if draft is not None:
            self._page.attempt(lambda: self._acts.build_anew(draft))

    def _to_approvals(self) -> None:
        draft = self._hand().draft
        if draft is not None:
            self._page.asked_for.emit("approvals", draft.material)
