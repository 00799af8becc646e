"""Every form that writes over something there was compares with what somebody else saved first."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import ui
from ui.dialogs import form as forms
from ui.dialogs.case_act import CaseActForm
from ui.dialogs.counting_rules import CountingRulesDialog, RuleForm
from ui.dialogs.matter_form import MatterForm
from ui.dialogs.merge_fields import MergeDialog
from ui.dialogs.office_form import OfficeForm
from ui.dialogs.page_setup import PageSetupForm
from ui.dialogs.review_steps import ReviewStepsDialog
from ui.dialogs.tenure_forms import PersonForm
from ui.dialogs.tenure_history import HistoryHands, TenureHistory
from ui.pages.bulletins.setup import show_setup
from ui.pages.call_acts import MatterActs
from ui.pages.today.line_acts import LineActs
from xcdesk import clock
from xcdesk.codes import CaseKind, MaterialKind, Role, Series
from xcdesk.services import approvals, cases
from xcdesk.services.approvals import NewStep
from xcdesk.services.cases import Action, NewCase, Request
from xcdesk.services.due import matters
from xcdesk.services.due.matters import MatterTerms
from xcdesk.services.office import counting_rules, office_settings, page_setup, people
from xcdesk.services.roster import outlets, tenure_changes, tenures
from xcdesk.services.roster.tenure_changes import TenureChange

OVER = frozenset(
    (
        "ActivityForm", "AdvertForm", "AmendForm", "CaseActForm", "CaseForm", "CaseRulesForm",
        "CheckForm", "ContributionForm", "DayForm", "EndQuotaForm", "EvidenceForm", "ExceptionForm",
        "ForgetForm", "LinkCheckForm", "LargeText", "LinkForm", "LogItemForm", "ManuscriptForm", "MatterForm",
        "OfficeForm", "OutletForm", "OwnDayForm", "PageSetupForm", "PersonForm", "ProgrammeForm",
        "QuotaForm", "ReceivedForm", "ResolveForm", "ReviewStepsDialog", "RuleForm", "RulesForm",
        "TermForm", "UnitForm",
    )
)  # fmt: skip
"""Forms that write over a version: each is opened so that it can be made anew of what is there."""
_MADE_BY = {"DayForm": "leaving_form", "LogItemForm": "edit_item_form"}
"""Forms that a function makes."""
NOT_OVER = {
    "adds, and takes nothing away": (
        "CallForm", "DelegationForm", "HolderForm", "NewFormForm", "PastTenureForm", "ReplyForm",
        "SpellingForm", "StopForm", "UnmaskForm", "ViewNameForm",
    ),
    "writes nothing that is kept": (
        "FigureForm", "GoToDayForm", "MeaningForm", "MoveForm", "PassphraseForm", "PrintForm",
        "SignForm",
    ),
    "of one person, of this machine, or of an office that is founded": (
        "CaseKeyForm", "EncryptionForm", "FirstPersonForm", "GiveForm", "LogColumnsForm",
        "PasswordForm", "PinForm", "RecoverForm",
    ),
    "many at once, or one word over the list in front: what changed is named": (
        "ManyItemsForm", "SectionForm",
    ),
    "a verdict is on the text that was seen, and is never merged": (
        "ExpediteForm", "PaperForm", "RecallForm", "SheetForm", "SubmitForm", "VoidDialog",
        "VoidOnPaperForm", "WordsForm",
    ),
    "a base of others": (
        "NewSecretForm", "TaskForm", "_PersonFields",
    ),
}  # fmt: skip
"""All other forms, by the reason why nothing is compared there."""
_MADE_ANEW = re.compile(r"\b(?:of_row|form_of_row|form_of_now|open_edit)\(")


def sources() -> dict[Path, str]:
    return {path: path.read_text(encoding="utf-8") for path in Path(ui.__file__).parent.rglob("*.py")}


def test_each_form_is_known_to_write_over_something_or_not():
    bases = r"FormDialog|TaskForm|NewSecretForm|SheetForm|_PersonFields"
    found = re.compile(rf"^class (\w+)\((?:{bases})\)", re.MULTILINE)
    made = {name for text in sources().values() for name in found.findall(text)}
    assert made == OVER | {name for names in NOT_OVER.values() for name in names}


def test_each_form_that_writes_over_something_is_opened_to_be_made_anew():
    texts = sources().values()
    for name in OVER:
        call = re.compile(rf"(?<!class )\b{_MADE_BY.get(name, name)}\(")
        assert any(call.search(text) and _MADE_ANEW.search(text) for text in texts), name


@pytest.fixture
def sitter() -> str:
    """Settings are not for clerks."""
    return "chen"


def shown(kind):
    windows = QApplication.topLevelWidgets()
    (found,) = [each for each in windows if isinstance(each, kind) and each.isVisible()]
    return found


def save(qtbot, form):
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)


def compare(qtbot, form, kind, **choices):
    """Save over somebody else's, choose, and save the form that opens; gives what was asked."""
    save(qtbot, form)
    dialog = shown(MergeDialog)
    asked = set(dialog.choices)
    for key, which in choices.items():
        dialog.choose(key, which)
    qtbot.mouseClick(dialog.go_button, Qt.MouseButton.LeftButton)
    save(qtbot, shown(kind))
    return asked


