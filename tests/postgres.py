"""A throw-away PostgreSQL server for the tests: on loopback, run by an ordinary user, gone when the run ends.

One server serves all workers of a run. It starts when the first test asks for it; a small watcher stops it
and removes its files as soon as the run's process is gone, however that happened.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

OWNER = "desk"
ROOM = 2_000_000_000
"""Bytes free in memory before the cluster is put there; a run needs some 600 MB."""
SETTINGS = """
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = '{folder}'
max_connections = 60
shared_buffers = 64MB
timezone = 'UTC'
log_error_verbosity = terse
# nothing here outlives the run, so nothing has to reach the disk
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum = off
max_wal_size = 256MB
"""
WATCHER = """
( tail --pid="$1" -f /dev/null
  "$2/pg_ctl" -D "$3/data" -m immediate stop
  rm -rf "$3" ) </dev/null >/dev/null 2>&1 &
"""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; ``admin`` is an open connection to its maintenance database."""

    folder: Path
    port: int
    admin: psycopg.Connection

    def url(self, database: str) -> str:
        """Address of one database."""
        return f"postgresql://{OWNER}@127.0.0.1:{self.port}/{database}"

    def alone(self) -> contextlib.AbstractContextManager[None]:
        """Keep the other workers of the run out meanwhile."""
        return alone(self.folder)

    def exists(self, database: str) -> bool:
        """Whether the server has a database of this name."""
        return self.admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).rowcount == 1

    def create(self, database: str, template: str = "template0") -> str:
        """Make a database as a copy of another and return its URL."""
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        self.admin.execute(statement.format(sql.Identifier(database), sql.Identifier(template)))
        return self.url(database)

    def rename(self, database: str, name: str) -> None:
        """Give a database another name."""
        statement = sql.SQL("ALTER DATABASE {} RENAME TO {}")
        self.admin.execute(statement.format(sql.Identifier(database), sql.Identifier(name)))

    def drop(self, database: str) -> None:
        """Remove a database, closing whatever a failed test left connected to it."""
        statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        self.admin.execute(statement.format(sql.Identifier(database)))


def programs() -> Path | None:
    """Folder of Debian's newest server programs, or None where there is no server."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


def run_process() -> int:
    """Process that lives as long as the whole run: under xdist the one that started the workers."""
    return os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()


def ordinary_user() -> str | None:
    """The server refuses to run as root; Debian's package brings a user for it."""
    return "postgres" if os.geteuid() == 0 else None


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder against the other workers."""
    import fcntl  # not on Windows, where no server is started

    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def quick_folder() -> Path:
    """Where the cluster lies: in memory if there is room; a copy of a database is some 400 files."""
    memory = Path("/dev/shm")  # noqa: S108  # the system's own, and the folder within is the server's alone
    roomy = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ROOM
    return memory if roomy else Path(tempfile.gettempdir())


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(folder: Path, bin_folder: Path) -> int:
    """Make a cluster in ``folder``, start it and return its port."""
    user = ordinary_user()
    if user:
        import pwd  # not on Windows

        owner = pwd.getpwnam(user)
        os.chown(folder, owner.pw_uid, owner.pw_gid)

    def run(*command: str | Path) -> None:
        subprocess.run(
            command, check=True, cwd=folder, user=user, stdout=subprocess.DEVNULL, start_new_session=True
        )

    data, port = folder / "data", free_port()
    initdb = (bin_folder / "initdb", "-D", data, "-U", OWNER, "--auth=trust")
    run(*initdb, "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
    with (data / "postgresql.conf").open("a", encoding="utf-8") as settings:
        settings.write(SETTINGS.format(port=port, folder=folder))
    run("sh", "-c", WATCHER, "watcher", str(run_process()), bin_folder, folder)
    run(bin_folder / "pg_ctl", "-D", data, "-l", folder / "log", "-w", "start")
    return port


def shared_port(folder: Path, bin_folder: Path) -> int:
    """Port of the run's server, started now if no worker has done so."""
    folder.mkdir(exist_ok=True)
    with alone(folder):
        noted = folder / "port"
        if not noted.exists():
            noted.write_text(str(start(folder, bin_folder)), encoding="ascii")
        return int(noted.read_text(encoding="ascii"))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """The run's PostgreSQL server; skips where none is installed, but never in CI."""
    bin_folder = programs()
    if bin_folder is None:
        reason = "no PostgreSQL server is installed here (Debian: apt-get install postgresql)"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
    folder = quick_folder() / f"xcdesk-postgres-{run_process()}"
    port = shared_port(folder, bin_folder)
    address = f"postgresql://{OWNER}@127.0.0.1:{port}/postgres"
    with psycopg.connect(address, autocommit=True) as admin:
        yield Server(folder, port, admin)
