"""What tests of the import queue share: rows of a return, and the queue as a clerk looks at it."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QApplication

from ui.dialogs.importing.acts import ImportActs
from ui.dialogs.importing.queue import ImportQueue
from ui.tablemodels.import_file import FileState
from ui.tablemodels.import_rows import RESULT
from ui.widgets.banner import Banner
from xcdesk.services.counts.item_filter import ItemFilter
from xcdesk.services.log import coverage_log

HEAD = ("日期", "媒体", "标题", "体裁", "版面")
FIRST = ("2019-03-05", "许昌日报", "甲镇推行首问负责制见成效", "消息", "3版")
SECOND = ("2019-03-06", "许昌电视台", "乙局压缩审批时限过半", "通讯", None)
ALIKE = ("2019-03-06", "许昌日报", "甲镇全面推行首问负责制见成效", "消息", "1版")
FAULTY = ("2019-02-30", "许昌日报", "日期不存在的稿件", "消息", None)
STRANGE = ("2019-03-07", "天外来客报", "媒体不在名册的稿件", "消息", None)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def opened(qtbot, desk) -> ImportQueue:
    """An empty queue without a main window."""
    made = ImportQueue(desk, ImportActs(desk))
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def settle(qtbot, queue: ImportQueue) -> None:
    """Wait until nothing is being read or written."""
    qtbot.waitUntil(lambda: not queue._desk.runner.busy(), timeout=20_000)


def titles() -> list[str]:
    return sorted(row.title for row in coverage_log.page(ItemFilter(), limit=500).rows)


def states(queue: ImportQueue) -> list[FileState]:
    return [file.state for file in queue.files.files]


def words(queue: ImportQueue, column: int = RESULT) -> list[str]:
    model = queue.preview.rows
    return [model.index(row, column).data() for row in range(model.rowCount())]


def notices(widget) -> str:
    QApplication.sendPostedEvents()  # what is put into a layout is shown a moment later
    shown = [banner for banner in widget.findChildren(Banner) if not banner.isHidden()]
    return "\n".join(f"{banner.title.text()}\n{banner.text.text()}" for banner in shown)


def mime(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data
