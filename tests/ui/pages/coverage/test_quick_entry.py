"""The quick entry bar as a clerk types into it, key by key."""

import datetime as dt
import sys

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.coverage_hands import MONDAY, NAMES, TUESDAY, go, titles
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.log import coverage_log

K = Qt.Key


@pytest.fixture
def office(coverage_office):
    return coverage_office


@pytest.fixture
def page(coverage_page):
    return coverage_page


@pytest.fixture
def hands(qtbot, page):
    """Types where the focus is and counts every key, the one that is held down as well."""

    class Hands:
        def __init__(self):
            self.keys = 0

        def type(self, text):
            self.keys += len(text)
            qtbot.keyClicks(QApplication.focusWidget(), text)

        def press(self, *keys, modifier=Qt.KeyboardModifier.NoModifier):
            for key in keys:
                self.keys += 1
                qtbot.keyClick(QApplication.focusWidget(), key, modifier)
            self.keys += modifier != Qt.KeyboardModifier.NoModifier

    page.quick.start()
    return Hands()


def items(**chosen):
    rows = coverage_log.page(ItemFilter(**chosen)).rows
    return sorted((row.day.day, row.outlet, row.title, row.form_label) for row in rows)


def said(page):
    return " ".join(part.text() for part in page.quick.notice.findChildren(QLabel))


def way(page, words):
    return next(one for one in page.quick.notice.findChildren(QPushButton) if words in one.text())


def test_the_shortcut_leads_to_the_title_and_the_place_comes_from_the_matrix(page):
    go(page, "许昌电视台", MONDAY)
    page.verbs.trigger("quick")
    fields = page.quick.fields
    assert QApplication.focusWidget() is fields.title
    assert (fields.outlet.value(), fields.day.day()) == ("许昌电视台", MONDAY)


def test_a_title_and_enter_log_a_report_and_the_next_may_follow(page, hands):
    hands.type("One")
    hands.press(K.Key_Return)
    hands.type("Two")
    hands.press(K.Key_Return)
    assert titles(since=TUESDAY) == ["Two", "One"]
    assert QApplication.focusWidget() is page.quick.fields.title


def test_initials_and_a_day_behind_them_say_the_place(page, hands):
    places = {
        "rb": ("许昌日报", TUESDAY),
        "xccb": ("许昌晨报", TUESDAY),
        "ds4": ("许昌电视台", MONDAY),
        "lz+1": ("许昌廉政网", TUESDAY),
        "gb3.1": ("许昌人民广播电台", dt.date(2019, 3, 1)),
        "0302": ("许昌人民广播电台", dt.date(2019, 3, 2)),
    }
    for typed, place in places.items():
        hands.press(K.Key_Backspace)
        hands.type(typed)
        hands.press(K.Key_Return)
        fields = page.quick.fields
        assert (fields.outlet.value(), fields.day.day()) == place
        assert fields.title.hasFocus()
    hands.type("One")
    hands.press(K.Key_Return)
    assert items(since=dt.date(2019, 3, 2), until=dt.date(2019, 3, 2)) == [(2, "许昌人民广播电台", "One", "")]


def test_arrow_keys_change_the_day_in_the_title_and_in_its_own_field(page, hands):
    hands.press(K.Key_Down)
    assert page.quick.fields.day.day() == MONDAY
    page.quick.fields.day.setFocus()
    hands.press(K.Key_Up, K.Key_Up)
    assert page.quick.fields.day.day() == dt.date(2019, 3, 6)


def test_page_down_goes_to_the_next_outlet_of_the_roster(page, hands):
    hands.press(K.Key_PageDown, K.Key_PageDown, K.Key_PageUp)
    assert page.quick.fields.outlet.value() == "许昌晨报"
    hands.press(K.Key_PageUp, K.Key_PageUp)
    assert page.quick.fields.outlet.value() == "许昌日报"


def test_form_theme_programme_unit_and_page_by_their_initials(page, hands):
    hands.type("One")
    for text in ("xx", "jz", "", "sslj", "3"):
        hands.press(K.Key_Tab)
        hands.type(text)
    hands.press(K.Key_Return)
    (row,) = coverage_log.page(ItemFilter(since=TUESDAY)).rows
    assert (row.form, row.theme, row.unit, row.slot) == ("news", "mechanism", "市水利局", "3")
    fields = page.quick.fields
    assert (fields.form.value(), fields.theme.value(), fields.unit.value()) == ("消息", "机制制度", "")


