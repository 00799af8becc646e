"""The mark by which the data of a practice office are known wherever their file is copied to."""

from typing import Any

KEY = "practice"
"""Key of the setting that is the mark."""
_MARKED = f"SELECT count(*) FROM setting WHERE key = '{KEY}'"  # noqa: S608  # a constant


def is_marked(connection: Any) -> bool:
    """Whether a database, or an open backup, is a practice office's; ``connection`` takes SQL."""
    execute = getattr(connection, "execute_sql", None) or connection.execute
    return bool(execute(_MARKED).fetchone()[0])
