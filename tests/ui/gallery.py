"""Every dialog of the program, over the practice office: what looks at all of them opens them here.

A dialog class that is missing here, and not only a base of others, is found by `unopened`.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

import ui
import xcdesk
from tests.ui.test_printing import TwoPrinters
from ui import printing
from ui.desk import Desk
from ui.dialogs import (
    answers,
    case_private,
    day_forms,
    duplicates,
    form,
    link_forms,
    list_forms,
    material_forms,
    outlet_forms,
    secret_forms,
    tenure_forms,
    tracker_forms,
)
from ui.dialogs.accounts import AccountsDialog
from ui.dialogs.acts import ActsDialog
from ui.dialogs.backups.encryption import EncryptionForm, ToEncrypt
from ui.dialogs.backups.look import LookDialog
from ui.dialogs.backups.passphrase import PassphraseForm
from ui.dialogs.backups.records import RecordsDialog
from ui.dialogs.backups.window import BackupsDialog
from ui.dialogs.block_preview import BlockPreview
from ui.dialogs.calendar import CalendarDialog, OwnDayForm
from ui.dialogs.call_form import CallForm, Owed
from ui.dialogs.case_act import CaseActForm
from ui.dialogs.case_form import CaseForm
from ui.dialogs.case_key import CaseKeyForm
from ui.dialogs.case_many import CaseManyDialog
from ui.dialogs.case_rules import CaseRulesForm
from ui.dialogs.check_list import CheckHands, CheckListDialog
from ui.dialogs.connect import ConnectDialog
from ui.dialogs.consult_forms import ConsultFormsDialog, NewFormForm
from ui.dialogs.consult_reply import ReplyForm
from ui.dialogs.contribution import ContributionForm, Sources
from ui.dialogs.counting_rules import CountingRulesDialog, RuleForm, RuleLine
from ui.dialogs.delegations import DelegationForm, DelegationsDialog
from ui.dialogs.evidence import EvidenceDialog
from ui.dialogs.evidence_form import EvidenceForm
from ui.dialogs.figure_form import FigureForm
from ui.dialogs.importing.acts import ImportActs
from ui.dialogs.importing.batches import ImportBatchesDialog
from ui.dialogs.importing.queue import ImportQueue
from ui.dialogs.lacking import LackingDialog
from ui.dialogs.large_text import LargeText
from ui.dialogs.log_columns import Choice, LogColumnsForm
from ui.dialogs.log_item import LogItemForm, new_item_form
from ui.dialogs.many_items import ManyItemsForm
from ui.dialogs.matter_form import MatterForm, ResolveForm
from ui.dialogs.merge import MergeDialog
from ui.dialogs.merge_fields import MergeDialog as MergeFields
from ui.dialogs.merge_fields import both_of
from ui.dialogs.moving_over.window import MeaningForm, MoveOverDialog
from ui.dialogs.office_form import OfficeForm, Typed
from ui.dialogs.page_setup import Pages, PageSetupForm
from ui.dialogs.paper_form import PaperForm
from ui.dialogs.pasted_manuscripts import PastedManuscripts
from ui.dialogs.person_form import FirstPersonForm, PersonForm
from ui.dialogs.print_form import PrintForm
from ui.dialogs.printout import PrintoutDialog, listed
from ui.dialogs.quota_form import EndQuotaForm, QuotaForm
from ui.dialogs.record import RecordDialog
from ui.dialogs.recovery import RecoveryDialog
from ui.dialogs.register import RegisterDialog
from ui.dialogs.returns.forms import ReceivedForm, RulesForm
from ui.dialogs.returns.status import ReturnsDialog
from ui.dialogs.review_steps import ReviewStepsDialog
from ui.dialogs.roles import RolesDialog
from ui.dialogs.row_history import RowHistory, Subject
from ui.dialogs.section_name import SectionForm
from ui.dialogs.server.admitted import AdmittedDialog
from ui.dialogs.server.move_form import MoveForm
from ui.dialogs.setting_up.people import PastedPeople
from ui.dialogs.setting_up.proposals import ProposalsDialog
from ui.dialogs.setting_up.window import SetUpDialog
from ui.dialogs.sign_in import SignInDialog
from ui.dialogs.tenure_history import HistoryHands, TenureHistory
from ui.dialogs.trash import TrashDialog
from ui.dialogs.two_texts import Side, TwoTexts
from ui.dialogs.void_material import VoidDialog, VoidOnPaperForm
from ui.lock import LockDialog
from ui.pages.coverage.item_choices import item_choices
from ui.pages.coverage.log_views import ViewNameForm
from xcdesk import clock, consulting, settings, store
from xcdesk.codes import CaseKind, CaseState, ContactRole, MergeKind, QuotaSubject, Series, Vocabulary
from xcdesk.importers import manuscript_rows
from xcdesk.importers.move_over import Meaning, SheetFound
from xcdesk.server.roles import Admitted
from xcdesk.services import approvals, cases
from xcdesk.services.approvals.consult_forms import NewForm
from xcdesk.services.approvals.rows import Point
from xcdesk.services.backups import keeping, listing, looking
from xcdesk.services.backups.keeping import Reason
from xcdesk.services.cases import Action, CaseFilter, Petitioner
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.grid import blocks
from xcdesk.services.grid.blocks import CellText
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.log import coverage_log
from xcdesk.services.log.evidence import Particulars
from xcdesk.services.office import counting_rules, office_settings, page_setup, people, terms
from xcdesk.services.office.counting_rules import CountingRule
from xcdesk.services.returns import returns_rules, returns_status
from xcdesk.services.roster import duplicates as alike
from xcdesk.services.roster import links, outlets, programmes, proposing, roster_check, tenures, units
from xcdesk.services.roster.links import NewLink
from xcdesk.services.targets import evidence_check, in_force
from xcdesk.sheets import SheetKind

Opener = Callable[[], QDialog]


def nothing(*_given: object, **_named: object) -> None:
    """What a form calls to save; nothing is saved here."""


class Gallery:
    """Openers of every dialog over the open office, by class; ``parent`` stands for the window below."""

    def __init__(self, desk: Desk, parent: QWidget, folder: Path) -> None:
        self.desk, self.parent, self.folder = desk, parent, folder

    @cached_property
    def openers(self) -> Mapping[type[QDialog], Opener]:
        """Every dialog."""
        return {
            **self._of_office(),
            **self._of_setting_up(),
            **self._of_accounts(),
            **self._of_backups(),
            **self._of_roster(),
            **self._of_lists(),
            **self._of_coverage(),
            **self._of_imports(),
            **self._of_trackers(),
            **self._of_materials(),
            **self._of_words(),
            **self._of_bulletins(),
            **self._of_cases(),
        }

    def _of_office(self) -> Mapping[type[QDialog], Opener]:
        desk, up, actor = self.desk, self.parent, self.desk.actor
        line = RuleLine(CountingRule.UNITS, counting_rules.shipped(CountingRule.UNITS), own=False)
        now = Typed(office_settings.load(), settings.load().fonts)
        day, admitted = clock.today(), Admitted("guo", "示例·郭某", "xc_guo", "示例")
        return {
            ActsDialog: lambda: ActsDialog(desk, up),
            TrashDialog: lambda: TrashDialog(desk, up),
            RecordDialog: lambda: RecordDialog(desk, up),
            CalendarDialog: lambda: CalendarDialog(desk, up),
            OwnDayForm: lambda: OwnDayForm(day, None, nothing, up),
            CountingRulesDialog: lambda: CountingRulesDialog(desk, up),
            RuleForm: lambda: RuleForm(line, nothing, up),
            OfficeForm: lambda: OfficeForm(now, ("一审",), nothing, up),
            ReviewStepsDialog: lambda: ReviewStepsDialog(desk, up),
            DelegationsDialog: lambda: DelegationsDialog(desk, up),
            DelegationForm: lambda: DelegationForm(actor, up),
            RolesDialog: lambda: RolesDialog(up),
            MatterForm: lambda: MatterForm(None, people.actors(), nothing, up),
            ResolveForm: lambda: ResolveForm("示例事项", nothing, up),
            ConnectDialog: lambda: ConnectDialog(up),
            MoveForm: lambda: MoveForm(nothing, up),
            AdmittedDialog: lambda: AdmittedDialog((admitted,), "示例", up),
            answers.AboutDialog: lambda: answers.AboutDialog(xcdesk.__version__, up),
            answers.ReasonsDialog: lambda: answers.ReasonsDialog((), up),
            answers.ShortcutsDialog: lambda: answers.ShortcutsDialog((), nothing, up),
            form.Question: lambda: form.Question("示例？", "作废第17期", "不作废", up),
        }

    def _of_setting_up(self) -> Mapping[type[QDialog], Opener]:
        desk, up = self.desk, self.parent
        sheet = SheetFound(self.folder / "台账.xlsx", 0, "1月", Meaning.COVERAGE, Meaning.NOTHING)
        return {
            SetUpDialog: lambda: SetUpDialog(desk, up),
            ProposalsDialog: lambda: ProposalsDialog("媒体单位", proposing.shipped_outlets(), nothing, up),
            PastedPeople: lambda: PastedPeople(desk.runner, nothing, nothing, up),
            MoveOverDialog: lambda: MoveOverDialog(desk, up),
            MeaningForm: lambda: MeaningForm(sheet, nothing, up),
        }

    def _of_accounts(self) -> Mapping[type[QDialog], Opener]:
        desk, up, actor = self.desk, self.parent, self.desk.actor
        return {
            AccountsDialog: lambda: AccountsDialog(desk, up),
            PersonForm: lambda: PersonForm(None, nothing, up, with_password=True),
            FirstPersonForm: lambda: FirstPersonForm(nothing, up),
            SignInDialog: lambda: SignInDialog(people.actors(), actor.id, up),
            LockDialog: lambda: LockDialog(actor, unsaved=True),
            RecoveryDialog: lambda: RecoveryDialog(actor, "ABCDE-FGHJK-MNPQR-STUVW", up),
            secret_forms.GiveForm: lambda: secret_forms.GiveForm(actor.name, nothing, up),
            secret_forms.PasswordForm: lambda: secret_forms.PasswordForm(actor, up),
            secret_forms.PinForm: lambda: secret_forms.PinForm(actor, up),
            secret_forms.RecoverForm: lambda: secret_forms.RecoverForm(actor.name, nothing, up),
            secret_forms.SignForm: lambda: secret_forms.SignForm(actor, "同意", up),
        }

    def _of_backups(self) -> Mapping[type[QDialog], Opener]:
        desk, up = self.desk, self.parent
        place = store.where().path
        keeping.back_up(Reason.BY_HAND, actor=desk.actor)
        kept = listing.backups()[0]
        asked = ToEncrypt(desk.actor, place, "", 1)
        return {
            BackupsDialog: lambda: BackupsDialog(desk, up),
            LookDialog: lambda: LookDialog(kept, looking.look(kept.path, ""), up),
            RecordsDialog: lambda: RecordsDialog(desk, kept, "", up),
            PassphraseForm: lambda: PassphraseForm(place, nothing, up),
            EncryptionForm: lambda: EncryptionForm(asked, up),
        }

    def _of_roster(self) -> Mapping[type[QDialog], Opener]:
        desk, up = self.desk, self.parent
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

    def _of_lists(self) -> Mapping[type[QDialog], Opener]:
        desk, up = self.desk, self.parent
        unit, term = units.units()[0], terms.terms(Vocabulary.FORM)[0]
        quota = in_force.versions()[0]
        named = [alike.Named(row.id, row.name) for row in units.units()]
        pair = (named[0].id, named[1].id)
        both = both_of("name", "名称", "甲", QLineEdit("乙", up), QLineEdit("丙", up))
        return {
            list_forms.UnitForm: lambda: list_forms.UnitForm(unit, nothing, up),
            list_forms.SpellingForm: lambda: list_forms.SpellingForm(unit.name, nothing, up),
            list_forms.TermForm: lambda: list_forms.TermForm(term, nothing, up),
            duplicates.DuplicatesDialog: lambda: duplicates.DuplicatesDialog(
                desk, MergeKind.UNIT, nothing, up
            ),
            duplicates.MergesDialog: lambda: duplicates.MergesDialog(desk, MergeKind.UNIT, nothing, up),
            MergeDialog: lambda: MergeDialog(desk, MergeKind.UNIT, named, pair, nothing, up),
            MergeFields: lambda: MergeFields([both], nothing, nothing, up),
            QuotaForm: lambda: QuotaForm(quota, outlets.outlets(), nothing, up),
            EndQuotaForm: lambda: EndQuotaForm(quota, nothing, nothing, up),
        }

    def _of_coverage(self) -> Mapping[type[QDialog], Opener]:
        desk, up = self.desk, self.parent
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
            BlockPreview: lambda: BlockPreview(
                desk, "粘贴", lambda: blocks.plan(wishes), nothing, "示例", up
            ),
            CallForm: lambda: CallForm(owed, nothing, up),
            LackingDialog: lambda: LackingDialog(evidence_check.run(clock.today()), "印发", up),
        }

    def _of_imports(self) -> Mapping[type[QDialog], Opener]:
        desk, up = self.desk, self.parent
        month = returns_status.status(clock.today().replace(day=1))
        file = next(file for line in (*month.units, *month.others) for file in line.files)
        return {
            ImportQueue: lambda: ImportQueue(desk, ImportActs(desk), up),
            ImportBatchesDialog: lambda: ImportBatchesDialog(desk, ImportActs(desk), up),
            ReturnsDialog: lambda: ReturnsDialog(desk, up),
            RulesForm: lambda: RulesForm(returns_rules.load(), units.units(), nothing, up),
            ReceivedForm: lambda: ReceivedForm(file, nothing, up),
        }

    def _of_trackers(self) -> Mapping[type[QDialog], Opener]:
        desk, up = self.desk, self.parent
        pasted = "日期\t单位\t标题\t媒体\n2019-03-05\t魏都区\t示例稿件\t许昌日报\n"
        return {
            tracker_forms.AdvertForm: lambda: tracker_forms.AdvertForm(None, None, nothing, up),
            tracker_forms.ManuscriptForm: lambda: tracker_forms.ManuscriptForm(None, None, nothing, up),
            tracker_forms.ActivityForm: lambda: tracker_forms.ActivityForm(None, nothing, up),
            PastedManuscripts: lambda: PastedManuscripts(desk, manuscript_rows.read(pasted), nothing, up),
        }

    def _of_materials(self) -> Mapping[type[QDialog], Opener]:
        desk, up, actor = self.desk, self.parent, self.desk.actor
        row = approvals.queue(actor)[0]
        hints = dict.fromkeys(Point, "示例")
        path = self.folder / "征求意见单.docx"
        sent = consulting.send(actor, row.id, NewForm("示例单位"), path)
        read = consulting.read(path, sent)
        forms = material_forms
        return {
            ConsultFormsDialog: lambda: ConsultFormsDialog(desk, row, up),
            NewFormForm: lambda: NewFormForm(row.title, nothing, up),
            ReplyForm: lambda: ReplyForm(actor, read, up),
            forms.WordsForm: lambda: forms.WordsForm(row.title, "作废", "原因", nothing, up),
            forms.RecallForm: lambda: forms.RecallForm(row.title, nothing, up),
            forms.PersonForm: lambda: forms.PersonForm(
                row.title, "转办", "转给", people.actors(), nothing, up
            ),
            forms.SubmitForm: lambda: forms.SubmitForm(row.title, hints, ("示例",), nothing, up),
            forms.ExpediteForm: lambda: forms.ExpediteForm(row.title, people.actors(), nothing, up),
            PaperForm: lambda: PaperForm(row.title, people.actors(), nothing, up),
            VoidDialog: lambda: VoidDialog(row.title, nothing, up),
            VoidOnPaperForm: lambda: VoidOnPaperForm(row.title, up),
            FigureForm: lambda: FigureForm(nothing, up),
        }

    def _of_words(self) -> Mapping[type[QDialog], Opener]:
        desk, up, actor = self.desk, self.parent, self.desk.actor
        side = Side("第1版", "示例", ("第一段。", "第二段。"))
        pages = listed(SheetKind.BOOK, actor)
        habits, printers = printing.Habits(), TwoPrinters(self.folder)
        return {
            TwoTexts: lambda: TwoTexts("两份文稿", side, replace(side, lines=("第一段。",)), parent=up),
            PrintoutDialog: lambda: PrintoutDialog(desk, pages, "通讯录", up),
            PrintForm: lambda: PrintForm(b"", QPdfDocument(up), desk.runner, habits, up, printers),
        }

    def _of_bulletins(self) -> Mapping[type[QDialog], Opener]:
        desk, up = self.desk, self.parent
        now = Pages(page_setup.load(), office_settings.load(), "")
        sources = Sources(("许昌日报",), ("魏都区",))
        return {
            PageSetupForm: lambda: PageSetupForm(desk, now, nothing, up),
            RegisterDialog: lambda: RegisterDialog(desk, Series.INTERNAL_REFERENCE, nothing, up),
            ContributionForm: lambda: ContributionForm(sources, None, nothing, up),
            SectionForm: lambda: SectionForm("", nothing, up),
            LargeText: lambda: LargeText(("示例", "第一段。"), nothing, nothing, up),
        }

    def _of_cases(self) -> Mapping[type[QDialog], Opener]:
        up, actor = self.parent, self.desk.actor
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


def unopened(gallery: Gallery) -> set[str]:
    """Dialog classes of the program that the gallery does not open, and that are no mere base of others."""
    for found in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(found.name)
    shown = set(gallery.openers)
    return {
        f"{kind.__module__}.{kind.__qualname__}"
        for kind in _subclasses(QDialog)
        if kind.__module__.startswith("ui.") and kind not in shown and not any(_subclasses(kind))
    }


def _subclasses(kind: type) -> Iterator[type]:
    for sub in kind.__subclasses__():
        yield sub
        yield from _subclasses(sub)
