"""F1 and the window of the help."""

import re

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from tests.ui.access import unheard
from tests.ui.clipping import clipped
from tests.ui.help.classes import dialogs, widget_classes
from ui import translation
from ui.app import Session
from ui.dialogs.form import Question
from ui.help import window as help_window
from ui.help.topics import topic_of
from ui.help.window import HelpWindow
from ui.pages.catalogue import TABS
from ui.theme import theme
from ui.theme.theme import Choice
from ui.widgets.verbs import plain_name
from xcdesk import handbook, store

F1 = Qt.Key.Key_F1


def shown() -> HelpWindow:
    return next(one for one in help_window._shown if one.isVisible())


def opened_at(qtbot, topic) -> HelpWindow:
    """The window of the help, in front."""
    made = help_window.show(topic)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def known_topics():
    return {passage.topic for key in handbook.page_keys() for passage in handbook.page(key, "zh").passages}


def test_every_topic_that_a_window_names_is_a_passage():
    named = {one.__name__: vars(one)["help_topic"] for one in widget_classes() if "help_topic" in vars(one)}
    topics = {name: topic for name, topic in named.items() if isinstance(topic, str)}
    assert len(topics) > 100
    assert {name: topic for name, topic in topics.items() if topic not in known_topics()} == {}
    assert {tab.key for tab in TABS} <= known_topics()


def test_every_dialog_leads_to_a_passage_of_its_own():
    lost = [one.__name__ for one in dialogs() if not getattr(one, "help_topic", "")]
    assert lost == [Question.__name__], "a question is about the page or the form above which it stands"


def test_the_nearest_widget_up_the_chain_says_what_the_help_is_about(qtbot):
    page, part, field = QWidget(), QWidget(), QWidget()
    qtbot.addWidget(page)
    part.setParent(page)
    field.setParent(part)
    assert topic_of(field) == ""
    page.help_topic = "coverage"
    assert topic_of(field) == "coverage"
    part.help_topic = "coverage#log"
    assert topic_of(field) == "coverage#log"


def test_f1_opens_the_page_of_the_tab_and_of_the_part_in_focus(qtbot, window):
    for tab in TABS:
        window.show_page(tab.key)
        qtbot.keyClick(window, F1)
        assert shown().topic.partition("#")[0] in {tab.key, "matrix"}
    window.show_page("coverage")
    qtbot.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, F1)
    assert "快速登记" in shown().reader.toPlainText()
    assert shown().contents._tree.currentItem().text(0) == "快速登记"
    assert len(help_window._shown) == 1


def test_f1_works_in_a_form_above_the_window_and_in_the_ways_to_begin(qtbot, preferences, sqlite_place):
    session = Session(preferences)
    session.start("")
    qtbot.waitUntil(session.window.isActiveWindow)
    qtbot.keyClick(session.window, F1)
    assert shown().topic == "first-bulletin"
    session.start(sqlite_place)
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow)
    qtbot.keyClick(session.window, F1)
    assert shown().topic == "accounts#sign-in"
    qtbot.keyClick(session.window.people, Qt.Key.Key_Return)
    with qtbot.waitSignal(session.window.safe):
        pass
    session.window.show_page("coverage")
    session.window.page().verbs.trigger("item_log")
    form = next(one for one in session.window.findChildren(QDialog) if one.isVisible())
    form.activateWindow()
    qtbot.waitUntil(lambda: form.isAncestorOf(QApplication.focusWidget()))
    qtbot.keyClick(form, F1)
    assert shown().topic == "coverage#one-report"
    form.reject()
    session.window.close()
    store.close_store()


