"""What hinders somebody who works a window by keyboard or by ear: told as lines, one for each fault."""

import itertools
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QTableView,
    QTextBrowser,
    QTextEdit,
    QTreeView,
    QWidget,
)
from shiboken6 import isValid

from ui.dialogs.form import FormDialog

_PARTS = frozenset({"qt_scrollarea_viewport", "qt_spinbox_lineedit"})
_MOST_STEPS = 400
_SECTIONS_OF_A_DAY = 3
_ROLES = {
    QAbstractButton: {"Button", "CheckBox", "RadioButton", "ButtonMenu", "ButtonDropDown", "Link"},
    QLineEdit: {"EditableText"},
    QPlainTextEdit: {"EditableText"},
    QTextBrowser: {"StaticText"},
    QTextEdit: {"EditableText"},
    QComboBox: {"ComboBox"},
    QTreeView: {"Tree", "Table"},
    QTableView: {"Table"},
    QAbstractItemView: {"List", "Table", "Tree"},
    QTabBar: {"PageTabList"},
    QScrollArea: {"Client", "Pane"},
}
"""Roles that a control of each kind may have for a screen reader, the narrowest kind first."""
TAKEN = frozenset(("Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+Shift+F", "Alt+A"))
TAKEN |= {f"Ctrl+Alt+{letter}" for letter in "AFLOSWZ"}
"""Keys of input methods, and those that QQ and WeChat take whatever is in front."""
_NO_ROLES = frozenset({"NoRole", "Client", "Window", "Border"})


def controls(window: QWidget) -> Iterator[QWidget]:
    """What takes the keyboard in ``window`` now."""
    QApplication.sendPostedEvents()  # what is put into a layout is shown a moment later
    for part in window.findChildren(QWidget):
        focusable = part.focusPolicy() != Qt.FocusPolicy.NoFocus and part.focusProxy() is None
        if focusable and part.isVisible() and part.isEnabled() and part.objectName() not in _PARTS:
            yield part


def unheard(window: QWidget) -> set[str]:
    """Controls that a screen reader cannot name, or calls something that they are not."""
    found = set()
    for part in controls(window):
        spoken = QAccessible.queryAccessibleInterface(part)
        name = spoken.text(QAccessible.Text.Name).strip() if spoken is not None else ""
        role = spoken.role().name if spoken is not None else "NoRole"
        if not name:
            found.add(f"{_where(part)} has no name")
        expected = next((roles for kind, roles in _ROLES.items() if isinstance(part, kind)), None)
        if role not in expected if expected is not None else role in _NO_ROLES:
            found.add(f"{_where(part)} is called {role}")
    return found | _mute_headings(window)


def _mute_headings(window: QWidget) -> set[str]:
    """Columns in sight whose heading says nothing."""
    found = set()
    for heads in window.findChildren(QHeaderView):
        model = heads.model()
        if model is None or not heads.isVisible() or heads.orientation() == Qt.Orientation.Vertical:
            continue
        for at in range(heads.count()):
            said = (
                model.headerData(at, heads.orientation(), role)
                for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
            )
            if not heads.isSectionHidden(at) and not any(map(str, filter(None, said))):
                found.add(f"column {at} of {_where(heads.parentWidget() or heads)} has no heading")
    return found


def unlabelled(form: FormDialog) -> set[str]:
    """Fields of a form whose own label a screen reader does not find."""
    found = set()
    for title in form.findChildren(QLabel):
        field = title.buddy()
        spoken = QAccessible.queryAccessibleInterface(title)
        if field is None or spoken is None:
            continue
        of_it = {id(other.object()) for other, _ in spoken.relations()}
        if id(field) not in of_it or field.accessibleName() != title.text():
            found.add(f"the label {title.text()} does not belong to {_where(field)}")
    return found


