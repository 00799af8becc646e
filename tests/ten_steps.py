"""The ten steps of the quick guide, carried out in the windows by mouse and keyboard, with a picture each.

``python -m tests.ten_steps docs/pictures/ten-steps`` draws the pictures into memory and needs no screen.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QPixmap
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.clerk import Clerk, pause
from ui import translation
from ui.app import Session
from ui.dialogs import print_form
from ui.settings import Preferences
from ui.theme import theme
from ui.theme.theme import Choice
from xcdesk import clock, guide, settings
from xcdesk.resources import resource

TODAY = "2019-03-12"
PASSWORD = "ocean-93-lamp"  # noqa: S105  # of a person who is invented
RETURN = "长葛市2019年3月报送表.xlsx"
_COLOURS = 64
"""Of a picture; a third of the size in the tree, and nobody sees the difference."""
_TO_SETTLE_MS = 1_200
"""What a window takes to show what came of the step: pages are set that long after the last change."""


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
    """One walk through the steps, in a folder of its own.

    Before a picture is taken the windows have ``rest`` milliseconds to show what is still on its way.
    """

    def __init__(self, folder: Path, rest: int = 0) -> None:
        self._rest = rest
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
        pause(self._rest)
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
        clerk.sees("已完成 4 / 5")
        clerk.press("以后再做")

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
        clerk.press("打印正文")
        clerk.press("关闭")
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
        clerk.fill("份数", "1")
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
        walk = Walk(Path(home), _TO_SETTLE_MS)
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
