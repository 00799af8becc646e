"""People who do anything to one material in whatever order; each answer is held against the table."""

import datetime as dt
import functools
import io
import itertools
from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from xcdesk import clock, wording
from xcdesk.codes import MaterialKind, MaterialState, Role
from xcdesk.errors import DeskError
from xcdesk.models import AuditEntry, Delegation, MaterialEvent
from xcdesk.services import approvals
from xcdesk.services.approvals import (
    ASIDE,
    MACHINE,
    Action,
    Expediting,
    NewDelegation,
    NewMaterial,
    PaperSigned,
    ReturnTo,
    TextChange,
    facts,
)
from xcdesk.services.approvals.situation import Request
from xcdesk.services.issuing import papers
from xcdesk.services.issuing.numbering import IssueFiles
from xcdesk.services.issuing.numbering import NewFile as IssueFile
from xcdesk.services.log.evidence import NewFile
from xcdesk.services.office import people

ONE, TWO, FOUR = MaterialKind.NOTICE, MaterialKind.CIRCULAR, MaterialKind.PRESS_RELEASE
NAMED, ALL_OF_ROLE = MaterialKind.ADVERTISEMENT, MaterialKind.TOPIC_PAGE
KINDS = (ONE, TWO, FOUR, NAMED, ALL_OF_ROLE)
ALLOWED = {
    ("draft", "edit"): {"draft"},
    ("draft", "submit"): {"in_review"},
    ("draft", "expedite"): {"issued"},
    ("draft", "discard"): {"discarded"},
    ("draft", "terminate"): {"voided"},
    ("discarded", "restore"): {"draft"},
    ("returned", "edit"): {"returned"},
    ("returned", "submit"): {"in_review"},
    ("returned", "expedite"): {"issued"},
    ("returned", "terminate"): {"voided"},
    ("in_review", "edit"): {"in_review"},
    ("in_review", "recall"): {"draft"},
    ("in_review", "claim"): {"in_review"},
    ("in_review", "agree"): {"in_review", "approved"},
    ("in_review", "return"): {"returned"},
    ("in_review", "add"): {"in_review"},
    ("in_review", "hand_over"): {"in_review"},
    ("in_review", "consult"): {"in_review"},
    ("in_review", "advise"): {"in_review"},
    ("in_review", "chase"): {"in_review"},
    ("in_review", "paper"): {"in_review", "approved"},
    ("in_review", "expedite"): {"issued"},
    ("approved", "edit"): {"in_review"},
    ("approved", "issue"): {"issued"},
    ("approved", "void"): {"voided"},
    ("issued", "check"): {"issued"},
    ("issued", "correct"): {"issued"},
    ("issued", "void"): {"voided"},
    ("issued", "archive"): {"archived"},
    ("corrected", "correct"): {"corrected"},
    ("corrected", "void"): {"voided"},
    ("corrected", "archive"): {"archived"},
    ("archived", "correct"): {"archived"},
    ("archived", "void"): {"voided"},
}
"""The machine as the guide has it, written down a second time."""
BACK = frozenset(
    (
        Action.EDIT,
        Action.RECALL,
        Action.EXPEDITE,
        Action.CORRECT,
        Action.VOID,
        Action.DISCARD,
        Action.TERMINATE,
    )
)
"""Acts that end a path or begin it anew: tried now and then, never sought."""
ONWARD = frozenset((Action.SUBMIT, Action.AGREE, Action.ISSUE))
GOING_OUT = frozenset((Action.ISSUE, Action.EXPEDITE))
SCAN = NewFile("签批单.pdf", lambda: io.BytesIO(b"%PDF-1.4 signed"))
OUTSIDE = PaperSigned("示例·市领导", "主任", dt.date(2019, 3, 5), SCAN)