def out_of_reach(window: QWidget) -> set[str]:
    """Controls that Tab does not come to, or does not leave."""
    wanted = {
        part
        for part in controls(window)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and not _within_exclusive_group(part)
    }
    seen: list[QWidget] = []
    here = window.focusWidget() or window
    for _ in range(_MOST_STEPS):
        _leave(here)
        now = window.focusWidget()
        if now is None or now is here:
            return {f"Tab does not leave {_where(here)}"} if len(wanted) > 1 else set()
        if now in seen:
            break
        seen.append(now)
        here = now
    wanted &= set(controls(window))  # on the way something else may have been chosen
    proxies = {part.focusProxy() for part in window.findChildren(QWidget) if part.focusProxy() in seen}
    lacking = wanted - set(seen) - proxies
    return {f"Tab does not come to {_where(part)}" for part in lacking} | _against_reading(window, seen)


def _leave(part: QWidget) -> None:
    """Go on as whoever types does: by Tab, out of a text that takes it by Ctrl+Tab."""
    for _ in range(_SECTIONS_OF_A_DAY):
        QTest.keyClick(part, Qt.Key.Key_Tab)
        if not part.hasFocus():
            return
    QTest.keyClick(part, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)


def _within_exclusive_group(part: QWidget) -> bool:
    """Of buttons of which one is chosen Tab visits the chosen one, arrow keys the others."""
    group = part.group() if isinstance(part, QAbstractButton) else None
    alone = isinstance(part, QAbstractButton) and part.autoExclusive()
    return (alone or (group is not None and group.exclusive())) and not part.isChecked()


def _against_reading(window: QWidget, order: list[QWidget]) -> set[str]:
    """Steps of Tab that lead back up within one column of a form."""
    if not isinstance(window, FormDialog) or not order:
        return set()
    shown = [_in_sight(window, part) for part in order]
    places = [QRect(part.mapTo(window, QPoint()), part.size()) for part in shown]
    first = min(range(len(places)), key=lambda at: (places[at].center().y(), places[at].left()))
    places, order = places[first:] + places[:first], order[first:] + order[:first]
    return {
        f"Tab goes back from {_where(order[at])} to {_where(order[at + 1])}"
        for at, (one, other) in enumerate(itertools.pairwise(places))
        if other.bottom() < one.top() and other.left() <= one.right()
    }


def _in_sight(form: FormDialog, part: QWidget) -> QWidget:
    """A field, or the small list of ticks that scrolls, in which it stands."""
    found, above = part, part.parentWidget()
    while above is not None and above is not form:
        if isinstance(above, QScrollArea) and above is not form.findChild(QScrollArea):
            found = above
        above = above.parentWidget()
    return found


def taken_keys(window: QWidget) -> set[str]:
    """Shortcuts that an input method or a messenger takes, and bare letters."""
    found = set()
    for part in (*window.findChildren(QAction), *window.findChildren(QPushButton)):
        keys = part.shortcuts() if isinstance(part, QAction) else [part.shortcut()]
        for key in (each.toString() for each in keys if not each.isEmpty()):
            if key in TAKEN or len(key) == 1:
                found.add(f"{part.text()} has {key}")
    return found


def hidden_verbs(window: QWidget) -> set[str]:
    """Verbs of context menus that stand neither in a menu nor on a button."""
    in_menus = {action for menu in window.findChildren(QMenu) for action in menu.actions()}
    on_buttons = {button.text() for button in window.findChildren(QPushButton)}
    return {
        f"{action.text()} is found in the context menu of {_where(part)} alone"
        for part in window.findChildren(QWidget)
        if part.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
        for action in part.actions()
        if not action.isSeparator() and action not in in_menus and action.text() not in on_buttons
    }


def without_way_out(dialog: QDialog) -> set[str]:
    """Whether Esc does not shut a dialog, or Enter does not do what its default button says."""
    name = type(dialog).__name__
    found = set()
    defaults = [one for one in dialog.findChildren(QPushButton) if one.isDefault() and one.isVisible()]
    if len(defaults) > 1:
        found.add(f"{name} has {len(defaults)} default buttons")
    if isinstance(dialog, FormDialog) and defaults != [dialog.save_button]:
        found.add(f"Enter in {name} does not save")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    return found | ({f"Esc does not shut {name}"} if dialog.isVisible() else set())


def _where(part: QWidget) -> str:
    if not isValid(part):
        return "a control that went away"
    spoken = part.accessibleName() or getattr(part, "text", lambda: "")()
    return f"{type(part).__name__} {spoken!r} in {type(part.window()).__name__}"
