"""Measures of the page of GB/T 9704, in points.

A4, type area 156 x 225 mm, 22 lines of 28 characters. Heights count downwards from the top of the type area.
"""

from enum import Enum

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
LEFT, TOP = 28 * MM, 37 * MM
WIDTH, HEIGHT = 156 * MM, 225 * MM
LINES, CHARACTERS = 22, 28
BODY = 16.0  # 3号
CELL = WIDTH / CHARACTERS
TRACKING = CELL - BODY  # 28 characters of 16 pt are 2 mm wider than the type area
BASELINE = 0.88  # of an em, below its top


class Pitch(Enum):
    """Distance from line to line."""

    EXACT = (HEIGHT - BODY) / (LINES - 1)  # 29.61 pt: the 22 lines touch both ends of the type area
    WORD = 28.95  # what word processors are set to
