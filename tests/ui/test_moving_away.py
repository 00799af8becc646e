"""An administrator moves the office to a server from the window, and goes on there under his own role."""

import os

import keyring
import pytest
from keyring.backends import null
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.app import Session
from ui.dialogs.server.admitted import AdmittedDialog
from ui.dialogs.server.move_form import MoveForm
from ui.main_window import MainWindow
from xcdesk import passwords, store
from xcdesk.models import AuditEntry
from xcdesk.services.office import people
from xcdesk.services.record import audit


@pytest.fixture
def no_keyring():
    before = keyring.get_keyring()
    keyring.set_keyring(null.Keyring())
    yield
    keyring.set_keyring(before)
    passwords.forget_sitting()


@pytest.fixture
def empty_database(postgres_server):
    """An empty database, as whoever keeps the server made it."""
    name = f"moved_{os.getpid()}"
    postgres_server.create(name)
    yield name
    postgres_server.drop(name)


@pytest.fixture
def session(preferences, sqlite_place, qtbot):
    """A sitting of the administrator over a file."""
    store.open_store(sqlite_place)
    preferences.person = people.actor("office").id
    store.close_store()
    made = Session(preferences)
    made.start(sqlite_place)
    qtbot.waitUntil(lambda: not store.is_unchecked())
    yield made
    made.window.close()
    made.leave()


def shown(kind):
    windows = QApplication.topLevelWidgets()
    return next((each for each in windows if isinstance(each, kind) and each.isVisible()), None)


def test_the_office_moves_from_the_window_and_goes_on_there(
    session, no_keyring, empty_database, postgres_server, qtbot, tmp_path
):
    assert session.window.tools.may_move() is None
    session.window.tools.move_to_server()
    form = shown(MoveForm)
    form.host.setText(f"127.0.0.1:{postgres_server.port}")
    form.database.setText("not_there")
    form.keeper.setText("desk")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert form.isVisible()  # no such database: said, and nothing begun
    form.database.setText(empty_database)
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(AdmittedDialog) is not None, timeout=60_000)
    told = shown(AdmittedDialog)
    assert {login for _, login, _ in told.model.rows()} == {"office", "guo", "chen"}
    told.reject()
    assert told.isVisible()
    told.save(tmp_path / "list.txt")
    assert told.model.rows()[0][2] in (tmp_path / "list.txt").read_text(encoding="utf-8-sig")
    told.kept.setChecked(True)
    qtbot.mouseClick(told.done_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(session.window, MainWindow))
    assert f"//{empty_database}_office@" in str(store.where())
    assert [each.login for each in people.actors()] == ["office"]
    assert audit.verify().ok
    acts = {entry.action for entry in AuditEntry.select()}
    assert {"office.moved", "user.server_set_up"} <= acts
    assert session.window.tools.may_move().code == "window.on_server"
