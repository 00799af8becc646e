"""What the menu Help gives on paper, and what it says once after an upgrade."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

import xcdesk
from tests.printed import words_of
from ui.dialogs.answers import ShortcutsDialog
from ui.dialogs.printout import PrintoutDialog
from ui.widgets.banner import Banner


def press(qtbot, where: QWidget, words: str) -> None:
    found = next(one for one in where.findChildren(QPushButton) if one.isVisible() and one.text() == words)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def pages_above(qtbot, window: QWidget) -> PrintoutDialog:
    """The pages that stand above a window, once they are set."""
    shown = next(one for one in window.findChildren(PrintoutDialog) if one.isVisible())
    qtbot.waitUntil(lambda: bool(shown.pdf))
    return shown


def test_the_quick_guide_is_two_pages_and_the_list_of_shortcuts_has_every_tab(qtbot, window):
    window.menus.verbs.trigger("quick_guide")
    guide = pages_above(qtbot, window)
    assert guide.preview.pages == 2
    guide.reject()
    window.menus.verbs.trigger("shortcuts")
    listed = window.findChild(ShortcutsDialog)
    press(qtbot, listed, "打印全部页面的快捷键…")
    shown = pages_above(qtbot, window)
    said = words_of(shown.pdf)
    assert all(
        word in said
        for word in ("各页通用", "Ctrl+K", "媒体名册", "编辑器", "Ctrl+Alt+G", "交办", "收入本期")
    )
    shown.reject()
    listed.reject()


def told(window) -> list[str]:
    return [one.accessibleName() for one in window.page().findChildren(Banner) if one.isVisible()]


def test_in_a_new_office_nothing_is_new(make_window):
    make_window().close()
    assert not told(make_window())


@pytest.mark.parametrize("version", ["0.1.0", "0.1.1"])
def test_a_version_that_nothing_is_told_of_says_nothing(monkeypatch, make_window, version):
    monkeypatch.setattr(xcdesk, "__version__", version)
    first = make_window()
    first.close()
    first.desk.preferences.remember("version_seen", first.desk.actor.id, "")
    assert not told(make_window())
