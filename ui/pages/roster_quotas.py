"""The quotas in force today: who owes what, what is done, and where a yearly one will be."""

from typing_extensions import override

from ui import format as shown
from ui.pages.roster_view import RosterView, matches
from ui.tablemodels.records import RecordsModel
from ui.tablemodels.roster_columns import quota_columns
from ui.theme.icons import Glyph
from ui.theme.tokens import Role
from ui.widgets.chips import FilterChip
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.record_list import RecordList
from xcdesk import clock
from xcdesk.services import quotas
from xcdesk.services.quotas import QuotaRow


class QuotasView(RosterView):
    """A table to read; quotas are changed in a later version."""

    def __init__(self) -> None:
        super().__init__()
        self.model = RecordsModel[QuotaRow](quota_columns())
        self.only_open = FilterChip(self.tr("Not met only"), Glyph.FILTER)
        self.day = label("", Role.CAPTION, "muted")
        widths = [column.width for column in self.model.columns]
        head = (self.only_open, self.day, None)
        self.take(RecordList(self.tr("Quotas"), self.model, widths, head, stretch=len(widths) - 1))
        self.only_open.toggled.connect(self.reload)

    @override
    def add_word(self) -> str:
        return self.tr("Add quota")

    @override
    def reload(self) -> None:
        today = clock.today()
        everything = quotas.quotas_on(today)
        self.only_open.set_count(sum(1 for row in everything if not row.met))
        self.day.setText(self.tr("As of {day}").format(day=shown.day_and_weekday(today)))
        found = [row for row in everything if self._is_shown(row)]
        self.model.show_rows(found)
        self.show_choice(None, self._empty())

    @override
    def clear_filters(self) -> None:
        self.turn_off([self.only_open])

    def _is_shown(self, row: QuotaRow) -> bool:
        return not (row.met and self.only_open.isChecked()) and matches(self.query, (row.label, row.who))

    def _empty(self) -> EmptyState:
        if self.query or self.only_open.isChecked():
            return self.nothing_matches([self.only_open])
        words = self.tr("No quota is in force today.")
        return EmptyState(Glyph.CLIPBOARD_TASK, self.tr("No quotas"), words)
