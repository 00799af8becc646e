"""The ten steps of the quick guide, carried out in the windows by mouse and keyboard, with a picture each.

A `Clerk` knows nothing but the words of his step: whatever button, field, tab or menu he uses has to stand in
bold in it, and every key has to be named. ``python -m tests.ten_steps docs/pictures/ten-steps`` draws the
pictures into memory and needs no screen.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from PIL import Image
from PySide6.QtCore import QAbstractListModel, QEventLoop, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QPixmap
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QDialog,
    QFileDialog,
    QLabel,
    QMainWindow,
    QMenu,
    QWidget,
)

from ui import translation
from ui.app import Session
from ui.dialogs import print_form
from ui.settings import Preferences
from ui.theme import theme
from ui.theme.theme import Choice
from ui.widgets.verbs import plain_name
from xcdesk import clock, guide, handbook, settings
from xcdesk.guide import Step
from xcdesk.resources import resource

TODAY = "2019-03-12"
PASSWORD = "ocean-93-lamp"  # noqa: S105  # of a person who is invented
RETURN = "长葛市2019年3月报送表.xlsx"
_PAUSE_MS = 20
_ROWS = 60
_COLOURS = 64
"""Of a picture; a third of the size in the tree, and nobody sees the difference."""
_LONGEST_MS = 20_000
_TO_SETTLE_MS = 400
"""What a window takes to show what came of the step: pages are set that long after the last change."""
LEFT = Qt.MouseButton.LeftButton


class StuckError(AssertionError):
    """The clerk cannot go on with the words that he has."""


def until(holds: Callable[[], Any], what: str) -> Any:
    """Let events and tasks go on until something holds, and answer with it."""
    for _ in range(_LONGEST_MS // _PAUSE_MS):
        found = holds()
        if found:
            return found
        pause()
    shown = [words_of(one) for one in QApplication.topLevelWidgets() if one.isVisible()]
    raise StuckError("\n\n".join((what, *shown)))


def pause(milliseconds: int = _PAUSE_MS) -> None:
    """Let events come; unlike `QTest.qWait` this lets the threads of tasks run meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Clerk:
    """Reads one step and does what it says."""

    def __init__(self, step: Step) -> None:
        self.step = step
        self._words = dict.fromkeys(handbook.controls(step.act), False)

    def unread(self) -> list[str]:
        """The names in bold that were not needed."""
        return [name for name, used in self._words.items() if not used]

    def front(self) -> QWidget:
        """The window in which something can be done now: a form before the window that it belongs to."""
        kinds = (QDialog, QMainWindow)
        shown = [
            one
            for one in QApplication.topLevelWidgets()
            if one.isVisible()
            and not isinstance(one, QMenu)
            and (isinstance(one, kinds) or one.objectName() == "ground")
        ]
        above = {id(one.parentWidget().window()) for one in shown if one.parentWidget() is not None}
        free = [one for one in shown if id(one) not in above]
        return free[-1]

    def press(self, word: str, beside: str = "") -> None:
        """Click a button, a tick or an entry that bears a word of the step; ``beside`` names its line."""
        self._use(word)
        if beside:
            self._use(beside)
        self._click(lambda one: f"{_bare(one)} ".startswith(f"{word} ") and _stands_beside(one, beside), word)

    def press_saying(self, part: str) -> None:
        """Click the button on which a part of the step's words stands, with a number or a name."""
        if f"“{part}”" not in self.step.act:
            raise StuckError(f"step {self.step.title} does not say {part}")
        self._click(lambda one: part in _bare(one), part)

    def _click(self, meant: Callable[[QAbstractButton], bool], words: str) -> None:
        def found() -> QAbstractButton | None:
            buttons = self.front().findChildren(QAbstractButton)
            return next((one for one in buttons if one.isVisible() and one.isEnabled() and meant(one)), None)

        button = until(found, f"no button {words}")
        QTest.mouseClick(button, LEFT, pos=_middle_of(button))
        pause()

    def fill(self, word: str, text: str) -> None:
        """Type into the field of a name, as an input method does."""
        field = until(lambda: self._field(word), f"no field {word}")
        field.setFocus()
        target = QApplication.focusWidget() or field
        event = QInputMethodEvent()
        event.setCommitString(text)
        QTest.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QApplication.sendEvent(target, event)
        pause()

    def menu(self, way: str) -> None:
        """Open a menu and click an entry of it: ``工具 › 设置``."""
        self._use(way)
        title, entry = way.split(" › ")
        window = self.front()
        if not isinstance(window, QMainWindow):
            raise StuckError(f"no menus in {window}")
        bar = window.menuBar()
        action = next(one for one in bar.actions() if plain_name(one) == title)
        QTest.mouseClick(bar, LEFT, pos=bar.actionGeometry(action).center())
        menu = action.menu()
        if not isinstance(menu, QMenu):
            raise StuckError(f"no menu {title}")
        until(menu.isVisible, title)
        wanted = next(one for one in menu.actions() if plain_name(one).removesuffix("…") == entry)
        QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(wanted).center())
        pause()

    def keys(self, keys: str, word: str = "") -> None:
        """Press keys that the step names, for the verb that it names with them."""
        if keys not in self.step.act:
            raise StuckError(f"the step does not name {keys}")
        if word:
            self._use(word)
        window = self.front()
        window.activateWindow()
        until(window.isActiveWindow, "the window in front is not active")
        QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(keys))
        pause()

    def tick_all(self) -> None:
        """Tick every box of the form in front."""
        for box in self.front().findChildren(QCheckBox):
            if box.isVisible() and not box.isChecked():
                QTest.mouseClick(box, LEFT, pos=_middle_of(box))

    def row(self, text: str) -> None:
        """Click the row of the list in front that holds some text."""
        view, place = until(lambda: _row(self.front(), text), f"no row {text}")
        QTest.mouseClick(view.viewport(), LEFT, pos=place)
        pause()

    def sees(self, text: str) -> None:
        """Look whether something is to be read, as the step says it will be."""
        until(lambda: text in words_of(self.front()), f"{text} is not to be read")

    def _use(self, word: str) -> None:
        if word not in self._words:
            raise StuckError(f"step {self.step.title} does not say {word}")
        self._words[word] = True

    def _field(self, word: str) -> QWidget | None:
        self._use(word)
        found = (
            one
            for one in self.front().findChildren(QWidget)
            if one.isVisible() and one.accessibleName() == word
        )
        return next(found, None)


