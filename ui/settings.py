"""What this desk remembers between sittings: geometry, language, look, last person."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Choice
from ui.theme.tokens import TEXT_SIZES, Density
from xcdesk.wording import Language, default_language


class Preferences:
    """Settings of one person at one machine, in one INI file; nothing of the office's data."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    def _text(self, key: str, default: str = "") -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    @property
    def language(self) -> Language:
        """Language of the windows."""
        kept = self._text("language")
        return "en" if kept == "en" else "zh" if kept == "zh" else default_language()

    @language.setter
    def language(self, language: Language) -> None:
        self._store.setValue("language", language)

    @property
    def theme(self) -> Choice:
        """Light, dark, or as the system."""
        kept = self._text("theme")
        return Choice(kept) if kept in set(Choice) else Choice.SYSTEM

    @theme.setter
    def theme(self, choice: Choice) -> None:
        self._store.setValue("theme", choice.value)

    @property
    def density(self) -> Density:
        """Height of table rows."""
        kept = self._text("density")
        return Density(kept) if kept in set(Density) else Density.NORMAL

    @density.setter
    def density(self, density: Density) -> None:
        self._store.setValue("density", density.value)

    @property
    def text_size(self) -> int:
        """Size of text in per cent."""
        kept = self._text("text_size")
        return int(kept) if kept in set(map(str, TEXT_SIZES)) else TEXT_SIZES[0]

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._store.setValue("text_size", str(percent))

    @property
    def person(self) -> int | None:
        """Id of the person who sat here last."""
        kept = self._text("person")
        return int(kept) if kept.isdecimal() else None

    @person.setter
    def person(self, user_id: int) -> None:
        self._store.setValue("person", str(user_id))

    def remembered(self, name: str, person: int) -> str:
        """What was last remembered for this person at this machine under a name; "" if nothing was."""
        return self._text(f"person/{person}/{name}")

    def remember(self, name: str, person: int, value: str) -> None:
        """Remember how this person likes to have something."""
        self._store.setValue(f"person/{person}/{name}", value)

    def save_geometry(self, name: str, window: QWidget) -> None:
        """Remember size and place of a window."""
        self._store.setValue(f"geometry/{name}", window.saveGeometry())

    def restore_geometry(self, name: str, window: QWidget) -> bool:
        """Give a window its remembered size and place; False when there is none."""
        kept = self._store.value(f"geometry/{name}")
        return isinstance(kept, QByteArray) and window.restoreGeometry(kept)
