"""Where a database is: read from what somebody typed, and shown without its password."""

import re
from dataclasses import dataclass
from pathlib import Path

from typing_extensions import override

from xcdesk.errors import DeskError


class BadAddressError(DeskError):
    """The address is neither a path nor that of a PostgreSQL database."""

    code = "store.bad_address"


@dataclass(frozen=True, slots=True)
class Location:
    """Where a database is: a file, or a server; exactly one of the two is set."""

    path: Path | None = None
    url: str | None = None

    @classmethod
    def parse(cls, text: str | Path) -> "Location":
        """Read a path or a ``postgresql://`` address.

        Raises:
            BadAddressError: it is an address of some other kind.
        """
        if isinstance(text, str) and re.match(r"^postgres(ql)?://", text):
            return cls(url=text)
        if isinstance(text, str) and re.match(r"^\w{2,}://", text):
            raise BadAddressError(address=text)
        try:
            return cls(path=Path(text).expanduser())
        except RuntimeError:  # ~somebody who is unknown here: a name like any other
            return cls(path=Path(text))

    @override
    def __str__(self) -> str:
        """Path, or address without its password."""
        if self.path is not None:
            return str(self.path)
        return re.sub(r"(//[^:/@]+):[^@/]*@", r"\1@", self.url or "")
