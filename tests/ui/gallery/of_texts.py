"""Dialogs of what is written, signed off and printed, and of follow-up."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QDialog

from tests.ui.gallery.ground import Ground, Opener, nothing
from tests.ui.test_printing import TwoPrinters
from ui import printing
from ui.dialogs import case_private, material_forms
from ui.dialogs.case_act import CaseActForm
from ui.dialogs.case_form import CaseForm
from ui.dialogs.case_key import CaseKeyForm
from ui.dialogs.case_many import CaseManyDialog
from ui.dialogs.case_rules import CaseRulesForm
from ui.dialogs.consult_forms import ConsultFormsDialog, NewFormForm
from ui.dialogs.consult_reply import ReplyForm
from ui.dialogs.contribution import ContributionForm, Sources
from ui.dialogs.figure_form import FigureForm
from ui.dialogs.large_text import LargeText
from ui.dialogs.page_setup import Pages, PageSetupForm
from ui.dialogs.paper_form import PaperForm
from ui.dialogs.print_form import PrintForm
from ui.dialogs.printout import PrintoutDialog, listed
from ui.dialogs.register import RegisterDialog
from ui.dialogs.section_name import SectionForm
from ui.dialogs.two_texts import Side, TwoTexts
from ui.dialogs.void_material import VoidDialog, VoidOnPaperForm
from xcdesk import consulting
from xcdesk.codes import CaseKind, CaseState, Series
from xcdesk.services import approvals, cases
from xcdesk.services.approvals.consult_forms import NewForm
from xcdesk.services.approvals.rows import Point
from xcdesk.services.cases import Action, CaseFilter, Petitioner
from xcdesk.services.office import office_settings, page_setup, people
from xcdesk.sheets import SheetKind


def openers(ground: Ground) -> Mapping[type[QDialog], Opener]:
    """Every dialog of these."""
    return {
        **_of_materials(ground),
        **_of_words(ground),
        **_of_bulletins(ground),
        **_of_cases(ground),
    }


def _of_materials(ground: Ground) -> Mapping[type[QDialog], Opener]:
    desk, up, actor = ground.desk, ground.parent, ground.desk.actor
    row = approvals.queue(actor)[0]
    hints = dict.fromkeys(Point, "示例")
    path = ground.folder / "征求意见单.docx"
    sent = consulting.send(actor, row.id, NewForm("示例单位"), path)
    read = consulting.read(path, sent)
    forms = material_forms
    return {
        ConsultFormsDialog: lambda: ConsultFormsDialog(desk, row, up),
        NewFormForm: lambda: NewFormForm(row.title, nothing, up),
        ReplyForm: lambda: ReplyForm(actor, read, up),
        forms.WordsForm: lambda: forms.WordsForm(row.title, "作废", "原因", nothing, up),
        forms.RecallForm: lambda: forms.RecallForm(row.title, nothing, up),
        forms.PersonForm: lambda: forms.PersonForm(row.title, "转办", "转给", people.actors(), nothing, up),
        forms.SubmitForm: lambda: forms.SubmitForm(row.title, hints, ("示例",), nothing, up),
        forms.ExpediteForm: lambda: forms.ExpediteForm(row.title, people.actors(), nothing, up),
        PaperForm: lambda: PaperForm(row.title, people.actors(), nothing, up),
        VoidDialog: lambda: VoidDialog(row.title, nothing, up),
        VoidOnPaperForm: lambda: VoidOnPaperForm(row.title, up),
        FigureForm: lambda: FigureForm(nothing, up),
    }


def _of_words(ground: Ground) -> Mapping[type[QDialog], Opener]:
    desk, up, actor = ground.desk, ground.parent, ground.desk.actor
    side = Side("第1版", "示例", ("第一段。", "第二段。"))
    pages = listed(SheetKind.BOOK, actor)
    habits, printers = printing.Habits(), TwoPrinters(ground.folder)
    return {
        TwoTexts: lambda: TwoTexts("两份文稿", side, replace(side, lines=("第一段。",)), parent=up),
        PrintoutDialog: lambda: PrintoutDialog(desk, pages, "通讯录", up),
        PrintForm: lambda: PrintForm(b"", QPdfDocument(up), desk.runner, habits, up, printers),
    }


def _of_bulletins(ground: Ground) -> Mapping[type[QDialog], Opener]:
    desk, up = ground.desk, ground.parent
    now = Pages(page_setup.load(), office_settings.load(), "")
    sources = Sources(("许昌日报",), ("魏都区",))
    return {
        PageSetupForm: lambda: PageSetupForm(desk, now, nothing, up),
        RegisterDialog: lambda: RegisterDialog(desk, Series.INTERNAL_REFERENCE, nothing, up),
        ContributionForm: lambda: ContributionForm(sources, None, nothing, up),
        SectionForm: lambda: SectionForm("", nothing, up),
        LargeText: lambda: LargeText(("示例", "第一段。"), nothing, nothing, up),
    }


def _of_cases(ground: Ground) -> Mapping[type[QDialog], Opener]:
    up, actor = ground.parent, ground.desk.actor
    rows = cases.page(CaseFilter(states=(CaseState.WORKING,)))
    seen = cases.detail(actor, rows[0].id)
    of, private = Petitioner("示例·王某"), case_private
    return {
        CaseForm: lambda: CaseForm(None, CaseKind.COMPLAINT, nothing, up),
        CaseActForm: lambda: CaseActForm(seen, Action.ANSWER, nothing, up),
        CaseManyDialog: lambda: CaseManyDialog(actor, Action.CHASE, rows, up),
        CaseKeyForm: lambda: CaseKeyForm(actor, up),
        CaseRulesForm: lambda: CaseRulesForm(cases.load_rules(), nothing, up),
        private.UnmaskForm: lambda: private.UnmaskForm("1", nothing, up),
        private.AmendForm: lambda: private.AmendForm("1", nothing, up),
        private.ForgetForm: lambda: private.ForgetForm("1", nothing, up),
        private.PetitionerDialog: lambda: private.PetitionerDialog("1", of, up),
    }
