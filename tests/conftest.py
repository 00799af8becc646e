"""What tests share: real databases in files of their own, an office with invented people, their actors."""

import itertools
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.postgres import Server, postgres_server  # noqa: F401  # a fixture
from tests.screen import OFFSCREEN
from xcdesk import store
from xcdesk.cli import asking
from xcdesk.codes import Role
from xcdesk.services.accounts import hashing, keeping
from xcdesk.services.accounts.keeping import Particulars
from xcdesk.services.office import founding, people
from xcdesk.services.record.actor import Actor

if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    os.environ["QT_QPA_PLATFORM"] = OFFSCREEN
# Not the keyring of whoever runs the tests; the first search for one would find those of tests besides.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

_TESTS = Path(__file__).parent
_ENGINE_BLIND = (_TESTS / "ui", _TESTS / "xcdesk" / "reports")
_numbers = itertools.count(1)
_left: list[str] = []
"""Databases that no test uses any more; those of the last tests go with the server."""

collect_ignore = ["bench"]  # measured only when named: ``python dev.py bench``
if sys.platform == "win32":
    collect_ignore.append("xcdesk/server/drills")  # desks there are forked


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out on Windows what is about POSIX."""
    if sys.platform == "win32" and item.get_closest_marker("posix") is not None:
        pytest.skip("about POSIX")


@pytest.hookimpl(tryfirst=True)  # before -m chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that stands on a place of the server needs one, whether it says so or not."""
    for item in items:
        if "postgres_server" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.postgres)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The core is tested on both engines; windows and printed pages see rows only and take the file."""
    if "engine" not in metafunc.fixturenames:
        return
    engines = [pytest.param("sqlite")]
    file_alone = metafunc.definition.get_closest_marker("file_engine") is not None
    if not file_alone and not any(metafunc.definition.path.is_relative_to(room) for room in _ENGINE_BLIND):
        engines.append(pytest.param("postgres", marks=pytest.mark.postgres))
    metafunc.parametrize("engine", engines)


@pytest.fixture(scope="session")
def founded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A founded office with sample people, closed; tests copy it."""
    path = tmp_path_factory.mktemp("office") / "desk.db"
    store.open_store(path, create=True)
    founding.found(sample=True)
    store.close_store()
    return path


@pytest.fixture(autouse=True)
def own_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees this machine's data folder, language, date or hour, or waits for a hash."""
    monkeypatch.setenv("XCDESK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XCDESK_TIME", "09:30")
    for name in ("XCDESK_DATABASE", "XCDESK_LANG", "XCDESK_TODAY", *asking.VARIABLES):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(hashing, "COST", hashing.Cost(memory=8, passes=1, lanes=1))


@pytest.fixture
def sqlite_place(tmp_path: Path, founded_file: Path) -> str:
    """A founded database file of the test's own, closed."""
    return shutil.copy(founded_file, tmp_path / "desk.db").as_posix()


@pytest.fixture(scope="session")
def founded_database(postgres_server: Server) -> str:  # noqa: F811
    """Name of a founded database on the run's server that tests copy."""
    name = "founded"
    with postgres_server.alone():
        if not postgres_server.exists(name):
            store.open_store(postgres_server.create("founding"), create=True)
            founding.found(sample=True)
            store.close_store()
            postgres_server.rename("founding", name)
    return name


@pytest.fixture
def postgres_place(postgres_server: Server, founded_database: str) -> Iterator[str]:  # noqa: F811
    """A founded database of the test's own on the run's server, closed."""
    name = f"desk_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{next(_numbers)}"
    yield postgres_server.create(name, template=founded_database)
    _left.append(name)
    while len(_left) > 1:  # the one just left has a connection that is ending: dropping it waits 100 ms
        postgres_server.drop(_left.pop(0))


@pytest.fixture
def db(engine: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """A real, founded database of the test's own, open; yields its place as the console takes it."""
    place = request.getfixturevalue(f"{engine}_place")
    store.open_store(place)
    yield place
    store.close_store()


@pytest.fixture
def clerk(db: str) -> Actor:
    """An invented clerk."""
    return people.actor("guo")


@pytest.fixture
def administrator(db: str) -> Actor:
    """Who keeps the accounts; in a founded sample the account that nobody's name is on."""
    return people.actor("office")


@pytest.fixture
def hire(administrator: Actor) -> Callable[[str, str, str, Role], Actor]:
    """Opens an account for one more invented person: login, name, post and role."""

    def add(login: str, name: str, post: str, role: Role) -> Actor:
        return keeping.add_user(administrator, Particulars(login, name, post, role))

    return add


@pytest.fixture
def leader(db: str) -> Actor:
    """An invented leader, who signs off."""
    return people.actor("chen")
