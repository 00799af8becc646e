"""Numbers and frozen files: gapless, never changed, taken with the sign-off or not at all."""

import datetime as dt
import multiprocessing
import threading

import pytest
from peewee import DatabaseError

from tests import issuing
from xcdesk import store
from xcdesk.codes import MaterialState, Series
from xcdesk.db.base import database
from xcdesk.models import Bulletin, BulletinFile, SeriesCounter
from xcdesk.services import approvals
from xcdesk.services.issuing import bulletins, numbering
from xcdesk.services.issuing.numbering import IssueFiles, NewFile
from xcdesk.services.office import people

MONDAY = dt.date(2019, 3, 11)
WEEK = dt.timedelta(days=7)


def signed(clerk, leader, week=MONDAY, series=Series.INTERNAL_REFERENCE):
    draft = bulletins.draft(clerk, series, week)
    row = approvals.submit(clerk, draft.material)
    approvals.agree(leader, draft.material, seen_hash=row.text_hash)
    return bulletins.get(draft.id)


def freeze(numbers):
    content = f"{numbers.year}/{numbers.number}/{numbers.running}".encode()
    return IssueFiles((NewFile("pdf", f"{numbers.number}.pdf", content),), 4)


def issue(clerk, draft, on=MONDAY + WEEK):
    return issuing.bulletin(clerk, draft.material, version=None, on=on, freeze=freeze)


def test_an_issue_takes_number_state_and_files_together(clerk, leader):
    row = issue(clerk, signed(clerk, leader))
    assert (row.year, row.number, row.running, row.state, row.pages) == (2019, 1, 1, MaterialState.ISSUED, 4)
    assert numbering.content(row.id, "pdf") == b"2019/1/1"
    assert [(file.kind, file.size) for file in row.files] == [("pdf", 8)]


def test_a_failing_print_takes_nothing(clerk, leader):
    draft = signed(clerk, leader)

    def fail(numbers):
        raise OSError("paper")

    with pytest.raises(OSError, match="paper"):
        issuing.bulletin(clerk, draft.material, version=None, on=MONDAY, freeze=fail)
    assert bulletins.get(draft.id).state == MaterialState.APPROVED
    assert numbering.next_numbers(Series.INTERNAL_REFERENCE, MONDAY).number == 1
    assert issue(clerk, draft).number == 1


def test_an_unsigned_draft_takes_no_number(clerk, leader):
    draft = bulletins.draft(clerk, Series.INTERNAL_REFERENCE, MONDAY)
    with pytest.raises(approvals.refusals.NotNowError):
        issue(clerk, draft)
    assert numbering.register(Series.INTERNAL_REFERENCE)[0].number is None


def test_numbers_start_anew_with_the_year_and_running_ones_never(clerk, leader):
    days = (dt.date(2019, 12, 23), dt.date(2019, 12, 30), dt.date(2020, 1, 6))
    rows = [issue(clerk, signed(clerk, leader, week=day - WEEK), on=day) for day in days]
    assert [(row.year, row.number, row.running) for row in rows] == [(2019, 1, 1), (2019, 2, 2), (2020, 1, 3)]


def test_an_office_goes_on_from_its_paper_register(clerk, leader):
    SeriesCounter.update(year=2019, number=9, running=41).where(
        SeriesCounter.series == Series.INTERNAL_REFERENCE
    ).execute()
    row = issue(clerk, signed(clerk, leader))
    assert (row.number, row.running) == (10, 42)


def test_each_series_has_numbers_of_its_own(clerk, leader):
    issue(clerk, signed(clerk, leader))
    assert issue(clerk, signed(clerk, leader, series=Series.CIRCULAR), on=dt.date(2019, 4, 1)).number == 1


def test_a_void_issue_keeps_its_number_with_the_reason(clerk, leader):
    first = issue(clerk, signed(clerk, leader))
    approvals.void(leader, first.material, reason="数字有误")
    again = issue(clerk, signed(clerk, leader))
    register = numbering.register(Series.INTERNAL_REFERENCE)
    assert [(row.number, row.void_reason) for row in register] == [(2, ""), (1, "数字有误")]
    assert again.id != first.id
    assert numbering.content(first.id, "pdf") == b"2019/1/1"


def test_an_issued_period_is_not_drafted_again(clerk, leader):
    issue(clerk, signed(clerk, leader))
    with pytest.raises(bulletins.AlreadyIssuedError) as refused:
        bulletins.draft(clerk, Series.INTERNAL_REFERENCE, MONDAY)
    assert refused.value.facts["number"] == 1


@pytest.mark.parametrize("statement", ["UPDATE bulletin_file SET content = 'x'", "DELETE FROM bulletin_file"])
def test_the_database_refuses_to_change_what_went_out(clerk, leader, statement):
    row = issue(clerk, signed(clerk, leader))
    with pytest.raises(DatabaseError, match="append-only"), database.atomic():
        database.execute_sql(statement)
    assert numbering.content(row.id, "pdf") == b"2019/1/1"


def test_figures_that_moved_since_the_sign_off_stop_a_circular(clerk, leader):
    draft = signed(clerk, leader, series=Series.CIRCULAR)
    Bulletin.update(composed_hash="0" * 64).where(Bulletin.id == draft.id).execute()
    with pytest.raises(numbering.FiguresMovedError):
        issue(clerk, draft)
    assert bulletins.get(draft.id).state == MaterialState.APPROVED


def test_a_number_that_was_never_given_is_refused_by_name(clerk):
    with pytest.raises(numbering.NoSuchNumberError):
        numbering.numbered(Series.CIRCULAR, 7)


def test_issues_at_the_same_instant_leave_no_gap_and_no_twin(clerk, leader):
    drafts = [signed(clerk, leader, week=MONDAY + number * WEEK) for number in range(6)]
    start, failures = threading.Barrier(3), []

    def work(share):
        try:
            with store.connection():
                start.wait()
                for draft in share:
                    issue(clerk, draft)
        except Exception as error:
            failures.append(error)
            raise

    threads = [threading.Thread(target=work, args=(drafts[number::3],)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    register = numbering.register(Series.INTERNAL_REFERENCE)
    assert sorted(row.number for row in register) == [1, 2, 3, 4, 5, 6]
    assert sorted(row.running for row in register) == [1, 2, 3, 4, 5, 6]
    assert BulletinFile.select().count() == 6


def issue_one(place, material):
    store.open_store(place)
    issuing.bulletin(people.actor("guo"), material, version=None, on=MONDAY + WEEK, freeze=freeze)
    store.close_store()


def test_two_desks_issuing_at_once_get_numbers_in_a_row(db, clerk, leader):
    drafts = [signed(clerk, leader, week=MONDAY + number * WEEK) for number in range(2)]
    fresh = multiprocessing.get_context("spawn")
    desks = [fresh.Process(target=issue_one, args=(db, draft.material)) for draft in drafts]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    assert [desk.exitcode for desk in desks] == [0, 0]
    assert sorted(row.number for row in numbering.register(Series.INTERNAL_REFERENCE)) == [1, 2]
