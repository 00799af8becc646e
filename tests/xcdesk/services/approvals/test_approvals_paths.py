"""Whatever people do in whatever order: the table is obeyed and nobody signs off his own text."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.xcdesk.services.approvals.walking_desk import ALL_OF_ROLE, FOUR, NAMED, TWO, Desk
from xcdesk.codes import Role, StepMode
from xcdesk.db.base import database, is_sqlite
from xcdesk.models import MaterialEvent, User
from xcdesk.services import approvals
from xcdesk.services.approvals import Action, NewStep


@pytest.fixture
def many_steps(hire, leader):
    made = [
        hire(login, f"示例·{login}", "", role)
        for role, login in (
            (Role.CLERK, "lin"),
            (Role.REVIEWER, "hu"),
            (Role.LEADER, "zhou"),
            (Role.REVIEWER, "sun"),
        )
    ]
    hu, sun = made[1].id, made[3].id
    each = {
        TWO: [NewStep("科室核稿", Role.REVIEWER), NewStep("签发", Role.LEADER)],
        FOUR: [
            NewStep("校对", Role.CLERK),
            NewStep("科室会签", Role.REVIEWER, StepMode.ALL, 8),
            NewStep("审定", Role.LEADER),
            NewStep("签发", Role.LEADER),
        ],
        NAMED: [
            NewStep("依次审", Role.REVIEWER, StepMode.IN_TURN, 4, (sun, hu)),
            NewStep("签发", Role.LEADER, StepMode.ANY, 0, (leader.id,)),
        ],
        ALL_OF_ROLE: [NewStep("领导会签", Role.LEADER, StepMode.ALL)],
    }
    for kind, steps in each.items():
        approvals.save_steps(leader, kind, steps)


def walk(examples, steps):
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=examples,
            phases=(Phase.generate,),  # shrinking a path replays it on the database for minutes
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )


def test_every_path_obeys_the_table_and_no_writer_signs_off(many_steps):
    walk(*((10, 50) if is_sqlite(database) else (2, 25)))


@pytest.mark.file_engine
def test_an_office_of_one_person_issues_by_paper_and_never_agrees(administrator):
    """Invariant 5: one signatory, who has no account, is enough."""
    User.update(active=False).where(User.id != administrator.id).execute()
    walk(3, 40)
    done = {event.action for event in MaterialEvent.select() if event.from_state != event.to_state}
    assert {Action.PAPER, Action.ISSUE} <= done
    assert Action.AGREE not in done


@pytest.mark.slow
def test_ten_thousand_steps_obey_the_table(many_steps):
    walk(100, 100)
