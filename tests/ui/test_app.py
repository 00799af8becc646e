"""Opening the program: first start, practice, refusals, people, languages."""

import datetime as dt
import shutil
import subprocess
import sys
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests import releases
from tests.tampering import damage
from tests.ui.clipping import clipped
from ui import translation
from ui.dialogs.connect import ConnectDialog
from ui.dialogs.first_run import FirstRun
from ui.dialogs.form import Question
from ui.dialogs.sign_in import SignInDialog
from ui.help import window as help_window
from ui.main_window import MainWindow
from ui.place import place_text
from ui.widgets.banner import Banner
from ui.widgets.chips import StateChip
from xcdesk import __version__, passwords, practice, settings, store
from xcdesk.services.log import coverage
from xcdesk.services.office import people, practising
from xcdesk.services.record.entries import NewItem


def words(widget) -> str:
    return "\n".join(part.text() for part in widget.findChildren(QLabel))


def test_first_start_asks_how_to_begin(session):
    session.start("")
    assert isinstance(session.window, FirstRun)
    assert "从现有的 Excel 开始" in words(session.window)


def test_practice_data_open_in_a_marked_window(qtbot, session, preferences):
    preferences.person = 1
    session.start("")
    qtbot.mouseClick(session.window.open_practice, Qt.MouseButton.LeftButton)
    assert not session.window.open_practice.isEnabled()
    qtbot.waitUntil(lambda: isinstance(session.window, MainWindow), timeout=120_000)
    assert "练习库" in session.window.windowTitle()
    assert session.window.centralWidget().objectName() == "practice"
    assert settings.practice_database().exists()
    assert settings.load().database == ""
    assert "练习库" in words(session.window.centralWidget())
    assert preferences.person == 1  # whoever sits here for real stays remembered
    session.window.page().reload()
    chips = [chip.word for chip in session.window.page().side.findChildren(StateChip)]
    assert "练习库不备份" in chips
    assert "备份" not in words(session.window.status)


def test_practice_is_entered_from_the_menu_begun_anew_and_left(
    qtbot, session, sqlite_place, preferences, monkeypatch
):
    settings.practice_database().parent.mkdir(parents=True)
    shutil.copy(sqlite_place, settings.practice_database())
    store.open_store(settings.practice_database())
    practising.begin()
    store.close_store()
    settings.remember_database(sqlite_place)
    preferences.person = 2
    session.start("")
    session.window.menus.verbs.trigger("practice")
    assert store.is_practice()
    assert "练习库" in session.window.windowTitle()
    assert "回到正式数据" in session.window.menus.verbs.action("practice").text()
    made = []
    monkeypatch.setattr(practice, "make", lambda folder: made.append(folder) or settings.practice_database())
    session.window.menus.verbs.trigger("practice_anew")
    question = session.window.findChild(Question)
    qtbot.mouseClick(question.act_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(session.window, MainWindow))
    assert made == [settings.practice_database().parent]
    session.window.menus.verbs.trigger("practice")
    assert not store.is_practice()
    assert store.where().path == Path(sqlite_place)
    assert not session.window.menus.verbs.action("practice_anew").isEnabled()


def test_missing_database_is_refused_by_name_with_the_ways_to_begin(session, tmp_path):
    session.start(str(tmp_path / "nowhere.db"))
    assert isinstance(session.window, FirstRun)
    assert "nowhere.db" in words(session.window)


def test_last_person_sits_down_again(session, preferences, sqlite_place):
    store.open_store(sqlite_place)
    chen = people.actor("chen")
    store.close_store()
    preferences.person = chen.id
    session.start(sqlite_place)
    assert session.window.desk.actor == chen


def test_person_is_chosen_from_the_list(qtbot, db):
    actors = people.actors()
    dialog = SignInDialog(actors, actors[1].id)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.chosen() == actors[1]
    qtbot.keyClick(dialog.people, Qt.Key.Key_Up)
    assert dialog.chosen() == actors[0]


def test_language_is_changed_without_a_restart_and_kept(session, preferences, sqlite_place):
    preferences.person = 1
    session.start(sqlite_place)
    session.window.choose_language("en")
    assert session.window.tabs.tabText(4) == "Follow-up"
    assert preferences.language == "en"


def test_an_office_of_the_first_release_is_upgraded_and_each_person_told_once_what_is_new(
    qtbot, session, preferences, tmp_path
):
    place = tmp_path / "desk.db"
    releases.lay("0.1.0", place)
    preferences.save_geometry("main", QWidget())  # somebody has used the program at this machine
    preferences.person = 2

    def news() -> list[str]:
        return [one.accessibleName() for one in session.window.findChildren(Banner) if one.isVisible()]

    session.start(str(place))
    (backup,) = (tmp_path / "backups").glob("*.db")
    assert "before-0001_initial" in backup.name
    qtbot.waitUntil(lambda: bool(news()))
    assert f"程序已升级到 {__version__}" in news()[0]
    look = next(one for one in session.window.findChildren(QPushButton) if one.text() == "查看新变化")
    qtbot.mouseClick(look, Qt.MouseButton.LeftButton)
    assert next(one for one in help_window._shown if one.isVisible()).topic == "whats-new"
    assert not news()
    session.window.choose_language("en")
    with qtbot.waitSignal(session.window.safe):
        pass
    assert not news()
    session._sit_down(people.actor("chen"))
    qtbot.waitUntil(lambda: bool(news()))
    assert f"The program is version {__version__} now" in news()[0]
    kept = store.open_store(backup)
    assert kept.path == backup


