"""The console program: everything that needs no window."""

from collections.abc import Sequence

from xcdesk.cli import backup, frame, imports, later, material, office

COMMANDS = (
    *office.COMMANDS,
    *imports.COMMANDS,
    *material.COMMANDS,
    *backup.COMMANDS,
    *later.COMMANDS,
)
"""Every word of the console, in the order of its help."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line; see `xcdesk.cli.frame` for the exit codes."""
    return frame.run(COMMANDS, argv)
