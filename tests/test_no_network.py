"""The program calls nobody: neither the main job nor the window asks the system for the internet."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import no_network
from xcdesk.resources import root

CALLERS = frozenset(
    ("asyncio", "ftplib", "http", "imaplib", "requests", "smtplib", "socket", "socketserver", "ssl", "xmlrpc")
)
"""Modules that can call a network, besides `urllib.request` and what Qt has of the kind."""
shut_off = pytest.mark.skipif(not no_network.can_be_shut(), reason="the kernel is asked on Linux, x86-64")


def run(tmp_path: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a module without a network; the program's own folder is a fresh one."""
    surroundings = {**os.environ, "XCDESK_HOME": str(tmp_path / "home")}
    whole = [sys.executable, "-m", "tests.no_network", *command]
    return subprocess.run(whole, env=surroundings, capture_output=True, text=True, check=False, cwd=root())


@shut_off
def test_who_asks_for_a_network_is_ended_by_the_kernel_children_too():
    ask = "import socket; socket.socket(socket.AF_UNIX).close(); print('here', flush=True); socket.socket()"
    child = f"import subprocess, sys; sys.exit(subprocess.run([sys.executable, '-c', {ask!r}]).returncode)"
    for lines in (ask, child):
        command = [sys.executable, "-c", f"from tests import no_network\nno_network.shut()\n{lines}"]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root())
        assert done.returncode != 0
        assert (done.stdout, done.stderr) == ("here\n", "")


@shut_off
def test_the_main_job_from_a_return_to_a_printed_circular_needs_no_network(tmp_path):
    done = run(tmp_path, "xcdesk", "demo", str(tmp_path / "demo"))
    assert done.returncode == 0, done.stderr
    assert list((tmp_path / "demo").glob("*.pdf"))


@shut_off
def test_the_window_opens_without_a_network_and_loads_nothing_that_could_call_one(tmp_path, sqlite_place):
    lines = "import runpy, sys; from tests import no_network; from tests.ui import opening; no_network.shut()"
    look = f"opening.main({sqlite_place!r}); print('QtNetwork' in ' '.join(sys.modules))"
    surroundings = {**os.environ, "XCDESK_HOME": str(tmp_path / "home")}
    command = [sys.executable, "-c", f"{lines}\n{look}"]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, cwd=root())
    assert (done.returncode, done.stdout) == (0, "False\n"), done.stderr


@shut_off
@pytest.mark.slow
def test_the_installed_program_proves_itself_without_a_network(tmp_path):
    assert run(tmp_path, "xcdesk", "selftest", str(tmp_path / "proof")).returncode == 0


def test_no_module_of_ours_can_call_anybody():
    """But for PostgreSQL, which the room of the server reaches through its own driver."""
    found = {
        f"{path.relative_to(root())}: {name}"
        for room in ("xcdesk", "ui")
        for path in (root() / room).rglob("*.py")
        for name in _imported(path)
        if name.partition(".")[0] in CALLERS
        or name.startswith("urllib.request")
        or "QtNetwork" in name
        or "QtWebSockets" in name
    }
    assert found == set()


def _imported(path: Path) -> list[str]:
    """Full names of the modules that a file imports."""
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names
