"""Every control that takes the keyboard has a name that a screen reader can say."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from ui.widgets.segmented import Segmented

_PARTS = frozenset({"qt_scrollarea_viewport", "qt_spinbox_lineedit"})
_DIALOGS = {
    "roster": ("add", "liaison_change", "programme_new"),
    "coverage": ("item_log", "log_day", "log_columns"),
    "menus": ("acts", "trash", "import", "imports", "returns", "record", "shortcuts", "about"),
}
"""Verbs that open a form, a list or an answer, by page."""


def nameless(window: QWidget) -> set[str]:
    """Widgets in sight that Tab or a click gives the focus to, and that have no name."""
    QApplication.sendPostedEvents()  # what is put into a layout is shown a moment later
    found = set()
    for part in window.findChildren(QWidget):
        focusable = part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.focusProxy() is None
        if not focusable or not part.isVisible() or not part.isEnabled() or part.objectName() in _PARTS:
            continue
        spoken = QAccessible.queryAccessibleInterface(part)
        if spoken is None or not spoken.text(QAccessible.Text.Name).strip():
            found.add(f"{type(part).__name__} {part.objectName()} in {type(part.parent()).__name__}")
    return found


def test_every_control_of_every_page_has_a_name(window):
    lacking = set()
    for page in window.pages:
        window.show_page(page.key)
        lacking |= nameless(window)
        for segments in page.findChildren(Segmented):
            for segment in segments.findChildren(QPushButton):
                if segment.isVisible():
                    segment.click()
                    lacking |= nameless(window)
    window.show_page("coverage")
    for key in window.page().trackers.views:
        window.open("coverage", (key,))
        lacking |= nameless(window)
    window.page().part.choose("log")
    window.page().verbs.trigger("log_detail")
    assert lacking | nameless(window) == set()


def test_every_control_of_the_dialogs_has_a_name(window):
    for place, verbs in _DIALOGS.items():
        if place != "menus":
            window.show_page(place)
        for verb in verbs:
            (window.menus if place == "menus" else window.page()).verbs.trigger(verb)
            shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]
            opened = [one for one in shown if one.isVisible()]
            assert opened, verb
            assert set().union(*map(nameless, opened)) == set(), verb
            for dialog in opened:
                dialog.reject()
