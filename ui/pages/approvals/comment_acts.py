"""Making and settling comments, the same beside a text that is read and one that is edited."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, Signal

from ui.desk import Desk
from ui.editor.text_edit import StructureEdit
from ui.pages.approvals.comments_pane import CommentsPane
from ui.refusals import PassageNotSavedError
from xcdesk.errors import DeskError
from xcdesk.services.approvals import MaterialDetail, comments, refusals
from xcdesk.services.approvals.comments import CommentRow, NewComment
from xcdesk.texts.anchoring import Span, followed


class CommentActs(QObject):
    """Carries out what the pane asks; ``refuse`` shows a refusal where the text stands."""

    changed = Signal()

    def __init__(self, desk: Desk, pane: CommentsPane, refuse: Callable[[DeskError], object]) -> None:
        super().__init__(pane)
        self._desk, self._pane, self._refuse = desk, pane, refuse
        self._seen: MaterialDetail | None = None
        self._edit: StructureEdit | None = None
        self._text: Callable[[], str] = str
        pane.made.connect(self._make)
        pane.settled.connect(self._settle)
        pane.reopened.connect(self._reopen)
        pane.gone_to.connect(self._go_to)
        pane.taken_over.connect(self._take_over)

    def show(
        self, seen: MaterialDetail | None, edit: StructureEdit, text: Callable[[], str]
    ) -> tuple[CommentRow, ...]:
        """Show the comments of a material beside its text and mark their passages; answers them.

        Args:
            seen: the material; None for one without a row.
            edit: the text on the screen, which may hold more than is saved.
            text: what it holds.
        """
        if self._seen is None or seen is None or self._seen.row.id != seen.row.id:
            self._pane.forget_words()
        self._seen, self._edit, self._text = seen, edit, text
        rows = () if seen is None else comments.comments(seen.row.id)
        self._pane.show_comments(rows)
        edit.show_marked(dict(self._marked(seen, rows)) if seen is not None else {})
        return rows

    def _marked(self, seen: MaterialDetail, rows: Sequence[CommentRow]) -> Iterator[tuple[int, Span]]:
        """Passages of open comments on the screen."""
        placed = [(row.id, row.place) for row in rows if row.place is not None]
        typed, saved = (
            (comments.reading_text(text) for text in (self._text(), seen.text)) if placed else ("", "")
        )
        for key, place in placed:
            found = place if typed == saved else followed(place, saved, typed)
            if found is not None:
                yield key, found

    def _go_to(self, row: CommentRow) -> None:
        if self._edit is not None:
            self._edit.choose_marked(row.id)

    def _take_over(self, row: CommentRow) -> None:
        """Put the proposed words in the place of the passage, and settle the comment."""
        if self._edit is None or row.proposal is None or not self._edit.replace_marked(row.id, row.proposal):
            self._refuse(refusals.NoPassageError())
            return
        self._settle(row, self.tr("Accepted"))

    def _make(self, words: str) -> None:
        def make() -> None:
            seen = self._seen
            if seen is None:
                raise PassageNotSavedError
            comments.comment(self._desk.actor, seen.row.id, self._placed(seen, words))

        self._attempt(make)

    def _settle(self, row: CommentRow, answer: str) -> None:
        self._attempt(lambda: comments.settle(self._desk.actor, row.id, version=row.version, answer=answer))

    def _reopen(self, row: CommentRow) -> None:
        self._attempt(lambda: comments.reopen(self._desk.actor, row.id, version=row.version))

    def _placed(self, seen: MaterialDetail, words: str) -> NewComment:
        """The comment with its passage in the saved text, which the screen may have left behind."""
        chosen = self._edit.chosen() if self._edit is not None else None
        if chosen is None:
            raise refusals.NoPassageError
        typed, saved = comments.reading_text(self._text()), comments.reading_text(seen.text)
        place = chosen if typed == saved else followed(chosen, typed, saved)
        if place is None:
            raise PassageNotSavedError
        return NewComment(seen.row.revision, place.start, place.end, words)

    def _attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except DeskError as error:
            self._refuse(error)
            return
        self._pane.forget_words()
        self.changed.emit()
