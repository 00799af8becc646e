"""Dialogs of the roster and of the lists that the office keeps."""

from collections.abc import Mapping

from PySide6.QtWidgets import QDialog, QLineEdit

from tests.ui.gallery.ground import Ground, Opener, nothing
from ui.dialogs import day_forms, duplicates, link_forms, list_forms, outlet_forms, tenure_forms
from ui.dialogs.check_list import CheckHands, CheckListDialog
from ui.dialogs.merge import MergeDialog
from ui.dialogs.merge_fields import MergeDialog as MergeFields
from ui.dialogs.merge_fields import both_of
from ui.dialogs.quota_form import EndQuotaForm, QuotaForm
from ui.dialogs.row_history import RowHistory, Subject
from ui.dialogs.tenure_history import HistoryHands, TenureHistory
from xcdesk import clock
from xcdesk.codes import ContactRole, MergeKind, Vocabulary
from xcdesk.services.office import terms
from xcdesk.services.roster import duplicates as alike
from xcdesk.services.roster import links, outlets, programmes, roster_check, tenures, units
from xcdesk.services.roster.links import NewLink
from xcdesk.services.targets import in_force


def openers(ground: Ground) -> Mapping[type[QDialog], Opener]:
    """Every dialog of these."""
    return {
        **_of_roster(ground),
        **_of_lists(ground),
    }


def _of_roster(ground: Ground) -> Mapping[type[QDialog], Opener]:
    desk, up = ground.desk, ground.parent
    outlet, check = outlets.outlets()[0], roster_check.check_list().rows[0]
    held = tenures.tenures(outlet.id)[0]
    hands = CheckHands(nothing, nothing, nothing)
    history = HistoryHands(nothing, nothing, nothing)
    post = tenure_forms.Post(outlet, ContactRole.LIAISON, held)
    links.add_link(desk.actor, NewLink("示例网站", "https://www.example.gov.cn", outlet.id))
    link = links.links()[0]
    owners = (outlets.outlets(), units.units())
    return {
        outlet_forms.OutletForm: lambda: outlet_forms.OutletForm(outlet, nothing, up),
        outlet_forms.ProgrammeForm: lambda: outlet_forms.ProgrammeForm(
            outlet, programmes.programmes(outlet.id)[0], nothing, up
        ),
        outlet_forms.DayForm: lambda: outlet_forms.leaving_form(held, nothing, up),
        day_forms.GoToDayForm: lambda: day_forms.GoToDayForm(clock.today(), nothing, up),
        day_forms.ExceptionForm: lambda: day_forms.ExceptionForm(outlet, None, nothing, up),
        day_forms.StopForm: lambda: day_forms.StopForm(outlets.outlets(), nothing, up),
        tenure_forms.HolderForm: lambda: tenure_forms.HolderForm(post, nothing, up),
        tenure_forms.PersonForm: lambda: tenure_forms.PersonForm(held, nothing, up),
        tenure_forms.PastTenureForm: lambda: tenure_forms.PastTenureForm(outlet, nothing, up),
        tenure_forms.CheckForm: lambda: tenure_forms.CheckForm(check, nothing, up),
        TenureHistory: lambda: TenureHistory(desk, outlet, history, up),
        CheckListDialog: lambda: CheckListDialog(desk, hands, up),
        link_forms.LinkForm: lambda: link_forms.LinkForm(link, owners, nothing, up),
        link_forms.LinkCheckForm: lambda: link_forms.LinkCheckForm(link, nothing, up),
        RowHistory: lambda: RowHistory(desk, Subject("outlet", outlet.id, outlet.name), up),
    }


def _of_lists(ground: Ground) -> Mapping[type[QDialog], Opener]:
    desk, up = ground.desk, ground.parent
    unit, term = units.units()[0], terms.terms(Vocabulary.FORM)[0]
    quota = in_force.versions()[0]
    named = [alike.Named(row.id, row.name) for row in units.units()]
    pair = (named[0].id, named[1].id)
    both = both_of("name", "名称", "甲", QLineEdit("乙", up), QLineEdit("丙", up))
    return {
        list_forms.UnitForm: lambda: list_forms.UnitForm(unit, nothing, up),
        list_forms.SpellingForm: lambda: list_forms.SpellingForm(unit.name, nothing, up),
        list_forms.TermForm: lambda: list_forms.TermForm(term, nothing, up),
        duplicates.DuplicatesDialog: lambda: duplicates.DuplicatesDialog(desk, MergeKind.UNIT, nothing, up),
        duplicates.MergesDialog: lambda: duplicates.MergesDialog(desk, MergeKind.UNIT, nothing, up),
        MergeDialog: lambda: MergeDialog(desk, MergeKind.UNIT, named, pair, nothing, up),
        MergeFields: lambda: MergeFields([both], nothing, nothing, up),
        QuotaForm: lambda: QuotaForm(quota, outlets.outlets(), nothing, up),
        EndQuotaForm: lambda: EndQuotaForm(quota, nothing, nothing, up),
    }
