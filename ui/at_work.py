"""What goes on beside the work once the data may be written: lock, trash, backups, news from other desks."""

from ui.main_window import MainWindow
from ui.others import OtherDesks
from ui.place import safety_text
from ui.safekeeping import Safekeeping
from xcdesk import store


def begin(window: MainWindow) -> None:
    """Empty what lay in the trash too long; from now on watch for idleness, backups due and other desks."""
    window.own.lock.begin()
    window.status.show_place(safety_text())
    if store.held_back() is None:
        window.tools.empty_old_trash()
        if not store.is_practice():
            Safekeeping(window.desk, window).begin()
    others = OtherDesks(window.desk, window.status.show_state, window.unsaved, window)
    others.said.connect(window.status.say)
    others.begin()
