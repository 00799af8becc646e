"""A pasted list of people is understood line by line, and all of them are let in or none."""

import pytest

from xcdesk.codes import Role
from xcdesk.errors import MissingTextError
from xcdesk.services.accounts import joining, keeping, secrets
from xcdesk.services.accounts.joining import NamesakeError
from xcdesk.services.accounts.keeping import Particulars, UserExistsError
from xcdesk.services.office import people


def test_names_posts_roles_and_logins_are_told_apart_however_they_are_parted(db):
    found = joining.understood(
        "姓名\t职务\n李四，副主任，领导\n王五  科员\n\n赵六\t干事\t审核人员\tzhaoliu\n李四\n郭某\t\t\tguo\n"
        "孙七\t科长\t审核人"
    )
    assert [(row.told.name, row.told.post, row.told.role, row.told.login) for row in found] == [
        ("李四", "副主任", Role.LEADER, "ls"),
        ("王五", "科员", Role.CLERK, "ww"),
        ("赵六", "干事", Role.REVIEWER, "zhaoliu"),
        ("李四", "", Role.CLERK, "ls2"),
        ("郭某", "", Role.CLERK, "guo"),
        ("孙七", "科长", Role.REVIEWER, "sq"),
    ]
    assert isinstance(found[3].refusal, NamesakeError)
    assert isinstance(found[4].refusal, UserExistsError)
    assert [row.refusal for row in found[:3]] == [None] * 3


def test_everybody_gets_a_first_password_of_his_own_or_nobody_is_let_in(administrator):
    told = [Particulars("ls", "李四", "副主任", Role.LEADER), Particulars("ww", "王五", "", Role.CLERK)]
    joined = joining.join(administrator, told)
    assert len({one.password for one in joined}) == 2
    secrets.prove(people.actor("ls"), joined[0].password)
    assert {row.login: row.state for row in keeping.accounts()}["ww"] is keeping.State.GIVEN
    with pytest.raises(MissingTextError):
        joining.join(
            administrator, [Particulars("ql", "钱六", "", Role.CLERK), Particulars("x", " ", "", Role.CLERK)]
        )
    assert "ql" not in {row.login for row in keeping.accounts()}
