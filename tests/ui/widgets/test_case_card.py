"""Cards of the board in lanes of any width: what tells cases apart is never cut for what does not."""

from PySide6.QtGui import QFontMetrics, QImage, QStandardItem, QStandardItemModel

from ui.theme import theme
from ui.theme.tokens import Role, State
from ui.widgets.case_card import CARD_ROLE, Card, CardDelegate
from ui.widgets.table_view import ListView

HEAD = "Commitment 2019/12"
NARROW, BROAD = 170, 320


def painted(qtbot, word: str, width: int) -> tuple[QImage, QImage]:
    """The left end of the first line, as far as the number reaches, and what stands right of it."""
    view, delegate, model = ListView(), CardDelegate(), QStandardItemModel()
    item = QStandardItem()
    item.setData(Card(HEAD, State.DONE, word, "标题", "市教育局", "03-05"), CARD_ROLE)
    model.appendRow(item)
    view.setModel(model)
    view.setItemDelegate(delegate)
    qtbot.addWidget(view)
    view.resize(width, 120)
    with qtbot.waitExposed(view):
        view.show()
    box = view.visualRect(model.index(0, 0)).adjusted(11, 10, -11, -10)
    line = view.viewport().grab(box).toImage()
    reach = QFontMetrics(theme.font(Role.CAPTION)).horizontalAdvance(HEAD)
    small = theme.line_height(Role.CAPTION)
    return line.copy(0, 0, reach, small), line.copy(reach, 0, line.width() - reach, small)


def test_in_a_narrow_lane_the_word_gives_way_and_the_number_stays_whole(qtbot):
    number, rest = painted(qtbot, "closed in time", NARROW)
    alone, mark = painted(qtbot, "", NARROW)
    assert number == alone
    assert rest == mark
    number, rest = painted(qtbot, "closed in time", BROAD)
    alone, mark = painted(qtbot, "", BROAD)
    assert number == alone
    assert rest != mark
