"""A text in lines that a clerk reads when two texts are compared: marks as words, cells parted by bars.

The words are Chinese like the text, whatever language the desk works in.
"""

from collections.abc import Callable, Iterator

from xcdesk.texts.documents import PLAIN, Block, BlockKind, from_text
from xcdesk.texts.live_fields import LiveField, replaced
from xcdesk.wording import text

Put = Callable[[LiveField], str]


def _named(field: LiveField) -> str:
    return text(f"spoken.{field.counted}", "zh", since=field.since, until=field.until)


def lines(body: str, put: Put = _named) -> tuple[str, ...]:
    """Lines of a text in its markup; ``put`` gives what stands for a figure of the log."""
    return tuple(replaced(line, put) for block in from_text(body).blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    if block.kind is BlockKind.TABLE:
        if block.drawn is not None:
            yield text("spoken.drawn", "zh", drawn=block.drawn)
        yield from (" ｜ ".join(row) for row in block.rows)
    elif block.kind in PLAIN:
        yield block.text
    else:
        yield text(f"spoken.{block.kind}", "zh") + block.text
