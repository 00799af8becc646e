"""Who sits down and how: a new office, passwords at the start, switching, and the lock that keeps all."""

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

from tests.tampering import damage
from tests.ui.clipping import clipped
from tests.ui.proving import answered
from ui import translation
from ui.dialogs.first_run import FirstRun
from ui.dialogs.form import Question
from ui.dialogs.person_form import FirstPersonForm
from ui.dialogs.recovery import RecoveryDialog
from ui.dialogs.secret_forms import PasswordForm, PinForm, RecoverForm
from ui.dialogs.setting_up.window import SetUpDialog
from ui.dialogs.sign_in import SignInDialog
from ui.idle import IdleWatch
from ui.lock import LockDialog
from ui.main_window import MainWindow
from xcdesk import settings, store
from xcdesk.models import AuditEntry
from xcdesk.services.accounts import secrets
from xcdesk.services.office import people

LEFT = Qt.MouseButton.LeftButton
GOOD, BETTER = "ocean-93-lamp", "lamp-39-ocean"


@pytest.fixture
def guarded(sqlite_place, preferences):
    """A file in which the clerk and the administrator have passwords; the clerk sat here last."""
    store.open_store(sqlite_place)
    for login in ("guo", "office"):
        secrets.set_password(people.actor(login), "", GOOD)
    preferences.person = people.actor("guo").id
    store.close_store()
    return sqlite_place


def words(widget) -> str:
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if part.isVisible())


def keep_code(qtbot, session) -> str:
    """The code that is shown, after somebody has said that it is kept."""
    shown = session.window.findChild(RecoveryDialog)
    qtbot.waitUntil(shown.print_button.isEnabled)
    shown.kept.click()
    qtbot.mouseClick(shown.go_on, LEFT)
    return shown.code.text()


def type_twice(qtbot, form, secret):
    for field in (form.new, form.again):
        field.clear()
        qtbot.keyClicks(field, secret)
    qtbot.mouseClick(form.save_button, LEFT)
    answered(qtbot, form.save_button)


def sign_in(qtbot, dialog, secret):
    qtbot.waitUntil(lambda: not store.is_unchecked())
    dialog.password.clear()
    qtbot.keyClicks(dialog.password, secret)
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    answered(qtbot, dialog.start)


def test_a_new_office_begins_with_its_first_person_and_the_way_back(qtbot, session):
    session.start("")
    qtbot.mouseClick(session.window.start_empty, LEFT)
    form = session.window.findChild(FirstPersonForm)
    form.name.setText("王明")
    for secret in ("short", GOOD):
        assert not (settings.home() / "xcdesk.db").exists()
        for field in (form.new, form.again):
            field.clear()
            qtbot.keyClicks(field, secret)
        qtbot.mouseClick(form.save_button, LEFT)
    assert not form.save_button.isEnabled()  # the window lives on while the password is hashed
    qtbot.waitUntil(lambda: session.window.findChild(RecoveryDialog) is not None)
    code = keep_code(qtbot, session)
    assert isinstance(session.window, MainWindow)
    assert session.window.desk.actor.login == "wm"
    assert session.window.findChild(SetUpDialog).isVisible()  # an empty roster asks to be filled

    session.start("")
    assert isinstance(session.window, SignInDialog)
    qtbot.waitUntil(session.window.forgot.isEnabled)
    qtbot.mouseClick(session.window.forgot, LEFT)
    form = session.window.findChild(RecoverForm)
    form.code.setText(code)
    type_twice(qtbot, form, BETTER)
    assert keep_code(qtbot, session) != code
    assert isinstance(session.window, MainWindow)
    assert AuditEntry.select().where(AuditEntry.action == "user.recovered").count() == 1


def test_the_password_is_asked_at_the_start_and_wrong_ones_are_counted_in_the_file(qtbot, session, guarded):
    session.start(guarded)
    dialog = session.window
    assert dialog.chosen().login == "guo"
    for left in (4, 3, 2, 1):
        sign_in(qtbot, dialog, "wrong")
        assert f"再错 {left} 次" in words(dialog)
    session.start(guarded)
    dialog = session.window
    sign_in(qtbot, dialog, "wrong")
    assert "已锁定" in words(dialog)
    qtbot.keyClick(dialog.password, Qt.Key.Key_Down)
    assert not dialog.password.isEnabled()
    qtbot.keyClick(dialog.people, Qt.Key.Key_Return)
    assert session.window.desk.actor.login == "chen"


def test_a_password_typed_while_the_file_is_looked_through_is_tried_afterwards(qtbot, session, guarded):
    session.start(guarded)
    dialog = session.window
    assert "核对" in words(dialog)
    qtbot.keyClicks(dialog.password, GOOD)
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    assert not dialog.start.isEnabled()
    qtbot.waitUntil(lambda: isinstance(session.window, MainWindow))


def test_a_damaged_file_lets_people_in_to_read(qtbot, session, guarded):
    damage(guarded)
    session.start(guarded)
    qtbot.keyClicks(session.window.password, GOOD)
    qtbot.keyClick(session.window.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(session.window, MainWindow))
    assert store.is_unchecked()
    verbs = session.window.menus.verbs
    verbs.trigger("pin")
    assert session.window.findChild(PinForm) is None
    assert "没有通过核对" in verbs.action("pin").toolTip()


