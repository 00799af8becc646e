"""Calling an outlet: whom to phone, and the reasons for none today that the call may bring."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui.widgets.banner import Banner
from xcdesk.codes import Vocabulary
from xcdesk.services import terms
from xcdesk.services.outlets import OutletRow


def call_banner(outlet: OutletRow, ways: Sequence[QPushButton]) -> Banner:
    """Name, post and phone of the liaison; ``ways`` note the answer."""
    translate = QCoreApplication.translate
    person = outlet.liaison
    if person is None:
        text = translate("calling", "No liaison is on the roster. Enter one on the roster page first.")
    else:
        text = "  ".join(part for part in (person.name, person.post, person.phone) if part)
    title = translate("calling", "Liaison of {outlet}").format(outlet=outlet.name)
    return Banner("info", title, text, ways)


def reason_menu(parent: QWidget, choose: Callable[[str], None]) -> QMenu:
    """Menu of the reasons for none today; ``choose`` gets the code of the one taken."""
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    for term in terms.terms(Vocabulary.REASON):
        menu.addAction(term.label).triggered.connect(partial(_take, choose, term.code))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _take(choose: Callable[[str], None], code: str) -> None:
    choose(code)
