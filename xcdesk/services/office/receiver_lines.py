"""Receivers of an issue as people write them: one a line, with the number of copies behind the name."""

import re
from collections.abc import Iterable

from xcdesk.normalise import clean
from xcdesk.services.office.page_setup import Receiver, ReceiverList

_LINE = re.compile(r"(?P<name>.*?)(?:[\s×xX*]+(?P<copies>\d{1,5})\s*份?)?")


def read(on: ReceiverList, text: str) -> tuple[Receiver, ...]:
    """Receivers of one list; a line without a number gets one copy, a blank one is skipped."""
    found = []
    for raw in text.splitlines():
        line = _LINE.fullmatch(clean(raw.replace("\t", " ")))
        if line is not None and line["name"].strip("，。； "):
            found.append(Receiver(on, line["name"].strip("，。； "), int(line["copies"] or 1)))
    return tuple(found)


def written(receivers: Iterable[Receiver], on: ReceiverList) -> str:
    """The lines of one list; `read` gives the same receivers again."""
    return "\n".join(f"{one.name}  {one.copies}" for one in receivers if one.on == on)
