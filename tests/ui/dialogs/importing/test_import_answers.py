"""Answering senders from the queue: all returned workbooks in one act, wrong rows only, a file in use."""

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from tests.ui.dialogs.import_hands import FAULTY, FIRST, LEFT, STRANGE, notices, settle, states
from ui.tablemodels.import_file import FileState
from xcdesk import files
from xcdesk.codes import BatchState
from xcdesk.files import FileInUseError
from xcdesk.importers import batches


@pytest.fixture
def target(tmp_path, monkeypatch):
    """Where the question for a file name is answered."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "退回.xlsx"), ""))
    return tmp_path / "退回.xlsx"


@pytest.fixture
def two(make_file, read):
    """Two returns with wrong rows and one without, read."""
    read(
        make_file(FIRST, FAULTY, name="鄢陵县3月.xlsx"),
        make_file(STRANGE, name="禹州市3月.xlsx"),
        make_file(("2019-03-09", *FIRST[1:]), name="长葛市3月.xlsx"),
    )


def test_all_that_are_needed_are_made_into_a_folder_in_one_act(qtbot, queue, two, tmp_path, monkeypatch):
    folder = tmp_path / "退回"
    folder.mkdir()
    (folder / "退回_鄢陵县3月.xlsx").write_text("of the month before")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    assert queue.return_all_button.isVisible()
    qtbot.mouseClick(queue.return_all_button, LEFT)
    settle(qtbot, queue)
    assert sorted(path.name for path in folder.iterdir()) == [
        "退回_禹州市3月.xlsx",
        "退回_鄢陵县3月.xlsx",
        "退回_鄢陵县3月_2.xlsx",
    ]
    assert states(queue) == [FileState.RETURNED, FileState.RETURNED, FileState.READY]
    assert "退回表 2 份" in notices(queue)
    assert [batch.state for batch in batches.listed()] == [BatchState.RETURNED] * 2
    assert not queue.verbs.action("returned_all").isEnabled()
    assert not queue.return_all_button.isVisible()


def test_the_wrong_rows_alone_can_be_shown(qtbot, queue, read, make_file, target):
    read(make_file(FIRST, FAULTY))
    queue.verbs.trigger("returned_short")
    settle(qtbot, queue)
    page = openpyxl.load_workbook(target)["Sheet"]
    assert [page.row_dimensions[row].hidden for row in (2, 3)] == [True, False]


def test_good_rows_of_a_file_that_went_back_are_ready(qtbot, queue, two, target):
    assert queue.ready_button.text() == "导入全部就绪的 1 份"
    queue.queue.setCurrentIndex(queue.files.index(0))
    queue.verbs.trigger("returned")
    settle(qtbot, queue)
    assert queue.ready_button.text() == "导入全部就绪的 2 份"
    queue.verbs.trigger("import_ready")
    settle(qtbot, queue)
    assert states(queue) == [FileState.IMPORTED, FileState.WAITING, FileState.IMPORTED]
    assert [batch.written for batch in batches.listed()] == [1, 1]


def test_a_workbook_open_in_excel_is_offered_under_another_name(
    qtbot, queue, read, make_file, target, monkeypatch
):
    read(make_file(FIRST, FAULTY))
    target.write_text("open in Excel")
    write_file = files.write_file

    def in_use(path, content):
        if path == target:
            raise FileInUseError(path=path)
        write_file(path, content)

    monkeypatch.setattr("xcdesk.importers.returned.write_file", in_use)
    queue.verbs.trigger("returned")
    settle(qtbot, queue)
    other = next(made for made in queue.findChildren(QPushButton) if made.text() == "另存为 退回_2.xlsx")
    qtbot.mouseClick(other, LEFT)
    settle(qtbot, queue)
    assert target.with_name("退回_2.xlsx").exists()
    assert states(queue) == [FileState.RETURNED]


@pytest.mark.usefixtures("target")
def test_rows_can_still_be_imported_after_the_rest_was_sent_back(qtbot, queue, read, make_file, write):
    read(make_file(FIRST, FAULTY))
    queue.verbs.trigger("returned")
    settle(qtbot, queue)
    write()
    (batch,) = batches.listed()
    assert (batch.state, batch.written) == (BatchState.APPLIED, 1)