def test_settings_of_the_office_are_never_written_over_in_silence(window, qtbot):
    window.menus.verbs.trigger("settings")
    form = shown(OfficeForm)
    form.imprint.setText("我的印制单位")
    form.issuer.setText("我的名称")
    other, before = people.actor("office"), office_settings.load()
    theirs = office_settings.OfficeSettings(
        **{
            **{name: getattr(before, name) for name in before.__dataclass_fields__},
            "copies": 77,
            "issuer": "别人的名称",
        }
    )
    office_settings.save(other, theirs)
    assert compare(qtbot, form, OfficeForm, issuer=1) == {"issuer"}
    now = office_settings.load()
    assert (now.imprint, now.copies, now.issuer) == ("我的印制单位", 77, "别人的名称")


def test_page_set_up_is_compared_over_all_series(window, qtbot):
    window.show_page("bulletins")
    show_setup(window.page())
    form = shown(PageSetupForm)
    form.masthead.setText("我的内参")
    form.series.choose(Series.CIRCULAR)
    form.masthead.setText("我的通报")
    setup = page_setup.load()
    internal = setup.of(Series.INTERNAL_REFERENCE)
    theirs = page_setup.PageSetup(
        setup.red,
        setup.faces,
        {
            **setup.series,
            Series.INTERNAL_REFERENCE: page_setup.SeriesSetup(masthead="别人的内参", kept=internal.kept + 3),
        },
    )
    page_setup.save(people.actor("office"), theirs)
    key = f"{Series.INTERNAL_REFERENCE.value}/masthead"
    assert compare(qtbot, form, PageSetupForm) == {key}
    now = page_setup.load()
    assert now.of(Series.INTERNAL_REFERENCE).masthead == "我的内参"
    assert now.of(Series.INTERNAL_REFERENCE).kept == internal.kept + 3
    assert now.of(Series.CIRCULAR).masthead == "我的通报"


def test_review_steps_and_counting_rules_are_compared_as_a_whole(window, desk, qtbot):
    dialog = ReviewStepsDialog(desk, window)
    dialog.open()
    dialog.editors[0].name.setText("我的一步")
    other = people.actor("office")
    kind = MaterialKind(dialog.kind.key())
    approvals.save_steps(other, kind, [NewStep("别人的一步", Role.LEADER)])
    assert compare(qtbot, dialog, ReviewStepsDialog) == {"steps"}
    assert [step.name for step in approvals.template(kind).steps] == ["我的一步"]

    rules = CountingRulesDialog(desk, window)
    rules.open()
    rules.listing.choose(0)
    rules.verbs.trigger("edit")
    rule = rules.row().rule
    form = shown(RuleForm)
    form.wording.setPlainText("我的口径。")
    counting_rules.reword(other, rule, "别人的口径。", counting_rules.load())
    assert compare(qtbot, form, RuleForm, rule_wording=2) == {"rule_wording"}
    assert "别人的口径。" in str(counting_rules.load().own[rule])
    assert "我的口径。" in str(counting_rules.load().own[rule])
    rules.reject()


def test_people_of_outlets_are_compared_too(window, desk, qtbot):
    chen, guo = desk.actor, people.actor("guo")
    outlet = outlets.outlets()[0]
    hands = HistoryHands(lambda _: None, _corrected(chen), lambda _: None)
    history = TenureHistory(desk, outlet, hands, window)
    history.open()
    history.verbs.trigger("tenure_edit")
    form, row = shown(PersonForm), history.row()
    form.phone.setText("0374-1111111")
    tenure_changes.change_tenure(guo, row.id, row.version, TenureChange(row.name, "新职务", row.phone))
    assert compare(qtbot, form, PersonForm) == set()
    now = tenures.tenure(row.id)
    assert (now.post, now.phone) == ("新职务", "0374-1111111")
    history.reject()


def test_open_matters_are_compared_too(window, qtbot):
    guo = people.actor("guo")
    made = matters.pin(guo, MatterTerms("盯一件事"))
    acts = LineActs(window.page(), lambda: None)
    row = next(each for each in matters.open_matters(clock.today()) if each.id == made)
    opened = _matter_form(acts, row)
    opened.note.setPlainText("我的备注")
    matters.change(guo, row, MatterTerms("盯一件事", owner=guo.id))
    assert compare(qtbot, opened, MatterForm) == set()
    now = next(each for each in matters.open_matters(clock.today()) if each.id == made)
    assert (now.terms.note, now.terms.owner) == ("我的备注", guo.id)


def test_an_act_on_a_case_goes_on_with_what_was_typed(window, qtbot):
    guo = people.actor("guo")
    case = cases.register(guo, NewCase(CaseKind.FINDING, "窗口无人值守", "市教育局"))
    cases.act(guo, case.id, Action.FILE)
    cases.act(guo, case.id, Action.DISPATCH)
    cases.act(guo, case.id, Action.ACCEPT, Request(person="示例·签某"))
    window.show_page("followup")
    followup = window.page()
    followup.open(case.id)
    followup.forms.do(Action.REPORT)
    told = shown(CaseActForm)
    told.fields[next(iter(told.fields))].setPlainText("正在整改")
    cases.act(guo, case.id, Action.CHASE, Request(person="示例·签某"))
    assert compare(qtbot, told, CaseActForm) == set()
    assert cases.row(case.id).state == "working"


def _corrected(actor):
    return lambda row, change: tenure_changes.change_tenure(actor, row.id, row.version, change)


def _matter_form(acts, row):
    class Line:
        matter = row

    acts.edit(Line())
    assert isinstance(acts._matters, MatterActs)
    return shown(MatterForm)


def test_what_is_gone_is_refused_as_before(window, qtbot):
    form = forms.FormDialog("x", "y", lambda: None, window)
    assert not form._merge()
