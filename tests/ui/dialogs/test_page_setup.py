"""The page set-up: what is typed is seen on the page, the lists sum to the print run, undo brings it back."""

import pytest
from PySide6.QtCore import Qt

from ui.dialogs.page_setup import PageSetupForm
from xcdesk import proofs
from xcdesk.codes import Series
from xcdesk.services.office import office_settings, page_setup
from xcdesk.services.office.page_setup import ReceiverList

WAIT_MS = 20_000


@pytest.fixture
def sitter():
    """A leader: the page set-up is not a clerk's to change."""
    return "chen"


@pytest.fixture
def page(make_window):
    window = make_window()
    window.show_page("bulletins")
    return window.page()


@pytest.fixture
def form(page):
    page.verbs.trigger("setup")
    return page.window().findChild(PageSetupForm)


def words_of(form):
    document = form.preview.document
    return "".join("".join(document.getAllText(at).text().split()) for at in range(document.pageCount()))


def test_what_is_typed_is_seen_saved_and_taken_back(qtbot, form, desk):
    form.masthead.setText("内部参考资料")
    form.lists[ReceiverList.REPORT].setPlainText("市委办公室 5\n市政府办公室\t5\n\n")
    form.lists[ReceiverList.SEND].setPlainText("市直各单位×40份\n档案馆")
    form.kept.setText("9")
    assert form.run.text() == "报 10 ＋ 送 41 ＋ 发 0 ＋ 留存 9 ＝ 共印 60 份"
    qtbot.waitUntil(lambda: "市委办公室，市政府办公室。" in words_of(form), timeout=WAIT_MS)
    assert "内部参考资料" in words_of(form)
    assert "共印60份" in words_of(form)
    form.series.choose(Series.CIRCULAR)
    form.masthead.setText("通报")
    form.series.choose(Series.INTERNAL_REFERENCE)
    assert form.lists[ReceiverList.SEND].toPlainText() == "市直各单位  40\n档案馆  1"
    form.pitch.choose("word")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    saved = page_setup.load()
    assert (saved.of(Series.INTERNAL_REFERENCE).copies, saved.of(Series.CIRCULAR).masthead) == (60, "通报")
    assert not office_settings.load().exact_pitch
    desk.undo.undo()
    assert page_setup.load().of(Series.INTERNAL_REFERENCE).receivers == ()
    assert office_settings.load().exact_pitch


def test_a_wrong_colour_is_refused_at_its_field_and_on_the_page(qtbot, form):
    form.red.line.setText("#XYZ")
    qtbot.waitUntil(lambda: "#XYZ" in form.problem.text(), timeout=WAIT_MS)
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    assert page_setup.load() == page_setup.PageSetup()


def test_faces_are_those_of_the_folder(qtbot, form, tmp_path):
    (tmp_path / "方正仿宋.ttf").write_bytes(b"no font")
    form.fonts.line.setText(str(tmp_path))
    assert form.faces["fang"].count() == 2
    form.faces["fang"].setCurrentIndex(1)
    qtbot.waitUntil(lambda: "方正仿宋" in form.problem.text(), timeout=WAIT_MS)
    assert form.typed().setup.faces == {"fang": "方正仿宋.ttf"}


def test_a_sample_stands_where_nothing_is_in_the_making(db):
    pages = proofs.sample(Series.EXTRA, office_settings.load(), page_setup.load())
    assert pages.startswith(b"%PDF")
