"""The console program: everything that needs no window."""

from collections.abc import Sequence

from xcdesk.cli import (
    backup,
    bulletin,
    check,
    counts,
    coverage,
    demo,
    evidence,
    frame,
    history,
    imports,
    later,
    material,
    office,
    people,
    record,
    returns,
    roster,
    search,
    selftest,
    trash,
)

COMMANDS = (
    *office.COMMANDS,
    *people.COMMANDS,
    *roster.COMMANDS,
    *imports.COMMANDS,
    *returns.COMMANDS,
    *coverage.COMMANDS,
    *counts.COMMANDS,
    *search.COMMANDS,
    *history.COMMANDS,
    *evidence.COMMANDS,
    *trash.COMMANDS,
    *material.COMMANDS,
    *bulletin.COMMANDS,
    *demo.COMMANDS,
    *selftest.COMMANDS,
    *backup.COMMANDS,
    *check.COMMANDS,
    *record.COMMANDS,
    *later.COMMANDS,
)
"""Every word of the console, in the order of its help."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line; see `xcdesk.cli.frame` for the exit codes."""
    return frame.run(COMMANDS, argv)
