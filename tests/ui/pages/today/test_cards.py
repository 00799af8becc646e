"""The cards of Today: a full day fits the smallest window."""

import pytest

from ui import translation
from ui.pages.today import elsewhere
from ui.pages.today.cards import TodayCards
from ui.pages.today.duties import Subject
from xcdesk.services.due import today


@pytest.mark.parametrize("language", ["zh", "en"])
def test_five_silent_outlets_and_five_that_owe_fit_the_smallest_window(
    qtbot, make_window, monkeypatch, language
):
    monkeypatch.setenv("XCDESK_TODAY", "2019-03-28")
    translation.install(language)
    page, cards = make_window().page(), TodayCards()
    qtbot.addWidget(cards)
    cards.resize(page.cards.size())
    state = today.today(page.desk.actor)
    cards.show_state(state, {**elsewhere.duties(state), Subject.MATTERS: ()})
    with qtbot.waitExposed(cards):
        cards.show()
    assert len(cards.lines()) == 11
    assert cards.verticalScrollBar().maximum() == 0
