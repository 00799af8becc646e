"""Dialogs of the office itself: settings, beginning, accounts, backups."""

from collections.abc import Mapping

from PySide6.QtWidgets import QDialog

import xcdesk
from tests.ui.gallery.ground import Ground, Opener, nothing
from ui.dialogs import answers, form, secret_forms
from ui.dialogs.accounts import AccountsDialog
from ui.dialogs.acts import ActsDialog
from ui.dialogs.backups.encryption import EncryptionForm, ToEncrypt
from ui.dialogs.backups.look import LookDialog
from ui.dialogs.backups.passphrase import PassphraseForm
from ui.dialogs.backups.records import RecordsDialog
from ui.dialogs.backups.window import BackupsDialog
from ui.dialogs.calendar import CalendarDialog, OwnDayForm
from ui.dialogs.connect import ConnectDialog
from ui.dialogs.counting_rules import CountingRulesDialog, RuleForm, RuleLine
from ui.dialogs.delegations import DelegationForm, DelegationsDialog
from ui.dialogs.matter_form import MatterForm, ResolveForm
from ui.dialogs.moving_over.window import MeaningForm, MoveOverDialog
from ui.dialogs.office_form import OfficeForm, Typed
from ui.dialogs.person_form import FirstPersonForm, PersonForm
from ui.dialogs.record import RecordDialog
from ui.dialogs.recovery import RecoveryDialog
from ui.dialogs.review_steps import ReviewStepsDialog
from ui.dialogs.roles import RolesDialog
from ui.dialogs.server.admitted import AdmittedDialog
from ui.dialogs.server.move_form import MoveForm
from ui.dialogs.setting_up.people import PastedPeople
from ui.dialogs.setting_up.proposals import ProposalsDialog
from ui.dialogs.setting_up.window import SetUpDialog
from ui.dialogs.sign_in import SignInDialog
from ui.dialogs.trash import TrashDialog
from ui.lock import LockDialog
from xcdesk import clock, settings, store
from xcdesk.importers.move_over import Meaning, SheetFound
from xcdesk.server.roles import Admitted
from xcdesk.services.backups import keeping, listing, looking
from xcdesk.services.backups.keeping import Reason
from xcdesk.services.office import counting_rules, office_settings, people
from xcdesk.services.office.counting_rules import CountingRule
from xcdesk.services.roster import proposing


def openers(ground: Ground) -> Mapping[type[QDialog], Opener]:
    """Every dialog of these."""
    return {
        **_of_office(ground),
        **_of_setting_up(ground),
        **_of_accounts(ground),
        **_of_backups(ground),
    }


def _of_office(ground: Ground) -> Mapping[type[QDialog], Opener]:
    desk, up, actor = ground.desk, ground.parent, ground.desk.actor
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


def _of_setting_up(ground: Ground) -> Mapping[type[QDialog], Opener]:
    desk, up = ground.desk, ground.parent
    sheet = SheetFound(ground.folder / "台账.xlsx", 0, "1月", Meaning.COVERAGE, Meaning.NOTHING)
    return {
        SetUpDialog: lambda: SetUpDialog(desk, up),
        ProposalsDialog: lambda: ProposalsDialog("媒体单位", proposing.shipped_outlets(), nothing, up),
        PastedPeople: lambda: PastedPeople(desk.runner, nothing, nothing, up),
        MoveOverDialog: lambda: MoveOverDialog(desk, up),
        MeaningForm: lambda: MeaningForm(sheet, nothing, up),
    }


def _of_accounts(ground: Ground) -> Mapping[type[QDialog], Opener]:
    desk, up, actor = ground.desk, ground.parent, ground.desk.actor
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


def _of_backups(ground: Ground) -> Mapping[type[QDialog], Opener]:
    desk, up = ground.desk, ground.parent
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
