"""Finds text that does not fit where it stands, and parts that stand on one another."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStackedWidget,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTabWidget,
    QWidget,
)

from ui.finder.panel import FindPanel
from ui.widgets.chips import StateChip
from ui.widgets.elided import Elided

SLACK = 1
FIELD_CHROME, SEARCH_CHROME = 20, 50
"""Pixels of a line edit that its border and padding take, and a drawing in it with them."""
HEAD_CHROME = 10
"""Pixels of a heading that its padding and line take."""
SHOWS_WORDS = (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    StateChip,
)
OWN_PLACES = (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QStackedWidget,
    QTabBar,
    QTabWidget,
)
"""Widgets that place parts of their own over one another."""


def clipped(window: QWidget) -> list[str]:
    """What is cut off in ``window`` as it stands now; empty when everything can be read."""
    return [_describe(part) for part in window.findChildren(QWidget) if part.isVisible() and _is_cut(part)]


def overlapping(window: QWidget) -> list[str]:
    """Parts of ``window`` of which one covers another beside it."""
    found = []
    for parent in (window, *window.findChildren(QWidget)):
        if parent.isVisible() and not isinstance(parent, OWN_PLACES):
            for one, other in combinations(_standing(parent), 2):
                if one.geometry().intersects(other.geometry()):
                    found.append(f"{_describe(one)} and {_describe(other)} overlap")
    return found


def _standing(parent: QWidget) -> Iterator[QWidget]:
    for child in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if child.isVisible() and not child.isWindow() and not isinstance(child, FindPanel):
            yield child  # the panel of the one box stands over everything, as a menu does


def _is_cut(part: QWidget) -> bool:
    if isinstance(part, QTabBar):
        return part.sizeHint().width() > part.width() + SLACK
    if isinstance(part, QHeaderView):
        return bool(_cut_heads(part))
    if isinstance(part, Elided) or not isinstance(part, SHOWS_WORDS):
        return False  # the whole text of an elided line stands in its tooltip
    return _says_less(part) or _outside(part)


def _says_less(part: QWidget) -> bool:
    """Whether the words of a widget need more room than it has."""
    if isinstance(part, QLabel):
        return bool(part.text()) and _label_is_cut(part)
    if isinstance(part, QComboBox):
        return _choice_is_cut(part)
    if isinstance(part, QAbstractSpinBox):
        return part.minimumSizeHint().width() > part.width() + SLACK
    if isinstance(part, QLineEdit):
        hint = part.fontMetrics().horizontalAdvance(part.placeholderText())
        return (
            hint > part.width() - (SEARCH_CHROME if part.actions() else FIELD_CHROME) and not part.toolTip()
        )
    return _too_small(part)


def _label_is_cut(part: QLabel) -> bool:
    if part.wordWrap():
        return part.heightForWidth(part.width()) > part.height() + SLACK
    return _too_small(part)


def _choice_is_cut(part: QComboBox) -> bool:
    """Whether what is chosen ends before its last word, and no tooltip says all of it."""
    option = QStyleOptionComboBox()
    option.initFrom(part)
    place = QStyle.SubControl.SC_ComboBoxEditField
    room = part.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, place, part).width()
    return part.fontMetrics().horizontalAdvance(part.currentText()) > room and not part.toolTip()


def _too_small(part: QWidget) -> bool:
    need = part.sizeHint()
    return need.width() > part.width() + SLACK or need.height() > part.height() + SLACK


def _cut_heads(part: QHeaderView) -> list[str]:
    """Headings of columns that end in an ellipsis, but for those whose tooltip says all."""
    model = part.model()
    if model is None or part.orientation() == Qt.Orientation.Vertical:
        return []
    metrics = part.fontMetrics()
    found = []
    for at in range(part.count()):
        text = str(model.headerData(at, part.orientation()) or "")
        need = max(map(metrics.horizontalAdvance, text.split("\n"))) + HEAD_CHROME
        short = need > part.sectionSize(at) > 0 and not part.isSectionHidden(at)
        if short and not model.headerData(at, part.orientation(), Qt.ItemDataRole.ToolTipRole):
            found.append(f"{text} ({need - part.sectionSize(at)} short)")
    return found


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
    if isinstance(part, QHeaderView):
        words = _cut_heads(part)
    need, has = part.sizeHint(), part.size()
    return (
        f"{type(part).__name__} {part.objectName()} {words or part.accessibleName()!r}: "
        f"needs {need.width()}x{need.height()}, has {has.width()}x{has.height()}"
    )
