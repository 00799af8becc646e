"""Acts that need more than an opinion: each opens a form, which stays with its words when it is refused."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from ui.dialogs.form import FormDialog
from ui.dialogs.material_forms import ExpediteForm, PersonForm, RecallForm, SubmitForm, WordsForm
from ui.dialogs.paper_form import PaperForm
from ui.dialogs.void_material import VoidDialog, VoidOnPaperForm
from ui.pages.approvals import checklist
from ui.pages.approvals.acts import Acts
from ui.tasks import Work
from xcdesk import office
from xcdesk.codes import Role
from xcdesk.errors import DeskError
from xcdesk.services import approvals
from xcdesk.services.approvals import Action, Expediting, MaterialRow, PaperSigned, Verdict
from xcdesk.services.office import people
from xcdesk.services.record.actor import Actor


class FormActs(QObject):
    """Opens the form of an act on the material shown, and carries the act out."""

    corrected = Signal(object)  # MaterialRow: the draft of a correction

    def __init__(self, acts: Acts) -> None:
        super().__init__(acts)
        self._acts = acts

    def submit(self) -> None:
        """Go through the checklist and send it to review."""
        row, seen = self._acts.row(), self._acts.pane.seen
        if seen is None:
            return
        hints, warnings = checklist.hints(seen.text), checklist.warnings(seen)
        self._open(
            SubmitForm(
                row.title,
                hints,
                warnings,
                lambda sending: office.submit_material(
                    self._actor, row.id, sending=sending, version=row.version
                ),
                self._acts.page,
            ),
            self.tr("Submitted"),
        )

    def recall(self) -> None:
        """Take it back from review; those who were to review it may be told why."""
        row = self._acts.row()
        form = RecallForm(
            row.title,
            lambda reason: approvals.recall(self._actor, row.id, reason=reason, version=row.version),
            self._acts.page,
        )
        self._open(form, self.tr("Recalled"))

    def add(self) -> None:
        """Add somebody who must agree as well."""
        row = self._acts.row()
        self._ask_person(
            self.tr("Add a reviewer"),
            self.tr("Add"),
            self.tr("What for"),
            lambda person, why: approvals.add(self._actor, row.id, person, why=why, version=row.version),
            self.tr("Reviewer added"),
        )

    def hand_over(self) -> None:
        """Give one's own part to somebody else."""
        row = self._acts.row()
        self._ask_person(
            self.tr("Hand over to somebody else"),
            self.tr("Hand over"),
            self.tr("Why"),
            lambda person, why: approvals.hand_over(
                self._actor, row.id, person, why=why, version=row.version
            ),
            self.tr("Handed over"),
        )

    def consult(self) -> None:
        """Ask somebody for advice, who decides nothing."""
        row = self._acts.row()
        self._ask_person(
            self.tr("Ask for advice"),
            self.tr("Ask"),
            self.tr("Question"),
            lambda person, question: approvals.consult(
                self._actor, row.id, person, question=question, version=row.version
            ),
            self.tr("Advice asked for"),
        )

    def advise(self) -> None:
        """Answer when asked for advice."""
        row = self._acts.row()
        asked = row.why.words if row.why else ""
        form = WordsForm(
            self.tr("Give advice on “{title}”").format(title=row.title),
            self.tr("Answer"),
            self.tr("Advice"),
            lambda reply: approvals.advise(self._actor, row.id, reply=reply),
            self._acts.page,
            about=asked,
        )
        self._open(form, self.tr("Advice given"))

    def paper(self) -> None:
        """Record what was signed on paper."""
        row = self._acts.row()
        form = PaperForm(row.title, self._those_waited_for(), lambda _: None, self._acts.page)

        def work(signed: PaperSigned) -> Work:
            return lambda operation: approvals.sign_on_paper(
                self._actor,
                row.id,
                signed,
                seen_hash=row.text_hash,
                version=row.version,
                operation=operation,
            )

        form.accepted.connect(lambda: self._run(form, work(form.typed()), self.tr("Recorded")))
        form.open()

    def expedite(self) -> None:
        """Issue it before it is checked."""
        row = self._acts.row()
        form = ExpediteForm(row.title, self._others(), lambda _: None, self._acts.page)

        def work(terms: Expediting) -> Work:
            return lambda _: office.expedite_material(
                self._actor, row.id, terms, seen_hash=row.text_hash, version=row.version
            )

        form.accepted.connect(lambda: self._run(form, work(form.typed()), self.tr("Issued first")))
        form.open()

    def correct(self) -> None:
        """Draft the correction of what was issued, and go on writing it."""
        row = self._acts.row()
        made: list[MaterialRow] = []

        def correct(reason: str) -> None:
            made.append(office.correct_material(self._actor, row.id, reason=reason, version=row.version))

        form = WordsForm(
            self.tr("Correct “{title}”").format(title=row.title),
            self.tr("Draft the correction"),
            self.tr("What is wrong"),
            correct,
            self._acts.page,
        )
        self._open(form, self.tr("Correction drafted"))
        form.saved.connect(lambda: self.corrected.emit(made[-1]))

    def void(self) -> None:
        """Ask for the reason, and for the sheet where no leader has an account; then void it for good."""
        row = self._acts.row()
        if self._actor.role is not Role.LEADER:
            self._void_on_paper(row)
            return
        form = VoidDialog(
            row.title,
            lambda reason: approvals.void(self._actor, row.id, reason=reason, version=row.version),
            self._acts.page,
        )
        self._open(form, self.tr("Voided"))

    def _void_on_paper(self, row: MaterialRow) -> None:
        form = VoidOnPaperForm(row.title, self._acts.page)

        def work(signed: PaperSigned, reason: str) -> Work:
            return lambda operation: approvals.void_on_paper(
                self._actor, row.id, signed, reason=reason, version=row.version, operation=operation
            )

        form.accepted.connect(
            lambda: self._run(form, work(form.typed(), form.reason.text()), self.tr("Voided"))
        )
        form.open()

    def terminate(self) -> None:
        """End what was submitted once and will not be issued."""
        row = self._acts.row()
        form = WordsForm(
            self.tr("End “{title}”?").format(title=row.title),
            self.tr("End it"),
            self.tr("Why it ends"),
            lambda reason: approvals.terminate(self._actor, row.id, reason=reason, version=row.version),
            self._acts.page,
        )
        form.cancel_button.setText(self.tr("Keep it"))
        self._open(form, self.tr("Ended"))

    @property
    def _actor(self) -> Actor:
        return self._acts.actor

    def _others(self) -> Sequence[Actor]:
        """Everybody else who takes part in reviews."""
        return [each for each in self._signatories() if each.id != self._actor.id]

    def _signatories(self) -> Sequence[Actor]:
        return [each for each in people.actors() if each.role is not Role.ADMINISTRATOR]

    def _those_waited_for(self) -> Sequence[Actor]:
        """Everybody who may sign, those whose turn it is first."""
        seen = self._acts.pane.seen
        steps = seen.steps if seen is not None else ()
        waiting = next((step.people for step in steps if step.verdict is Verdict.WAITING), ())
        return sorted(self._signatories(), key=lambda each: each.name not in waiting)

    def _ask_person(
        self, title: str, verb: str, name: str, save: Callable[[int, str], object], done: str
    ) -> None:
        self._open(PersonForm(title, verb, name, self._others(), save, self._acts.page), done)

    def _open(self, form: FormDialog, done: str) -> None:
        row = self._acts.row()
        form.saved.connect(lambda: self._acts.tell(done, row, keeping=True))
        form.finished.connect(form.deleteLater)
        form.open()

    def _run(self, form: FormDialog, work: Work, done: str) -> None:
        """Carry an act out as a task; when it is refused the form comes back with its words."""
        FormTask(self._acts, form, done).start(work)


