"""Transition tables: which action leads from which state to which, under which guards.

One engine for everything that has states. A machine is built once from its table, checks the table there and
then, and answers "why can I not do this" with the very function that doing it asks.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from xcdesk.errors import DeskError

S = TypeVar("S", bound=StrEnum)
A = TypeVar("A", bound=StrEnum)
C = TypeVar("C")


class BadTableError(ValueError):
    """A transition table contradicts itself; found when the machine is built."""


@dataclass(frozen=True, slots=True)
class Transition(Generic[S, A, C]):
    """One action: where it may start, where it leads, and what must hold.

    Attributes:
        action: what the user does.
        sources: states in which it exists.
        targets: where it may lead; more than one needs a ``rule``.
        guards: asked in this order; each gives the refusal, or None when its condition holds.
        rule: chooses among several targets.
    """

    action: A
    sources: tuple[S, ...]
    targets: tuple[S, ...]
    guards: tuple[Callable[[C], DeskError | None], ...] = ()
    rule: Callable[[C], S] | None = None


@dataclass(frozen=True, slots=True)
class Edge(Generic[S, A]):
    """One arrow of the state diagram."""

    source: S
    action: A
    target: S


class Machine(Generic[S, A, C]):
    """A checked transition table."""

    def __init__(
        self,
        initial: S,
        states: Sequence[S],
        table: Sequence[Transition[S, A, C]],
        not_now: Callable[[A, S], DeskError],
    ) -> None:
        """Check ``table`` and keep it.

        Args:
            initial: the state in which everything begins.
            states: every state there is, in the order in which they are shown.
            table: every transition, in the order in which actions are offered.
            not_now: the refusal of an action that the state does not have.

        Raises:
            BadTableError: a state is unknown or never reached, a transition stands twice, or a choice among
                targets has no rule.
        """
        self.initial = initial
        self.states = tuple(states)
        self._table = tuple(table)
        self._not_now = not_now
        self._found: dict[tuple[A, S], Transition[S, A, C]] = {}
        for transition in self._table:
            self._check(transition)
            for source in transition.sources:
                if (transition.action, source) in self._found:
                    raise BadTableError(f"{transition.action} stands twice for {source}")
                self._found[transition.action, source] = transition
        self._check_reach()

    def refusal(self, action: A, state: S, context: C) -> DeskError | None:
        """Why ``action`` cannot be done now; None when it can."""
        transition = self._found.get((action, state))
        if transition is None:
            return self._not_now(action, state)
        return next((refusal for guard in transition.guards if (refusal := guard(context)) is not None), None)

    def fire(self, action: A, state: S, context: C) -> S:
        """State that ``action`` leads to.

        Raises:
            DeskError: what `refusal` gives.
        """
        refusal = self.refusal(action, state, context)
        if refusal is not None:
            raise refusal
        transition = self._found[action, state]
        if transition.rule is None:
            return transition.targets[0]
        target = transition.rule(context)
        if target not in transition.targets:
            raise BadTableError(f"{action} may not lead to {target}")
        return target

    def actions(self, state: S) -> tuple[A, ...]:
        """Actions that ``state`` has, in the order of the table, whoever may do them."""
        return tuple(dict.fromkeys(each.action for each in self._table if state in each.sources))

    def edges(self) -> tuple[Edge[S, A], ...]:
        """Every arrow of the diagram, in the order of the table."""
        return tuple(
            Edge(source, each.action, target)
            for each in self._table
            for source in each.sources
            for target in each.targets
        )

    def asking(self, guard: Callable[[A], Callable[[C], DeskError | None]]) -> tuple[A, ...]:
        """Acts of which some transition asks the very guard that ``guard`` gives for the act."""
        found = (each.action for each in self._table if guard(each.action) in each.guards)
        return tuple(dict.fromkeys(found))

    def answers(self, state: S, context: C) -> tuple[tuple[A, DeskError | None], ...]:
        """Every act that ``state`` has, with the condition that is missing; None where it can be done."""
        return tuple((action, self.refusal(action, state, context)) for action in self.actions(state))

    def _check(self, transition: Transition[S, A, C]) -> None:
        unknown = {*transition.sources, *transition.targets} - set(self.states)
        if unknown:
            raise BadTableError(f"{transition.action} names unknown states: {sorted(unknown)}")
        if not transition.sources or not transition.targets:
            raise BadTableError(f"{transition.action} starts or ends nowhere")
        if (len(transition.targets) > 1) != (transition.rule is not None):
            raise BadTableError(f"{transition.action} needs a rule for several targets, and only then")

    def _check_reach(self) -> None:
        reached, found = {self.initial}, {self.initial}
        while found:
            found = {edge.target for edge in self.edges() if edge.source in reached} - reached
            reached |= found
        if reached != set(self.states):
            raise BadTableError(f"never reached: {sorted({*self.states} ^ reached)}")
