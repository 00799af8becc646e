"""How a process is started that reads one file, and how it knows that it is one: as light as it can be."""

import sys
from collections.abc import Sequence
from pathlib import Path

ARGUMENT = "--read-worker"
"""Hidden first argument by which a program is started as the reading process."""
LOOKS = "looks"
"""Argument of a process that is to tell how a file looks."""
ASKED = "asked"
"""Argument of a process that is to understand the file too, by what a file of this name beside it says."""
CHECKED = "checked"
"""Name of the file beside it in which the process puts what it has understood."""
MANY = "many"
"""Only argument of the process that forks one for each file it is told of."""
ENCODING = "encoding="
"""How the argument begins that names the encoding a person chose."""


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
        return 0
    source, result, memory, *options = arguments[1:]
    encodings = (option.removeprefix(ENCODING) for option in options if option.startswith(ENCODING))
    child.serve(
        Path(source),
        Path(result),
        int(memory),
        encoding=next(encodings, ""),
        looks=LOOKS in options,
        asked=Path(source).with_name(ASKED) if ASKED in options else None,
    )
    return 0


if __name__ == "__main__":
    sys.exit(worker_main(sys.argv[1:]))
