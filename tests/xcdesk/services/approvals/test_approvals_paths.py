"""Whatever people do in whatever order: the table is obeyed and nobody signs off his own text."""

import itertools

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from xcdesk import wording
from xcdesk.codes import MaterialKind, MaterialState, Role
from xcdesk.errors import DeskError
from xcdesk.models import AuditEntry, MaterialEvent, ReviewStep
from xcdesk.services import approvals
from xcdesk.services.approvals import Action, NewMaterial, ReturnTo, TextChange
from xcdesk.services.office import people

STEPS = {
    MaterialKind.NOTICE: (Role.LEADER,),
    MaterialKind.CIRCULAR: (Role.REVIEWER, Role.LEADER),
    MaterialKind.PRESS_RELEASE: (Role.CLERK, Role.REVIEWER, Role.LEADER, Role.LEADER),
}
TEXTS = ("一。", "二。", "三。")
ALLOWED = {
    ("draft", "edit"): {"draft"},
    ("draft", "submit"): {"in_review"},
    ("returned", "edit"): {"returned"},
    ("returned", "submit"): {"in_review"},
    ("in_review", "edit"): {"in_review"},
    ("in_review", "recall"): {"draft"},
    ("in_review", "agree"): {"in_review", "approved"},
    ("in_review", "return"): {"returned"},
    ("approved", "edit"): {"in_review"},
    ("approved", "issue"): {"issued"},
    ("approved", "void"): {"voided"},
    ("issued", "void"): {"voided"},
}
"""The machine as the guide has it, written down a second time."""


class Desk(RuleBasedStateMachine):
    """Six people doing anything to one material."""

    @initialize(kind=st.sampled_from(list(STEPS)), author=st.integers(0, 5))
    def start(self, kind, author):
        """Somebody drafts something."""
        self.people = people.actors()
        self.row = approvals.create(self.people[author], NewMaterial(kind, "通知", TEXTS[0]))
        self.writers = {self.people[author].id}
        self.submitter = 0
        self.signed_by = None
        self.texts = itertools.cycle(TEXTS[1:] + TEXTS[:1])

    @rule(who=st.integers(0, 5), action=st.sampled_from(Action), to=st.sampled_from(ReturnTo))
    def anybody_tries_anything(self, who, action, to):
        """Mostly refused; what is allowed is carried out."""
        self._try(self.people[who], action, to)

    @rule(data=st.data(), to=st.sampled_from(ReturnTo))
    def somebody_does_what_he_can(self, data, to):
        """Leads deep into the machine; voiding ends a path and is left to the other rule."""
        details = [(actor, approvals.detail(actor, self.row.id)) for actor in self.people]
        able = [
            (actor, action)
            for actor, seen in details
            for action in Action
            if action != Action.VOID and seen.refusal(action) is None
        ]
        if able:
            actor, action = data.draw(st.sampled_from(able))
            self._try(actor, action, to)

    def _try(self, actor, action, to):
        before, written = self.row, self._written()
        answer = approvals.detail(actor, before.id).refusal(action)
        if answer is None:
            self.row = self._do(actor, action, to)
            assert self.row.state in ALLOWED[before.state, action]
            assert self.row.version == before.version + 1
            assert self._written() == [count + 1 for count in written]
            self._note(actor, action)
            return
        with pytest.raises(DeskError) as caught:
            self._do(actor, action, to)
        assert (type(caught.value), caught.value.facts) == (type(answer), answer.facts)
        assert approvals.row(before.id) == before
        assert self._written() == written
        self._read(answer)

    def _written(self):
        return [MaterialEvent.select().count(), AuditEntry.select().count()]

    def _do(self, actor, action, to):
        row = self.row
        match action:
            case Action.EDIT:
                change = TextChange("通知", next(self.texts))
                return approvals.edit(actor, row.id, change, version=row.version)
            case Action.AGREE:
                return approvals.agree(actor, row.id, seen_hash=row.text_hash, version=row.version)
            case Action.RETURN:
                return approvals.send_back(actor, row.id, seen_hash=row.text_hash, opinion="改", to=to)
            case Action.VOID:
                return approvals.void(actor, row.id, reason="有误")
        return {
            Action.SUBMIT: approvals.submit,
            Action.RECALL: approvals.recall,
            Action.ISSUE: approvals.issue,
        }[action](actor, row.id)

    def _note(self, actor, action):
        if action == Action.EDIT:
            self.writers.add(actor.id)
        if action == Action.SUBMIT:
            self.submitter = actor.id
        if action == Action.AGREE:
            assert actor.id not in self.writers
            assert actor.id != self.submitter
            assert actor.role != Role.ADMINISTRATOR
            if self.row.state == MaterialState.APPROVED:
                self.signed_hash, self.writers = self.row.text_hash, set()

    def _read(self, refusal):
        for language in ("zh", "en"):
            said = wording.sentence(refusal, language)
            assert "{" not in said
            assert said.count("。" if language == "zh" else ".") >= 1

    @invariant()
    def what_is_signed_off_is_the_text_that_was_agreed_to(self):
        """Invariant 1 and the hash."""
        if self.row.state in {MaterialState.APPROVED, MaterialState.ISSUED}:
            assert self.row.text_hash == self.signed_hash


@pytest.fixture
def many_steps(hire):
    for role, login in ((Role.CLERK, "lin"), (Role.REVIEWER, "hu"), (Role.LEADER, "zhou")):
        hire(login, f"示例·{login}", "", role)
    ReviewStep.delete().execute()
    for kind, roles in STEPS.items():
        for position, role in enumerate(roles, start=1):
            ReviewStep.create(kind=kind, position=position, name=f"第{position}环节", role=role)


def test_every_path_obeys_the_table_and_no_writer_signs_off(many_steps):
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=8,
            phases=(Phase.generate,),  # shrinking a path replays it on the database for minutes
            stateful_step_count=16,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
