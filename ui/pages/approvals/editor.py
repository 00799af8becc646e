"""The editor of a material: its fields, its text in plain structure, and what people said of it beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from ui.desk import Desk
from ui.dialogs.company import Company
from ui.dialogs.figure_form import FigureForm
from ui.editor.composer import Composer
from ui.editor.keeper import DraftKeeper
from ui.editor.verbs import Extras
from ui.pages.approvals import editor_banners, unsaved
from ui.pages.approvals.both_texts import show_both
from ui.pages.approvals.comment_acts import CommentActs
from ui.pages.approvals.comments_pane import CommentsPane
from ui.pages.approvals.editor_banners import Ways
from ui.pages.approvals.editor_head import EditorHead
from ui.pages.approvals.figures import Figures
from ui.pages.approvals.unsaved import Unsaved
from ui.refusals import PassageNotSavedError
from ui.theme.icons import Glyph
from ui.theme.tokens import Role, Space
from ui.widgets.buttons import Kind, button
from ui.widgets.elided import Elided
from ui.widgets.layouts import across, down
from ui.widgets.notice import Notice
from xcdesk import clock, office
from xcdesk.codes import MaterialKind, MaterialState
from xcdesk.errors import DeskError
from xcdesk.services import approvals
from xcdesk.services.approvals import MaterialDetail, MaterialRow, NewMaterial, TextChange
from xcdesk.services.office.drafts import DraftText

_REVIEWED = frozenset((MaterialState.IN_REVIEW, MaterialState.APPROVED))


class MaterialEditor(QFrame):
    """Writes one text; a refused save leaves everything typed where it is, and so does a power cut."""

    help_topic = "editor"
    saved = Signal(object)  # MaterialRow
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self._desk = desk
        self._seen: MaterialDetail | None = None
        self._version: int | None = None
        self._clean = TextChange("", "")
        self._writing = False
        self.heading = Elided(Role.TITLE)
        self.head = EditorHead()
        self.title = self.head.title
        self.figures = Figures()
        self.composer = Composer(self.figures, Extras(self._pick_figure, self._begin_comment))
        self.body = self.composer.edit
        self.comments = CommentsPane(written=True)
        self._commenting = CommentActs(desk, self.comments, self._refuse)
        self.keeper = DraftKeeper(desk, self._draft, self)
        self._notice = Notice()
        self._company = Company(self.tr("You can go on: whoever saves second sees both texts."))
        self._ways = Ways(
            self.save, self._save_over, self.give_up, self._compare, self._take_saved, self._take_present
        )
        self.save_button = button(self.tr("Save"), Glyph.SAVE, Kind.PRIMARY, self.save)
        self.cancel_button = button(self.tr("Cancel"), None, Kind.NORMAL, self.leave)
        self._lay_out()
        self._connect()

    def start_new(self) -> None:
        """Begin a new material, with what was typed for one and never saved."""
        self._seen = None
        self.heading.set_text(self.tr("New material"))
        self.head.choose_kind(MaterialKind.NOTICE)
        self.head.kind.show()
        self._open(TextChange("", ""), unsaved.unsaved_of(self._desk.actor, None))
        self.title.setFocus()

    def start_edit(self, seen: MaterialDetail) -> None:
        """Begin to change the text of a material, with what was typed before and never saved."""
        self._seen = seen
        self.heading.set_text(self.tr("Edit “{title}”").format(title=seen.row.title))
        self.head.kind.hide()
        draft = unsaved.unsaved_of(self._desk.actor, seen.row.id)
        self._open(TextChange(seen.row.title, seen.text, seen.row.needed_by), draft)
        if seen.row.state in _REVIEWED and draft is None:
            self._notice.show_banner(editor_banners.reviewed())
        self._company.stay_at("material", seen.row.id)
        self.body.setFocus()

    def typed(self) -> TextChange:
        """What stands in the editor now."""
        return TextChange(self.title.text(), self.composer.text(), self.head.needed_by())

    def unsaved(self) -> bool:
        """Whether what stands in the fields differs from what was read or saved last."""
        return self.typed() != self._clean

    def save(self) -> None:
        """Save and close; a refusal is shown above the text, which stays.

        What was not changed is not written: a table with ragged rows is read with even ones, and would pass
        for another text than the one that was signed.
        """
        if self._seen is not None and not self.unsaved():
            self.give_up()
            return
        self._save(self._version)

    def leave(self) -> None:
        """Close; a text that was not saved is asked about first."""
        if not self.unsaved():
            self.give_up()
            return
        asked = editor_banners.not_saved_yet(self._ways)
        self._notice.show_banner(asked)
        asked.setFocus()

    def count_anew(self) -> None:
        """The log may have changed: show its figures as they are now."""
        self.figures.forget()
        self.body.figures_changed()

    def give_up(self) -> None:
        """Close without saving; the draft goes too."""
        self._stop()
        self.left.emit()

    def _escape(self) -> None:
        """Close what was opened last: the search, else the editor."""
        if self.composer.find_bar.isVisible():
            self.composer.find_bar.close_bar()
        else:
            self.leave()

    def _save(self, version: int | None) -> None:
        try:
            row = self._write(self.typed(), version)
        except DeskError as error:
            self._refuse(error)
            return
        self._stop()
        self.saved.emit(row)

    def _write(self, change: TextChange, version: int | None) -> MaterialRow:
        if self._seen is None:
            new = NewMaterial(self.head.chosen_kind(), change.title, change.text, change.needed_by)
            return approvals.create(self._desk.actor, new)
        return office.edit_material(self._desk.actor, self._seen.row.id, change, version=version)

    def _stop(self) -> None:
        self._company.leave()
        self._writing = False
        self._clean = self.typed()
        self.keeper.drop(self._subject())

    def _subject(self) -> str:
        return unsaved.subject_of(None if self._seen is None else self._seen.row.id)

    def _draft(self) -> DraftText | None:
        if not self._writing or not self.unsaved():
            return None
        return unsaved.draft_of(self._subject(), self.head.chosen_kind(), self.typed(), self._version or 0)

    def _open(self, change: TextChange, draft: Unsaved | None) -> None:
        """Show a text, or the draft of it with the way back to the text.

        A draft is saved against the version that it was typed over: what somebody else wrote since is asked
        about, not written over.
        """
        self._writing = False
        self._version = None if self._seen is None else self._seen.row.version
        self._notice.show_banner(None)
        self.figures.forget()
        self.composer.line.tell_safe("")
        self._fill(change)
        self._clean = self.typed()
        if draft is not None:
            self._fill(draft.change)
            self.head.choose_kind(unsaved.kind_of(draft.kept.text))
            self._version = draft.kept.text.version
            self._notice.show_banner(editor_banners.unsaved_before(draft, self._ways))
        self._writing = True
        self._show_comments()

    def _fill(self, change: TextChange) -> None:
        self.head.show_fields(change.title, change.needed_by)
        self.composer.set_title(change.title)
        self.composer.set_text(change.text)

    def _take_saved(self) -> None:
        self.keeper.drop(self._subject())
        if self._seen is None:
            self.start_new()
        else:
            self.start_edit(approvals.detail(self._desk.actor, self._seen.row.id))

    def _compare(self) -> None:
        """Show the saved text beside the one typed here."""
        if self._seen is not None:
            now = approvals.detail(self._desk.actor, self._seen.row.id)
            show_both(now, self.typed(), self.figures, self)

    def _refuse(self, error: DeskError) -> None:
        self._notice.show_banner(editor_banners.refused(error, self._ways))
        if error.code == "material.untitled":
            self.title.setFocus()

    def _save_over(self) -> None:
        """Save over what another wrote meanwhile, whose text stays a revision."""
        if self._seen is not None:
            self._save(approvals.row(self._seen.row.id).version)

    def _take_present(self) -> None:
        """Put what was typed on the clipboard and read the text as another left it."""
        if self._seen is not None:
            QGuiApplication.clipboard().setText(self.composer.text())
            self._take_saved()

    def _pick_figure(self) -> None:
        form = FigureForm(self.body.insert_figure, self)
        form.finished.connect(form.deleteLater)
        form.open()

    def _begin_comment(self) -> None:
        if self._seen is None:
            self._refuse(PassageNotSavedError())
            return
        self.comments.show()
        self.comments.begin()

    def _show_comments(self) -> None:
        rows = self._commenting.show(self._seen, self.body, self.composer.text)
        self.comments.setVisible(bool(rows))

    def _tell_kept(self) -> None:
        time = f"{clock.local(clock.utc_now()):%H:%M:%S}"
        self.composer.line.tell_safe(self.tr("Draft kept {time}").format(time=time))

    def _tell_not_kept(self, _error: BaseException) -> None:
        self.composer.line.tell_safe(
            self.tr("Draft not kept yet: no connection to the data. Do not close this window.")
        )
        self.keeper.touch()

    def _follow(self) -> None:
        if self._writing:
            self.keeper.touch()

    def _connect(self) -> None:
        self.composer.changed.connect(self._follow)
        self.composer.title_meant.connect(self.title.setFocus)
        self.head.changed.connect(self._follow)
        self.title.textChanged.connect(self.composer.set_title)
        self.keeper.kept.connect(self._tell_kept)
        self.keeper.failed.connect(self._tell_not_kept)
        self._commenting.changed.connect(self._show_comments)
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Save), self.save),
            (QKeySequence(Qt.Key.Key_Escape), self._escape),
        ):
            made = QShortcut(keys, self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(act)

    def _lay_out(self) -> None:
        both = across(self.composer, self.comments, gap=Space.M)
        both.setStretch(0, 1)
        column = down(
            across(self.heading, None, self.cancel_button, self.save_button),
            self._notice,
            self._company,
            self.head,
            both,
            margins=(Space.L, 10, Space.L, Space.S),
            gap=Space.S,
        )
        column.setStretch(4, 1)
        self.setLayout(column)