def _bare(button: QAbstractButton) -> str:
    return button.text().removesuffix("…")


def _stands_beside(button: QAbstractButton, words: str) -> bool:
    """Whether a button stands in the line that begins with some words; any does for none."""
    line = button.parentWidget()
    return not words or any(part.text() == words for part in line.findChildren(QLabel))


def _middle_of(button: QAbstractButton) -> QPoint:
    """Where to click: the mark of a tick stands at its left."""
    return QPoint(12, button.height() // 2)


def _row(window: QWidget, text: str) -> tuple[QAbstractItemView, QPoint] | None:
    for view in window.findChildren(QAbstractItemView):
        for index in _cells(view) if view.isVisible() else ():
            if text in str(index.data()):
                view.scrollTo(index)
                return view, view.visualRect(index).center()
    return None


def _cells(view: QAbstractItemView) -> Iterator[QModelIndex]:
    """The cells of a list as far as somebody would look."""
    model, top = view.model(), QModelIndex()
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
    for row in range(min(model.rowCount(top), _ROWS)):
        yield from (model.index(row, column) for column in range(columns))


def words_of(window: QWidget) -> str:
    """All that is to be read in a window, lists with it."""
    words: list[str] = []
    for part in window.findChildren(QWidget):
        if part.isVisible():
            text = getattr(part, "text", None)
            words += [str(text()) if callable(text) else "", part.accessibleName()]
            words += (
                [str(index.data()) for index in _cells(part)] if isinstance(part, QAbstractItemView) else []
            )
    return "\n".join(filter(None, words))


class Paper(QPrinter):
    """A printer whose paper is a file."""

    def __init__(self, path: Path) -> None:
        super().__init__(QPrinter.PrinterMode.ScreenResolution)
        self.setOutputFileName(str(path))


class OnePrinter:
    """What the machine of the walk has to print with."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def names(self) -> tuple[str, ...]:
        """Its name."""
        return ("办公室打印机",)

    def open(self, _name: str) -> QPrinter:
        """It."""
        return Paper(self.path)


class Walk:
    """One walk through the steps, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.session = Session(Preferences(folder / "window.ini"))
        self.printed = folder / "printed.pdf"
        self.scan = folder / "签批单.png"
        self._asked: Path | None = None
        self._picture: QPixmap | None = None
        self._acts: Mapping[str, Callable[[Clerk], None]] = {
            "install": self._install,
            "found": self._found,
            "recovery": self._recovery,
            "settings": self._settings,
            "roster": self._roster,
            "import": self._import,
            "log": self._log,
            "compose": self._compose,
            "sign": self._sign,
            "issue": self._issue,
        }

    def steps(self) -> Iterator[tuple[Clerk, QPixmap]]:
        """Carry the steps out, one after the other; each gives its clerk and a picture of what came of it."""
        self.session.start("")
        for step in guide.steps():
            clerk = Clerk(step)
            self._acts[step.key](clerk)
            if self._picture is None:
                self._take_picture(clerk)
            yield clerk, self._picture or QPixmap()
            self._picture = None

    def end(self) -> None:
        """Close the window and the database."""
        if self.session.window is not None:
            self.session.window.close()
        self.session.leave()

    def _take_picture(self, clerk: Clerk) -> None:
        """What is in front now, once it has come to rest; some steps go on from there."""
        pause(_TO_SETTLE_MS)
        self._picture = clerk.front().grab()

    def answer(self, *_asked: object) -> tuple[str, str]:
        """What the dialog of the system for one file gives back."""
        return str(self._asked), ""

    def answer_many(self, *_asked: object) -> tuple[list[str], str]:
        """The same for several."""
        return [str(self._asked)], ""

    def _install(self, clerk: Clerk) -> None:
        clerk.sees("数据放在")

    def _found(self, clerk: Clerk) -> None:
        clerk.press("不用文件，直接新建")
        clerk.fill("姓名", "示例·王某")
        clerk.fill("职务", "宣传科科员")
        clerk.fill("密码", PASSWORD)
        clerk.fill("再输一次", PASSWORD)
        clerk.press("建立")
        clerk.sees("恢复码已打印或抄下")

    def _recovery(self, clerk: Clerk) -> None:
        clerk.press("打印")
        clerk.press("打印")
        clerk.press("恢复码已打印或抄下")
        clerk.press("继续")
        clerk.sees("已完成 0 / 5")

    def _settings(self, clerk: Clerk) -> None:
        clerk.press("填写", beside="本办公室和报头")
        clerk.fill("办公室名称", "示例市执行力提升年活动办公室")
        clerk.fill("发文机关", "示例市执行力提升年活动领导小组办公室")
        clerk.fill("内部参考刊头", "内部参考")
        clerk.press("保存")
        clerk.sees("已完成 1 / 5")

    def _roster(self, clerk: Clerk) -> None:
        for line, name in (("媒体单位", "许昌日报"), ("单位（县市区、部门）", "长葛市")):
            clerk.press("参考名单", beside=line)
            clerk.sees(name)
            clerk.press_saying("列入名册")
        clerk.sees("已完成 3 / 5")

    def _import(self, clerk: Clerk) -> None:
        clerk.press("选择文件", beside="第一次导入")
        self._asked = resource("samples", RETURN)
        clerk.press("添加文件")
        clerk.sees("新增")
        clerk.press("导入")
        clerk.sees("已导入")
        self._take_picture(clerk)
        clerk.press("关闭")

    def _log(self, clerk: Clerk) -> None:
        clerk.keys("Ctrl+3", "报道登记")
        clerk.keys("Ctrl+N", "登记报道")
        clerk.fill("媒体单位", "许昌日报")
        clerk.fill("标题", "示例市行政审批时限由七日压到三日")
        clerk.press("登记")
        clerk.row("示例市行政审批时限")
        clerk.keys("Ctrl+B", "标为备选稿")

    def _compose(self, clerk: Clerk) -> None:
        clerk.keys("Ctrl+6", "内参通报")
        clerk.press("新一期")
        clerk.row("示例市行政审批时限")
        clerk.press("收入本期")
        clerk.press("送审")
        clerk.tick_all()
        clerk.press("送审")
        clerk.sees("等候办理")

    def _sign(self, clerk: Clerk) -> None:
        self.session.window.grab().save(str(self.scan))
        clerk.keys("Ctrl+4", "审签")
        clerk.row("内部参考")
        clerk.press("登记纸质签批")
        clerk.fill("密码", PASSWORD)
        clerk.press("登记纸质签批")
        clerk.fill("姓名", "示例·陈某")
        clerk.fill("职务", "主任")
        clerk.fill("签批意见", "同意。")
        self._asked = self.scan
        clerk.press("选择")
        clerk.press("登记")
        clerk.sees("已签发")

    def _issue(self, clerk: Clerk) -> None:
        clerk.press("印发")
        clerk.fill("密码", PASSWORD)
        clerk.press("印发")
        clerk.sees("已印发")
        clerk.keys("Ctrl+6", "内参通报")
        clerk.press("打印")
        clerk.press("打印")
        clerk.sees("第 1/")


def main(outdir: Path) -> None:
    """Draw a picture of each step into ``outdir``."""
    outdir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        screen = f"offscreen:configfile={Path(__file__).with_name('screen.json')}"
        surroundings = {settings.HOME_VARIABLE: home, clock.TODAY_VARIABLE: TODAY, "QT_QPA_PLATFORM": screen}
        os.environ.update(surroundings)
        app = QApplication([*sys.argv[:1], *theme.STYLE])
        theme.current().start(app, styled=True)
        theme.current().apply(Choice.LIGHT)
        translation.install("zh")
        walk = Walk(Path(home))
        fake(walk, setattr)
        for number, (clerk, picture) in enumerate(walk.steps(), 1):
            path = outdir / f"{number:02}-{clerk.step.key}.png"
            picture.save(str(path))
            Image.open(path).convert("RGB").quantize(_COLOURS).save(path, optimize=True)
        walk.end()


def fake(walk: Walk, put: Callable[[object, str, object], None]) -> None:
    """Put the dialogs of the system and the printer of the walk in the place of this machine's."""
    put(QFileDialog, "getOpenFileName", walk.answer)
    put(QFileDialog, "getOpenFileNames", walk.answer_many)
    put(print_form, "Printers", lambda: OnePrinter(walk.printed))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
