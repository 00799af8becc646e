"""The figures of a run: kept in ``build/bench/results.json``, printed as they come, made into tables.

``python -m tests.bench.results`` prints the newest figures as the tables of ``docs/benchmarks.md``.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.bench.measure import FOLDER
from xcdesk import clock
from xcdesk.files import write_file

RESULTS = FOLDER / "results.json"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure.

    Attributes:
        goal: number of the goal it belongs to.
        what: what was measured, for example ``to the end``.
        rows: rows of the log it was measured on; 0 where they do not matter.
        value: in ``unit``.
        peer: what it was measured against in the same run, ``peer_value`` in the same unit; "" for none.
        goal_text: the goal in words, for example ``>= 30x faster``; "" where there is none.
        held: whether the goal was reached; None where there is none.
        engine: ``sqlite`` or ``postgresql``.
    """

    goal: int
    what: str
    rows: int
    value: float
    unit: str = "ms"
    peer: str = ""
    peer_value: float | None = None
    goal_text: str = ""
    held: bool | None = None
    engine: str = "sqlite"

    @property
    def ratio(self) -> float | None:
        """The peer's figure divided by ours: above 1 where we need less."""
        return self.peer_value / self.value if self.peer_value is not None and self.value else None


def keep(*figures: Figure, path: Path = RESULTS) -> None:
    """Append figures to the results and print them."""
    told = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    at = clock.utc_now().isoformat(timespec="seconds")
    told += [{**asdict(figure), "at": at} for figure in figures]
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, json.dumps(told, ensure_ascii=False, indent=1).encode())
    sys.stdout.write(f"\n{_printed(figures)}\n")


def newest(path: Path = RESULTS) -> list[Figure]:
    """The last figure of each kind, in the order in which the kinds were first measured."""
    kept: dict[tuple[object, ...], Figure] = {}
    for entry in json.loads(path.read_text(encoding="utf-8")):
        figure = Figure(**{name: value for name, value in entry.items() if name != "at"})
        kept[figure.goal, figure.what, figure.rows, figure.engine] = figure
    return list(kept.values())


def _printed(figures: Iterable[Figure]) -> str:
    lines = [("goal", "what", "rows", "engine", "figure", "peer", "ratio", "goal", "")]
    lines += [
        (
            str(figure.goal),
            figure.what,
            f"{figure.rows:,}",
            figure.engine,
            _amount(figure.value, figure.unit),
            "" if figure.peer_value is None else f"{figure.peer} {_amount(figure.peer_value, figure.unit)}",
            "" if figure.ratio is None else f"{figure.ratio:.2f}x",
            figure.goal_text,
            {None: "", True: "held", False: "MISSED"}[figure.held],
        )
        for figure in figures
    ]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _amount(value: float, unit: str) -> str:
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} {unit}"


def tables(figures: Iterable[Figure]) -> str:
    """Markdown: one table for each goal and engine, a line for each figure, a column for each size."""
    grouped: dict[tuple[int, str], list[Figure]] = {}
    for figure in figures:
        grouped.setdefault((figure.goal, figure.engine), []).append(figure)
    return "\n\n".join(
        f"### Goal {goal}, {engine}\n\n{_table(grouped[goal, engine])}" for goal, engine in sorted(grouped)
    )


def _table(figures: list[Figure]) -> str:
    sizes = sorted({figure.rows for figure in figures})
    whats: dict[str, Mapping[int, Figure]] = {}
    for figure in figures:
        whats[figure.what] = {**whats.get(figure.what, {}), figure.rows: figure}
    heading = ["", *(f"{rows:,} rows" if rows else "any size" for rows in sizes), "goal"]
    lines = [heading, ["---"] * len(heading)]
    for what, found in whats.items():
        goal = next((figure.goal_text for figure in found.values() if figure.goal_text), "")
        lines.append([what, *(_cell(found.get(rows)) for rows in sizes), goal])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return ""
    told = _amount(figure.value, figure.unit)
    if figure.peer_value is None:
        return told
    return f"{told} ({figure.peer} {_amount(figure.peer_value, figure.unit)}, {figure.ratio:.2f}x)"


if __name__ == "__main__":
    sys.stdout.write(tables(newest()) + "\n")
