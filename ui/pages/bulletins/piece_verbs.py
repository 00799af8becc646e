"""What can be done with pieces and sections of an issue, each verb with its check."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from ui.dialogs.contribution import ContributionForm, Sources
from ui.dialogs.form import form_of_row
from ui.dialogs.large_text import LargeText
from ui.dialogs.row_history import RowHistory, Subject
from ui.dialogs.section_name import SectionForm
from ui.messages import text
from ui.pages.bulletins.checks import BulletinChecks, Columns, Hand
from ui.pages.bulletins.piece_acts import PieceActs, text_of
from ui.pages.bulletins.piece_body import is_structured
from ui.pages.page import Page
from ui.theme.icons import Glyph
from ui.widgets.labels import caption
from ui.widgets.verbs import Verb, Weight
from xcdesk.codes import OF_A_WEEK, SENTENCES, FigureTable, PieceKind, Series
from xcdesk.services.issuing import pieces, sections, tray
from xcdesk.services.issuing.attention import PieceField
from xcdesk.services.issuing.candidates import NewPiece
from xcdesk.services.issuing.pieces import PieceRow
from xcdesk.services.issuing.tray import PieceText
from xcdesk.services.office.printed import label
from xcdesk.services.roster import outlets, units
from xcdesk.services.targets import contributions
from xcdesk.services.targets.contributions import ContributionRow, NewContribution

_NEW = {PieceKind.OWN: "new_item", PieceKind.TEXT: "new_text", PieceKind.NOTE: "note"}


class PieceVerbs(QObject):
    """Verbs over the tray and the contents; the chosen piece or section is their object."""

    def __init__(
        self, page: Page, columns: Columns, hand: Callable[[], Hand], acts: PieceActs, checks: BulletinChecks
    ) -> None:
        super().__init__(page)
        self._page, self._tray, self._contents = page, columns.tray, columns.contents
        self._hand, self._acts, self._checks = hand, acts, checks

    def common(self) -> Sequence[Verb]:
        """Those of the toolbar."""
        can = self._checks
        return (
            Verb("include", self.tr("Include"), Glyph.ADD, self._include, "Ctrl+Return", can.includable),
            Verb("remove", self.tr("Take out"), Glyph.ARROW_UNDO, self._remove, "Del", can.removable),
        )

    def toggle(self) -> None:
        """Take the chosen candidate in or out."""
        row = self._tray.row()
        inside = row is not None and row.bulletin is not None
        self._page.verbs.trigger("remove" if inside else "include")

    def drop(self, key: str, section: str, before: str | None) -> None:
        """Put a piece where it was dropped."""
        draft = self._hand().draft
        row = self._held(key)
        if draft is not None and row is not None and self._checks.shiftable() is None:
            self._page.attempt(lambda: self._acts.place(draft, row, section, before))

    def drop_section(self, name: str, before: str | None) -> None:
        """Put a section where it was dropped."""
        draft = self._hand().draft
        if draft is not None and self._checks.laid_out() is None:
            self._page.attempt(lambda: self._acts.put_section(draft, name, before))

    def moves(self) -> Sequence[Verb]:
        """What puts pieces and sections elsewhere."""
        can, rare = self._checks, Weight.RARE
        return (
            Verb("up", self.tr("Move up"), Glyph.ARROW_UP, partial(self._move, -1), "Alt+Up",
                 can.movable, rare),
            Verb("down", self.tr("Move down"), Glyph.ARROW_DOWN, partial(self._move, 1), "Alt+Down",
                 can.movable, rare),
            Verb("section_next", self.tr("To the next section"), None, partial(self._shift, 1), "Alt+Right",
                 can.shiftable, rare),
            Verb("section_before", self.tr("To the section before"), None, partial(self._shift, -1),
                 "Alt+Left", can.shiftable, rare),
        )  # fmt: skip

    def new_ones(self) -> Sequence[Verb]:
        """What adds to an issue."""
        can, rare = self._checks, Weight.RARE
        return (
            Verb("section_new", self.tr("Add a section…"), Glyph.TEXT_BULLET_LIST, self._add_section,
                 "Ctrl+Alt+N", can.laid_out, rare),
            Verb("section_name", self.tr("Rename the section…"), None, self._rename_section, "Ctrl+F2",
                 can.renamable, rare),
            Verb("own_new", self.tr("Write an item"), Glyph.EDIT, partial(self._write, PieceKind.OWN),
                 "Ctrl+Shift+I", can.collected, rare),
            Verb("text_new", self.tr("Write a paragraph"), Glyph.EDIT, partial(self._write, PieceKind.TEXT),
                 "Ctrl+Shift+J", can.laid_out, rare),
            Verb("note_new", self.tr("Write an editor's note"), Glyph.NOTE,
                 partial(self._write, PieceKind.NOTE), "Ctrl+Shift+E", can.laid_out, rare),
            Verb("figure_new", self.tr("Insert from the log…"), Glyph.TABLE_SIMPLE,
                 self._choose_table, "Ctrl+Shift+T", can.laid_out, rare),
        )  # fmt: skip

    def of_one(self) -> Sequence[Verb]:
        """What is done with one candidate."""
        can, rare = self._checks, Weight.RARE
        return (
            Verb("receive", self.tr("Receive a contribution…"), Glyph.NOTE, self._receive, "Ctrl+Shift+N",
                 weight=rare),
            Verb("edit", self.tr("Edit the text"), Glyph.EDIT, self.edit, "F2", can.editable, rare),
            Verb("large", self.tr("Write in a large window…"), Glyph.EDIT, self._write_large,
                 "Shift+F2", can.editable, rare),
            Verb("decline", self.tr("Decline or put back"), None, self._decline, "Ctrl+Shift+D",
                 can.declinable, rare),
            Verb("unmark", self.tr("Take the mark off"), None, self._unmark, "Ctrl+M",
                 can.unmarkable, rare),
            Verb("record", self.tr("Record of changes…"), Glyph.HISTORY, self._record, "Ctrl+H",
                 can.recorded, rare),
        )  # fmt: skip

    def edit(self) -> None:
        """Edit the chosen piece in its place; a contribution in the tray in its form, with who sent it."""
        row = self._checks.piece() or self._tray.row()
        if row is None:
            return
        if self._tray.table.hasFocus() and row.kind == PieceKind.CONTRIBUTION:
            self._open_form(row)
            return
        self._contents.edit_text()
        self._contents.editor.go_to(PieceField.BODY if row.kind == PieceKind.NOTE else PieceField.TITLE)

    def _write_large(self) -> None:
        row = self._checks.piece() or self._tray.row()
        if row is None:
            return
        if row.kind == PieceKind.CONTRIBUTION:
            self._open_form(row)
            return
        if not is_structured(row) or not row.title:
            self.edit()
            return
        self._large_form(row).open()

    def _large_form(self, row: PieceRow) -> LargeText:
        def save(title: str, body: str) -> None:
            self._acts.rewrite(row, replace(text_of(row), title=title, body=body))

        made = LargeText((row.title, row.body), self._contents.editor.body.value, save, self._page)
        made.of_row(row.kind.value, row.id, lambda: self._large_form(pieces.get(row.kind, row.id)))
        return made

    def _open_form(self, row: PieceRow) -> None:
        """The form of a contribution, with who sent it."""
        form_of_row("contribution", contributions.get(row.id), self._form_of, contributions.get).open()

    def _form_of(self, kept: ContributionRow) -> ContributionForm:
        return ContributionForm(_sources(), kept, partial(self._acts.change, kept), self._page)

    def _include(self) -> None:
        draft, row = self._hand().draft, self._tray.row()
        if draft is not None and row is not None:
            self._page.attempt(lambda: self._acts.include(draft, row))

    def _remove(self) -> None:
        draft, row = self._hand().draft, self._checks.piece()
        if draft is None:
            return
        section = self._contents.section()
        if section and not self._tray.table.hasFocus():
            self._page.attempt(lambda: self._acts.remove_section(draft, section))
        elif row is not None:
            self._page.attempt(lambda: self._acts.remove(draft, row))

    def _move(self, step: int) -> None:
        draft, row, section = self._hand().draft, self._contents.row(), self._contents.section()
        if draft is not None and row is not None:
            self._page.attempt(lambda: self._acts.move(draft, row, step))
        elif draft is not None and section:
            self._page.attempt(lambda: self._acts.move_section(draft, section, step))

    def _shift(self, step: int) -> None:
        draft, row = self._hand().draft, self._contents.row()
        if draft is None or row is None:
            return
        used = [part.name for part in sections.arrangement(draft.id) if part.name]
        names = list(dict.fromkeys((*used, *contributions.sections())))
        at = names.index(row.section) + step if row.section else 0
        if 0 <= at < len(names):
            self._page.attempt(lambda: self._acts.place(draft, row, names[at]))

    def _add_section(self) -> None:
        draft = self._hand().draft
        if draft is not None:
            behind = self._contents.tree.section()
            SectionForm("", partial(self._save_section, behind), self._page).open()

    def _save_section(self, behind: str, name: str) -> None:
        draft = self._hand().draft
        if draft is not None:
            self._acts.add_section(draft, name, behind)
            self._contents.tree.choose_section(name)

    def _rename_section(self) -> None:
        draft, name = self._hand().draft, self._contents.tree.section()
        if draft is not None:
            SectionForm(name, partial(self._acts.rename_section, draft, name), self._page).open()

    def _write(self, kind: PieceKind) -> None:
        """Add an empty item, paragraph or note to the issue, and put the keyboard into it."""
        name = label(f"bulletin.{_NEW[kind]}")
        titled = kind == PieceKind.OWN
        section = "" if kind == PieceKind.NOTE else self._section()
        self._add(NewPiece(kind, PieceText(name if titled else "", ""), section), name)
        self._contents.edit_text()
        self._contents.editor.go_to(PieceField.TITLE if titled else PieceField.BODY)

    def _section(self) -> str:
        """The section at hand, else the last one; the first usual one of an issue without any."""
        draft = self._hand().draft
        named = [part.name for part in sections.arrangement(draft.id) if part.name] if draft else []
        first = named[-1] if named else contributions.sections()[0]
        return self._contents.tree.section() or first

    def _choose_table(self) -> None:
        menu = QMenu(self._page)
        menu.aboutToHide.connect(menu.deleteLater)
        for table in self._offered():
            name = text(f"bulletin.inset_{table.value}")
            menu.addAction(caption(name)).triggered.connect(partial(self._insert_table, table))
        tree = self._contents.tree
        menu.popup(tree.viewport().mapToGlobal(tree.visualRect(tree.currentIndex()).bottomLeft()))

    def _offered(self) -> Sequence[FigureTable]:
        """A circular has sentences and tables of its month, other issues tables, of their week too."""
        circular = self._hand().series == Series.CIRCULAR
        others = OF_A_WEEK if circular else {*SENTENCES, FigureTable.WEEKS}
        return [table for table in FigureTable if table not in others]

    def _insert_table(self, table: FigureTable) -> None:
        circular = self._hand().series == Series.CIRCULAR
        usual = self._section() if circular else label("bulletin.section_figures")
        section = self._contents.tree.section() or usual
        new = NewPiece(PieceKind.FIGURE, PieceText("", ""), section, table)
        self._add(new, label(f"bulletin.inset_{table.value}"))

    def _add(self, new: NewPiece, name: str) -> None:
        """Put it behind the chosen piece of its section."""
        draft, at = self._hand().draft, self._contents.row()
        words = self.tr("Add “{title}”").format(title=name)
        if draft is None:
            return
        beside = at is not None and at.section == new.section
        before = tray.follower(draft.id, at.piece) if at is not None and beside else None
        self._page.attempt(lambda: self._contents.choose(self._acts.add(draft, new, words, before).key))

    def _receive(self) -> None:
        def save(new: NewContribution) -> None:
            self._tray.show_all()
            self._tray.choose(self._acts.receive(new).key)

        ContributionForm(_sources(), None, save, self._page).open()

    def _decline(self) -> None:
        row = self._tray.row()
        if row is not None:
            self._page.attempt(lambda: self._acts.decline(row))

    def _unmark(self) -> None:
        row = self._tray.row()
        if row is not None:
            self._page.attempt(lambda: self._acts.unmark(row))

    def _record(self) -> None:
        row = self._checks.piece()
        if row is not None:
            table, _, number = row.key.partition(":")
            dialog = RowHistory(self._page.desk, Subject(table, int(number), row.name), self._page.window())
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _held(self, key: str) -> PieceRow | None:
        draft = self._hand().draft
        held = pieces.in_bulletin(draft.id) if draft is not None else ()
        return next((row for row in held if row.key == key), None)


def _sources() -> Sources:
    return Sources(tuple(row.name for row in outlets.outlets()), tuple(row.name for row in units.units()))
