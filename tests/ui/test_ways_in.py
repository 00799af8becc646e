"""Ways to the data besides opening them: a backup alone, a file that may not be written, a second window."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from tests.ui.clipping import clipped
from ui.dialogs.backups.encryption import EncryptionForm
from ui.dialogs.backups.passphrase import PassphraseForm
from ui.dialogs.backups.window import BackupsDialog, GoneBack
from ui.dialogs.first_run import FirstRun
from ui.main_window import MainWindow
from ui.read_only import READING
from xcdesk import settings, store
from xcdesk.db import keying, locking
from xcdesk.models import AuditEntry
from xcdesk.services.backups import keeping, listing, restoring
from xcdesk.services.backups.keeping import Reason
from xcdesk.services.office import people


@pytest.fixture
def session(session, preferences):
    """The clerk sat here last."""
    preferences.person = 1
    return session


def words(widget) -> str:
    return "\n".join(part.text() for part in widget.findChildren(QLabel))


def test_a_new_computer_starts_from_a_backup_and_the_day_ends_in_one(
    qtbot, session, sqlite_place, monkeypatch, tmp_path
):
    store.open_store(sqlite_place)
    made = keeping.back_up(Reason.BY_HAND).file
    store.close_store()
    stick = tmp_path / "stick"
    stick.mkdir()
    for ending in (".db", ".json"):
        shutil.copy(Path(made).with_suffix(ending), stick)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(stick / Path(made).name), ""))
    session.start("")
    qtbot.mouseClick(session.window.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(session.window, MainWindow), timeout=20_000)
    assert settings.load().database == settings.usual_database()
    assert AuditEntry.select().order_by(AuditEntry.id.desc()).first().action == "office.restored"
    qtbot.waitUntil(lambda: not store.is_unchecked())
    # and back to the same backup once more, from the window
    target = restoring.new_place(Path(settings.usual_database()))
    restoring.make_file(Path(made), target)
    session.window.tools.gone_back.emit(GoneBack(target, "", Path(made), restoring.left(), "示例"))
    assert store.where().path == target
    session.window.close()
    session.leave()
    store.open_store(target)
    assert listing.backups()[0].reason == "closing"


def test_a_damaged_file_is_kept_and_the_backup_restored_beside_it(qtbot, session, sqlite_place, monkeypatch):
    store.open_store(sqlite_place)
    made = keeping.back_up(Reason.BY_HAND).file
    store.close_store()
    settings.remember_database(sqlite_place)
    damaged = Path(sqlite_place).read_bytes()[:-4096]
    Path(sqlite_place).write_bytes(damaged)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (made, ""))
    session.start("")
    assert "已损坏" in words(session.window)
    qtbot.mouseClick(session.window.restore, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(session.window, MainWindow), timeout=20_000)
    opened = store.where().path
    assert opened.parent == Path(sqlite_place).parent
    assert opened.name.startswith("desk-restored-")
    assert settings.load().database == str(opened)
    assert Path(sqlite_place).read_bytes() == damaged


def test_a_second_window_is_refused_and_says_where_to_go(session, sqlite_place):
    other = locking.hold(Path(f"{sqlite_place}.window"))
    session.start(sqlite_place)
    assert isinstance(session.window, FirstRun)
    assert "已有一个窗口" in words(session.window)
    other.close()
    session.open(sqlite_place)
    assert isinstance(session.window, MainWindow)
    assert locking.hold(Path(f"{sqlite_place}.window")) is None


def test_a_file_that_may_not_be_written_is_shown_with_its_verbs_grey(
    qtbot, session, sqlite_place, monkeypatch
):
    # whoever runs the tests may write everywhere, so what the system would answer is said here
    monkeypatch.setattr("xcdesk.db.opening.os.access", lambda *_: False)
    session.start(sqlite_place)
    window = session.window
    qtbot.waitUntil(lambda: "现在只能查看" in words(window.page().notice))
    known = {verb.id for page in window.pages for verb in page.verbs} | {
        verb.id for verb in window.menus.verbs
    }
    assert READING - known == set()
    verbs = window.page().verbs
    assert not verbs.action("item_log").isEnabled()
    assert "不能写入" in verbs.action("item_log").toolTip()
    assert window.menus.verbs.action("reload").isEnabled()
    assert not Path(f"{sqlite_place}.window").exists()


def test_the_data_are_encrypted_in_place_of_the_window_and_opened_by_their_passphrase(
    qtbot, session, preferences, sqlite_place, monkeypatch
):
    monkeypatch.setattr(keying, "COST", keying.Cost(memory=8, passes=1, lanes=1))
    store.open_store(sqlite_place)
    preferences.person = people.actor("chen").id
    store.close_store()
    session.start(sqlite_place)
    qtbot.waitUntil(lambda: not store.is_unchecked())
    qtbot.waitUntil(lambda: not session.window.desk.runner.busy())
    session.window.tools.show_backups()
    session.window.findChild(BackupsDialog).verbs.trigger("encrypt")
    form = session.window
    assert isinstance(form, EncryptionForm)
    assert clipped(form) == []
    for field in (form.new, form.again):
        qtbot.keyClicks(field, "a sentence to keep")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(session.window, MainWindow), timeout=20_000)
    assert store.key()
    session.start(sqlite_place)  # at the next start
    ask = session.window
    assert isinstance(ask, PassphraseForm)
    for phrase, outcome in (("another sentence", PassphraseForm), ("a sentence to keep", MainWindow)):
        ask.passphrase.setText(phrase)
        ask.accept()
        assert isinstance(session.window, outcome)
    assert keeping.is_changed() is False
