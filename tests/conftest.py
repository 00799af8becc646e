"""What tests share: real databases in files of their own, an office with invented people, their actors."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from xcdesk import store
from xcdesk.services import founding, people
from xcdesk.services.actor import Actor


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
    """No test sees this machine's data folder, language or date."""
    monkeypatch.setenv("XCDESK_HOME", str(tmp_path / "home"))
    for name in ("XCDESK_DATABASE", "XCDESK_LANG", "XCDESK_TODAY", "XCDESK_PASSWORD"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def db(tmp_path: Path, founded_file: Path) -> Iterator[str]:
    """A real, founded database of the test's own, open; yields its place as the console takes it."""
    path = tmp_path / "desk.db"
    shutil.copy(founded_file, path)
    store.open_store(path)
    yield str(path)
    store.close_store()


@pytest.fixture
def clerk(db: str) -> Actor:
    """An invented clerk."""
    return people.actor("guo")


@pytest.fixture
def leader(db: str) -> Actor:
    """An invented leader, who signs off."""
    return people.actor("chen")
