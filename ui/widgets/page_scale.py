"""How large pages stand on the screen, and where: one whole page, its width, two pages, or a fixed size."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRect, QSize, QSizeF

from ui.theme.tokens import Space

_POINTS_PER_INCH = 72
_STEPS = (50, 67, 80, 100, 125, 150, 200, 300)
_EDGE = Space.M


class Fit(StrEnum):
    """What decides the size of a page."""

    PAGE = "page"
    WIDTH = "width"
    TWO = "two"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Scale:
    """What decides the size, and for `Fit.FIXED` the size in percent of that on paper."""

    fit: Fit = Fit.PAGE
    percent: int = 100

    def stepped(self, step: int, shown: int) -> "Scale":
        """The next larger (1) or smaller (-1) fixed size, seen from ``shown`` percent."""
        larger = [each for each in _STEPS if each > shown]
        smaller = [each for each in _STEPS if each < shown]
        wanted = (larger[:1] if step > 0 else smaller[-1:]) or [_STEPS[-1] if step > 0 else _STEPS[0]]
        return Scale(Fit.FIXED, wanted[0])

    def pages(self, page: int, count: int) -> range:
        """Which pages are on the screen: one, or the facing two with odd numbers at the right."""
        if self.fit != Fit.TWO or count < 2:  # noqa: PLR2004  # two pages
            return range(page, min(page + 1, count))
        left = page - page % 2
        return range(left, min(left + 2, count))


def placed(scale: Scale, papers: Sequence[QSizeF], room: QSize, dots_per_inch: float) -> list[QRect]:
    """Where pages of these sizes in points stand side by side, in the middle of ``room`` or beyond it."""
    if not papers:
        return []
    inner = room - QSize(2 * _EDGE, 2 * _EDGE)
    width = sum(paper.width() for paper in papers)
    height = max(paper.height() for paper in papers)
    by_width = max(1.0, inner.width() - _EDGE * (len(papers) - 1)) / width
    factor = {
        Fit.WIDTH: by_width,
        Fit.FIXED: scale.percent / 100 * dots_per_inch / _POINTS_PER_INCH,
    }.get(scale.fit, min(by_width, max(1.0, inner.height()) / height))
    sizes = [QSize(round(paper.width() * factor), round(paper.height() * factor)) for paper in papers]
    whole = sum(size.width() for size in sizes) + _EDGE * (len(sizes) - 1)
    left = max(_EDGE, (room.width() - whole) // 2)
    found = []
    for size in sizes:
        top = max(_EDGE, (room.height() - size.height()) // 2)
        found.append(QRect(left, top, size.width(), size.height()))
        left += size.width() + _EDGE
    return found


def extent(places: Sequence[QRect]) -> QSize:
    """Room that the pages take with their edges."""
    if not places:
        return QSize(0, 0)
    return QSize(places[-1].right() + 1 + _EDGE, max(place.bottom() for place in places) + 1 + _EDGE)
