"""More people than the office of every test has, and the steps of a kind."""

import pytest

from tests.xcdesk.services.approvals.review_hands import KIND
from xcdesk.codes import Role
from xcdesk.services import approvals


@pytest.fixture
def lin(hire):
    return hire("lin", "示例·林某", "宣传干事", Role.CLERK)


@pytest.fixture
def hu(hire):
    return hire("hu", "示例·胡某", "科长", Role.REVIEWER)


@pytest.fixture
def sun(hire):
    return hire("sun", "示例·孙某", "副科长", Role.REVIEWER)


@pytest.fixture
def zhou(hire):
    return hire("zhou", "示例·周某", "主任", Role.LEADER)


@pytest.fixture
def steps(leader):
    """Sets the steps of notices."""

    def save(*wanted):
        return approvals.save_steps(leader, KIND, wanted)

    return save
