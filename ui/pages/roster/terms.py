"""The editable lists: report forms, themes, reasons for none today, kinds of other activities."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from typing_extensions import override

from ui.pages.roster.view import RosterView, matches
from ui.tablemodels.records import RecordsModel
from ui.tablemodels.roster_columns import term_columns
from ui.theme.icons import Glyph
from ui.widgets.chips import FilterChip
from ui.widgets.empty_state import EmptyState
from ui.widgets.record_list import RecordList
from ui.widgets.segmented import Segment, Segmented
from xcdesk.codes import Vocabulary
from xcdesk.services.office import terms
from xcdesk.services.office.terms import TermRow

_NAMES = {
    Vocabulary.FORM: str(QT_TRANSLATE_NOOP("roster", "Forms")),
    Vocabulary.THEME: str(QT_TRANSLATE_NOOP("roster", "Themes")),
    Vocabulary.REASON: str(QT_TRANSLATE_NOOP("roster", "Reasons for none today")),
    Vocabulary.ACTIVITY: str(QT_TRANSLATE_NOOP("roster", "Other activities")),
}
_SPELLINGS = 2
"""Place of the column that takes the room left over."""


class TermsView(RosterView):
    """One list at a time, in the order in which it is offered and printed."""

    help_topic = "roster#lists"

    def __init__(self) -> None:
        super().__init__()
        self.model = RecordsModel[TermRow](term_columns())
        names = {key: QCoreApplication.translate("roster", words) for key, words in _NAMES.items()}
        self.lists = Segmented([Segment(key.value, words) for key, words in names.items()])
        self.retired = FilterChip(self.tr("Retired too"), Glyph.ARCHIVE)
        widths = [column.width for column in self.model.columns]
        head = (self.lists, self.retired, None)
        self.take(RecordList(self.tr("Entries"), self.model, widths, head, stretch=_SPELLINGS))
        self.lists.chosen.connect(self.reload)
        self.retired.toggled.connect(self.reload)

    @override
    def add_word(self) -> str:
        return self.tr("Add entry")

    def vocabulary(self) -> Vocabulary:
        """The list shown."""
        return Vocabulary(self.lists.key)

    @override
    def row(self) -> TermRow | None:
        at = self.listing.at()
        return None if at is None else self.model.rows()[at]

    def can_move(self, step: int) -> bool:
        """Whether the chosen member has a neighbour among those shown on that side."""
        at = self.listing.at()
        return at is not None and 0 <= at + step < len(self.model.rows())

    @override
    def reload(self) -> None:
        before = self.row()
        everyone = terms.terms(self.vocabulary(), everyone=True)
        self.retired.set_count(sum(1 for row in everyone if not row.active))
        found = [row for row in everyone if self._is_shown(row)]
        self.model.show_rows(found)
        self.show_choice(None if before is None else before.id, self._empty(everyone))

    @override
    def ids(self) -> list[int]:
        return [row.id for row in self.model.rows()]

    @override
    def clear_filters(self) -> None:
        self.turn_off([self.retired])

    def _is_shown(self, row: TermRow) -> bool:
        words = (row.label, row.short, row.code, *row.spellings)
        return (row.active or self.retired.isChecked()) and matches(self.query, words)

    def _empty(self, everyone: Sequence[TermRow]) -> EmptyState:
        if everyone:
            return self.nothing_matches([self.retired])
        words = self.tr("What can be chosen when a report is logged will stand here. Add the first entry.")
        return self.empty(Glyph.TEXT_BULLET_LIST, self.tr("The list is empty"), words)
