"""The console program: everything that needs no window."""

from collections.abc import Sequence

from xcdesk.cli import backup, frame, later, material, office


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line; see `xcdesk.cli.frame` for the exit codes."""
    return frame.run((*office.COMMANDS, *material.COMMANDS, *backup.COMMANDS, *later.COMMANDS), argv)
