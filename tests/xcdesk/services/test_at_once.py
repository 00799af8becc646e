"""Two desks do the same at the same instant: one is first, the other is refused by name or finds it done."""

import datetime as dt

from xcdesk.codes import Role, Series
from xcdesk.errors import StaleRowError
from xcdesk.models import AuditEntry, Bulletin, NoneToday, OutletSpelling, User
from xcdesk.services.accounts.keeping import UserExistsError
from xcdesk.services.grid import cells
from xcdesk.services.grid.none_days import Cell
from xcdesk.services.issuing import bulletins
from xcdesk.services.roster import spellings
from xcdesk.services.roster.spellings import SpellingTakenError

DAY = dt.date(2019, 3, 12)


def test_a_bulletin_is_drafted_once(at_once, clerk):
    def draft():
        bulletins.draft(clerk, Series.INTERNAL_REFERENCE, DAY)

    assert at_once(draft, draft) == [None, None]
    assert Bulletin.select().count() == 1


def test_a_spelling_stands_for_one_outlet(at_once, clerk):
    raised = at_once(
        lambda: spellings.learn_outlet_spelling(clerk, 1, "许报晚刊"),
        lambda: spellings.learn_outlet_spelling(clerk, 2, "许报晚刊"),
    )
    assert [type(error) for error in raised if error] == [SpellingTakenError]
    assert OutletSpelling.select().where(OutletSpelling.spelling == "许报晚刊").count() == 1


def test_a_login_belongs_to_one_person(at_once, hire):
    def add():
        hire(" lin ", "示例·林某", "宣传干事", Role.CLERK)

    assert [type(error) for error in at_once(add, add) if error] == [UserExistsError]
    assert User.select().where(User.login == "lin").count() == 1
    assert AuditEntry.select().where(AuditEntry.action == "user.added").count() == 1


def test_a_cell_has_one_reason(at_once, clerk):
    raised = at_once(
        lambda: cells.set_none_today(clerk, Cell(1, DAY), "off_air"),
        lambda: cells.set_none_today(clerk, Cell(1, DAY), "not_sent"),
    )
    assert {type(error) for error in raised if error} <= {StaleRowError}
    assert NoneToday.select().count() == 1
