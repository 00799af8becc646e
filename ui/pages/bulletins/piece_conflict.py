"""Two desks have changed the text of one piece: what each left in every field, and what is taken of both."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.dialogs.merge_fields import Both, Held, MergeDialog
from xcdesk.services.issuing.tray import PieceText

_LONG = "body"


@dataclass(frozen=True, slots=True)
class Texts:
    """One piece as it was read, as it was typed over here, and as somebody else has saved it."""

    base: PieceText
    mine: PieceText
    theirs: PieceText


def compare(
    names: Mapping[str, str], texts: Texts, take: Callable[[dict[str, Any]], object], parent: QWidget
) -> None:
    """Let somebody choose field by field; ``names`` are those of the fields by their keys in a text."""
    fields = [Both(key, name, *(_held(text, key) for text in _three(texts))) for key, name in names.items()]
    dialog = MergeDialog(fields, _joined, take, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _three(texts: Texts) -> tuple[PieceText, ...]:
    return texts.base, texts.mine, texts.theirs


def _held(text: PieceText, key: str) -> Held:
    words = str(getattr(text, key))
    return Held(words, words)


def _joined(both: Both) -> str | None:
    """Both texts, one below the other; two titles or authors in one line are nobody's."""
    return f"{both.theirs.value}\n\n{both.mine.value}" if both.key == _LONG else None
