"""What tests of importing share: county returns as files, prepared plans."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sheets import sheet
from xcdesk.importers import plan
from xcdesk.importers.plan import FilePlan
from xcdesk.importers.raw import RawBook
from xcdesk.importers.said import Said

HEAD = ("日期", "媒体", "标题", "体裁", "版面")


@pytest.fixture
def prepare(db: str, tmp_path: Path) -> Callable[..., FilePlan]:
    """Prepares rows under the usual headings for import, as a workbook would give them."""

    def build(*rows: tuple[object, ...], name: str = "鄢陵县3月.xlsx", head=HEAD, sender=None) -> FilePlan:
        path = tmp_path / name
        path.write_text(repr(rows), "utf-8")
        return plan.consider(path, RawBook("xlsx", "", (sheet(head, *rows),)), Said(sender=sender))

    return build
