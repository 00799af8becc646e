"""Ways to the data besides opening them: a backup alone, a file that may not be written, a second window."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from ui.app import Session
from ui.dialogs.backups.window import GoneBack
from ui.dialogs.first_run import FirstRun
from ui.main_window import MainWindow
from ui.read_only import READING
from xcdesk import settings, store
from xcdesk.db import locking
from xcdesk.models import AuditEntry
from xcdesk.services.backups import keeping, listing, restoring
from xcdesk.services.backups.keeping import Reason


@pytest.fixture
def session(qtbot, preferences):
    preferences.person = 1
    made = Session(preferences)
    yield made
    if made.window is not None:
        made.window.close()
    store.close_store()


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
    session.ways_in.go_back(GoneBack(target, "", Path(made), restoring.left(), "示例"))
    assert store.where().path == target
    session.window.close()
    session.leave()
    store.open_store(target)
    assert listing.backups()[0].reason == "closing"


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
