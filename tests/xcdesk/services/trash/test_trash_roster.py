"""Tenures, programmes and days off in the trash: put back as they were, unless something is in the way."""

import datetime as dt

import pytest

from xcdesk import clock
from xcdesk.codes import ContactRole
from xcdesk.errors import NotFoundError, StaleRowError
from xcdesk.models import RemovedRow
from xcdesk.services import trash
from xcdesk.services.roster import (
    outlets,
    programme_changes,
    programmes,
    publication,
    publication_changes,
    tenure_history,
    tenures,
)
from xcdesk.services.roster.programme_changes import NewProgramme
from xcdesk.services.roster.publication_changes import NewException
from xcdesk.services.roster.tenure_history import PastTenure
from xcdesk.services.roster.tenures import Span

DAY = dt.date(2018, 5, 1)


@pytest.fixture
def daily(db):
    return next(row.id for row in outlets.outlets() if row.name == "许昌日报")


@pytest.fixture
def gone(daily, clerk):
    """One row of each kind in the trash, as it was: a tenure, a programme, days without an issue."""
    past = PastTenure(daily, ContactRole.DUTY_EDITOR, "示例·何某", Span(DAY, None), "主任", "0374-1")
    tenure = tenures.tenure(tenure_history.enter_tenure(clerk, past))
    added = programme_changes.add_programme(clerk, NewProgramme(daily, "示例栏目", opened_on=DAY))
    programme = next(row for row in programmes.programmes(daily) if row.id == added)
    publication_changes.add_exceptions(clerk, [daily], NewException(DAY, DAY, note="示例假日"))
    (days,) = publication.exceptions_by_outlet(daily)[daily]
    tenure_history.remove_tenure(clerk, tenure.id, tenure.version)
    programme_changes.withdraw_programme(clerk, programme.id, programme.version)
    publication_changes.remove_exceptions(clerk, [(days.id, days.version)])
    return tenure, programme, days


def listed():
    return {row.key.kind: row for row in trash.page().rows}


def test_they_lie_in_the_trash_with_their_outlet_and_days_and_come_back_as_they_were(gone, daily, clerk):
    tenure, programme, days = gone
    rows = listed()
    assert {kind: (row.title, row.place) for kind, row in rows.items()} == {
        "tenure": ("示例·何某", "许昌日报 2018-05-01"),
        "programme": ("示例栏目", "许昌日报 2018-05-01"),
        "day_exception": ("示例假日", "许昌日报 2018-05-01 2018-05-01"),
    }
    assert {row.removed_by for row in rows.values()} == {clerk.name}
    assert [row.title for row in trash.page("何某").rows] == ["示例·何某"]
    back = trash.restore_all(clerk, [row.key for row in rows.values()])
    assert trash.page().total == 0
    assert tenures.tenure(tenure.id) == tenure
    assert programme in programmes.programmes(daily)
    assert publication.exceptions_by_outlet(daily)[daily] == (days,)
    trash.put_away(clerk, back)
    assert listed().keys() == rows.keys()
    with pytest.raises(NotFoundError):
        trash.put_away(clerk, back[1:2])


def test_what_stands_in_their_place_is_named_and_the_others_come_back(gone, daily, clerk):
    keys = [row.key for row in listed().values()]
    programme_changes.add_programme(clerk, NewProgramme(daily, "示例栏目"))
    publication_changes.add_exceptions(clerk, [daily], NewException(DAY, DAY))
    done = trash.restore(clerk, keys)
    assert [key.kind for key in done.back] == ["tenure"]
    assert {one.error.code for one in done.refused} == {"programme.exists", "publication.clash"}


def test_they_are_removed_for_good_by_those_who_may_and_by_time(gone, leader):
    first, *rest = [row.key for row in listed().values()]
    trash.purge(leader, [first])
    with pytest.raises(StaleRowError):
        trash.purge(leader, [first])
    assert trash.purge_old() == 0
    RemovedRow.update(removed_at=clock.utc_now() - dt.timedelta(days=31)).where(
        RemovedRow.kind == rest[0].kind
    ).execute()
    assert trash.purge_old() == 1
    assert [row.key for row in trash.page().rows] == rest[1:]