def test_links_back_and_forward_lead_through_what_was_read(qtbot):
    opened = opened_at(qtbot, "backups")
    opened.reader.followed.emit("accounts.md#recovery")
    assert opened.topic == "accounts#recovery"
    opened.reader.followed.emit("keyboard.md")
    QTest.keyClick(opened, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert opened.topic == "accounts#recovery"
    assert opened.verbs.action("forward").isEnabled()
    opened.back()
    assert opened.topic == "backups"
    assert "没有看过的页面" in opened.verbs.action("back").toolTip()
    opened.forward()
    opened.reader.followed.emit("imports.md")
    assert not opened.verbs.action("forward").isEnabled()
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    assert not opened.isVisible()


def test_a_click_on_a_link_opens_the_passage_and_nothing_else(qtbot):
    opened = opened_at(qtbot, "index")
    document = opened.reader.document()
    place = document.find("十步")
    place.movePosition(QTextCursor.MoveOperation.Left)
    spot = opened.reader.cursorRect(place).center()
    qtbot.mouseClick(opened.reader.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened.topic == "first-bulletin"


def test_a_search_lists_passages_opens_the_first_and_lights_the_words(qtbot):
    opened = opened_at(qtbot, "index")
    qtbot.keyClick(opened, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert opened.search.hasFocus()
    opened.search.setText("恢复码")
    qtbot.keyClick(opened.search, Qt.Key.Key_Return)
    assert "恢复码" in opened.contents._finds.topLevelItem(0).text(0)
    assert "恢复码" in opened.reader.toPlainText()
    assert opened.reader.extraSelections()
    opened.search.setText("没有这样的字")
    qtbot.keyClick(opened.search, Qt.Key.Key_Return)
    assert "没有写到" in opened.contents._nothing.text()
    opened.verbs.trigger("contents")
    assert opened.contents._tree.hasFocus()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_is_shown_whole_in_both_languages_and_themes(qtbot, language):
    translation.install(language)
    opened = opened_at(qtbot, "index")
    for key in handbook.page_keys():
        opened.show_topic(key)
        page = handbook.page(key, language)
        headings = [block.text() for block in opened.reader._headings()]
        assert headings == [passage.title for passage in page.passages]
        assert "**" not in opened.reader.toPlainText()
        assert "{#" not in opened.reader.toPlainText()
        assert opened.reader.horizontalScrollBar().maximum() == 0
    assert clipped(opened) == []
    assert unheard(opened) == set()
    theme.current().apply(Choice.DARK)
    assert opened.topic == handbook.page_keys()[-1]
    translation.install("en" if language == "zh" else "zh")
    assert help_window.show("today").windowTitle() == ("Help" if language == "zh" else "帮助")


_KEYS = r"((?:Ctrl|Alt|Shift)(?:\+[A-Za-z0-9]+)+|F\d+)"
_NAMED_THEN_KEYS = re.compile(rf"\*\*([^*]+)\*\*(?:（| \(){_KEYS}[）)]")
_KEYS_THEN_NAMED = re.compile(rf"{_KEYS} (?:\*\*|is \*\*|opens \*\*|打开\*\*|是\*\*)([^*]+)\*\*")


def keys_in_the_help(language):
    """Every name of a verb that the help gives keys for, with these keys and the passage."""
    for key in handbook.page_keys():
        for passage in handbook.page(key, language).passages:
            for name, keys in _NAMED_THEN_KEYS.findall(passage.body):
                yield name.split(" › ")[-1], keys, passage.topic
            for keys, name in _KEYS_THEN_NAMED.findall(passage.body):
                yield name, keys, passage.topic


def ways_in_the_help(language):
    """Every way of two steps that the help names, such as ``工具 › 备份``."""
    for key in handbook.page_keys():
        for passage in handbook.page(key, language).passages:
            yield from (name.split(" › ") for name in handbook.controls(passage.body) if " › " in name)


def shown_in(page) -> set[str]:
    """The words of what can be chosen in a page: its verbs, and the buttons of its views."""
    words = {plain_name(action) for verbs in page.verb_sets() for action in verbs.actions()}
    words |= {button.text() for button in page.findChildren(QAbstractButton)}
    return {word.removesuffix("…") for word in words}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_the_help_names_is_where_it_says_and_has_its_keys(make_window, language):
    translation.install(language)
    window = make_window()
    sets = [window.menus.verbs]
    for page in window.pages:
        sets += [*page.verb_sets(), *page.more_verbs().values()]
    sets.append(window.pages[2].trackers.verbs)
    known: dict[str, set[str]] = {}
    for action in (action for verbs in sets for action in verbs.actions()):
        keys = {keys.toString() for keys in action.shortcuts()}
        known.setdefault(plain_name(action).removesuffix("…"), set()).update(keys)
    found = list(keys_in_the_help(language))
    assert len(found) > 50
    # A view of its own takes some keys: its verb has none.
    wrong = [one for one in found if known.get(one[0]) and one[1] not in known[one[0]]]
    assert wrong == []
    menus = {
        plain_name(menu.menuAction()): {plain_name(one).removesuffix("…") for one in menu.actions()}
        for menu in window._menu_bar.menus()
    }
    # In the practice office the same entry leads back.
    next(iter(menus.values())).add(QCoreApplication.translate("Menus", "Back to the office's data"))
    places = menus | {page.name(): shown_in(page) for page in window.pages}
    ways = [way for way in ways_in_the_help(language) if way[0] in places]
    assert len(ways) > 20
    assert [way for way in ways if way[1] not in places[way[0]]] == []
