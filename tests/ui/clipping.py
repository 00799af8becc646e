"""Finds text that does not fit where it stands."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QCheckBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

from ui.widgets.chips import StateChip
from ui.widgets.elided import Elided

SLACK = 1
FIELD_CHROME = 46
"""Pixels of a line edit that its border, padding and search icon take."""


def clipped(window: QWidget) -> list[str]:
    """What is cut off in ``window`` as it stands now; empty when everything can be read."""
    found = [_describe(part) for part in window.findChildren(QWidget) if part.isVisible() and _is_cut(part)]
    return [line for line in found if line]


def _is_cut(part: QWidget) -> bool:
    if isinstance(part, Elided):
        return False  # its whole text stands in the tooltip
    if isinstance(part, QLabel):
        return bool(part.text()) and (_label_is_cut(part) or _outside(part))
    if isinstance(part, QPushButton | QCheckBox | QRadioButton | StateChip):
        return _too_small(part) or _outside(part)
    if isinstance(part, QLineEdit):
        return part.fontMetrics().horizontalAdvance(part.placeholderText()) > part.width() - FIELD_CHROME
    if isinstance(part, QTabBar):
        return part.sizeHint().width() > part.width() + SLACK
    return isinstance(part, QHeaderView) and _header_is_cut(part)


def _label_is_cut(part: QLabel) -> bool:
    if part.wordWrap():
        return part.heightForWidth(part.width()) > part.height() + SLACK
    return _too_small(part)


def _too_small(part: QWidget) -> bool:
    need = part.sizeHint()
    return need.width() > part.width() + SLACK or need.height() > part.height() + SLACK


def _header_is_cut(part: QHeaderView) -> bool:
    model = part.model()
    if model is None or not part.sectionsClickable():
        return False
    metrics = part.fontMetrics()
    texts = [str(model.headerData(at, part.orientation()) or "") for at in range(part.count())]
    return any(
        metrics.horizontalAdvance(text) + 4 > part.sectionSize(at)
        for at, text in enumerate(texts)
        if not part.isSectionHidden(at) and "\n" not in text
    )


def _outside(part: QWidget) -> bool:
    """Whether some ancestor that does not scroll cuts the widget off."""
    box = QRect(0, 0, part.width(), part.height())
    above = part
    while (parent := above.parentWidget()) is not None and not above.isWindow():
        if isinstance(parent.parentWidget(), QScrollArea):
            return False
        box = box.translated(above.pos())
        if not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(box):
            return True
        above = parent
    return False


def _describe(part: QWidget) -> str:
    text = getattr(part, "text", lambda: "")
    words = text() if callable(text) else text
    need, has = part.sizeHint(), part.size()
    return (
        f"{type(part).__name__} {part.objectName()} {words or part.accessibleName()!r}: "
        f"needs {need.width()}x{need.height()}, has {has.width()}x{has.height()}"
    )
