"""The evidence of one report: files attached, pasted, dropped, looked at, exported and taken away."""

import io
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from ui import format as shown
from ui.changes import Area
from ui.desk import Desk
from ui.dialogs.evidence_acts import EvidenceActs
from ui.dialogs.evidence_form import EvidenceForm
from ui.dialogs.form import Question, form_of_row
from ui.dialogs.list_dialog import ListDialog
from ui.messages import text
from ui.refusals import NothingToPasteError
from ui.tablemodels.records import Column, Shown
from ui.tasks import Task
from ui.theme.icons import Glyph
from ui.widgets.empty_state import EmptyState
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.verbs import Verb, Weight
from ui.widgets.window_size import usual_size
from xcdesk import clock
from xcdesk.progress import Operation
from xcdesk.services.log import evidence
from xcdesk.services.log.evidence import EvidenceRow, EvidenceVersion, NewFile, Particulars

translate = QCoreApplication.translate
_KILO = 1024


class EvidenceDialog(ListDialog):
    """Lists what shows that a report ran; files are dropped anywhere on it."""

    help_topic = "coverage#evidence"
    watches = frozenset({Area.COVERAGE})

    def __init__(self, desk: Desk, item: tuple[int, str], parent: QWidget | None) -> None:
        self._item, name = item
        title = translate("EvidenceDialog", "Evidence: {name}").format(name=name)
        super().__init__(desk, title, _columns(), parent, stretch=0)
        self._acts = EvidenceActs(desk)
        self._task: Task | None = None
        self.strip = ProgressStrip()
        self.setAcceptDrops(True)
        self.finish(self._verbs(), (self.strip,))
        self.listing.opened.connect(self._ask_to_open)
        self.finished.connect(self._stop)
        usual_size(self, 1000, 460)

    @override
    def reload(self) -> None:
        words = self.tr("Drop scans, pictures, PDFs or recordings here, or paste a picture.")
        empty = EmptyState(Glyph.DOCUMENT_ADD, self.tr("No evidence yet"), words)
        self.show_rows(evidence.of_item(self._item), self.listing.at() or 0, empty)

    def attach(self, files: Sequence[NewFile]) -> None:
        """Ask for the particulars of files, then attach them."""
        alone = files[0].name if len(files) == 1 else None
        title = self.tr("Attach {count}").format(count=shown.count(len(files), "items"))
        start = (alone, Particulars(clock.today()))
        self.open_form(EvidenceForm(title, start, partial(self._attach, files), self))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.attach([NewFile.at(path) for path in dropped(event)])

    def _verbs(self) -> Sequence[Verb]:
        rare = Weight.RARE
        save = self.tr("Save a copy…")
        return (
            Verb(
                "attach", self.tr("Attach files…"), Glyph.ADD, self._choose, "Ctrl+N", weight=Weight.PRIMARY
            ),
            Verb("paste", self.tr("Paste a picture"), Glyph.COPY, self._paste, "Ctrl+V"),
            Verb("open", self.tr("Look at it…"), Glyph.DOCUMENT_SEARCH, self._ask_to_open, "F7", self.chosen),
            Verb("save", save, Glyph.ARROW_EXPORT, self._save, "Ctrl+S", self.chosen),
            Verb("edit", self.tr("Describe anew…"), Glyph.EDIT, self._edit, "F2", self.chosen, rare),
            Verb("remove", self.tr("Remove"), Glyph.DELETE, self._remove, "Del", self.chosen),
        )

    def _choose(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self, self.tr("Attach files"), "", _patterns())
        if paths:
            self.attach([NewFile.at(Path(path)) for path in paths])

    def _paste(self) -> None:
        self.attempt(self._paste_what_is_there)

    def _paste_what_is_there(self) -> None:
        held: QMimeData | None = QGuiApplication.clipboard().mimeData()  # the stubs do not know of None
        files = [NewFile.at(path) for path in _files(held)] if held is not None else []
        image = QImage() if files or held is None else QGuiApplication.clipboard().image()
        if not image.isNull():
            content = _as_png(image)
            moment = f"{clock.local(clock.utc_now()):%Y%m%d-%H%M%S}"
            name = self.tr("Picture {moment}.png").format(moment=moment)
            files = [NewFile(name, lambda: io.BytesIO(content))]
        if not files:
            raise NothingToPasteError()
        self.attach(files)

    def _attach(self, files: Sequence[NewFile], told: Particulars) -> None:
        actor, item = self.desk.actor, self._item

        def work(operation: Operation) -> tuple[EvidenceVersion, ...]:
            return evidence.attach(actor, item, files, told, operation)

        task = self.desk.runner.create(work)
        task.succeeded.connect(self._acts.attached)
        task.failed.connect(self.show_failure)
        task.finished.connect(self._forget)
        self._task = task
        self.strip.watch(task, self.tr("Attaching…"))
        self.desk.runner.start(task)

    def _forget(self) -> None:
        self._task = None

    def _stop(self) -> None:
        """What is not attached when the list is shut is given up: nobody would see why it failed."""
        if self._task is not None:
            self._task.cancel()

    def _edit(self) -> None:
        self.open_form(form_of_row("evidence", self.row(), self._form_of, self._now))

    def _form_of(self, row: EvidenceRow) -> EvidenceForm:
        start = (row.label, Particulars(row.captured_on, row.source))
        title = self.tr("Describe “{name}” anew").format(name=row.label)
        return EvidenceForm(title, start, partial(self._acts.change, row), self)

    def _now(self, piece: int) -> EvidenceRow | None:
        return next((row for row in evidence.of_item(self._item) if row.id == piece), None)

    def _remove(self) -> None:
        row = self.row()
        self.attempt(lambda: self._acts.remove(row))

    def _save(self) -> None:
        row: EvidenceRow = self.row()
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("Save a copy of {name}").format(name=row.label)
        )
        if folder:
            self.attempt(lambda: evidence.save_copy(row.id, Path(folder)))

    def _ask_to_open(self) -> None:
        row: EvidenceRow | None = self.row()
        if row is None:
            return
        words = self.tr(
            "“{name}” came from elsewhere. A copy of it is opened with the program of this system."
        )
        question = Question(
            words.format(name=row.label), self.tr("Open the copy"), self.tr("Do not open it"), self
        )
        question.agreed.connect(partial(self._open, row.id))
        self.open_form(question)

    def _open(self, piece: int) -> None:
        self.attempt(lambda: show_file(evidence.copy_to_open(piece)))