class Ring(KeyringBackend):
    """A keyring in memory, as the operating system has one."""

    priority = 1

    def __init__(self):
        self.held = {}

    def get_password(self, service, username):
        """What was kept, None for nothing."""
        return self.held.get((service, username))

    def set_password(self, service, username, password):
        """Keep it."""
        self.held[service, username] = password

    def delete_password(self, service, username):
        """Forget it."""
        del self.held[service, username]


@pytest.fixture
def ring():
    before, made = keyring.get_keyring(), Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)
    passwords.forget_sitting()


def test_a_server_is_asked_for_in_fields_and_its_password_goes_into_the_keyring_alone(qtbot, ring):
    dialog = ConnectDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.connect_button.isEnabled()
    qtbot.keyClicks(dialog.host, "192.168.1.10")
    qtbot.keyClicks(dialog.login, "guo")
    qtbot.keyClicks(dialog.password, "p@ss:word/1")
    with qtbot.waitSignal(dialog.addressed) as said:
        qtbot.mouseClick(dialog.connect_button, Qt.MouseButton.LeftButton)
    address = "postgresql://xcdesk_guo@192.168.1.10/xcdesk"
    assert said.args == [address]
    assert list(ring.held.values()) == ["p@ss:word/1"]
    passwords.forget_sitting()
    assert passwords.find(address) == "p@ss:word/1"
    settings.remember_database("postgresql://desk:secret@office/desk")
    kept = (settings.home() / "settings.toml").read_text(encoding="utf-8")
    assert "secret" not in kept
    assert "postgresql://desk@office/desk" in kept
    assert passwords.use(address, "other", keep=False)
    assert ring.held == {}


def test_a_file_is_asked_for_by_its_path(qtbot):
    dialog = ConnectDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.ways.choose("file")
    assert not dialog.connect_button.isEnabled()
    qtbot.keyClicks(dialog.address, "/data/desk.db")
    with qtbot.waitSignal(dialog.addressed) as said:
        qtbot.mouseClick(dialog.connect_button, Qt.MouseButton.LeftButton)
    assert said.args == ["/data/desk.db"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_first_start_is_not_cut_off(qtbot, tmp_path, language):
    translation.install(language)
    page = FirstRun(tmp_path)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    with qtbot.waitExposed(page):
        page.show()
    assert clipped(page) == []


def test_status_tells_where_data_are_without_the_password(tmp_path):
    server = store.Location.parse("postgresql://desk:secret@office/desk")
    assert "office" in place_text(server)
    assert "secret" not in place_text(server)
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "torso.part").write_bytes(b"")
    assert "未备份" in place_text(store.Location.parse(Path(tmp_path / "desk.db")))
    (tmp_path / "backups" / "one.db").write_bytes(b"")
    assert "已备份" in place_text(store.Location.parse(Path(tmp_path / "desk.db")))


def test_the_file_is_checked_after_the_window_is_there(qtbot, session, preferences, sqlite_place):
    preferences.person = 1
    session.start(sqlite_place)
    assert store.is_unchecked()
    page = session.window.page()

    def log():
        coverage.log_item(page.desk.actor, NewItem(dt.date(2019, 3, 5), "许昌日报", "承诺公布"))

    assert not page.attempt(log)
    assert "核对" in words(page.notice)
    qtbot.waitUntil(lambda: not store.is_unchecked())
    assert page.attempt(log)


def test_a_damaged_file_is_shown_and_not_written(qtbot, session, preferences, sqlite_place):
    preferences.person = 1
    damage(sqlite_place)
    session.start(sqlite_place)
    page = session.window.page()
    qtbot.waitUntil(lambda: "没有通过核对" in words(page.notice))
    assert store.is_unchecked()


HEAVY = (
    "argon2",
    "docx",
    "openpyxl",
    "playhouse.migrate",
    "psycopg",
    "pypinyin",
    "python_calamine",
    "rapidfuzz",
    "reportlab",
    "xlsxwriter",
)


def test_starting_loads_nothing_that_only_single_verbs_need(tmp_path, sqlite_place):
    lines = (
        "import sys",
        "from tests.ui import opening",
        "opening.main(sys.argv[1])",
        "print(*sorted(set(sys.modules) & set(sys.argv[2:])))",
    )
    command = (sys.executable, "-c", "\n".join(lines), sqlite_place, *HEAVY)
    ran = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert ran.stdout.split() == []
