"""What can be done with quotas: each act under its own name, with the way to take it back."""

import datetime as dt
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from ui.changes import Area
from ui.dialogs.quota_form import EndQuotaForm, QuotaForm, Typed
from ui.pages.acts import PageActs, Version, Write
from ui.pages.page import Page
from ui.pages.roster.keeper import Keeper
from ui.pages.roster.quotas import QuotasView
from ui.refusals import WeeksShownError
from xcdesk.errors import DeskError
from xcdesk.progress import Operation
from xcdesk.services.record import permissions
from xcdesk.services.record.permissions import Permission
from xcdesk.services.roster import outlets
from xcdesk.services.targets import compliance, quota_versions
from xcdesk.services.targets.in_force import QuotaTerms, QuotaVersion

translate = QCoreApplication.translate


class QuotaActs(PageActs):
    """Writes about quotas; a change from a day on is one act, though it touches two versions."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, Area.ROSTER)

    def add(self, terms: QuotaTerms) -> int:
        """Begin a quota of its own; returns its id."""
        made = quota_versions.add_quota(self.actor, terms)
        write = Write(
            _key(made),
            lambda version: quota_versions.restore_quota(self.actor, made, version),
            lambda version: quota_versions.remove_quota(self.actor, made, version),
        )
        name = translate("roster", "Add “{name}”").format(name=terms.label)
        self.swing(name, write, Version(0), Version(1))
        return made

    def change(self, row: QuotaVersion, terms: QuotaTerms) -> None:
        """Rewrite a version on all of its days."""
        self._change(translate("roster", "Edit “{name}”").format(name=row.terms.label), row, terms)

    def change_from(self, row: QuotaVersion, terms: QuotaTerms) -> None:
        """Let a quota ask something else from a day on."""
        split = quota_versions.change_from(self.actor, row.id, row.version, terms)

        def undo() -> None:
            nonlocal split
            split = quota_versions.take_back_split(self.actor, split)

        def redo() -> None:
            nonlocal split
            split = quota_versions.put_back_split(self.actor, split)

        name = translate("roster", "Change “{name}” from a day on").format(name=row.terms.label)
        self.done(name, undo, redo)

    def end(self, row: QuotaVersion, until: dt.date | None) -> None:
        """Let a quota end after a day, or go on."""
        write = Write(
            _key(row.id),
            lambda version: quota_versions.end_quota(self.actor, row.id, version, until),
            lambda version: quota_versions.change_quota(self.actor, row.id, version, row.terms),
        )
        words = translate("roster", "End “{name}”")
        if until is None:
            words = translate("roster", "Let “{name}” go on")
        self.step(words.format(name=row.terms.label), write, row.version)

    def remove(self, row: QuotaVersion) -> None:
        """Take a version away that was entered by mistake."""
        write = Write(
            _key(row.id),
            lambda version: quota_versions.remove_quota(self.actor, row.id, version),
            lambda version: quota_versions.restore_quota(self.actor, row.id, version),
        )
        name = translate("roster", "Take away “{name}”").format(name=row.terms.label)
        self.step(name, write, row.version)

    def _change(self, name: str, row: QuotaVersion, terms: QuotaTerms) -> None:
        write = Write(
            _key(row.id),
            lambda version: quota_versions.change_quota(self.actor, row.id, version, terms),
            lambda version: quota_versions.change_quota(self.actor, row.id, version, row.terms),
        )
        self.step(name, write, row.version)


class QuotaKeeper(Keeper):
    """Keeps the quotas; the weeks met and missed are only read."""

    def __init__(self, page: Page, view: QuotasView) -> None:
        super().__init__(page, view)
        self._quotas = view
        self._acts = QuotaActs(page)
        view.export_asked.connect(self._export)

    @override
    def refusal(self) -> DeskError | None:
        if self._quotas.shows_weeks():
            return WeeksShownError()
        return permissions.refusal(self.page.desk.actor, Permission.QUOTAS)

    @override
    def add(self) -> None:
        def save(typed: Typed) -> None:
            self._acts.add(typed.terms)

        self.open(QuotaForm(None, outlets.outlets(), save, self.page.window()))

    @override
    def edit(self) -> None:
        row = self._quotas.row()
        if row is not None:
            self.open_edit(row, self._form_of)

    def _form_of(self, row: QuotaVersion) -> QuotaForm:
        def save(typed: Typed) -> None:
            act = self._acts.change_from if typed.split else self._acts.change
            act(row, typed.terms)

        return QuotaForm(row, outlets.outlets(everyone=True), save, self.page.window())

    @override
    def retire(self) -> None:
        row = self._quotas.row()
        if row is not None:
            self.open_edit(row, self._end_form)

    def _end_form(self, row: QuotaVersion) -> EndQuotaForm:
        end, remove = partial(self._acts.end, row), partial(self._acts.remove, row)
        return EndQuotaForm(row, end, remove, self.page.window())

    @override
    def reinstate(self) -> None:
        row = self._quotas.row()
        if row is not None:
            self.page.attempt(lambda: self._acts.end(row, None))

    def _export(self, path: Path, year: int) -> None:
        self.page.run(partial(_written, path, year), self.tr("Writing the weeks…"), self._say_written)

    def _say_written(self, path: Path) -> None:
        self.page.said.emit(self.tr("Written: {path}").format(path=path))


def _written(path: Path, year: int, operation: Operation) -> Path:
    """Write the weeks of a year; runs on a thread of its own."""
    from xcdesk.reports.xlsx.weeks import write_weeks  # start-up time

    operation.check()
    write_weeks(path, compliance.compliance(year))
    return path


def _key(quota: int) -> str:
    return f"quota:{quota}"
