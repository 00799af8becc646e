"""What can be done on the bulletins page, each verb with its check."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from ui.dialogs.contribution import ContributionForm, Sources
from ui.dialogs.row_history import RowHistory, Subject
from ui.pages.bulletins.acts import BulletinActs
from ui.pages.bulletins.checks import BulletinChecks, Columns, Hand
from ui.pages.bulletins.output import BulletinOutput
from ui.pages.page import Page
from ui.theme.icons import Glyph
from ui.widgets.verbs import Verb, Weight
from xcdesk import office
from xcdesk.services.issuing import composing
from xcdesk.services.roster import outlets, units
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import NewContribution


class BulletinVerbs(QObject):
    """Verbs over the three columns; the chosen contribution or piece is their object."""

    def __init__(self, page: Page, columns: Columns, hand: Callable[[], Hand]) -> None:
        super().__init__(page)
        self._page, self._tray, self._contents = page, columns.tray, columns.contents
        self._hand = hand
        self._checks = BulletinChecks(columns, hand)
        self._output = BulletinOutput(page, columns.preview, hand)
        self._acts = BulletinActs(page)

    def verbs(self) -> Sequence[Verb]:
        """Everything in the toolbar and under More."""
        return (*self._common(), *self._moves(), *self._seldom())

    def toggle(self) -> None:
        """Take the chosen contribution in or out."""
        row = self._tray.row()
        inside = row is not None and row.bulletin is not None
        self._page.verbs.trigger("remove" if inside else "include")

    def _common(self) -> Sequence[Verb]:
        can, out, primary = self._checks, self._output, Weight.PRIMARY
        return (
            Verb("new_issue", self.tr("New issue"), Glyph.DOCUMENT_ADD, self._new, "Ctrl+N",
                 can.no_issue, primary),
            Verb("include", self.tr("Include"), Glyph.ADD, self._include, "Ctrl+Return", can.includable),
            Verb("remove", self.tr("Take out"), Glyph.ARROW_UNDO, self._remove, "Del", can.removable),
            Verb("submit", self.tr("Submit"), Glyph.SEND, self._submit, "Ctrl+Shift+S", can.open_issue),
            Verb("print", self.tr("Print…"), Glyph.PRINT, out.print_pages, "Ctrl+P", can.printed),
            Verb("pdf", self.tr("Export PDF…"), Glyph.DOCUMENT_PDF, partial(out.export, office.PDF),
                 "Ctrl+Shift+P", can.printed),
            Verb("docx", self.tr("Export Word…"), Glyph.ARROW_EXPORT, partial(out.export, office.DOCX),
                 "Ctrl+Shift+W", can.any_issue),
            Verb("xlsx", self.tr("Export Excel…"), Glyph.TABLE_SIMPLE, partial(out.export, office.XLSX),
                 "Ctrl+Shift+X", can.counted),
        )  # fmt: skip

    def _moves(self) -> Sequence[Verb]:
        can, rare = self._checks, Weight.RARE
        return (
            Verb("up", self.tr("Move up"), Glyph.ARROW_UP, partial(self._move, -1), "Alt+Up",
                 can.movable, rare),
            Verb("down", self.tr("Move down"), Glyph.ARROW_DOWN, partial(self._move, 1), "Alt+Down",
                 can.movable, rare),
            Verb("section_next", self.tr("To the next section"), None, partial(self._shift, 1), "Alt+Right",
                 can.movable, rare),
            Verb("section_before", self.tr("To the section before"), None, partial(self._shift, -1),
                 "Alt+Left", can.movable, rare),
        )  # fmt: skip

    def _seldom(self) -> Sequence[Verb]:
        can, out, rare = self._checks, self._output, Weight.RARE
        return (
            Verb("receive", self.tr("Receive a contribution…"), Glyph.NOTE, self._receive, "Ctrl+Shift+N",
                 weight=rare),
            Verb("edit", self.tr("Edit the contribution…"), Glyph.EDIT, self._edit, "F2", can.editable, rare),
            Verb("decline", self.tr("Decline or put back"), None, self._decline, "Ctrl+Shift+D",
                 can.declinable, rare),
            Verb("record", self.tr("Record of changes…"), Glyph.HISTORY, self._record, "Ctrl+H",
                 can.recorded, rare),
            Verb("figures", self.tr("Update the figures"), Glyph.ARROW_CLOCKWISE, self._refresh,
                 "Ctrl+R", can.open_issue, rare),
            Verb("anew", self.tr("Rebuild from the contents"), None, self._anew, "Ctrl+Shift+R",
                 can.by_hand, rare),
            Verb("approvals", self.tr("Open in approvals"), Glyph.SIGNATURE, self._to_approvals,
                 "Ctrl+Shift+A", can.any_issue, rare),
            Verb("register", self.tr("Register…"), Glyph.ARCHIVE, out.register, "Ctrl+L", weight=rare),
        )  # fmt: skip

    def _new(self) -> None:
        hand = self._hand()
        if self._page.attempt(lambda: self._acts.draft(hand.series, hand.day)):
            self._page.said.emit(self.tr("Started"))

    def _record(self) -> None:
        row = self._checks.piece()
        if row is not None:
            subject = Subject("contribution", row.id, row.title)
            dialog = RowHistory(self._page.desk, subject, self._page.window())
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _refresh(self) -> None:
        hand = self._hand()
        if self._page.attempt(lambda: self._acts.draft(hand.series, hand.day)):
            self._page.said.emit(self.tr("The figures are those of the log now"))

    def _include(self) -> None:
        draft, row = self._hand().draft, self._tray.row()
        if draft is not None and row is not None:
            self._page.attempt(lambda: self._acts.include(draft, row))

    def _remove(self) -> None:
        draft, row = self._hand().draft, self._checks.piece()
        if draft is not None and row is not None:
            self._page.attempt(lambda: self._acts.remove(draft, row))

    def _move(self, step: int) -> None:
        draft, row = self._hand().draft, self._contents.row()
        if draft is not None and row is not None:
            self._page.attempt(lambda: self._acts.move(draft, row, step))

    def _shift(self, step: int) -> None:
        draft, row = self._hand().draft, self._contents.row()
        if draft is None or row is None:
            return
        used = composing.sections_of(contributions.in_bulletin(draft.id))
        names = list(dict.fromkeys((*contributions.sections(), *used)))
        at = names.index(row.section) + step
        if 0 <= at < len(names):
            self._page.attempt(lambda: self._acts.place(draft, row, names[at]))

    def drop(self, contribution: int, section: str, before: int | None) -> None:
        """Put a piece where it was dropped."""
        draft = self._hand().draft
        if draft is None or self._checks.movable() is not None:
            return
        row = contributions.get(contribution)
        self._page.attempt(lambda: self._acts.place(draft, row, section, before))

    def _submit(self) -> None:
        draft = self._hand().draft
        if draft is not None and self._page.attempt(lambda: self._acts.submit(draft)):
            self._page.said.emit(self.tr("Submitted: it waits in approvals"))

    def _anew(self) -> None:
        draft = self._hand().draft
        if draft is not None:
            self._page.attempt(lambda: self._acts.build_anew(draft))

    def _to_approvals(self) -> None:
        draft = self._hand().draft
        if draft is not None:
            self._page.asked_for.emit("approvals", draft.material)

    def _receive(self) -> None:
        def save(new: NewContribution) -> None:
            self._tray.choose(self._acts.receive(new))

        ContributionForm(_sources(), None, save, self._page).open()

    def _edit(self) -> None:
        row = self._checks.piece() or self._tray.row()
        if row is not None:
            ContributionForm(_sources(), row, partial(self._acts.change, row), self._page).open()

    def _decline(self) -> None:
        row = self._tray.row()
        if row is not None:
            self._page.attempt(lambda: self._acts.decline(row))


def _sources() -> Sources:
    return Sources(tuple(row.name for row in outlets.outlets()), tuple(row.name for row in units.units()))
