"""Dialogs of the log, of imports and of the trackers."""

from collections.abc import Mapping

from PySide6.QtWidgets import QDialog

from tests.ui.gallery.ground import Ground, Opener, nothing
from ui.dialogs import tracker_forms
from ui.dialogs.block_preview import BlockPreview
from ui.dialogs.call_form import CallForm, Owed
from ui.dialogs.evidence import EvidenceDialog
from ui.dialogs.evidence_form import EvidenceForm
from ui.dialogs.importing.acts import ImportActs
from ui.dialogs.importing.batches import ImportBatchesDialog
from ui.dialogs.importing.queue import ImportQueue
from ui.dialogs.lacking import LackingDialog
from ui.dialogs.log_columns import Choice, LogColumnsForm
from ui.dialogs.log_item import LogItemForm, new_item_form
from ui.dialogs.many_items import ManyItemsForm
from ui.dialogs.pasted_manuscripts import PastedManuscripts
from ui.dialogs.returns.forms import ReceivedForm, RulesForm
from ui.dialogs.returns.status import ReturnsDialog
from ui.pages.coverage.item_choices import item_choices
from ui.pages.coverage.log_views import ViewNameForm
from xcdesk import clock
from xcdesk.codes import QuotaSubject
from xcdesk.importers import manuscript_rows
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.grid import blocks
from xcdesk.services.grid.blocks import CellText
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.log import coverage_log
from xcdesk.services.log.evidence import Particulars
from xcdesk.services.returns import returns_rules, returns_status
from xcdesk.services.roster import outlets, units
from xcdesk.services.targets import evidence_check


def openers(ground: Ground) -> Mapping[type[QDialog], Opener]:
    """Every dialog of these."""
    return {
        **_of_coverage(ground),
        **_of_imports(ground),
        **_of_trackers(ground),
    }


def _of_coverage(ground: Ground) -> Mapping[type[QDialog], Opener]:
    desk, up = ground.desk, ground.parent
    item, outlet = coverage_log.page(ItemFilter(), limit=1).rows[0], outlets.outlets()[0]
    wishes = [CellText(Cell(outlet.id, clock.today()), "3"), CellText(Cell(outlet.id, item.day), "?")]
    owed = Owed(outlet, clock.today(), QuotaSubject.ITEMS)
    columns = (Choice("title", "标题", shown=True), Choice("unit", "单位", shown=False))
    return {
        LogItemForm: lambda: new_item_form(item_choices(), nothing, up),
        ManyItemsForm: lambda: ManyItemsForm(item_choices(), 3, nothing, up),
        EvidenceDialog: lambda: EvidenceDialog(desk, (item.id, item.title), up),
        EvidenceForm: lambda: EvidenceForm("示例", (None, Particulars()), nothing, up),
        LogColumnsForm: lambda: LogColumnsForm(columns, 0, nothing, nothing, up),
        ViewNameForm: lambda: ViewNameForm("", nothing, up),
        BlockPreview: lambda: BlockPreview(desk, "粘贴", lambda: blocks.plan(wishes), nothing, "示例", up),
        CallForm: lambda: CallForm(owed, nothing, up),
        LackingDialog: lambda: LackingDialog(evidence_check.run(clock.today()), "印发", up),
    }


def _of_imports(ground: Ground) -> Mapping[type[QDialog], Opener]:
    desk, up = ground.desk, ground.parent
    month = returns_status.status(clock.today().replace(day=1))
    file = next(file for line in (*month.units, *month.others) for file in line.files)
    return {
        ImportQueue: lambda: ImportQueue(desk, ImportActs(desk), up),
        ImportBatchesDialog: lambda: ImportBatchesDialog(desk, ImportActs(desk), up),
        ReturnsDialog: lambda: ReturnsDialog(desk, up),
        RulesForm: lambda: RulesForm(returns_rules.load(), units.units(), nothing, up),
        ReceivedForm: lambda: ReceivedForm(file, nothing, up),
    }


def _of_trackers(ground: Ground) -> Mapping[type[QDialog], Opener]:
    desk, up = ground.desk, ground.parent
    pasted = "日期\t单位\t标题\t媒体\n2019-03-05\t魏都区\t示例稿件\t许昌日报\n"
    return {
        tracker_forms.AdvertForm: lambda: tracker_forms.AdvertForm(None, None, nothing, up),
        tracker_forms.ManuscriptForm: lambda: tracker_forms.ManuscriptForm(None, None, nothing, up),
        tracker_forms.ActivityForm: lambda: tracker_forms.ActivityForm(None, nothing, up),
        PastedManuscripts: lambda: PastedManuscripts(desk, manuscript_rows.read(pasted), nothing, up),
    }
