"""What tests of a server with roles share: an office there, and sessions of its people."""

import re
from collections.abc import Callable, Iterator

import psycopg
import pytest

from xcdesk import store
from xcdesk.codes import Role
from xcdesk.server import roles
from xcdesk.services.accounts import keeping
from xcdesk.services.accounts.keeping import Particulars
from xcdesk.services.office import people


@pytest.fixture
def office(postgres_place) -> Iterator[str]:
    """Address of an office on a server, with roles: guo and lin, he (reviewer), chen (leader), office."""
    store.open_store(postgres_place)
    chief = people.actor("office")
    keeping.add_user(chief, Particulars("lin", "示例·林某", "宣传干事", Role.CLERK))
    keeping.add_user(chief, Particulars("he", "示例·何某", "科长", Role.REVIEWER))
    roles.set_up(chief)
    store.close_store()
    yield postgres_place
    if store.is_open():
        store.close_store()


@pytest.fixture
def address(office) -> Callable[[str], str]:
    """Address under which a person signs in."""
    name = office.rpartition("/")[2]
    return lambda login: re.sub(r"//[^@]*@", f"//{name}_{login}@", office)


@pytest.fixture
def sit_down(address) -> Callable[[str], object]:
    """Opens the office as somebody, in the place of who sat there; gives his actor."""

    def sit(login: str):
        if store.is_open():
            store.close_store()
        store.open_store(address(login))
        return people.actor(login)

    return sit


@pytest.fixture
def session(address) -> Iterator[Callable[[str], psycopg.Connection]]:
    """Opens a session of somebody's own, as psql does."""
    opened = []

    def connect(login: str) -> psycopg.Connection:
        opened.append(psycopg.connect(address(login), autocommit=True))
        return opened[-1]

    yield connect
    for each in opened:
        each.close()
