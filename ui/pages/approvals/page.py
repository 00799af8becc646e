"""The page of the approval queue: list, detail, editor, and the verbs on what is chosen."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.secret_forms import sign_again
from ui.messages import text
from ui.pages.approvals.acts import Acts
from ui.pages.approvals.form_acts import FormActs
from ui.pages.approvals.issued_file import IssuedFile
from ui.pages.approvals.marking import MaterialMarking
from ui.pages.approvals.offer import UnsavedOffer
from ui.pages.approvals.papers import Papers
from ui.pages.approvals.queue_pane import QueuePane
from ui.pages.approvals.side import MaterialSide
from ui.pages.approvals.unsaved import Unsaved
from ui.pages.approvals.verbs import MaterialHands, material_verbs
from ui.pages.page import Page
from ui.refusals import NothingChosenError, UnsavedTextError
from ui.theme.icons import Glyph
from ui.theme.tokens import Space
from ui.widgets.buttons import Kind, button
from ui.widgets.empty_state import EmptyState
from ui.widgets.layouts import across, boxed
from ui.widgets.verbs import Verb, VerbSet, Weight
from xcdesk.errors import DeskError
from xcdesk.services import approvals
from xcdesk.services.approvals import Action, MaterialRow, QueueFilter


class ApprovalsPage(Page):
    """What can I do with this text, and why not."""

    key = "approvals"
    glyph = Glyph.SIGNATURE
    watches = frozenset({Area.MATERIALS, Area.BULLETINS, Area.COVERAGE})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._read_before = False
        self.queue = QueuePane(desk.changes.lately)
        self.side = MaterialSide(desk)
        self.detail, self.editor = self.side.detail, self.side.editor
        row = across(self.queue, self.side, margins=Space.M, gap=Space.M)
        row.setStretch(1, 1)
        self._acts = Acts(self, self.detail)
        self._forms = FormActs(self._acts)
        self._forms.corrected.connect(self._write_correction)
        self._papers = Papers(self._acts, self._check_chosen)
        self._offer = UnsavedOffer(self)
        self._offer.taken.connect(self._go_on)
        self.build(boxed(row), search=self.tr("Filter: title, people"))
        self.detail.take_verbs(self.verbs)
        self.queue.chosen.connect(self._show_chosen)
        self.queue.filtered.connect(self.reload)
        self.queue.list.activated.connect(lambda _: self.detail.text.view().setFocus())
        self.detail.text.refused.connect(self.show_failure)
        self.detail.banners.changes_asked.connect(self.detail.text.show_changes)
        self.detail.banners.other_asked.connect(self.open)
        self.side.saved.connect(self._after_save)
        self.side.left.connect(self._after_writing)
        if self.search is not None:
            self.search.searched.connect(lambda _: self.reload())

    @override
    def name(self) -> str:
        return self.tr("Approvals")

    @override
    def make_verbs(self) -> Sequence[Verb]:
        new = Verb(
            "material_new",
            self.tr("Draft"),
            Glyph.DOCUMENT_ADD,
            self._draft,
            "Ctrl+N",
            self._while_writing,
            Weight.PRIMARY,
        )
        on_one = material_verbs(self._acts, self._forms, MaterialHands(self._edit, self._check, self._sign))
        chosen, rare = self._check_chosen, Weight.RARE
        comment = self.detail.text.begin_comment
        return (
            new,
            *on_one,
            Verb("material_comment", self.tr("Comment"), Glyph.NOTE, comment, "Ctrl+Alt+M", chosen, rare),
            IssuedFile(self, self._acts.row, chosen).verb(),
            MaterialMarking(self, self._acts.row, chosen).verb(),
            *self._papers.verbs(),
        )

    @override
    def more_verbs(self) -> Mapping[str, VerbSet]:
        composer = self.editor.composer
        return {self.tr("Editor"): composer.verbs, self.tr("Styles in the editor"): composer.styles}

    @override
    def main_view(self) -> QWidget:
        return self.editor.body if self.side.writing else self.queue.list

    @override
    def regions(self) -> Sequence[QWidget]:
        if self.side.writing:
            parts: Sequence[QWidget] = (self.editor.title, self.editor.body, self.editor.comments.words)
            return tuple(part for part in parts if part.isVisible())
        parts = (self.queue.list, self.detail.opinion, self.detail.text.view())
        return tuple(part for part in parts if part.isVisible()) or (self.main_view(),)

    @override
    def reload(self) -> None:
        query = self.search.query() if self.search else ""
        if not self._read_before:
            self._read_before = True
            self._offer.show()
            if not approvals.count_waiting(self.desk.actor):
                self.queue.segments.choose(QueueFilter.ALL)
        if self.side.writing:
            self.editor.count_anew()
        asked = self.queue.asked(query)
        plain = not query and not self.queue.narrowed() and self.queue.filter is QueueFilter.ALL
        self.queue.show_pages(
            approvals.unchecked() if plain else (),
            lambda after: approvals.page(self.desk.actor, asked, after=after),
        )
        never_used = plain and self.queue.model.rowCount() == 0
        if never_used and not self.side.writing:
            self.show_empty(self._empty())
        else:
            self.show_body()
        self._show_chosen()

    @override
    def count_waiting(self) -> None:
        count = approvals.count_waiting(self.desk.actor)
        self.queue.show_waiting(count)
        self.waiting_changed.emit(count)

    @override
    def open(self, target: object) -> None:
        if not isinstance(target, int) or self.side.writing:
            return
        if self.queue.choose(target):
            return
        if self.search is not None:
            self.search.clear()
        self.queue.widen()
        self.queue.choose(target)

    @override
    def unsaved(self) -> bool:
        return self.side.writing and self.side.editor.unsaved()

    def _empty(self) -> EmptyState:
        draft = button(self.tr("Draft"), Glyph.DOCUMENT_ADD, Kind.PRIMARY, self._draft)
        words = self.tr(
            "What the office issues is drafted here, submitted, signed off by a second person and issued. "
            "Bulletins that are submitted come here too."
        )
        return EmptyState(self.glyph, self.tr("No material yet"), words, (draft,))

    def _sign(self, action: Action, words: str, run: Callable[[], object]) -> None:
        """Ask again for the hand of whoever signs; a return without its opinion is refused before that."""
        if action == Action.RETURN and not self.detail.opinion.text().strip():
            run()
            return
        sign_again(self.desk.actor, words, run, self)

    def _check(self, action: Action) -> DeskError | None:
        if self.side.writing:
            return UnsavedTextError()
        if self.detail.seen is None:
            return NothingChosenError(what=text("what.material"))
        return self.detail.seen.refusal(action)

    def _check_chosen(self) -> DeskError | None:
        if self.side.writing:
            return UnsavedTextError()
        return NothingChosenError(what=text("what.material")) if self.detail.seen is None else None

    def _while_writing(self) -> DeskError | None:
        return UnsavedTextError() if self.side.writing else None

    def _go_on(self, draft: Unsaved) -> None:
        """Go on writing what was never saved."""
        if draft.seen is None:
            self._draft()
            return
        self.open(draft.seen.row.id)
        refusal = self._check(Action.EDIT)
        if refusal is None:
            self._edit()
        else:
            self._offer.show_refused(draft, refusal)

    def _show_chosen(self) -> None:
        self.side.show_row(self.queue.current())
        self.verbs.refresh()

    def _draft(self) -> None:
        self.show_body()
        self.side.draft()
        self._follow_writing()

    def _edit(self) -> None:
        self.side.edit()
        self._follow_writing()

    def _write_correction(self, row: MaterialRow) -> None:
        self.open(row.id)
        self.verbs.trigger("material_edit")

    def _follow_writing(self) -> None:
        """Everything but the editor stands still while a text is being written."""
        self.queue.setEnabled(not self.side.writing)
        if self.side.writing:
            self.clear_notice()  # what it offers would take the place of what is being written
        self.verbs.refresh()

    def _after_save(self, row: MaterialRow) -> None:
        self._after_writing()
        self.desk.changes.tell(Area.MATERIALS)
        self.open(row.id)
        self.said.emit(self.tr("Saved: {title}").format(title=row.title))

    def _after_writing(self) -> None:
        self._follow_writing()
        self.reload()
        self.focus_first()
