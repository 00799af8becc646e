"""The reading process as it begins: as light as it can be."""

import sys
from collections.abc import Sequence

from xcdesk.importers.arguments import ARGUMENT, MANY


def worker_main(arguments: Sequence[str]) -> int | None:
    """Serve as the reading process if ``arguments``, without the program's name, ask for it.

    Every entry point that may be frozen calls this before anything else.

    Returns:
        The exit status; None if this is an ordinary start of the program.
    """
    if not arguments or arguments[0] != ARGUMENT:
        return None
    from xcdesk.importers import child  # start-up time: the program itself never needs it

    if arguments[1:] == [MANY]:
        child.serve_many()
    else:
        child.serve(arguments[1:])
    return 0


if __name__ == "__main__":
    sys.exit(worker_main(sys.argv[1:]))
