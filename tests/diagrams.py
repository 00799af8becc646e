"""A transition table as a diagram draws it: from each state to each other one, one arrow with its acts."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from xcdesk.workflow import Machine


@dataclass(frozen=True, slots=True)
class Arrow:
    """Every way from one state to another."""

    source: StrEnum
    target: StrEnum
    actions: tuple[StrEnum, ...]


def arrows(machine: Machine[Any, Any, Any]) -> tuple[Arrow, ...]:
    """Arrows in the order of the states; no loops."""
    grouped: dict[tuple[StrEnum, StrEnum], list[StrEnum]] = {}
    for edge in machine.edges():
        if edge.source != edge.target:
            grouped.setdefault((edge.source, edge.target), []).append(edge.action)
    order = machine.states.index
    return tuple(
        Arrow(source, target, tuple(dict.fromkeys(grouped[source, target])))
        for source, target in sorted(grouped, key=lambda pair: (order(pair[0]), order(pair[1])))
    )
