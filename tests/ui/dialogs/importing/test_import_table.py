"""The rows of a return in the import queue: how the table shares its width."""

from tests.ui.dialogs.import_hands import FAULTY
from ui.tablemodels.import_rows import TITLE, column_of
from xcdesk.importers.records import Field


def test_a_column_without_texts_leaves_its_room_to_the_title(queue, read, make_file):
    long = (
        "2019-03-05",
        "许昌日报",
        "我市召开执行力提升年活动推进会议部署下一阶段工作重点和督查安排",
        None,
        None,
    )
    read(make_file(long, FAULTY[:3]))
    table, heads = queue.preview.table, queue.preview.table.horizontalHeader()
    form, slot = column_of(Field.FORM), column_of(Field.SLOT)
    assert [heads.sectionSize(at) for at in (form, slot)] == [
        heads.sectionSizeHint(at) for at in (form, slot)
    ]
    assert heads.sectionSize(TITLE) >= 200
    assert table.horizontalScrollBar().maximum() == 0
