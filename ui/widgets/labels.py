"""Text on screen: the only way to make a label, so that what people typed is never read as markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from ui.theme import theme
from ui.theme.tokens import Role
from xcdesk.normalise import in_order


class PlainLabel(QLabel):
    """Shows its text letter by letter, in the order in which it is written."""

    def __init__(self, text: str = "") -> None:
        super().__init__(in_order(text))
        plain(self)

    @override
    def setText(self, text: str) -> None:
        super().setText(in_order(text))


def label(
    text: str = "", role: Role = Role.BODY, tone: str = "", *, bold: bool = False, wrap: bool = False
) -> QLabel:
    """Label of plain text; ``tone`` is "", "muted", "second", "accent", "ok", "warn" or "bad"."""
    made = PlainLabel(text)
    made.setFont(theme.font(role, bold=bold))
    made.setWordWrap(wrap)
    if tone:
        made.setProperty("tone", tone)
    if wrap:
        policy = made.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        made.setSizePolicy(policy)
    return made


def plain(made: QLabel) -> None:
    """Let a label show its text letter by letter."""
    made.setTextFormat(Qt.TextFormat.PlainText)


def caption(text: str) -> str:
    """Words of a button, a tick, a tab or an entry of a menu, each ``&`` of which is shown.

    Qt underlines the character behind an ``&`` and gives it an Alt key: ``A&B公司`` would read
    ``AB公司``.
    """
    return in_order(text).replace("&", "&&")


def tip(text: str) -> str:
    """Text for a tooltip or a tooltip role that Qt shows letter by letter."""
    text = in_order(text)
    # Qt takes text for markup as soon as it sees a tag.
    if "<" not in text:
        return text
    import html  # start-up time

    return f"<span style='white-space: pre-wrap'>{html.escape(text)}</span>"
