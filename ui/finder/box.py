"""The one box as the window shows it; the rest of the finder is loaded when it is needed."""

from PySide6.QtCore import QCoreApplication

from ui.widgets.chip_field import ChipField
from ui.widgets.labels import tip

_WIDTH = 340


def one_box() -> ChipField:
    """The box, of which nothing follows until a `Finder` takes it over."""
    translate = QCoreApplication.translate
    field = ChipField(translate("Finder", "Search or command"), "Ctrl+K", _WIDTH)
    about = translate(
        "Finder",
        "Finds outlets, people, units, programmes, reports, materials, bulletins, contributions, imports "
        "and commands by any part of their words; names and commands by pinyin initials as well. Type a "
        "prefix such as unit: or date: to narrow the search; Backspace takes it away.",
    )
    field.setWhatsThis(tip(about))
    return field
