"""What a process returns that was killed: on Windows what `Popen.kill` ends it with, elsewhere the signal."""

import signal
import sys

KILLED = 1 if sys.platform == "win32" else -signal.SIGKILL
