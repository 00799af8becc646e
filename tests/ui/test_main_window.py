"""The frame: tabs, shortcuts, regions, reasons, undo, the command box."""

import itertools
import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from tests.ui.clipping import clipped
from ui import translation
from ui.changes import Area
from ui.main_window import MainWindow
from ui.pages import catalogue
from ui.pages.catalogue import all_pages
from ui.pages.roster.list_acts import UnitActs
from ui.refusals import NothingToUndoError
from ui.theme import theme
from ui.theme.theme import Choice
from ui.undo import Act
from ui.widgets.banner import Banner
from ui.widgets.verbs import Weight
from xcdesk.codes import UnitKind
from xcdesk.resources import root
from xcdesk.services.roster.units import NewUnit

TABS = ["今日", "媒体名册", "报道登记", "审签", "督办", "内参通报"]


def told(window) -> str:
    """All text of the dialog that is open over the window."""
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
    return "\n".join(part.text() for part in dialog.findChildren(QLabel))


def test_tabs_stand_in_the_order_of_the_guide(window):
    words = [window.tabs.tabText(at) for at in range(window.tabs.count())]
    assert [word.partition("  ")[0] for word in words] == TABS


@pytest.mark.parametrize("at", range(6))
def test_ctrl_and_a_digit_bring_a_tab_to_the_front(qtbot, window, at):
    window.tabs.setCurrentIndex((at + 1) % 6)
    qtbot.keyClick(window, Qt.Key(Qt.Key.Key_1 + at), Qt.KeyboardModifier.ControlModifier)
    assert window.tabs.currentIndex() == at


def test_every_tab_change_puts_the_focus_into_the_page(window):
    for at in range(6):
        window.tabs.setCurrentIndex(at)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus is window.page() or window.page().isAncestorOf(focus)


def test_every_verb_has_a_shortcut_or_is_rare(window):
    for verbs in (window.menus.verbs, *(page.verbs for page in window.pages)):
        bare = [verb.id for verb in verbs if not verb.shortcut and verb.weight is not Weight.RARE]
        assert bare == []


def test_no_shortcut_is_given_twice(window):
    for page in window.pages:
        keys = [verb.shortcut for verb in itertools.chain(window.menus.verbs, page.verbs) if verb.shortcut]
        assert sorted(keys) == sorted(set(keys))
        assert all(QKeySequence(key).toString() for key in keys)


def test_shortcuts_of_input_methods_and_messengers_are_left_alone(window):
    taken = {"Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+Shift+F", "Alt+A"}
    taken |= {f"Ctrl+Alt+{letter}" for letter in "AFLOSWZ"}  # QQ and WeChat, whatever is in front
    seen = set()
    for page in window.pages:
        sets = (page.verbs, *page.verb_sets(), *page.more_verbs().values())
        for verb in itertools.chain(window.menus.verbs, *sets):
            seen.add(verb.shortcut)
            assert (
                "+" in verb.shortcut
                or verb.shortcut.startswith("F")
                or verb.shortcut in {"", "Del", "Return"}
            )
    assert seen & taken == set()


def test_alt_slash_says_why_verbs_are_grey_and_names_the_way_out(qtbot, window):
    window.show_page("followup")
    qtbot.keyClick(window, Qt.Key.Key_Slash, Qt.KeyboardModifier.AltModifier)
    assert "交办" in told(window)
    assert "请先在列表里选一条" in told(window)


