"""The console program: everything that needs no window."""

from collections.abc import Sequence

from xcdesk.cli import (
    backup,
    check,
    counts,
    coverage,
    frame,
    imports,
    later,
    material,
    office,
    search,
)

COMMANDS = (
    *office.COMMANDS,
    *imports.COMMANDS,
    *coverage.COMMANDS,
    *counts.COMMANDS,
    *search.COMMANDS,
    *material.COMMANDS,
    *backup.COMMANDS,
    *check.COMMANDS,
    *later.COMMANDS,
)
"""Every word of the console, in the order of its help."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line; see `xcdesk.cli.frame` for the exit codes."""
    return frame.run(COMMANDS, argv)
