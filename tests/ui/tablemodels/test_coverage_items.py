"""The log as a table: a short one at once, a long one end by end while a worker puts it in order."""

import datetime as dt

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.pages.coverage.log_pane import CoverageLogPane
from ui.pages.coverage.log_selection import MOST_JOINED
from ui.tablemodels.coverage_columns import COLUMNS
from ui.tablemodels.coverage_items import CoverageItemsModel
from ui.tablemodels.row_pages import PAGE
from ui.theme.icons import Glyph
from ui.widgets.empty_state import EmptyState
from ui.widgets.state_cell import FIGURES
from xcdesk.models import CoverageItem
from xcdesk.services.counts.item_filter import EVERYTHING, ItemField, ItemFilter
from xcdesk.services.log import arrangement, coverage, coverage_log
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.office import people
from xcdesk.services.record.entries import ItemChange, NewItem

ROWS = 5 * PAGE + 40
FIRST = dt.date(2018, 1, 1)


@pytest.fixture
def office(db):
    """A log of some pages."""
    for start in range(0, ROWS, PAGE):
        CoverageItem.insert_many(
            {
                "outlet": 1 + number % 5,
                "day": FIRST + dt.timedelta(days=number // 4),
                "title": f"稿件{number * 37 % ROWS:04}",
                "title_key": f"稿件{number * 37 % ROWS:04}",
                "tier": "municipal",
                "logged_by": 2,
            }
            for number in range(start, min(ROWS, start + PAGE))
        ).execute()
    return db


@pytest.fixture
def long(monkeypatch):
    """Whatever is in the log counts as long."""
    monkeypatch.setattr(arrangement, "SMALL", 10)


@pytest.fixture
def model(office, desk) -> CoverageItemsModel:
    made = CoverageItemsModel(desk.runner)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def titles(model, *places):
    return [model.index(at, 2).data() for at in places]


def in_order(chosen=EVERYTHING, **order):
    return [row.title for row in coverage_log.rows(arrangement.arrange(chosen, arrangement.Order(**order)))]


def test_a_short_log_is_there_at_once(model):
    model.show_items(ItemFilter())
    assert not model.is_reading()
    wanted = in_order()
    assert model.rowCount() == ROWS
    assert titles(model, *range(ROWS)) == wanted


def test_a_long_log_shows_its_ends_at_once_and_fills_in(qtbot, model, long):
    model.show_items(ItemFilter())
    wanted = in_order()
    assert model.is_reading()
    assert model.rowCount() == ROWS
    assert titles(model, 0, PAGE - 1, ROWS - 1, ROWS - PAGE) == [
        wanted[at] for at in (0, PAGE - 1, ROWS - 1, ROWS - PAGE)
    ]
    assert titles(model, 2 * PAGE) == [None]
    with qtbot.waitSignal(model.dataChanged):
        pass
    assert titles(model, 2 * PAGE, 0, ROWS - 1) == [wanted[2 * PAGE], wanted[0], wanted[-1]]


def test_a_new_order_leaves_what_is_shown_until_it_is_known(qtbot, model, long):
    model.show_items(ItemFilter())
    qtbot.waitUntil(lambda: not model.is_reading())
    before = titles(model, 0, 1)
    model.sort(2, Qt.SortOrder.AscendingOrder)
    assert model.is_reading()
    assert titles(model, 0, 1) == before
    qtbot.waitUntil(lambda: not model.is_reading())
    assert titles(model, 0, 1, ROWS - 1) == ["稿件0000", "稿件0001", f"稿件{ROWS - 1}"]


def test_the_answer_to_a_question_nobody_asks_any_more_is_dropped(qtbot, model, long):
    model.show_items(ItemFilter())
    model.sort(2, Qt.SortOrder.AscendingOrder)
    model.show_items(ItemFilter(outlet_ids=(2,)))
    qtbot.waitUntil(lambda: not model.is_reading())
    wanted = in_order(ItemFilter(outlet_ids=(2,)), column=ItemField.TITLE, descending=False)
    assert titles(model, *range(model.rowCount())) == wanted


def test_every_column_sorts(model):
    model.show_items(ItemFilter())
    for at, column in enumerate(COLUMNS):
        model.sort(at, Qt.SortOrder.AscendingOrder)
        wanted = arrangement.arrange(ItemFilter(), arrangement.Order(column.key, descending=False))
        assert [model.row(place).id for place in (0, 300, ROWS - 1)] == [wanted[0], wanted[300], wanted[-1]]


def test_a_day_and_a_row_are_found_in_a_long_log(qtbot, model, long):
    model.show_items(ItemFilter())
    qtbot.waitUntil(lambda: not model.is_reading())
    day = FIRST + dt.timedelta(days=100)
    at = model.find_day(day)
    assert model.row(at).day == day
    assert model.row(at - 1).day > day
    assert model.find(model.row(700).id) == 700
    assert model.find(999_999) is None


@pytest.fixture
def pane(qtbot, office, desk) -> CoverageLogPane:
    made = CoverageLogPane(desk)
    qtbot.addWidget(made)
    made.resize(1200, 500)
    made.show()
    show(made)
    return made


def show(pane, **chosen):
    pane.show_items(ItemFilter(**chosen), "", EmptyState(Glyph.TABLE, "空", "没有", ()))


def test_figures_end_below_one_another_and_words_begin_so(pane):
    table, model = pane.table, pane.model
    aligned = []
    for at, column in enumerate(COLUMNS):
        option = QStyleOptionViewItem()
        table.itemDelegateForIndex(model.index(0, at)).initStyleOption(option, model.index(0, at))
        heading = model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        assert (heading == FIGURES) == bool(option.displayAlignment & Qt.AlignmentFlag.AlignRight)
        if heading == FIGURES:
            aligned.append(column.key)
    assert aligned == [ItemField.REPRINTS, ItemField.EVIDENCE]


def choose(pane, *places):
    flags = QItemSelectionModel.SelectionFlag
    for at in places:
        pane.table.selectionModel().setCurrentIndex(pane.model.index(at, 0), flags.Select | flags.Rows)


@pytest.mark.parametrize("length", [10, arrangement.SMALL])
def test_what_is_chosen_stays_chosen_whatever_is_written(qtbot, pane, monkeypatch, length):
    monkeypatch.setattr(arrangement, "SMALL", length)
    clerk = people.actor("guo")

    def settled(**chosen):
        show(pane, **chosen)
        qtbot.waitUntil(lambda: not pane.model.is_reading())

    settled()
    choose(pane, 400, 402)
    kept = pane.rows()
    coverage.log_item(clerk, NewItem(FIRST + dt.timedelta(days=200), "许昌日报", "新登记的一篇"))
    settled()
    assert [row.id for row in pane.rows()] == [row.id for row in kept]
    assert pane.model.rowCount() == ROWS + 1
    coverage.change_item(clerk, ItemVersion(kept[0].id, kept[0].version), ItemChange(note="改过", slot="3版"))
    settled()
    assert [row.note for row in pane.rows()] == ["改过", ""]
    coverage.change_item(clerk, ItemVersion(kept[0].id, 2), ItemChange(day=FIRST))
    settled()
    assert {row.id for row in pane.rows()} == {row.id for row in kept}
    coverage.remove_items(clerk, [ItemVersion(kept[1].id, kept[1].version)])
    settled()
    assert [row.id for row in pane.rows()] == [kept[0].id]
    settled(outlet_ids=(kept[0].outlet_id,))
    assert [row.id for row in pane.rows()] == [kept[0].id]


def test_an_edit_reads_no_more_than_the_page_that_is_looked_at(qtbot, pane, monkeypatch):
    monkeypatch.setattr(arrangement, "SMALL", 10)
    show(pane)
    qtbot.waitUntil(lambda: not pane.model.is_reading())
    asked = []
    read = pane.model._pages._read
    monkeypatch.setattr(pane.model._pages, "_read", lambda ids: asked.append(len(ids)) or read(ids))
    row = pane.model.row(3)
    coverage.change_item(people.actor("guo"), ItemVersion(row.id, row.version), ItemChange(title="改了题"))
    resets = []
    pane.model.modelReset.connect(lambda: resets.append(1))
    show(pane)
    qtbot.waitUntil(lambda: not pane.model.is_reading())
    pane.table.grab()
    assert titles(pane.model, 3) == ["改了题"]
    assert not resets
    assert set(asked) == {PAGE}
    assert len(asked) <= 2


@pytest.mark.parametrize("length", [10, arrangement.SMALL])
def test_another_order_is_shown_from_its_beginning_and_reading_again_stays_put(
    qtbot, pane, monkeypatch, length
):
    monkeypatch.setattr(arrangement, "SMALL", length)
    pane.table.scrollTo(pane.model.index(700, 0), pane.table.ScrollHint.PositionAtTop)
    show(pane)
    qtbot.waitUntil(lambda: not pane.model.is_reading())
    assert pane.table.rowAt(0) == 700
    for column in (1, 2):
        pane.table.scrollTo(pane.model.index(700, 0), pane.table.ScrollHint.PositionAtTop)
        pane.table.horizontalHeader().setSortIndicator(column, Qt.SortOrder.AscendingOrder)
        qtbot.waitUntil(lambda: not pane.model.is_reading())
        assert pane.table.rowAt(0) == 0


def test_the_end_of_a_long_log_is_one_key_away(qtbot, pane, monkeypatch):
    monkeypatch.setattr(arrangement, "SMALL", 10)
    show(pane, since=FIRST)
    pane.table.setFocus()
    choose(pane, 0)
    qtbot.keyClick(pane.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert pane.model.row(pane.table.currentIndex().row()).day == FIRST


def test_more_than_one_act_takes_is_refused_by_name(page_with_log):
    page = page_with_log
    page.log.table.setFocus()
    page.log.table.selectAll()
    assert page.log.chosen_count() > MOST_JOINED
    assert len(page.log.rows()) == MOST_JOINED
    for verb in ("group", "ungroup"):
        assert not page.verbs.action(verb).isEnabled()
        assert str(MOST_JOINED) in page.verbs.action(verb).toolTip()
    assert page.verbs.action("remove").isEnabled()
    assert page.commands.of_log.too_many(MOST_JOINED) is not None


@pytest.fixture
def page_with_log(office, window, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", "2018-01-20")
    rows = (
        {"outlet": 1, "day": FIRST, "title": f"多{number}", "title_key": f"多{number}", "tier": "municipal"}
        for number in range(MOST_JOINED)
    )
    CoverageItem.insert_many(list(rows)).execute()
    window.show_page("coverage")
    page = window.page()
    page.period.go_to(FIRST)
    return page


def test_an_empty_log_says_so_and_comes_back(qtbot, pane):
    show(pane, outlet_ids=(17,))
    assert not pane._stack.shows_view()
    pane.model.sort(1, Qt.SortOrder.AscendingOrder)
    assert not pane._stack.shows_view()
    show(pane)
    assert pane._stack.shows_view()
    assert "1,320" in pane.count.text() or "1320" in pane.count.text()
