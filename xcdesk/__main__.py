"""``python -m xcdesk``: the console program."""

import sys

from xcdesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
