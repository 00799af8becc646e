"""Changes how the pages look, as one act with its way back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.form import form_of_now
from ui.dialogs.page_setup import Pages, PageSetupForm
from ui.pages.page import Page
from ui.refusals import NoFontFolderError
from ui.undo import Act
from xcdesk import settings
from xcdesk.services.office import office_settings, page_setup


def show_setup(page: Page) -> None:
    """Open the window; what is saved there is told to every page."""
    desk = page.desk

    def save(before: Pages, typed: Pages) -> None:
        if typed.fonts and not Path(typed.fonts).is_dir():
            raise NoFontFolderError(field="fonts", path=typed.fonts)
        after = _write(desk, before, typed)
        name = QCoreApplication.translate("bulletins", "Change the page set-up")
        desk.undo.push(Act(name, _back(desk, after, before), _back(desk, before, after)))
        desk.changes.tell(Area.SETTINGS)
        page.said.emit(name)

    def make(before: Pages) -> PageSetupForm:
        return PageSetupForm(desk, before, partial(save, before), page.window())

    form = form_of_now("setting.page", make, _now)
    form.finished.connect(form.deleteLater)
    form.open()


def _now() -> Pages:
    return Pages(page_setup.load(), office_settings.load(), settings.load().fonts)


def _write(desk: Desk, over: Pages, wanted: Pages) -> Pages:
    """Save over what was read; the font folder is this machine's own."""
    setup, office = page_setup.save_with(desk.actor, (wanted.setup, wanted.office), (over.setup, over.office))
    settings.remember_fonts(wanted.fonts)
    return Pages(setup, office, wanted.fonts)


def _back(desk: Desk, over: Pages, wanted: Pages) -> Callable[[], None]:
    def act() -> None:
        _write(desk, over, wanted)
        desk.changes.tell(Area.SETTINGS)

    return act
