"""The row of verbs gives way to what stands beside it."""

import pytest
from PySide6.QtWidgets import QWidget

from ui.theme.icons import Glyph
from ui.widgets.labels import label
from ui.widgets.verb_bar import VerbBar
from ui.widgets.verbs import Verb, VerbSet


@pytest.fixture
def bar(qtbot):
    """Six verbs and the name of a period at the right, in a row of 700 pixels."""
    owner = QWidget()
    verbs = [Verb(f"v{at}", f"Do the thing {at}", Glyph.ADD, lambda: None, f"Ctrl+{at}") for at in range(6)]
    period = label("", bold=True)
    made = VerbBar(VerbSet(verbs, owner), trail=(period,))
    made.period, made.owner = period, owner
    qtbot.addWidget(made)
    qtbot.addWidget(owner)
    made.resize(700, made.sizeHint().height())
    with qtbot.waitExposed(made):
        made.show()
    return made


def shown(bar):
    return [made for made in bar._buttons.values() if made.isVisible()]


def test_verbs_make_room_for_a_neighbour_that_grows(qtbot, bar):
    before = len(shown(bar))
    bar.period.setText("internal reference of the twelfth week of 2019")
    qtbot.waitUntil(lambda: len(shown(bar)) < before)
    qtbot.waitUntil(lambda: bar.period.geometry().right() <= bar.width())
    assert bar.period.width() >= bar.period.sizeHint().width()
