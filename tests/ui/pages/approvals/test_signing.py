"""Whoever signs shows again that it is he; who has no password signs as before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.dialogs.secret_forms import SignForm
from ui.dialogs.void_material import VoidDialog
from xcdesk.codes import MaterialKind, MaterialState
from xcdesk.models import Material
from xcdesk.services import approvals
from xcdesk.services.accounts import secrets
from xcdesk.services.approvals import NewMaterial

LEFT = Qt.MouseButton.LeftButton
GOOD = "ocean-93-lamp"


@pytest.fixture
def sitter() -> str:
    """A leader signs."""
    return "chen"


@pytest.fixture
def page(window, clerk):
    """The leader's page with a notice that waits for him."""
    made = approvals.create(clerk, NewMaterial(MaterialKind.NOTICE, "通知", "正文"))
    approvals.submit(clerk, made.id)
    window.show_page("approvals")
    window.page().reload()
    window.page().open(made.id)
    return window.page()


def state() -> MaterialState:
    return Material.get().state


def form(page) -> SignForm:
    return next(one for one in page.window().findChildren(SignForm) if one.isVisible())


def test_a_sign_off_asks_for_the_pin_again_and_a_wrong_one_signs_nothing(qtbot, page):
    leader = page.desk.actor
    secrets.set_password(leader, "", GOOD)
    secrets.set_pin(leader, GOOD, "260714")
    page.verbs.trigger("material_return")  # without an opinion it is refused, and no PIN is asked
    assert page.window().findChildren(SignForm) == []
    page.verbs.trigger("material_agree")
    asked = form(page)
    qtbot.keyClicks(asked.secret, "000000")
    qtbot.mouseClick(asked.save_button, LEFT)
    assert not asked.secret.isEnabled()
    qtbot.waitUntil(asked.secret.isEnabled)
    assert asked.isVisible()
    assert state() == MaterialState.IN_REVIEW
    qtbot.keyClicks(asked.secret, "260714")
    qtbot.keyClick(asked.secret, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: state() == MaterialState.APPROVED)
    page.open(Material.get().id)
    page.verbs.trigger("material_void")
    asked = form(page)
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert page.window().findChildren(VoidDialog) == []
    page.verbs.trigger("material_void")
    qtbot.keyClicks(form(page).secret, GOOD)
    qtbot.mouseClick(form(page).save_button, LEFT)
    qtbot.waitUntil(lambda: page.window().findChildren(VoidDialog) != [])
    assert page.window().findChild(VoidDialog).isVisible()


def test_who_leaves_while_his_password_is_tried_has_signed_nothing(qtbot, page):
    secrets.set_password(page.desk.actor, "", GOOD)
    page.verbs.trigger("material_agree")
    asked = form(page)
    qtbot.keyClicks(asked.secret, GOOD)
    with qtbot.assertNotEmitted(asked.saved):
        qtbot.keyClick(asked.secret, Qt.Key.Key_Return)
        qtbot.keyClick(asked, Qt.Key.Key_Escape)
        assert not asked.isVisible()
    QApplication.sendPostedEvents()
    assert state() == MaterialState.IN_REVIEW


def test_who_has_no_password_signs_at_once(page):
    page.verbs.trigger("material_agree")
    assert state() == MaterialState.APPROVED
