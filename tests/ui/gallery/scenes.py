"""Windows with work in them: dialogs that somebody has used, windows that are no dialogs, menus."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import openpyxl
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from tests.ui.gallery import views
from tests.ui.gallery.office import TITLE
from tests.ui.gallery.settling import settle
from tests.ui.gallery.views import VIEWS, View
from ui import errors
from ui.dialogs.answers import AnswerDialog
from ui.dialogs.first_run import FirstRun
from ui.dialogs.importing.acts import ImportActs
from ui.dialogs.importing.queue import ImportQueue
from ui.dialogs.log_item import new_item_form
from ui.dialogs.moving_over.window import MoveOverDialog
from ui.dialogs.passwords_once import PasswordsOnce
from ui.help.window import HelpWindow
from ui.main_window import MainWindow
from ui.pages.catalogue import all_pages
from ui.pages.coverage.item_choices import item_choices
from ui.pages.coverage.log_filters import LogFilters
from ui.tablemodels.coverage_columns import COLUMNS
from ui.widgets.column_filter import ColumnFilter
from xcdesk import demo, settings
from xcdesk.db.opening import MissingStoreError
from xcdesk.errors import MissingTextError, NotFoundError
from xcdesk.services import approvals
from xcdesk.services.office import people


@dataclass(frozen=True, slots=True)
class Stage:
    """The window in which scenes are set, and a folder for files."""

    window: MainWindow
    folder: Path


Scene = Callable[[Stage], QWidget]
"""Sets itself and answers with the widget to be looked at, not yet settled."""


def _view(view: View, stage: Stage) -> QWidget:
    views.show(stage.window, view)
    return stage.window


def _text(stage: Stage, *segments: str, verbs: tuple[str, ...] = ()) -> QWidget:
    """The notice of the prepared office."""
    row = next(one for one in approvals.queue(stage.window.desk.actor) if one.title == TITLE)
    views.show(stage.window, View("approvals", row.id, segments, verbs))
    return stage.window


def _found(typed: str, stage: Stage) -> QWidget:
    """The one box with words committed as an input method does."""
    stage.window.show_page("today")
    stage.window.finder.focus()
    words = QInputMethodEvent()
    words.setCommitString(typed)
    QCoreApplication.sendEvent(stage.window.finder.field, words)
    return stage.window


def _told(tell: str, stage: Stage) -> QWidget:
    """What the window tells of the roster."""
    stage.window.show_page("roster")
    getattr(stage.window.help, tell)()
    return stage.window.findChildren(AnswerDialog)[-1]


def _column_filter(key: str, stage: Stage) -> QWidget:
    views.show(stage.window, VIEWS["coverage-log"])
    filters = stage.window.page().findChild(LogFilters)
    filters.open([column.key for column in COLUMNS].index(key))
    return filters.findChildren(ColumnFilter)[-1]


def _menu(at: int, stage: Stage) -> QWidget:
    stage.window.finder.close()
    bar = stage.window.menuBar()
    return _popped([action.menu() for action in bar.actions()][at])


def _more(page: str, stage: Stage) -> QWidget:
    stage.window.show_page(page)
    settle(stage.window.desk, stage.window)
    return _popped(stage.window.page().bar.findChildren(QMenu)[0])


def _popped(menu: QMenu) -> QWidget:
    menu.ensurePolished()
    menu.popup(menu.pos())
    return menu


def _practice(stage: Stage) -> QWidget:
    desk = stage.window.desk
    made = MainWindow(desk, all_pages(desk), practice=True)
    made.start()
    return made


def _first_run(stage: Stage) -> QWidget:
    page = FirstRun(settings.home())
    page.show_refusal(MissingStoreError(path="D:/办公室共享/执行力提升年/desk.db"))
    return page


def _help(topic: str, stage: Stage) -> QWidget:
    made = HelpWindow()
    made.show_topic(topic)
    return made


def _failure(error: Exception, stage: Stage) -> QWidget:
    errors.show_error(stage.window, error)
    return stage.window.findChildren(QMessageBox)[-1]


def _refused(stage: Stage) -> QWidget:
    def save(*_given: object, **_named: object) -> None:
        raise MissingTextError(field="title")

    made = new_item_form(item_choices(), save, stage.window)
    made.show()
    made.accept()
    return made


def _passwords(stage: Stage) -> QWidget:
    told = [(one.name, one.login, "ocean-93-lamp") for one in people.actors()]
    return PasswordsOnce("首次登录密码", "每人只交给他自己的一行。", told, stage.window)


def _queue(name: str, stage: Stage, *, sheet: bool = False) -> QWidget:
    """The import queue with the sample returns and a list of cases, at the file whose name begins so."""
    desk = stage.window.desk
    queue = ImportQueue(desk, ImportActs(desk), stage.window)
    queue.show()
    queue.add((*demo.samples(), _case_list(stage.folder)))
    settle(desk, queue)
    at = next(at for at, file in enumerate(queue.files.files) if file.path.name.startswith(name))
    queue.queue.setCurrentIndex(queue.files.index(at))
    if sheet:
        queue.show_sheet()
    return queue


def _case_list(folder: Path) -> Path:
    book = openpyxl.Workbook()
    for row in (
        ("检查日期", "责任单位", "发现的问题"),
        ("2019-03-01", "市教育局", "窗口无人值守"),
        ("2019-03-01", "市公安局", "热线占线，群众三次拨打无人接听"),
        ("2019-03-01", "许昌日报", "报道失实"),
    ):
        book.active.append(row)
    book.save(folder / "暗访清单.xlsx")
    return folder / "暗访清单.xlsx"


def _move_over(stage: Stage) -> QWidget:
    made = MoveOverDialog(stage.window.desk, stage.window)
    made.choose((*demo.samples(), _case_list(stage.folder)))
    return made


SCENES: Mapping[str, Scene] = {
    **{name: partial(_view, view) for name, view in VIEWS.items()},
    "material": _text,
    "material-changes": lambda stage: _text(stage, "changes"),
    "material-beside": lambda stage: _text(stage, "changes", "two"),
    "material-versions": lambda stage: _text(stage, "versions"),
    "material-record": lambda stage: _text(stage, "record"),
    "material-ways": lambda stage: _text(stage, "ways"),
    "material-editor": lambda stage: _text(stage, verbs=("material_edit",)),
    "finder": partial(_found, ""),
    "finder-found": partial(_found, "窗口"),
    "shortcuts": partial(_told, "show_shortcuts"),
    "reasons": partial(_told, "show_reasons"),
    "filter-list": partial(_column_filter, "outlet"),
    "filter-days": partial(_column_filter, "day"),
    "filter-words": partial(_column_filter, "author"),
    "menu-file": partial(_menu, 0),
    "menu-edit": partial(_menu, 1),
    "menu-view": partial(_menu, 2),
    "menu-exchange": partial(_menu, 3),
    "menu-tools": partial(_menu, 4),
    "menu-help": partial(_menu, 5),
    "more-today": partial(_more, "today"),
    "more-roster": partial(_more, "roster"),
    "more-coverage": partial(_more, "coverage"),
    "more-approvals": partial(_more, "approvals"),
    "more-followup": partial(_more, "followup"),
    "more-bulletins": partial(_more, "bulletins"),
    "window-practice": _practice,
    "first-run-refused": _first_run,
    "help": partial(_help, "index"),
    "help-imports": partial(_help, "imports"),
    "error-ours": partial(_failure, ValueError("示例")),
    "error-refusal": partial(_failure, NotFoundError(what="报道", name="示例")),
    "form-refused": _refused,
    "passwords-once": _passwords,
    "import-plain": partial(_queue, "鄢陵县"),
    "import-faulty": partial(_queue, "东城区"),
    "import-sheet": partial(_queue, "东城区", sheet=True),
    "import-counts": partial(_queue, "经济技术开发区"),
    "import-cases": partial(_queue, "暗访清单"),
    "move-over": _move_over,
}