class FormTask(QObject):
    """One act under way, with the form that it came from."""

    def __init__(self, acts: Acts, form: FormDialog, done: str) -> None:
        super().__init__(acts)
        self._acts, self._form, self._done = acts, form, done
        self._row = acts.row()

    def start(self, work: Work) -> None:
        """Begin it, with progress in the page."""
        page = self._acts.page
        task = page.desk.runner.create(work)
        task.succeeded.connect(self._finish)
        task.failed.connect(self._bring_back)
        task.cancelled.connect(self._form.open)
        page.strip.watch(task, self.tr("Saving…"))
        page.desk.runner.start(task)

    def _finish(self, _result: object) -> None:
        self._form.deleteLater()
        self._acts.page.clear_notice()
        self._acts.tell(self._done, self._row)
        self.deleteLater()

    def _bring_back(self, error: BaseException) -> None:
        """Show a refusal in the form; a fault of ours is shown in the page."""
        if isinstance(error, DeskError):
            self._form.open()
            self._form.show_refusal(error)
        else:
            self._form.deleteLater()
            self._acts.page.show_failure(error)
        self.deleteLater()


def form_verbs(acts: FormActs) -> dict[Action, Callable[[], object]]:
    """What each of these acts is done by."""
    return {
        Action.SUBMIT: acts.submit,
        Action.RECALL: acts.recall,
        Action.ADD: acts.add,
        Action.HAND_OVER: acts.hand_over,
        Action.CONSULT: acts.consult,
        Action.ADVISE: acts.advise,
        Action.PAPER: acts.paper,
        Action.EXPEDITE: acts.expedite,
        Action.CORRECT: acts.correct,
        Action.VOID: acts.void,
        Action.TERMINATE: acts.terminate,
    }