def test_ctrl_slash_lists_the_shortcuts_of_the_actions(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    assert "Ctrl+K" in told(window)
    assert "刷新" in told(window)


def test_f6_visits_the_regions_and_comes_back(qtbot, window):
    window.show_page("followup")
    first = QApplication.focusWidget()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is window.tabs.tabBar()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is first


def test_undo_is_named_in_the_menu_and_takes_the_act_back(qtbot, window):
    undone = []
    action = window.menus.verbs.action("undo")
    assert not action.isEnabled()
    window.desk.undo.push(Act("登记报道", lambda: undone.append(1), undone.clear))
    assert action.text() == "撤销：登记报道"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [1]
    qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert undone == []


def test_finished_act_is_said_with_its_undo(window):
    window.desk.undo.push(Act("登记报道", lambda: None, lambda: None))
    window.page().said.emit("已登记 1 篇")
    shown = [part.text() for part in window.status.findChildren(QLabel) if part.isVisible()]
    assert "已登记 1 篇" in shown


def test_waiting_things_are_counted_on_the_tab(window):
    page = window.pages[3]
    page.waiting_changed.emit(2)
    assert window.tabs.tabText(3) == "审签  2"
    page.waiting_changed.emit(0)
    assert window.tabs.tabText(3) == "审签"


def test_committed_write_is_shown_as_saved(window):
    window.desk.changes.tell(Area.COVERAGE)
    assert window.status.findChildren(type(window.status._state))[0].word.startswith("已保存 ")


def test_theme_chosen_in_the_menu_is_shown_and_kept(window):
    action = next(a for a in window.findChildren(QAction) if a.text() == "深色")
    action.trigger()
    assert theme.current().palette.name == "dark"
    assert window.desk.preferences.theme is Choice.DARK
    theme.current().apply(Choice.LIGHT)


def test_text_of_another_size_is_asked_for_unless_something_typed_would_be_lost(window, monkeypatch):
    asked = []
    window.text_size_chosen.connect(asked.append)
    larger = next(a for a in window.findChildren(QAction) if a.text() == "150 %")
    larger.trigger()
    assert asked == [150]
    monkeypatch.setattr(window.page(), "unsaved", lambda: True)
    larger.trigger()
    assert asked == [150]
    assert "正在改稿" in " ".join(part.text() for part in window.page().notice.findChildren(QLabel))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_is_cut_off_on_the_smallest_screen(qtbot, make_window, language):
    translation.install(language)
    window = make_window()
    for page in window.pages:
        window.show_page(page.key)
        QCoreApplication.sendPostedEvents()  # buttons that found room are laid out now
        assert clipped(window) == []


@pytest.mark.parametrize(
    ("scale", "text_size", "language"),
    [
        ("1.5", "100", ""),
        ("2", "100", ""),
        ("1", "150", ""),
        pytest.param("1", "200", "zh", marks=pytest.mark.slow),
    ],
)
def test_nothing_is_cut_off_on_a_dense_screen_or_in_large_text(sqlite_place, scale, text_size, language):
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
    command = [sys.executable, "-m", "tests.ui.at_scale", sqlite_place, text_size]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, cwd=root())
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stdout.splitlines() if line.startswith(language)] == []


def test_person_and_week_stand_in_the_status_line(monkeypatch, make_window):
    monkeypatch.setenv("XCDESK_TODAY", "2026-11-23")
    window = make_window()
    words = " ".join(part.text() for part in window.status.findChildren(QLabel))
    assert window.desk.actor.name in words
    assert "第48周" in words


def test_a_tab_says_what_its_page_says(window):
    for language in ("zh", "en"):
        translation.install(language)
        pages = [tab.make(window.desk) for tab in catalogue.TABS]
        assert [(tab.key, tab.glyph, tab.name) for tab in catalogue.TABS] == [
            (page.key, page.glyph, page.name()) for page in pages
        ]
        for page in pages:
            page.deleteLater()


def test_pages_behind_the_first_are_made_once_it_is_to_be_seen(qtbot, desk):
    pages = all_pages(desk)
    window = MainWindow(desk, pages)
    qtbot.addWidget(window)
    window.start()
    assert [page.key for page in pages.made()] == ["today"]
    window.show()
    qtbot.waitUntil(lambda: pages.missing() is None, timeout=20_000)
    assert [page.key for page in pages.made()] == [tab.key for tab in catalogue.TABS]


def test_a_page_is_made_when_somebody_goes_there(qtbot, desk):
    pages = all_pages(desk)
    window = MainWindow(desk, pages)
    qtbot.addWidget(window)
    window.start()
    window.show_page("approvals")
    assert window.page().key == "approvals"
    assert [page.key for page in pages.made()] == ["today", "approvals"]


def test_a_refusal_goes_once_an_act_went_through_and_other_news_stay(window):
    page = window.page()
    page.show_failure(NothingToUndoError())
    assert page.notice.isVisible()
    UnitActs(page).add(NewUnit("示例新区", UnitKind.COUNTY))
    assert not page.notice.isVisible()
    page.show_notice(Banner("info", "示例"))
    UnitActs(page).add(NewUnit("示例老区", UnitKind.COUNTY))
    assert page.notice.isVisible()
