"""How far two colours stand apart."""

_DARK_END = 0.03928
"""Share of full brightness up to which sRGB is straight (WCAG 2)."""


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _DARK_END else ((channel + 0.055) / 1.055) ** 2.4


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (_linear(c) for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """WCAG 2 contrast ratio of two colours written ``#RRGGBB``, from 1 to 21."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)
