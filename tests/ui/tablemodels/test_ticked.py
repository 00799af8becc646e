"""Records with a box in front: ticked one by one or all that are chosen, but for those that cannot be."""

from PySide6.QtCore import Qt

from ui.tablemodels.records import Column, Shown
from ui.tablemodels.ticked import TickedModel, TickedTable

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
CHECK = Qt.ItemDataRole.CheckStateRole


def made():
    model = TickedModel[int]([Column("n", 80, lambda row: Shown(str(row)))], str, lambda row: row != 3)
    model.show_ticked((1, 2, 3), {"1", "3"})
    return model


def states(model):
    return [model.index(row, 0).data(CHECK) for row in range(model.rowCount())]


def test_the_model_is_sound(qtmodeltester):
    qtmodeltester.check(made())


def test_what_cannot_be_ticked_has_no_box_and_space_ticks_all_that_are_chosen(qtbot):
    model = made()
    table = TickedTable(model, stretch=1)
    qtbot.addWidget(table)
    table.show()
    assert states(model) == [CHECKED, UNCHECKED, None]
    assert (model.chosen(), model.is_on(3)) == ((1,), False)
    table.selectAll()
    with qtbot.waitSignal(model.ticked):
        qtbot.keyClick(table, Qt.Key.Key_Space)
    assert model.chosen() == (1, 2)
    qtbot.keyClick(table, Qt.Key.Key_Space)  # all that can be are ticked: now none is
    assert model.chosen() == ()
    assert model.setData(model.index(1, 0), CHECKED, CHECK)
    assert model.chosen() == (2,)
    table.select_row(2)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert model.chosen() == (2,)
    spoken = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert spoken == ["未勾选", "已勾选", "不能勾选"]
