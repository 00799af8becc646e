"""The console program: everything that needs no window."""

import os
import sys
from collections.abc import Sequence

from xcdesk.cli import (
    activities,
    adverts,
    backup,
    bulletin,
    calendar,
    case,
    case_acts,
    case_keys,
    case_lists,
    case_many,
    check,
    consult_form,
    counts,
    coverage,
    demo,
    evidence,
    frame,
    guide,
    history,
    imports,
    key,
    manuscripts,
    material,
    material_review,
    move_over,
    moving,
    office,
    people,
    printing,
    record,
    returns,
    review_setup,
    roster,
    search,
    selftest,
    server,
    taking_out,
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
    *adverts.COMMANDS,
    *manuscripts.COMMANDS,
    *activities.COMMANDS,
    *search.COMMANDS,
    *history.COMMANDS,
    *evidence.COMMANDS,
    *trash.COMMANDS,
    *material.COMMANDS,
    *material_review.COMMANDS,
    *consult_form.COMMANDS,
    *review_setup.COMMANDS,
    *case.COMMANDS,
    *case_acts.COMMANDS,
    *case_keys.COMMANDS,
    *case_lists.COMMANDS,
    *case_many.COMMANDS,
    *calendar.COMMANDS,
    *bulletin.COMMANDS,
    *printing.COMMANDS,
    *guide.COMMANDS,
    *demo.COMMANDS,
    *selftest.COMMANDS,
    *backup.COMMANDS,
    *key.COMMANDS,
    *taking_out.COMMANDS,
    *moving.COMMANDS,
    *move_over.COMMANDS,
    *server.COMMANDS,
    *check.COMMANDS,
    *record.COMMANDS,
)
"""Every word of the console, in the order of its help."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line; see `xcdesk.cli.frame` for the exit codes."""
    try:
        return frame.run(COMMANDS, argv)
    except BrokenPipeError:
        # Who reads our answer has seen enough, as in ``… | head``; nor may the flush at the end complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
