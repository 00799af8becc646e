"""The way from a new office to a printed first issue, as the quick guide tells it."""

import itertools

import pytest
from PySide6.QtPdf import QPdfDocument

from tests.clerk import words_of
from tests.ten_steps import TODAY, Walk, fake
from ui.widgets.scroll import RoomyScroll
from xcdesk import clock, guide, store
from xcdesk.codes import Series
from xcdesk.services.issuing import numbering


@pytest.fixture
def walk(qapp, tmp_path, monkeypatch):
    monkeypatch.setenv(clock.TODAY_VARIABLE, TODAY)
    made = Walk(tmp_path)
    fake(made, monkeypatch.setattr)
    yield made
    made.end()


def cut_off(window) -> list[str]:
    """Pages of the window that have to be moved sideways to be seen whole."""
    places = window.findChildren(RoomyScroll)
    return [str(one) for one in places if one.isVisible() and one.horizontalScrollBar().maximum()]


def test_whoever_has_only_the_guide_prints_the_first_issue(walk, tmp_path):
    pictures = []
    for clerk, picture in walk.steps():
        assert clerk.unread() == [], f"{clerk.step.title} names what is not needed"
        assert not picture.isNull()
        pictures.append(picture.toImage())
        assert cut_off(walk.session.window) == [], clerk.step.title
        if clerk.step.key == "import":
            assert "尚未备份" not in words_of(walk.session.window), "a backup went before the import"
    assert len(pictures) == len(guide.steps()) == 10
    assert all(one != other for one, other in itertools.pairwise(pictures))
    first = numbering.numbered(Series.INTERNAL_REFERENCE, 1, None)
    paper = QPdfDocument()
    paper.load(str(walk.printed))
    assert paper.pageCount() == first.pages >= 2
    paper.close()
    assert store.is_open()