def test_the_list_is_led_by_the_arrow_keys_and_esc_takes_back(page, hands, qtbot):
    hands.press(K.Key_Backspace)
    hands.type("xc")
    hands.press(K.Key_Down, K.Key_Tab)
    assert page.quick.fields.outlet.value() == "许昌晨报"
    hands.press(K.Key_Backspace)
    hands.type("zzz")
    hands.press(K.Key_Escape)
    assert page.quick.fields.outlet.text() == "许昌晨报"


def test_a_composed_name_and_a_composed_title_are_taken(page, hands):
    fields = page.quick.fields
    for field, words in ((fields.outlet, "晨报"), (fields.title, "承诺兑现")):
        field.setFocus()
        field.selectAll()
        composing, done = QInputMethodEvent("cheng", []), QInputMethodEvent()
        done.setCommitString(words)
        QCoreApplication.sendEvent(field, composing)
        QCoreApplication.sendEvent(field, done)
    hands.press(K.Key_Return)
    assert (5, "许昌晨报", "承诺兑现", "") in items()


def test_what_names_nothing_is_refused_in_the_bar_and_stays(page, hands):
    hands.press(K.Key_Backspace)
    hands.type("qqq")
    hands.press(K.Key_Tab)
    hands.type("One")
    hands.press(K.Key_Return)
    assert "qqq" in said(page)
    assert (page.quick.fields.outlet.text(), page.quick.fields.title.text()) == ("qqq", "One")
    assert titles(since=TUESDAY) == []
    assert QApplication.focusWidget() is page.quick.fields.outlet


def test_a_title_that_is_there_is_told_while_it_is_typed(page, qtbot):
    page.quick.fields.start_with("许昌电视台", TUESDAY)
    page.quick.fields.title.setText("《承诺之一》")
    qtbot.waitUntil(lambda: "许昌日报" in said(page))
    assert "示例" in said(page)


def test_enter_asks_and_enter_again_logs_a_reprint_that_is_one_act(page, hands):
    page.quick.fields.start_with("许昌电视台", TUESDAY)
    page.quick.fields.title.setText("承诺之一")
    hands.press(K.Key_Return)
    assert titles(since=TUESDAY) == []
    hands.press(K.Key_Return)
    counted = coverage_log.count()
    assert (counted.pieces, counted.placements) == (2, 3)
    page.desk.undo.undo()
    assert coverage_log.count().placements == 2
    page.desk.undo.redo()
    assert (coverage_log.count().pieces, coverage_log.count().placements) == (2, 3)


def test_another_piece_of_the_same_title_may_be_logged(page, hands):
    page.quick.fields.start_with("许昌电视台", TUESDAY)
    page.quick.fields.title.setText("承诺之一")
    hands.press(K.Key_Return)
    way(page, "另一篇").click()
    assert coverage_log.count().pieces == 3


def test_the_same_place_and_title_cannot_be_logged_twice_but_opened(page, hands):
    page.quick.fields.start_with("许昌日报", MONDAY)
    page.quick.fields.title.setText("承诺之一")
    hands.press(K.Key_Return)
    assert len(page.quick.notice.findChildren(QPushButton)) == 1
    hands.press(K.Key_Return)
    assert coverage_log.count().placements == 2
    assert [row.title for row in page.log.rows()] == ["承诺之一"]


