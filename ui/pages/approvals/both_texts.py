"""The saved text of a material beside the one that is typed and not saved."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.two_texts import Side, TwoTexts
from ui.pages.approvals.figures import Figures
from xcdesk.services.approvals import MaterialDetail, TextChange
from xcdesk.texts import spoken


def show_both(now: MaterialDetail, typed: TextChange, figures: Figures, parent: QWidget) -> None:
    """Show both above ``parent``, with their figures as they are now."""

    def read(text: str) -> tuple[str, ...]:
        return spoken.lines(text, lambda field: figures(field.source).text)

    translate = QCoreApplication.translate
    head = translate("both_texts", "Saved, revision {revision}").format(revision=now.row.revision)
    saved = Side(head, now.row.title, read(now.text))
    mine = Side(translate("both_texts", "Typed here, not saved"), typed.title, read(typed.text))
    dialog = TwoTexts(translate("both_texts", "Both texts"), saved, mine, parent=parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
