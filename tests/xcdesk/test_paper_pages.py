"""Pages of notices and the like: PDF and Word are set with the same faces."""

import io
import shutil

import docx
import pytest

from xcdesk import paper_pages, settings
from xcdesk.codes import MaterialKind
from xcdesk.resources import resource
from xcdesk.services import approvals
from xcdesk.services.approvals import NewMaterial

TABLE = "见下表。\n| 单位 | 编号 |\n| 市审计局 | WIDE-WWWWWWWWWWWW-1111 |\n"


def widths(material: int) -> list[int]:
    """Widths of the columns of the first table in the Word file."""
    files = {file.kind: file.content for file in paper_pages.paper_files(material, None).files}
    return [column.width for column in docx.Document(io.BytesIO(files["docx"])).tables[0].columns]


@pytest.mark.file_engine
def test_the_word_file_is_measured_with_the_faces_of_the_office(clerk, tmp_path):
    notice = approvals.create(clerk, NewMaterial(MaterialKind.NOTICE, "通知", TABLE))
    bundled = widths(notice.id)
    shutil.copy(resource("fonts", "XCHei-Medium.ttf"), tmp_path / "simfang.ttf")
    settings.remember_fonts(str(tmp_path))
    assert widths(notice.id) != bundled
