"""What has to be said of a material above its steps: what was asked for, owed, changed, and why not."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui import format as shown
from ui.language import language
from ui.messages import text
from ui.theme.icons import Glyph
from ui.widgets.banner import Banner
from ui.widgets.buttons import Kind, button
from ui.widgets.layouts import clear, down
from ui.widgets.verb_bar import VerbButton
from xcdesk.codes import MaterialState
from xcdesk.services import approvals
from xcdesk.services.approvals import Action, MaterialDetail, Verdict, consult_forms
from xcdesk.services.approvals.consult_forms import FormRow
from xcdesk.services.issuing import register
from xcdesk.services.issuing.register import Entry

GONE_OUT = frozenset(
    (MaterialState.ISSUED, MaterialState.CORRECTED, MaterialState.ARCHIVED, MaterialState.VOIDED)
)
"""States in which a material may have a number."""

_MAIN_ACT = {
    MaterialState.DRAFT: Action.SUBMIT,
    MaterialState.RETURNED: Action.SUBMIT,
    MaterialState.IN_REVIEW: Action.AGREE,
    MaterialState.APPROVED: Action.ISSUE,
}
"""What comes next in each state: the act whose refusal stands as a banner."""

_WAYS_OUT = {
    "material.not_your_step": (Action.ADVISE, Action.RECALL, Action.CHASE, Action.PAPER),
    "material.administrator": (Action.PAPER, Action.RECALL),
    "material.own_submission": (Action.RECALL, Action.CHASE),
    "material.own_text": (Action.HAND_OVER, Action.RECALL),
    "material.principals_text": (Action.PAPER,),
    "material.empty": (Action.EDIT,),
    "material.not_writer": (Action.EDIT,),
    "material.sign_off_broken": (Action.EDIT,),
}
"""Acts that lead out of a refusal, offered where this person can do them."""

_FORMS = 2
"""Consulting forms that are told of above the text; the others stand in their list."""
_SEES_CHANGES = frozenset(("material.own_text", "material.sign_off_broken"))


class Banners(QWidget):
    """Banners about the material shown; ``verbs`` are those of the page, by their act."""

    changes_asked = Signal(int, int)  # older and newer revision
    other_asked = Signal(int)  # id of another material

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verbs: Mapping[Action, Callable[[Kind], VerbButton]] = {}
        self._words: Mapping[Action, str] = {}
        self._column = down()
        self.setLayout(self._column)

    def take_verbs(
        self, verbs: Mapping[Action, Callable[[Kind], VerbButton]], words: Mapping[Action, str]
    ) -> None:
        """Offer these verbs as ways out, under these names."""
        self._verbs, self._words = verbs, words

    def show_material(self, seen: MaterialDetail) -> None:
        """Say what there is to say, and nothing of the material before."""
        clear(self._column)
        found = list(self._banners(seen))
        for banner in found:
            self._column.addWidget(banner)
        self.setVisible(bool(found))

    def _banners(self, seen: MaterialDetail) -> Iterator[Banner]:
        yield from self._gone_out(seen)
        yield from self._owed(seen)
        yield from self._linked(seen)
        returned = next((step for step in seen.steps if step.verdict is Verdict.RETURNED), None)
        if returned is not None:
            title = self.tr("{name} returned it").format(name=shown.listed(returned.people))
            yield Banner("warn", title, returned.opinion)
        yield from self._changed(seen)
        yield from self._asked(seen)
        yield from self._asked_outside(seen)
        yield from self._refused(seen)

    def _gone_out(self, seen: MaterialDetail) -> Iterator[Banner]:
        """Its number, which stays when it is void; why it is void, or was ended before it had one."""
        entry = register.of_material(seen.row.id) if seen.row.state in GONE_OUT else None
        number = self._number(entry) if entry is not None else ""
        if seen.row.state is MaterialState.VOIDED:
            title = self.tr("Void: {number}").format(number=number) if number else self.tr("Not to be issued")
            yield Banner("warn", title, seen.events[-1].opinion)
        elif entry is not None:
            words = self.tr("Issued on {day}, {count} page(s).")
            words = words.format(day=shown.day(entry.issued_on), count=entry.pages)
            yield Banner("ok", number, words)

    def _number(self, entry: Entry) -> str:
        series = register.series_name(entry.series, language())
        return self.tr("{series} {number}").format(
            series=series, number=register.number_words(entry, language())
        )

    def _owed(self, seen: MaterialDetail) -> Iterator[Banner]:
        row = seen.row
        if row.check_due is None:
            return
        words = self.tr("It was issued before it was checked. {owner} owes the check until {day}.")
        words = words.format(owner=row.check_owner, day=shown.day(row.check_due))
        yield Banner("bad", self.tr("The check is still owed"), words)

    def _linked(self, seen: MaterialDetail) -> Iterator[Banner]:
        row = seen.row
        for other, title in (
            (row.corrected_by, self.tr("A correction takes its place")),
            (row.corrects, self.tr("This corrects what was issued before")),
        ):
            if other is not None:
                yield Banner("info", title, approvals.row(other).title, (self._opener(other),))

    def _opener(self, other: int) -> QPushButton:
        return button(self.tr("Open"), None, Kind.NORMAL, lambda: self.other_asked.emit(other))

    def _changed(self, seen: MaterialDetail) -> Iterator[Banner]:
        """What was changed in a text that was signed off before."""
        if seen.row.state not in {MaterialState.IN_REVIEW, MaterialState.RETURNED, MaterialState.DRAFT}:
            return
        found = approvals.changed_since_signed(seen.row.id)
        if found is None:
            return
        title = self.tr("Changed since it was signed off: {count} line(s)").format(count=found.changed)
        words = self.tr("The sign-off of revision {revision} no longer holds; the text is reviewed again.")
        see = button(
            self.tr("See the changes"),
            Glyph.HISTORY,
            Kind.NORMAL,
            lambda: self.changes_asked.emit(found.older, found.newer),
        )
        yield Banner("warn", title, words.format(revision=found.older), (see,))

    def _asked(self, seen: MaterialDetail) -> Iterator[Banner]:
        """Advice that was asked for and given, or is awaited."""
        if seen.row.state is not MaterialState.IN_REVIEW:
            return
        for each in seen.consulted:
            title = self.tr("{asker} asked {person}: {question}").format(
                asker=each.asked_by, person=each.person, question=each.question
            )
            answer = each.reply if each.replied_at else self.tr("No answer yet")
            yield Banner("ok" if each.replied_at else "info", title, answer)

    def _asked_outside(self, seen: MaterialDetail) -> Iterator[Banner]:
        """The latest consulting forms while the text may still change: awaited, late, or answered."""
        found = () if seen.row.state in GONE_OUT else consult_forms.forms(seen.row.id)
        if not found:
            return
        answered = sum(each.answered for each in found)
        title = self.tr("Asked outside: {count}, answered: {answered}").format(
            count=len(found), answered=answered
        )
        late = any(each.is_late for each in found)
        tone = "warn" if late else "ok" if answered == len(found) else "info"
        yield Banner(tone, title, "\n".join(map(self._form_words, found[:_FORMS])))

    def _form_words(self, form: FormRow) -> str:
        number = text("consult_form.number", year=form.year, number=form.number)
        if form.answered:
            words, who = form.reply or self.tr("no opinion on the whole"), form.respondent
            return self.tr("{number} {who} answered: {words}").format(number=number, who=who, words=words)
        if form.due is None:
            return self.tr("{number} {who}: no answer yet").format(number=number, who=form.receiver)
        words = self.tr("{number} {who}: awaited until {day}")
        return words.format(number=number, who=form.receiver, day=shown.day(form.due))

    def _refused(self, seen: MaterialDetail) -> Iterator[Banner]:
        """Why what comes next cannot be done by this person, with the ways out."""
        action = _MAIN_ACT.get(seen.row.state)
        refusal = seen.refusal(action) if action else None
        if action is not None and refusal is not None:
            title = self.tr("Why is “{verb}” grey?").format(verb=self._words[action])
            yield Banner.refusal(title, refusal, self._ways_out(seen, refusal.code))

    def _ways_out(self, seen: MaterialDetail, code: str) -> list[QPushButton]:
        able = [each for each in _WAYS_OUT.get(code, ()) if seen.refusal(each) is None]
        ways: list[QPushButton] = [self._verbs[each](Kind.NORMAL) for each in able]
        newest = seen.row.revision
        if code in _SEES_CHANGES and newest > 1:
            words = self.tr("See the changes")
            see = button(
                words, Glyph.HISTORY, Kind.NORMAL, lambda: self.changes_asked.emit(newest - 1, newest)
            )
            ways.append(see)
        return ways