def test_giving_up_leads_back_to_the_ways_to_begin(qtbot, session, guarded):
    session.start(guarded)
    qtbot.keyClick(session.window, Qt.Key.Key_Escape)
    assert isinstance(session.window, FirstRun)


def test_a_password_that_was_given_is_changed_before_the_window_is_shown(qtbot, session, guarded):
    store.open_store(guarded)
    secrets.give_password(people.actor("office"), people.actor("guo").id, "given-for-once")
    store.close_store()
    session.start(guarded)
    sign_in(qtbot, session.window, "given-for-once")
    form = session.window.findChild(PasswordForm)
    type_twice(qtbot, form, "given-for-once")
    assert "与原密码相同" in words(form)
    type_twice(qtbot, form, BETTER)
    assert isinstance(session.window, MainWindow)


def test_somebody_else_sits_down_above_the_window(qtbot, session, guarded):
    session.start(guarded)
    sign_in(qtbot, session.window, GOOD)
    window = session.window
    window.menus.verbs.trigger("switch_person")
    dialog = window.findChild(SignInDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert session.window is window
    window.menus.verbs.trigger("switch_person")
    dialog = next(one for one in window.findChildren(SignInDialog) if one.isVisible())
    dialog.people.setCurrentRow(2)
    qtbot.mouseClick(dialog.start, LEFT)
    assert session.window.desk.actor.login == "chen"


@pytest.fixture
def written(qtbot, session, guarded):
    """The clerk's window with a text half written, and a form half typed above it."""
    session.start(guarded)
    sign_in(qtbot, session.window, GOOD)
    window = session.window
    secrets.set_pin(window.desk.actor, GOOD, "260714")
    window.show_page("approvals")
    window.page().verbs.trigger("material_new")
    window.page().side.editor.title.setText("没写完的通知")
    window.menus.verbs.trigger("password")
    window.findChild(PasswordForm).new.setText("half typed")
    yield window
    if session.window is window:
        window.findChild(PasswordForm).reject()
        window.give_up()


def test_the_lock_hides_everything_and_gives_it_back_as_it_was(qtbot, written):
    written.own.lock.lock()
    lock = written.own.lock.dialog
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [lock]
    qtbot.keyClick(lock, Qt.Key.Key_Escape)
    lock.close()
    assert lock.isVisible()
    qtbot.keyClicks(lock.secret, "000000")
    qtbot.mouseClick(lock.unlock, LEFT)
    answered(qtbot, lock.unlock)
    assert "再错 4 次" in words(lock)
    lock.secret.clear()
    qtbot.keyClicks(lock.secret, "260714")
    qtbot.keyClick(lock.secret, Qt.Key.Key_Return)
    answered(qtbot, lock.unlock)
    form = written.findChild(PasswordForm)
    assert (written.isVisible(), form.isVisible(), form.new.text()) == (True, True, "half typed")
    assert written.page().side.editor.title.text() == "没写完的通知"


def test_a_half_written_text_keeps_nobody_from_the_desk_but_the_question_says_what_becomes_of_it(
    qtbot, session, written
):
    written.own.lock.lock()
    lock = written.own.lock.dialog
    qtbot.mouseClick(lock.other, LEFT)
    question = lock.findChild(Question)
    assert "草稿已保留" in words(question)
    qtbot.mouseClick(question.act_button, LEFT)
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [session.window]
    assert isinstance(session.window, SignInDialog)


def test_behind_the_lock_somebody_else_may_sit_down_where_nothing_is_lost(qtbot, session, guarded):
    session.start(guarded)
    sign_in(qtbot, session.window, GOOD)
    session.window.own.lock.lock()
    qtbot.mouseClick(session.window.own.lock.dialog.other, LEFT)
    assert isinstance(session.window, SignInDialog)
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [session.window]
    sign_in(qtbot, session.window, GOOD)
    assert isinstance(session.window, MainWindow)


def test_idleness_is_noticed_and_a_touch_begins_it_anew(qtbot):
    window = QLabel("示例")
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    watch, hand = IdleWatch(window), QTimer()

    def touch():
        place = window.rect().center().toPointF()
        move = QMouseEvent(QEvent.Type.MouseMove, place, place, LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(window.windowHandle(), move)

    hand.timeout.connect(touch)
    hand.start(20)
    watch.watch(250)
    with qtbot.assertNotEmitted(watch.left_alone, wait=500):
        pass
    hand.stop()
    with qtbot.waitSignal(watch.left_alone):
        pass


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_cut_off(qtbot, db, language):
    translation.install(language)
    clerk = people.actor("guo")
    secrets.set_password(clerk, "", GOOD)
    sign = SignInDialog(people.actors(), clerk.id)
    lock = LockDialog(clerk, unsaved=True)
    first = FirstPersonForm(lambda told, password: None, None)
    form = RecoverForm(clerk.name, lambda code, new: "", None)
    for dialog in (sign, lock, first, form):
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        assert clipped(dialog) == []
