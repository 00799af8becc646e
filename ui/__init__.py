"""The windows."""

import xcdesk as _core  # noqa: F401  # before Qt: it has Python look for cycles less often
