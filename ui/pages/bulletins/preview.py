"""Right column of the bulletins page: the pages as they will be printed, 400 ms after the last change."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from ui.desk import Desk
from ui.messages import sentence
from ui.theme.icons import Glyph
from ui.theme.tokens import Role
from ui.widgets.buttons import Kind, button
from ui.widgets.card import Pane
from ui.widgets.labels import caption, label, tip
from ui.widgets.layouts import down
from ui.widgets.page_preview import Lit, PagePreview
from ui.widgets.page_scale import Fit, Scale
from xcdesk import proofs
from xcdesk.errors import DeskError
from xcdesk.progress import Operation
from xcdesk.proofs import Proof
from xcdesk.services.issuing.pieces import PieceRow

_WAIT_MS = 400
_SIZES = (50, 75, 100, 125, 150, 200)
_SCALE = "bulletins/scale"


class PreviewPane(QWidget):
    """Prints the bulletin in hand as a task; the page before stays until the new one is there."""

    help_topic = "bulletins#page"
    printed = Signal(object)  # Proof

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: int | None = None
        self._typed: PieceRow | None = None
        self._working = False
        self._due = False
        self._proof: Proof | None = None
        self._followed = ("", 0.0)
        self.view = PagePreview()
        self.view.setAccessibleName(self.tr("Page"))
        self.view.turned.connect(self._tell)
        self.place = label("", Role.CAPTION, "muted")
        self.scale = button("", Glyph.CHEVRON_DOWN, Kind.PLAIN)
        self.scale.setToolTip(tip(self.tr("Size of the page")))
        self.scale.setMenu(self._sizes())
        self.back = button("", Glyph.ARROW_UP, Kind.PLAIN, lambda: self.view.turn(-1))
        self.forth = button("", Glyph.ARROW_DOWN, Kind.PLAIN, lambda: self.view.turn(1))
        for made, name in ((self.back, self.tr("Page before")), (self.forth, self.tr("Next page"))):
            made.setAccessibleName(name)
            made.setToolTip(tip(name))
        heading = label(self.tr("Page"), Role.HEADING)
        pane = Pane(self.view, (heading, self.place, None, self.back, self.forth, self.scale))
        pane.setObjectName("well")
        self.setLayout(down(pane))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._print)
        kept = desk.preferences.remembered(_SCALE, desk.actor.id)
        self.view.set_scale(Scale(Fit(kept)) if kept in {Fit.PAGE, Fit.WIDTH, Fit.TWO} else Scale())
        self._tell()

    @property
    def content(self) -> bytes:
        """The file that is shown; empty while there is none."""
        return self._proof.pdf if self._proof is not None else b""

    def show_bulletin(self, bulletin: int | None) -> None:
        """Show the pages of another bulletin, or of the same one after a change; None shows nothing."""
        changed, self._wanted = bulletin != self._wanted, bulletin
        self._typed = None
        if changed:
            self._proof = None
            self.view.clear()
        self._due = bulletin is not None
        self._wait()

    def show_typed(self, row: PieceRow) -> None:
        """Show the pages as they would be with what somebody is typing into a piece."""
        self._typed = row
        self._due = self._wanted is not None
        self._wait()

    def follow(self, key: str, share: float = 0.0) -> None:
        """Light the place of a piece, and show what stands ``share`` of the way through it."""
        self._followed = (key, share)
        places = self._proof.places.get(key, ()) if self._proof is not None else ()
        self.view.light([Lit(each.page, each.top, each.bottom) for each in places], share)

    def set_scale(self, scale: Scale) -> None:
        """Show the pages in another size, and remember it unless it is a fixed one."""
        self.view.set_scale(scale)
        if scale.fit != Fit.FIXED:
            self._desk.preferences.remember(_SCALE, self._desk.actor.id, scale.fit.value)

    def show_words(self, words: str, *, last: bool = False) -> bool:
        """Show the first page that holds some words, or the ``last`` one; whether there is one.

        A title stands in the list of titles too, before the page that it heads.
        """
        sought = "".join(words.split()).casefold()
        pages = range(self.view.pages)
        for page in reversed(pages) if last else pages:
            held = "".join(self.view.document.getAllText(page).text().split()).casefold()
            if sought and sought in held:
                self.view.go_to(page)
                return True
        return False

    def knows(self, key: str) -> bool:
        """Whether the place of a piece is known; of what went out only the words are."""
        return self._proof is not None and key in self._proof.places

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wait()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        # Nothing is begun for a window that closes: its runner has waited for the last task already.
        self._timer.stop()
        super().hideEvent(event)

    def _sizes(self) -> QMenu:
        menu = QMenu(self)
        for fit, name in (
            (Fit.PAGE, self.tr("Whole page")),
            (Fit.WIDTH, self.tr("Width of the page")),
            (Fit.TWO, self.tr("Two pages")),
        ):
            menu.addAction(caption(name)).triggered.connect(partial(self._choose_scale, Scale(fit)))
        menu.addSeparator()
        for percent in _SIZES:
            scale = Scale(Fit.FIXED, percent)
            menu.addAction(caption(f"{percent} %")).triggered.connect(partial(self._choose_scale, scale))
        return menu

    def _choose_scale(self, scale: Scale, _checked: bool = False) -> None:  # a signal
        self.set_scale(scale)

    def _wait(self) -> None:
        """Print a little later, so that some changes in a row are printed once."""
        if self._due and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def _print(self) -> None:
        wanted, typed = self._wanted, self._typed
        if wanted is None or self._working:
            return
        self._working, self._due = True, False
        task = self._desk.runner.create(partial(_printed, wanted, typed))
        task.succeeded.connect(self._show)
        task.failed.connect(self._show_failure)
        self._desk.runner.start(task)

    def _show(self, made: Proof) -> None:
        self._working = False
        self._wait()
        if made.bulletin == self._wanted:
            self._proof = made
            self.view.show_pdf(made.pdf)
            self.follow(*self._followed)
            self.printed.emit(made)

    def _show_failure(self, error: BaseException) -> None:
        self._working = False
        self._wait()
        words = sentence(error) if isinstance(error, DeskError) else self.tr("The page could not be printed.")
        self.place.setText(words)

    def _tell(self) -> None:
        if not self.view.pages:
            waits = self.tr("Printing…")
            self.place.setText(waits if self._wanted is not None else "")
            self.scale.setText("")
        else:
            issued = self._proof is not None and self._proof.issued
            words = self.tr("{page} of {pages}, as it went out")
            if not issued:
                words = self.tr("{page} of {pages}, as it will be printed")
            self.place.setText(words.format(page=self.view.page + 1, pages=self.view.pages))
            self.scale.setText(f"{self.view.percent()} %")
        self.scale.setVisible(bool(self.view.pages))
        self.back.setEnabled(self.view.page > 0)
        self.forth.setEnabled(self.view.page + 1 < self.view.pages)


def _printed(bulletin: int, typed: PieceRow | None, operation: Operation) -> Proof:
    """Runs on a thread of its own."""
    operation.check()
    return proofs.proof(bulletin, typed)
