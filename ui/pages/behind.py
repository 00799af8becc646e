"""Rows behind a figure, as one page asks the coverage page to show them."""

from dataclasses import dataclass

from xcdesk.services.counts.item_filter import ItemFilter


@dataclass(frozen=True, slots=True)
class Behind:
    """The rows of ``chosen``; ``words`` name the figure that they stand behind."""

    chosen: ItemFilter
    words: str