def show_file(path: Path) -> None:
    """Let the system's own program show a file."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def dropped(event: QDropEvent) -> list[Path]:
    """The files that are dragged, none of other things."""
    return _files(event.mimeData())


def _files(held: QMimeData) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
    return [path for path in paths if not path.is_dir()]


def _patterns() -> str:
    endings = " ".join(f"*.{ending}" for ending in evidence.FORMATS)
    return translate("EvidenceDialog", "Evidence ({endings})").format(endings=endings)


def _as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide takes text alone
    return bytes(buffer.data().data())


def _size(row: EvidenceRow) -> Shown:
    kilobytes = max(1, round(row.size / _KILO))
    if kilobytes < _KILO:
        return Shown(f"{kilobytes} KB")
    return Shown(f"{kilobytes / _KILO:.1f} MB")


def _columns() -> Sequence[Column[EvidenceRow]]:
    def captured(row: EvidenceRow) -> Shown:
        return Shown(shown.day(row.captured_on) if row.captured_on is not None else "")

    return (
        Column(translate("EvidenceDialog", "Name"), 220, lambda row: Shown(row.label)),
        Column(translate("EvidenceDialog", "Kind"), 96, lambda row: Shown(text(f"evidence.kind.{row.kind}"))),
        Column(translate("EvidenceDialog", "Captured on"), 130, captured),
        Column(translate("EvidenceDialog", "Where from"), 160, lambda row: Shown(row.source)),
        Column(translate("EvidenceDialog", "Size"), 80, _size, figures=True),
        Column(translate("EvidenceDialog", "Added by"), 104, lambda row: Shown(row.added_by)),
        Column(translate("EvidenceDialog", "Added"), 176, lambda row: Shown(shown.instant(row.added_at))),
    )