class Desk(RuleBasedStateMachine):
    """Seven people doing anything to one material and its corrections."""

    @initialize(kind=st.sampled_from(KINDS), author=st.integers(0, 6))
    def start(self, kind, author):
        """Somebody drafts something; nobody is away yet."""
        Delegation.delete().execute()
        self.people = people.actors()
        self.issued, self.drafts = {}, itertools.count(1)
        self._draft(kind, self._person(author))

    def _person(self, number):
        return self.people[number % len(self.people)]

    @property
    def alone(self):
        """Whether the office has one person, whose leader signs on paper."""
        return len(self.people) == 1

    def _draft(self, kind, author):
        self.row = approvals.create(author, NewMaterial(kind, "通知", "第0稿。"))
        self._forget(author)

    def _forget(self, author):
        self.writers, self.submitter, self.given, self.signed_hash = {author.id}, 0, [], ""
        self.texts, self.wrote = [approvals.text_of(self.row.id)], {}
        self._wrote(author)

    def _wrote(self, author):
        self.wrote.setdefault(self.row.text_hash, set()).add(author.id)

    @property
    def partial(self):
        """Those with a part in the text: since the last sign-off, or in the very words at any time."""
        return {*self.writers, *self.wrote[self.row.text_hash], self.submitter}

    @rule(who=st.integers(0, 6), action=st.sampled_from(Action), other=st.integers(0, 6))
    def anybody_tries_anything(self, who, action, other):
        """Mostly refused; what is allowed is carried out."""
        actor = self._person(who)
        now = self._seen_by(actor)
        self._try(actor, MACHINE.refusal(action, now.state, now), action, self._person(other))

    @rule(data=st.data(), other=st.integers(0, 6))
    def somebody_does_what_he_can(self, data, other):
        """Leads deep into the machine: acts that end a path or begin it anew are left to the other rule."""
        self._go_on(data, other)

    @rule(data=st.data(), other=st.integers(0, 6))
    def somebody_else_goes_on(self, data, other):
        """The same, so that this is done twice as often."""
        self._go_on(data, other)

    def _go_on(self, data, other):
        now, lent = self._seen_by(self.people[0]), facts.delegations_today()
        able = []
        for actor in self.people:
            seen = replace(now, actor=actor, principals=lent.get(actor.id, frozenset()))
            answers = MACHINE.answers(now.state, seen)
            able += [(actor, each) for each, refusal in answers if refusal is None and each not in BACK]
        kinds = sorted({action for _, action in able})
        onward = [action for action in kinds if action in ONWARD]
        if not able:  # a path has come to its end
            self._draft(self.row.kind, self._person(other))
            return
        action = data.draw(st.sampled_from(kinds) | st.sampled_from(kinds) | st.sampled_from(onward or kinds))
        actor = data.draw(st.sampled_from([actor for actor, each in able if each == action]))
        self._try(actor, None, action, self._person(other))

    def _seen_by(self, actor):
        return facts.situation(actor, facts.dossier(facts.find(self.row.id)), Request())

    @precondition(lambda self: Delegation.select().count() < 3)
    @rule(principal=st.integers(0, 6), delegate=st.integers(0, 6))
    def somebody_goes_away(self, principal, delegate):
        """A delegation from today on, refused where it makes no sense."""
        today = clock.today()
        one, other = self._person(principal), self._person(delegate)
        try:
            approvals.delegate(one, NewDelegation(one.id, other.id, today, today + dt.timedelta(days=3)))
        except DeskError as refusal:
            self._read(refusal)
            assert one is other or Role.ADMINISTRATOR in {one.role, other.role} or approvals.delegations()

    def _try(self, actor, answer, action, other):
        before, written = self.row, self._written()
        try:
            after = self._do(actor, action, other)
        except DeskError as refusal:
            self._is_the_answer(refusal, answer, action)
            assert approvals.row(before.id) == before
            assert self._written() == written
            self._read(refusal)
            return
        assert answer is None
        self._allowed(before, action, after)
        replaces = action in GOING_OUT and before.corrects is not None
        events = 1 + (action == Action.CORRECT or replaces)  # of the draft it makes, of what it replaces
        entries = events + (action in GOING_OUT)  # of its number
        assert self._written() == [written[0] + events, written[1] + entries]
        if replaces:
            assert approvals.row(before.corrects).state == MaterialState.CORRECTED
        self.row = after
        self._note(actor, action, before.step)
        if self.row.version % 3 == 0:
            self._waits(actor)

    def _is_the_answer(self, refusal, answer, action):
        """The refusal is the one on the button, or about whom he named, or what he said of the sheet."""
        if answer is None:
            assert action in {Action.ADD, Action.HAND_OVER, Action.CONSULT, Action.PAPER, Action.EXPEDITE}
        else:
            assert (type(refusal), refusal.facts) == (type(answer), answer.facts)

    def _allowed(self, before, action, after):
        if action == Action.CORRECT:
            older = approvals.row(before.id)
            assert older.state in ALLOWED[before.state, action]
            assert older.corrected_by == after.id
            assert (after.state, after.corrects) == (MaterialState.DRAFT, before.id)
            return
        assert after.state in ALLOWED[before.state, action]
        assert after.version == before.version + (action not in ASIDE)

    def _written(self):
        return [MaterialEvent.select().count(), AuditEntry.select().count()]

    def _do(self, actor, action, other):  # noqa: C901, PLR0911, PLR0912  # one line for each act
        row = self.row
        seen = {"seen_hash": row.text_hash, "version": row.version}
        match action:
            case Action.EDIT:
                old = other.id % 3 == 0 and len(self.texts) > 1  # an older text is put back
                self.texts.append(self.texts[-2] if old else f"第{next(self.drafts)}稿。")
                change = TextChange("通知", self.texts[-1])
                return approvals.edit(actor, row.id, change, version=row.version)
            case Action.AGREE:
                return approvals.agree(actor, row.id, **seen)
            case Action.RETURN:
                to = list(ReturnTo)[other.id % 2]
                return approvals.send_back(actor, row.id, opinion="改", to=to, **seen)
            case Action.CHECK:
                return approvals.check(actor, row.id, **seen)
            case Action.ISSUE:
                return self._out(actor, functools.partial(approvals.issue, actor, row.id))
            case Action.EXPEDITE:
                terms = Expediting("等不得", other.id)
                return self._out(actor, functools.partial(approvals.expedite, actor, row.id, terms, **seen))
            case Action.PAPER if self.alone:
                return approvals.sign_on_paper(actor, row.id, OUTSIDE, **seen)
            case Action.VOID if self.alone:
                return approvals.void_on_paper(actor, row.id, OUTSIDE, reason="有误", version=row.version)
            case Action.PAPER:
                person = None if other.role == Role.ADMINISTRATOR else other.id
                sheet = PaperSigned(other.name, "主任", clock.today(), SCAN, person)
                return approvals.sign_on_paper(actor, row.id, sheet, **seen)
            case Action.ADD | Action.HAND_OVER:
                act = approvals.add if action == Action.ADD else approvals.hand_over
                return act(actor, row.id, other.id, why="请把关", version=row.version)
            case Action.CONSULT:
                return approvals.consult(actor, row.id, other.id, question="可行吗", version=row.version)
            case Action.ADVISE:
                return approvals.advise(actor, row.id, reply="可行")
            case Action.VOID | Action.CORRECT | Action.TERMINATE:
                act = getattr(approvals, action.value)
                return act(actor, row.id, reason="有误", version=row.version)
            case Action.CHASE:
                return approvals.chase(actor, row.id)
        return getattr(approvals, action.value)(actor, row.id, version=row.version)

    def _out(self, actor, act):
        """Sends it out under a number, with the bytes of its file."""

        def freeze(number):
            content = f"{self.row.id} {self.row.text_hash} {number.number}".encode()
            return IssueFiles((IssueFile("pdf", "1.pdf", content),), 1)

        paper = papers.under_number(actor, self.row.id, on=clock.today(), freeze=freeze, act=act)
        self.issued[self.row.id] = (paper.number, papers.content(paper, "pdf"))
        return approvals.row(self.row.id)

    def teardown(self):
        """Invariants 2 and 3: what went out is as it was, and its numbers have no gap, void ones included."""
        for material, kept in self.issued.items():
            paper = papers.of_material(material)
            assert (paper.number, papers.content(paper, "pdf")) == kept
        for kind in KINDS:
            numbers = [paper.number for paper in papers.register(kind)]
            assert numbers == list(range(len(numbers), 0, -1))

    def _note(self, actor, action, step):
        """What the guide says of it, kept by hand: who wrote, who submitted, who agreed for whom."""
        if action == Action.CORRECT:
            self._forget(actor)
        elif action == Action.EDIT:
            self.writers.add(actor.id)
            self._wrote(actor)
        elif action == Action.SUBMIT:
            self.submitter = actor.id
        elif action == Action.EXPEDITE:
            self.issuer = actor.id
            assert actor.id not in self.partial
            assert actor.role == Role.LEADER
        elif action == Action.CHECK:
            assert actor.id not in {*self.partial, self.issuer}
        elif action in {Action.AGREE, Action.PAPER}:
            assert not (self.alone and action == Action.AGREE)
            self._note_agreement(actor, action, step)
        if action in {Action.EDIT, Action.SUBMIT} and self.row.state == MaterialState.IN_REVIEW:
            self.given = [each for each in self.given if each[0] < self.row.step]

    def _note_agreement(self, actor, action, step):
        last = approvals.log(self.row.id)[-1]
        named = {person.name: person.id for person in self.people}
        behalf = named.get(last.behalf_of)
        if action == Action.PAPER:
            assert last.concerning != actor.name
            assert named.get(last.concerning) not in self.partial
            hand = None
        else:
            hand = actor.id
            assert actor.id not in self.partial
            assert behalf not in self.partial
            assert actor.role != Role.ADMINISTRATOR
            mine = [one for _, hand_, one in self.given if hand_ == hand]
            assert not mine or all(one is None for one in (*mine, behalf)), "he met himself"
        self.given.append((step, hand, behalf))
        if self.row.state == MaterialState.APPROVED:
            self.signed_hash, self.writers = self.row.text_hash, set()

    def _waits(self, actor):
        """The list of what waits for somebody says the same as the row of it."""
        listed = {row.id: row.why for row in approvals.waiting_for(actor)}
        assert listed.get(self.row.id) == approvals.row(self.row.id, actor).why
        assert len(listed) == approvals.count_waiting(actor)

    def _read(self, refusal):
        for language in ("zh", "en"):
            said = wording.sentence(refusal, language)
            assert "{" not in said
            assert said.count("。" if language == "zh" else ".") >= 1

    @invariant()
    def what_is_signed_off_is_the_text_that_was_agreed_to(self):
        """Invariant 1 and the hash; what went out first is marked until it is checked."""
        if self.row.state == MaterialState.APPROVED:
            assert self.row.text_hash == self.signed_hash
        if self.row.state == MaterialState.ISSUED and not self.row.expedited:
            assert self.row.text_hash == self.signed_hash