def test_pasted_lines_are_logged_together_as_one_act(page, hands):
    QGuiApplication.clipboard().setText("One\r\n\r\nTwo\tx\nThree")
    hands.press(K.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    assert "3" in said(page)
    page.quick.fields.day.show_day(MONDAY)
    hands.press(K.Key_Return)
    assert sorted(titles(since=MONDAY)) == ["One", "Three", "Two x", "承诺之一", "承诺之二"]
    page.desk.undo.undo()
    assert len(titles(since=MONDAY)) == 2


def test_pasted_lines_with_one_that_is_there_are_refused_whole_and_stay(page, hands):
    page.quick.fields.start_with("许昌日报", MONDAY)
    QGuiApplication.clipboard().setText("One\n承诺之一")
    hands.press(K.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    hands.press(K.Key_Return)
    assert "承诺之一" in said(page)
    assert len(titles(since=MONDAY)) == 2
    hands.press(K.Key_Escape)
    assert page.quick.fields.title.text() == ""
    assert not page.quick.fields.title.isReadOnly()


def test_one_pasted_line_is_plain_text(page, hands):
    QGuiApplication.clipboard().setText("One\n")
    hands.press(K.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    assert page.quick.fields.title.text().strip() == "One"


def test_what_is_typed_here_is_not_lost_by_moving_in_the_matrix(page):
    page.quick.fields.start_with("许昌电视台", MONDAY)
    page.quick.fields.title.setText("One")
    go(page, "许昌日报", TUESDAY)
    assert page.quick.fields.outlet.value() == "许昌电视台"


def test_another_month_takes_the_day_along_unless_something_is_typed_here(page):
    page.matrix.view.setFocus()
    page.period.go_to(dt.date(2019, 2, 12))
    assert page.quick.fields.day.day() == page.matrix.cell().day
    assert page.matrix.cell().day.month == 2
    page.quick.fields.title.setText("写到一半")
    page.period.go_to(TUESDAY)
    assert page.quick.fields.day.day().month == 2


def test_ctrl_z_in_the_empty_title_takes_back_the_report(qtbot, coverage_office, window):
    page, control = window.page(), Qt.KeyboardModifier.ControlModifier
    page.quick.start()
    title = page.quick.fields.title
    qtbot.keyClicks(title, "One")
    assert page.unsaved()
    qtbot.keyClick(title, K.Key_Return)
    assert not page.unsaved()
    assert "One" in titles(since=MONDAY)
    qtbot.keyClick(title, K.Key_Z, control)
    assert "One" not in titles(since=MONDAY)
    assert title.text() == ""
    qtbot.keyClick(title, K.Key_Y, control)
    assert "One" in titles(since=MONDAY)


def test_esc_leads_back_to_the_matrix(page, hands):
    hands.press(K.Key_Escape)
    assert page.matrix.view.hasFocus()


def test_the_matrix_goes_along(page, hands, office):
    hands.press(K.Key_Backspace)
    hands.type("ds4")
    hands.press(K.Key_Tab)
    hands.type("One")
    hands.press(K.Key_Return)
    assert page.matrix.cell().outlet_id == office["许昌电视台"]
    assert page.matrix.cell().day == MONDAY
    assert page.quick.fields.title.hasFocus()


def _entries():
    """25 reports of five outlets over a week, as a clerk has them: paper by paper, day by day."""
    week = [dt.date(2019, 2, 25) + dt.timedelta(days=each) for each in range(5)]
    short = dict(zip(NAMES, ("rb", "cb", "gb", "ds", "lz"), strict=True))
    for at, (name, letters) in enumerate(short.items()):
        for number, day in enumerate(week):
            yield name, letters, day, f"Promise {at}{number} kept"


@pytest.mark.parametrize("by_day", [False, True])
def test_25_reports_cost_no_more_keys_than_promised(page, hands, by_day, capsys):
    fields = page.quick.fields
    entries = sorted(_entries(), key=lambda entry: entry[2]) if by_day else list(_entries())
    fields.start_with(NAMES[-1], dt.date(2019, 2, 24))
    costs = []
    for name, letters, day, title in entries:
        before = hands.keys
        _lead(hands, fields, (name, letters, day))
        hands.type(title)
        hands.press(K.Key_Return)
        costs.append(hands.keys - before - len(title))
    for title in ("Same place 1", "Same place 2"):
        before = hands.keys
        hands.type(title)
        hands.press(K.Key_Return)
        assert hands.keys - before - len(title) <= 2
    wanted = sorted((day.day, name, title, "") for name, _, day, title in entries)
    found = [
        one for one in items(since=dt.date(2019, 2, 25), until=dt.date(2019, 3, 1)) if "Same" not in one[2]
    ]
    assert found == wanted
    assert max(costs) <= 6
    excel = len("20190225") + len("许昌日报") + len("消息") + len(("Tab",) * 3) + len(("Enter",))
    with capsys.disabled():
        sys.stdout.write(f"\n25 reports beyond the titles: {sum(costs)} keys here, {25 * excel} in Excel ")


def _lead(hands, fields, place):
    """Say the next place in the fewest keys."""
    name, letters, day = place
    days = (day - fields.day.day()).days
    hands.press(*[K.Key_Up if days > 0 else K.Key_Down] * abs(days))
    here, there = (NAMES.index(each) if each in NAMES else -9 for each in (fields.outlet.value(), name))
    if there == here + 1:
        hands.press(K.Key_PageDown)
    elif there != here:
        hands.press(K.Key_Backspace)
        hands.type(letters)
        hands.press(K.Key_Tab)
