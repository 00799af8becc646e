"""How the windows look, chosen in the menu View: theme, height of rows, size of the text, language."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from ui.settings import Preferences
from ui.theme import theme
from ui.theme.theme import Choice
from ui.theme.tokens import TEXT_SIZES, Density

T = TypeVar("T")


class LookMenus(QObject):
    """Adds a menu for each choice, with a tick at what is kept for this machine.

    Theme and rows change at once; for another size or language the window is made anew, by whoever gives
    ``choose_text_size`` and ``choose_language``.
    """

    def __init__(
        self,
        view: QMenu,
        kept: Preferences,
        choose_text_size: Callable[[int], None],
        choose_language: Callable[[str], None],
    ) -> None:
        super().__init__(view)
        self._kept = kept
        themes = {
            Choice.SYSTEM: self.tr("As the system"),
            Choice.LIGHT: self.tr("Light"),
            Choice.DARK: self.tr("Dark"),
        }
        _add(view.addMenu(self.tr("Theme")), themes, lambda: kept.theme, self._choose_theme)
        densities = {
            Density.COMPACT: self.tr("Compact"),
            Density.NORMAL: self.tr("Standard"),
            Density.RELAXED: self.tr("Relaxed"),
        }
        _add(view.addMenu(self.tr("Row height")), densities, lambda: kept.density, self._choose_density)
        sizes = {percent: f"{percent} %" for percent in TEXT_SIZES}
        _add(view.addMenu(self.tr("Text size")), sizes, lambda: kept.text_size, choose_text_size)
        # Each language is named in itself, so that whoever cannot read the window finds theirs.
        languages = {"zh": "简体中文", "en": "English"}
        _add(view.addMenu(self.tr("Language")), languages, lambda: kept.language, choose_language)

    def _choose_theme(self, choice: Choice) -> None:
        self._kept.theme = choice
        theme.current().apply(choice)

    def _choose_density(self, density: Density) -> None:
        self._kept.density = density
        theme.current().set_density(density)


def _add(menu: QMenu, words: Mapping[T, str], kept: Callable[[], T], choose: Callable[[T], None]) -> None:
    group = QActionGroup(menu)
    for value, word in words.items():
        action = QAction(word, menu)
        action.setCheckable(True)
        action.setData(value)
        action.triggered.connect(_call(choose, value))
        group.addAction(action)
        menu.addAction(action)
    menu.aboutToShow.connect(partial(_tick, group, kept))  # a choice may have been refused
    _tick(group, kept)


def _tick(group: QActionGroup, kept: Callable[[], object]) -> None:
    for action in group.actions():
        action.setChecked(action.data() == kept())


def _call(choose: Callable[[T], None], value: T) -> Callable[[], None]:
    return lambda: choose(value)
