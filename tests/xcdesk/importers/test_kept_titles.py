"""Titles that a job of many files keeps: what is found by them is what the log would tell."""

import datetime as dt

import pytest

from tests.sheets import sheet
from xcdesk.importers import apply, logbook, plan
from xcdesk.importers.apply import Decision
from xcdesk.importers.kept_titles import ROOM, KeptTitles
from xcdesk.importers.plan import Known
from xcdesk.importers.raw import RawBook
from xcdesk.importers.records import Chosen, RowStatus
from xcdesk.importers.said import Said
from xcdesk.models import CoverageItem
from xcdesk.services.log import coverage
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.record.entries import NewItem

HEAD = ("日期", "媒体", "标题")
MARCH = ("2019-03-05", "许昌日报", "甲镇推行首问负责制群众少跑腿")
SLIP = ("2019-03-06", "许昌日报", "甲镇推行首问负债制群众少跑腿")
OTHER = ("2019-03-07", "许昌电视台", "乙局压缩审批时限过半企业点赞")
LATE = ("2019-09-07", "许昌日报", "丙县公开承诺事项办理进度")


@pytest.fixture
def read(monkeypatch):
    """Spans that are read of the log."""
    asked, titles = [], logbook.titles

    def told(outlet, span):
        asked.append((outlet, span.first, span.last))
        return titles(outlet, span)

    monkeypatch.setattr(logbook, "titles", told)
    return asked


@pytest.fixture
def file(db, tmp_path):
    """A file of a job, prepared with what the job keeps, or without."""

    def prepared(titles, *lines, name="鄢陵县3月.xlsx"):
        path = tmp_path / name
        path.write_text(repr(lines), "utf-8")
        book = RawBook("xlsx", "", (sheet(HEAD, *lines),))
        return plan.consider(path, book, Said(), known=Known(titles=titles))

    return prepared


def log(clerk, day, title):
    coverage.log_item(clerk, NewItem(outlet="许昌日报", day=day, title=title))


def alike(found):
    return [(one.row, one.key.title, one.item) for one in found.alike]


def test_the_next_file_is_compared_with_what_the_last_one_wrote_and_nothing_is_read_again(file, clerk, read):
    titles = KeptTitles(ROOM)
    apply.apply(file(titles, MARCH, OTHER, (SLIP[0], *LATE[1:])), clerk)
    asked = len(read)
    kept = file(titles, SLIP, MARCH, name="禹州市3月.xlsx")
    assert len(read) == asked
    fresh = file(None, SLIP, MARCH, name="禹州市3月.xlsx")
    assert (kept.book, kept.matches, kept.alike) == (fresh.book, fresh.matches, fresh.alike)
    assert alike(kept) == [(2, MARCH[2], CoverageItem.get(CoverageItem.title == MARCH[2]).id)]
    assert kept.book.sheets[0].rows[1].status == RowStatus.DUPLICATE


def test_days_that_are_new_are_read_and_the_others_are_not(file, clerk, read):
    titles = KeptTitles(ROOM)
    log(clerk, dt.date(2019, 9, 6), LATE[2].replace("度", "渡"))
    apply.apply(file(titles, MARCH), clerk)
    asked = len(read)
    assert len(alike(file(titles, MARCH, LATE, name="禹州市.xlsx"))) == 1
    assert [first.month for _, first, _ in read[asked:]] == [9]


def test_what_somebody_else_writes_or_takes_away_is_seen(file, clerk):
    titles = KeptTitles(ROOM)
    apply.apply(file(titles, MARCH), clerk)
    item = CoverageItem.get(CoverageItem.title == MARCH[2])
    log(clerk, dt.date(2019, 3, 6), LATE[2])
    written = file(titles, ("2019-03-06", "许昌日报", LATE[2].replace("度", "渡")), name="禹州市.xlsx")
    assert [title for _, title, _ in alike(written)] == [LATE[2]]
    coverage.remove_items(clerk, [ItemVersion(item.id, item.version)])
    assert alike(file(titles, SLIP, name="长葛市.xlsx")) == []


def test_a_plan_that_is_not_carried_out_as_it_stands_leaves_nothing_behind(file, clerk):
    titles = KeptTitles(ROOM)
    file(titles, MARCH)
    assert alike(file(titles, SLIP)) == []
    two = file(titles, MARCH, OTHER)
    apply.apply(two, clerk, decided={Chosen(0, 3): Decision.IMPORT})
    assert alike(file(titles, SLIP, name="禹州市.xlsx")) == []
    assert alike(file(titles, ("2019-03-07", "许昌电视台", OTHER[2].replace("业", "亚")), name="长葛市.xlsx"))


def test_an_item_that_is_brought_up_to_date_is_read_again(file, clerk):
    titles = KeptTitles(ROOM)
    apply.apply(file(titles, MARCH), clerk)
    again = file(titles, SLIP, name="禹州市.xlsx")
    apply.apply(again, clerk, decided={Chosen(0, 2): Decision.UPDATE})
    assert CoverageItem.get().title == SLIP[2]
    assert alike(file(titles, MARCH, name="长葛市.xlsx")) == [(2, SLIP[2], CoverageItem.get().id)]


def test_without_room_only_the_titles_of_one_outlet_are_kept(file, clerk, read):
    titles = KeptTitles(1)
    apply.apply(file(titles, MARCH, OTHER), clerk)
    asked = len(read)
    assert len(alike(file(titles, SLIP, name="禹州市.xlsx"))) == 1
    assert len(read) == asked + 1
