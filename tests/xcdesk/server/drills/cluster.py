"""A PostgreSQL cluster of its own that forgets nothing and can be killed, for drills."""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg

from tests import postgres

SETTINGS = """
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = '{folder}'
max_connections = 120
log_error_verbosity = terse
"""


class Cluster:
    """A server with the settings of a real one: what it acknowledged is on the disk."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder, self._programs = folder, programs
        self.port = postgres.free_port()
        self._user = postgres.ordinary_user()
        if self._user:
            owner = pwd.getpwnam(self._user)
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        self._run("initdb", "-D", folder / "data", "-U", postgres.OWNER, "--auth=trust", "--encoding=UTF8")
        with (folder / "data" / "postgresql.conf").open("a", encoding="utf-8") as settings:
            settings.write(SETTINGS.format(port=self.port, folder=folder))
        self.start()

    def url(self, database: str = "postgres") -> str:
        """Address of a database."""
        return f"postgresql://{postgres.OWNER}@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Start it; after a kill it recovers first."""
        self._run("pg_ctl", "-D", self.folder / "data", "-l", self.folder / "log", "-w", "-t", "60", "start")

    def kill(self) -> float:
        """Kill the server and all its processes at once, start it again, and return how long it was away."""
        began = time.monotonic()
        main = int((self.folder / "data" / "postmaster.pid").read_text().splitlines()[0])
        listing = ("ps", "-o", "pid=", "--ppid", str(main))
        listed = subprocess.run(listing, capture_output=True, text=True, check=False)
        children = [int(pid) for pid in listed.stdout.split()]
        for pid in (main, *children):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        while any(Path(f"/proc/{pid}").exists() for pid in (main, *children)):
            time.sleep(0.01)
        self.start()
        return time.monotonic() - began

    def create(self, database: str) -> str:
        """Make an empty database."""
        with psycopg.connect(self.url(), autocommit=True) as admin:
            admin.execute(f'CREATE DATABASE "{database}"')
        return self.url(database)

    def stop(self) -> None:
        """Stop it for good."""
        self._run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")

    def _run(self, program: str, *words: object) -> None:
        command = [self._programs / program, *map(str, words)]
        subprocess.run(
            command,
            check=True,
            cwd=self.folder,
            user=self._user,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )


@contextlib.contextmanager
def cluster(programs: Path) -> Iterator[Cluster]:
    """A cluster on the disk, removed afterwards."""
    folder = Path("/var/tmp") / f"xcdesk-drill-{os.getpid()}"  # noqa: S108  # on a disk, and our own
    folder.mkdir(mode=0o755)
    try:
        made = Cluster(folder, programs)
        try:
            yield made
        finally:
            made.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
