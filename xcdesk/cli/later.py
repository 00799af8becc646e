"""Words of the console whose part of the program has not been built yet: they say so plainly."""

from xcdesk.cli.frame import Answer, Command, Desk
from xcdesk.errors import DeskError


class NotAvailableError(DeskError):
    """This part of the program is still to come."""

    code = "console.not_available"


def _refuse(desk: Desk) -> Answer:
    raise NotAvailableError(command=desk.words.command.name)


COMMANDS = tuple(
    Command(name, "Not available yet.", _refuse, opens=False, lenient=True)
    for name in (
        "backup list",
        "backup restore",
        "backup rehearse",
    )
)
