"""The transition engine: tables that contradict themselves are refused, refusals equal what is raised."""

from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.diagrams import arrows
from xcdesk.errors import DeskError
from xcdesk.workflow import BadTableError, Edge, Machine, Transition


class Door(StrEnum):
    """States of a door."""

    OPEN = "open"
    SHUT = "shut"
    LOCKED = "locked"


class Act(StrEnum):
    """What is done to a door."""

    SHUT = "shut"
    OPEN = "open"
    LOCK = "lock"


class NotNowError(DeskError):
    """The state does not have the action."""

    code = "door.not_now"


class NoKeyError(DeskError):
    """Locking takes a key."""

    code = "door.no_key"


def not_now(action, state):
    return NotNowError(action=action, state=state)


def has_key(context):
    return None if "key" in context else NoKeyError()


def never(context):
    raise AssertionError("a guard after the first refusal is not asked")


TABLE = (
    Transition(Act.SHUT, (Door.OPEN,), (Door.SHUT,)),
    Transition(Act.LOCK, (Door.OPEN, Door.SHUT), (Door.LOCKED,), (has_key,)),
    Transition(
        Act.OPEN,
        (Door.SHUT, Door.LOCKED),
        (Door.OPEN, Door.LOCKED),
        rule=lambda context: Door.OPEN if "key" in context else Door.LOCKED,
    ),
)


def door(table=TABLE, states=tuple(Door), initial=Door.OPEN):
    return Machine(initial, states, table, not_now)


@given(st.sampled_from(Act), st.sampled_from(Door), st.sets(st.sampled_from(["key", "hat"])))
def test_the_refusal_given_is_the_refusal_raised(action, state, context):
    machine = door()
    refusal = machine.refusal(action, state, context)
    if refusal is None:
        assert Edge(state, action, machine.fire(action, state, context)) in machine.edges()
    else:
        with pytest.raises(type(refusal)) as caught:
            machine.fire(action, state, context)
        assert caught.value.facts == refusal.facts


tables = st.lists(
    st.builds(
        Transition,
        st.sampled_from(Act),
        st.lists(st.sampled_from(Door), max_size=2).map(tuple),
        st.lists(st.sampled_from(Door), min_size=1, max_size=1).map(tuple),
    ),
    max_size=6,
)


@given(tables)
def test_a_table_that_is_accepted_names_each_start_once_and_reaches_every_state(table):
    try:
        machine = door(table)
    except BadTableError:
        return
    starts = [(edge.source, edge.action) for edge in machine.edges()]
    assert len(starts) == len(set(starts))
    assert {edge.target for edge in machine.edges()} | {Door.OPEN} == set(Door)
    for state in Door:
        assert set(machine.actions(state)) == {action for source, action in starts if source == state}


def test_the_first_guard_that_refuses_is_the_answer():
    machine = door(
        (Transition(Act.LOCK, (Door.OPEN,), (Door.LOCKED,), (has_key, never)),), (Door.OPEN, Door.LOCKED)
    )
    assert isinstance(machine.refusal(Act.LOCK, Door.OPEN, set()), NoKeyError)


def test_an_action_is_offered_once_however_many_rows_it_has():
    machine = door((*TABLE, Transition(Act.SHUT, (Door.LOCKED,), (Door.LOCKED,))))
    assert machine.actions(Door.OPEN) == (Act.SHUT, Act.LOCK)
    assert machine.actions(Door.LOCKED) == (Act.OPEN, Act.SHUT)


def test_the_diagram_draws_one_arrow_for_all_acts_between_two_states():
    again = Transition(Act.LOCK, (Door.LOCKED,), (Door.LOCKED,))
    drawn = [(arrow.source, arrow.target, arrow.actions) for arrow in arrows(door((*TABLE, again)))]
    assert drawn == [
        (Door.OPEN, Door.SHUT, (Act.SHUT,)),
        (Door.OPEN, Door.LOCKED, (Act.LOCK,)),
        (Door.SHUT, Door.OPEN, (Act.OPEN,)),
        (Door.SHUT, Door.LOCKED, (Act.LOCK, Act.OPEN)),
        (Door.LOCKED, Door.OPEN, (Act.OPEN,)),
    ]


def test_every_act_of_a_state_comes_with_the_condition_that_is_missing():
    (shut, nothing), (lock, missing) = door().answers(Door.OPEN, set())
    assert (shut, nothing, lock) == (Act.SHUT, None, Act.LOCK)
    assert isinstance(missing, NoKeyError)


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        (TABLE[:1], "never reached"),
        ((*TABLE, TABLE[0]), "stands twice"),
        ((*TABLE, Transition(Act.SHUT, (), (Door.SHUT,))), "nowhere"),
        ((*TABLE, Transition(Act.SHUT, (Door.LOCKED,), ())), "nowhere"),
        ((*TABLE, Transition(Act.SHUT, (Door.LOCKED,), (Door.SHUT, Door.OPEN))), "rule"),
        ((*TABLE, Transition(Act.SHUT, (Door.LOCKED,), (Door.SHUT,), rule=lambda _: Door.SHUT)), "rule"),
    ],
)
def test_a_table_that_contradicts_itself_is_refused_when_it_is_built(table, reason):
    with pytest.raises(BadTableError, match=reason):
        door(table)


def test_a_state_that_is_not_declared_is_refused():
    with pytest.raises(BadTableError, match="unknown states"):
        door(states=(Door.OPEN, Door.SHUT))


def test_a_rule_cannot_lead_where_the_table_does_not():
    table = (
        *TABLE[:2],
        Transition(Act.OPEN, (Door.SHUT,), (Door.OPEN, Door.SHUT), rule=lambda _: Door.LOCKED),
    )
    with pytest.raises(BadTableError, match="may not lead"):
        door(table).fire(Act.OPEN, Door.SHUT, set())
