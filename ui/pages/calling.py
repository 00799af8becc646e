"""Calling an outlet: the form that shows whom to phone and notes the answer; the reasons for none today."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from ui.dialogs.call_form import CallForm, Owed
from ui.pages.call_acts import CallActs
from ui.pages.page import Page
from ui.widgets.labels import caption
from xcdesk.codes import Vocabulary
from xcdesk.services.office import terms


def open_call(page: Page, owed: Owed, log: Callable[[], object]) -> None:
    """Show whom to phone; ``log`` opens the form for what the outlet says it has run."""
    acts = CallActs(page)
    form = CallForm(owed, partial(acts.note, owed.outlet.name), page.window())
    form.log_asked.connect(log)
    form.finished.connect(form.deleteLater)
    form.open()


def reason_menu(parent: QWidget, choose: Callable[[str], None]) -> QMenu:
    """Menu of the reasons for none today; ``choose`` gets the code of the one taken."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    for term in terms.terms(Vocabulary.REASON):
        menu.addAction(caption(term.label)).triggered.connect(partial(_take, choose, term.code))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _take(choose: Callable[[str], None], code: str) -> None:
    choose(code)
