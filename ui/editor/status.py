"""The line under the text: its length, what will not print as meant, and whether it is safe."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.elided import Elided
from ui.widgets.labels import label, tip
from ui.widgets.layouts import across
from xcdesk.texts import proofing
from xcdesk.texts.documents import Document
from xcdesk.texts.proofing import Finding, Warned

_PAUSE_MS = 300


class LengthLine(QWidget):
    """Tells length and warnings after a pause in typing; a click goes from one warning to the next."""

    shown = Signal(object)  # Warned
    asked = Signal()  # the text is to be measured now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.length = label("", Role.CAPTION, "muted")
        self.rule = Elided(Role.CAPTION)
        self.rule.hide()
        self.warnings = button("", Glyph.WARNING, Kind.LINK, self._go_on)
        self.warnings.hide()
        self.safe = label("", Role.CAPTION, "muted")
        self._found: tuple[Warned, ...] = ()
        self._at = -1
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.asked)
        self.setLayout(across(self.length, self.rule, self.warnings, None, self.safe, gap=Space.M))

    def wait(self) -> None:
        """Something was typed: measure once typing pauses."""
        self._pause.start()

    def measure(self, title: str, document: Document) -> None:
        """Tell of a text."""
        length = proofing.measured(document)
        words = self.tr("{words} characters · {hanzi} hanzi · {paragraphs} paragraphs")
        self.length.setText(
            words.format(words=f"{length.words:,}", hanzi=f"{length.hanzi:,}", paragraphs=length.paragraphs)
        )
        self._found = proofing.warnings(title, document)
        self._at = -1
        self.warnings.setVisible(bool(self._found))
        self.warnings.setText(self._summary(self._found))
        self.warnings.setToolTip(tip(self.tr("Go to the next one")))

    def tell_rule(self, rule: str) -> None:
        """Tell the counting rule of the figure at hand in place of the length; empty for none."""
        self.rule.set_text(rule)
        self.rule.setVisible(bool(rule))
        self.length.setVisible(not rule)

    def tell_safe(self, words: str) -> None:
        """Say whether what was typed is kept."""
        self.safe.setText(words)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._pause.stop()
        super().hideEvent(event)

    def _go_on(self) -> None:
        self._at = (self._at + 1) % len(self._found)
        found = self._found[self._at]
        self.warnings.setText(self._one(found))
        self.shown.emit(found)

    def _summary(self, found: Sequence[Warned]) -> str:
        counts = {finding: sum(each.finding is finding for each in found) for finding in Finding}
        words = {
            Finding.LONG_TITLE: self.tr("{count} title(s) too long"),
            Finding.LONG_HEADING: self.tr("{count} heading(s) too long"),
            Finding.RARE: self.tr("{count} rare character(s)"),
            Finding.UNSAFE: self.tr("{count} character(s) that do not print"),
        }
        return " · ".join(words[finding].format(count=count) for finding, count in counts.items() if count)

    def _one(self, found: Warned) -> str:
        words = {
            Finding.LONG_TITLE: self.tr("Longer than two printed lines: {text}"),
            Finding.LONG_HEADING: self.tr("Too long for a heading, printed as a paragraph: {text}"),
            Finding.RARE: self.tr("Rare character “{text}”: old programs and faces may not have it"),
            Finding.UNSAFE: self.tr("Not a proper character (U+{code}): type it anew"),
        }
        text = found.text if len(found.text) <= _SHOWN else f"{found.text[:_SHOWN]}…"
        return words[found.finding].format(text=text, code=f"{ord(found.text[:1] or ' '):04X}")


_SHOWN = 18
