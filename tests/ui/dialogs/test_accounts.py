"""People and accounts from the menu: added, changed, given passwords, disabled; each refusal at its place."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.clipping import clipped
from tests.ui.proving import answered
from ui import translation
from ui.dialogs.accounts import AccountsDialog
from ui.dialogs.form import Question
from ui.dialogs.merge_fields import MergeDialog
from ui.dialogs.person_form import PersonForm
from ui.dialogs.recovery import RecoveryDialog
from ui.dialogs.roles import RolesDialog
from ui.dialogs.secret_forms import GiveForm, PasswordForm, PinForm
from ui.widgets.banner import Banner
from xcdesk.codes import Role
from xcdesk.services.accounts import keeping, recovery, secrets
from xcdesk.services.accounts.keeping import State
from xcdesk.services.office import people

LEFT = Qt.MouseButton.LeftButton
GOOD = "ocean-93-lamp"


@pytest.fixture
def sitter() -> str:
    """An administrator keeps the accounts."""
    return "office"


@pytest.fixture
def page(qtbot, desk) -> AccountsDialog:
    """The list without a main window."""
    made = AccountsDialog(desk, None)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def words(widget):
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if part.isVisible())


def reasons(owner):
    return {refused.text: refused.reason for refused in owner.verbs.refused()}


def test_a_person_is_added_and_a_taken_login_is_said_at_its_field(qtbot, page):
    page.verbs.trigger("add")
    form = page.findChild(PersonForm)
    form.name.setText("周明")
    assert form.login.text() == "zm"
    form.login.clear()
    qtbot.keyClicks(form.login, "guo")
    form.post.setText("主任")
    form.role.choose(Role.LEADER.value)
    qtbot.mouseClick(form.save_button, LEFT)
    assert not form.save_button.isEnabled()  # where there is a first password, it is hashed off this thread
    answered(qtbot, form.save_button)
    assert form.isVisible()
    assert form.focusWidget() is form.login
    form.login.setText("zhou")
    qtbot.mouseClick(form.save_button, LEFT)
    answered(qtbot, form.save_button)
    added = people.actor("zhou")
    assert (added.name, added.post, added.role) == ("周明", "主任", Role.LEADER)
    assert "周明" in [row.name for row in page.model.rows()]


def test_what_another_desk_saved_of_an_account_first_is_compared_with_what_was_typed(qtbot, page, clerk):
    page.listing.choose(1)
    page.verbs.trigger("edit")
    form = page.findChild(PersonForm)
    row = keeping.account(clerk.id)
    keeping.change_user(page.desk.actor, row.id, row.version, replace(row.told, post="科长"))
    form.post.setText("主任")
    qtbot.mouseClick(form.save_button, LEFT)
    answered(qtbot, form.save_button)
    assert form.findChild(MergeDialog) is not None
    assert keeping.account(clerk.id).post == "科长"


def test_an_account_is_disabled_after_a_question_and_the_own_one_never(qtbot, page):
    assert "正在使用的账号" in reasons(page)["停用…"]
    page.listing.choose(1)
    page.verbs.trigger("disable")
    question = page.findChild(Question)
    qtbot.mouseClick(question.act_button, LEFT)
    assert keeping.accounts()[-1].login == "guo"
    assert keeping.accounts()[-1].state == State.DISABLED
    page.listing.choose(2)
    assert "已停用" in reasons(page)["停用…"]
    page.verbs.trigger("enable")
    assert people.actor("guo")


def test_an_office_without_passwords_or_without_a_way_back_is_told_so(qtbot, page):
    assert "还没有密码" in page.notice.findChild(Banner).title.text()
    secrets.set_password(page.desk.actor, "", GOOD)
    page.reload()
    banner = page.notice.findChildren(Banner)[-1]
    assert "没有恢复码" in banner.title.text()
    banner.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: page.findChild(RecoveryDialog) is not None)
    shown = page.findChild(RecoveryDialog)
    qtbot.waitUntil(shown.print_button.isEnabled)
    shown.kept.click()
    shown.accept()
    page.reload()
    assert page.notice.isHidden()


def test_a_password_is_given_and_a_shut_account_is_opened(qtbot, page, clerk):
    page.listing.choose(1)
    page.verbs.trigger("give")
    form = page.findChild(GiveForm)
    qtbot.keyClicks(form.new, GOOD)
    qtbot.keyClicks(form.again, "another")
    qtbot.mouseClick(form.save_button, LEFT)
    assert "两次输入的不一样" in words(form)
    form.again.clear()
    qtbot.keyClicks(form.again, GOOD)
    qtbot.mouseClick(form.save_button, LEFT)
    answered(qtbot, form.save_button)
    assert secrets.standing(clerk).must_change
    assert "没有锁定" in reasons(page)["解锁"]
    for _ in range(5):
        with pytest.raises((secrets.WrongSecretError, secrets.ShutError)):
            secrets.prove(clerk, "wrong")
    page.reload()
    page.verbs.trigger("unlock")
    secrets.prove(clerk, GOOD)


def test_the_first_password_of_an_administrator_brings_the_code_to_be_printed(qtbot, window):
    assert "先设密码" in reasons(window.menus)["我的签批码…"]
    assert "没有密码" in reasons(window.menus)["锁定"]
    window.own.lock.begin()
    window.own.lock.lock()
    assert window.own.lock.dialog is None
    window.menus.verbs.trigger("accounts")
    window.findChild(AccountsDialog).reject()
    window.menus.verbs.trigger("password")
    form = window.findChild(PasswordForm)
    for field in (form.new, form.again):
        qtbot.keyClicks(field, GOOD)
    qtbot.mouseClick(form.save_button, LEFT)
    qtbot.waitUntil(lambda: window.findChild(RecoveryDialog) is not None)
    dialog = window.findChild(RecoveryDialog)
    qtbot.waitUntil(dialog.print_button.isEnabled)
    dialog.reject()
    assert dialog.isVisible()
    dialog.kept.click()
    qtbot.mouseClick(dialog.go_on, LEFT)
    assert not dialog.isVisible()
    assert not recovery.is_missing()
    window.menus.verbs.refresh()
    window.menus.verbs.trigger("pin")
    pin = window.findChild(PinForm)
    qtbot.keyClicks(pin.now, GOOD)
    for field in (pin.new, pin.again):
        qtbot.keyClicks(field, "260714")
    qtbot.mouseClick(pin.save_button, LEFT)
    answered(qtbot, pin.save_button)
    assert secrets.standing(window.desk.actor).has_pin


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_cut_off(page, language):
    translation.install(language)
    again = AccountsDialog(page.desk, page)
    again.show()
    assert clipped(again) == []
    for verb, form in (("add", PersonForm), ("roles", RolesDialog)):
        again.verbs.trigger(verb)
        shown = again.findChild(form)
        assert clipped(shown) == []
        shown.reject()
