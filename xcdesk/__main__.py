"""``python -m xcdesk``: the console program, and in a built program the process that reads strange files."""

import sys

from xcdesk.importers.serving import worker_main


def main() -> int:
    """Serve as the reading process if that is asked for, else run a command; returns the exit status."""
    status = worker_main(sys.argv[1:])
    if status is not None:
        return status
    from xcdesk import cli  # start-up time: the reading process needs nothing of it

    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
