"""Loads the words of the windows: Qt's own and ours."""

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ui.language import set_language
from xcdesk.resources import resource
from xcdesk.wording import Language

log = logging.getLogger(__name__)
_installed: list[QTranslator] = []


def install(language: Language) -> None:
    """Show windows made from now on in ``language``; those already open keep their words.

    The Chinese words are compiled from ``zh_CN.ts`` by ``dev.py setup``; without them windows are English.
    """
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    set_language(language)
    QLocale.setDefault(QLocale("zh_CN" if language == "zh" else "en_GB"))
    if language != "zh":
        return
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase_zh_CN", qt_folder), ("zh_CN", str(resource("translations")))):
        translator = QTranslator()
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            _installed.append(translator)
        else:
            log.warning("no translation %s in %s", name, folder)
