"""Lists of cases as workbooks, and a colleague beside the clerk."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from xcdesk.codes import Role
from xcdesk.importers import caselists
from xcdesk.importers.caselists import CaseSaid
from xcdesk.services.cases import keys
from xcdesk.services.cases.keys import KeyPlace

TODAY = dt.date(2019, 3, 28)


@pytest.fixture
def today(monkeypatch) -> dt.date:
    """Today is 28 March 2019."""
    monkeypatch.setenv("XCDESK_TODAY", TODAY.isoformat())
    return TODAY


@pytest.fixture
def key(administrator) -> str:
    """The office has a key for private details, kept in a file."""
    return keys.make(administrator, KeyPlace.FILE)


@pytest.fixture
def colleague(hire):
    """A second clerk."""
    return hire("lin", "示例·林某", "宣传干事", Role.CLERK)


@pytest.fixture
def book(tmp_path):
    """Builder of a workbook: title line, headings, rows; gives its path."""

    def build(title: str, head: tuple[str, ...], *rows: tuple[object, ...], name: str = "清单.xlsx") -> Path:
        made = openpyxl.Workbook()
        sheet = made.active
        if title:
            sheet.append((title,))
        sheet.append(head)
        for row in rows:
            sheet.append(row)
        made.save(tmp_path / name)
        return tmp_path / name

    return build


@pytest.fixture
def look(clerk):
    """A file as the clerk sees it before he decides."""
    return lambda path, **said: caselists.look(path, CaseSaid(**said), actor=clerk)
