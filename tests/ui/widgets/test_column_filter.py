"""The window that filters a column by values, whose counts come a moment later."""

from PySide6.QtWidgets import QWidget

from ui.widgets.column_filter import ListFilter, Value


def test_keyboard_and_ticks_keep_their_places_when_the_counts_come(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ListFilter("报道形式", parent)
    made.show_values([Value(name, name, None, ticked=False) for name in ("消息", "通讯", "评论")])
    made.list.setCurrentRow(1)
    made.list.item(1).setCheckState(made.list.item(1).checkState().Checked)
    made.show_values([Value(name, name, 3, ticked=False) for name in ("评论", "通讯", "消息")])
    assert made.list.currentItem().text() == "通讯  3"
    assert made.ticked() == ["通讯"]
