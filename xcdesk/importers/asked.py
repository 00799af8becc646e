"""What the reading process is told, so that it understands the file as well: words, and what a person said.

It goes from the program to the process, which trusts it: so it may be a pickle. Nothing ever comes back so.
"""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import TypeAlias

from xcdesk.importers.records import Field
from xcdesk.importers.understand import Request
from xcdesk.lexicon import Lexicon

Remembered: TypeAlias = Mapping[str, Mapping[str, Field | None]]
"""Fields by key of the column, for each signature of headings."""


@dataclass(frozen=True, slots=True)
class Asked:
    """All that understanding takes besides the file.

    Attributes:
        remembered: of every sender by name, for the file itself may name its sender.
    """

    lexicon: Lexicon
    request: Request
    remembered: Mapping[str, Remembered] = field(default_factory=dict)

    def packed(self) -> bytes:
        """The same for the process; the operation stays behind."""
        said = {
            one.name: getattr(self.request, one.name) for one in fields(Request) if one.name != "operation"
        }
        return pickle.dumps((self.lexicon, said, self.remembered))

    def recall(self, sender: str) -> Remembered:
        """What is remembered of a sender."""
        return self.remembered.get(sender, {})


def unpacked(sent: bytes) -> Asked:
    """What the program has packed."""
    lexicon, said, remembered = pickle.loads(sent)  # noqa: S301  # written by the program itself
    return Asked(lexicon, Request(**said), remembered)
