"""Compares what `import --json` says of a file with the truth, field by field."""

import collections
import dataclasses
import typing

from tests.examiner.sheets import Return, Sheet

IN = ("new", "changed", "same", "duplicate", "conflict")
COUNTS = (
    "files",
    "expected",
    "found",
    "missing",
    "invented",
    "wrong",
    "faults",
    "faults missed",
    "refusals",
    "refusals wrong",
)


@dataclasses.dataclass
class Verdict:
    """Counts of one file or many, and sentences on what differs."""

    counts: collections.Counter[str] = dataclasses.field(default_factory=collections.Counter)
    differences: list[str] = dataclasses.field(default_factory=list)
    open: list[str] = dataclasses.field(default_factory=list)

    def add(self, other: "Verdict") -> None:
        """Add the counts and sentences of another verdict."""
        self.counts.update(other.counts)
        self.differences += other.differences
        self.open += other.open

    def say(self, count: str, sentence: str) -> None:
        """Count one difference and keep the sentence that shows it."""
        self.counts[count] += 1
        self.differences.append(f"{count}: {sentence}")


def judge(file: Return, answer: dict[str, typing.Any]) -> Verdict:
    """Return the verdict on one file of an import's answer."""
    verdict = Verdict(collections.Counter(files=1, expected=file.expected))
    refused = (answer["refused"] or {}).get("code")
    if file.refused:
        verdict.counts["refusals"] += 1
        if refused not in file.refused:
            verdict.say(
                "refusals wrong", f"{file.stem} [{file.kind}/{file.writer}]: {refused}, not {file.refused}"
            )
        return verdict
    if refused and not (file.no_rows and refused == "file.no_rows"):
        verdict.say("refusals wrong", f"{file.stem} [{file.kind}/{file.writer}]: {answer['refused']}")
    if not answer["refused"] and answer["sender"] != file.sender:
        verdict.say("wrong", f"{file.stem}: sender {answer['sender']!r}, not {file.sender!r}")
    for sheet in file.sheets:
        where = f"{file.stem} [{file.kind}/{file.writer}] {sheet.name}"
        _judge_sheet(where, sheet, _rows_of(sheet, file, answer["sheets"]), verdict)
    return verdict


def _rows_of(sheet: Sheet, file: Return, answers: list[dict[str, typing.Any]]) -> list[dict[str, typing.Any]]:
    """Return the rows of a sheet, and of the tables further right on it; a file of text names no sheets."""
    alone = len(file.sheets) == 1
    own = [one for one in answers if alone or one["sheet"].partition("（右")[0] == sheet.name]
    return [row for one in own for row in one["rows"]]


def _judge_sheet(where: str, sheet: Sheet, rows: list[dict[str, typing.Any]], verdict: Verdict) -> None:
    """Compare the rows of one sheet; a row number may stand for two rows side by side."""
    came: dict[int, list[dict[str, typing.Any]]] = collections.defaultdict(list)
    for row in rows:
        came[row["row"]].append(row)
    expected = {
        number: [sheet.expected[key] for key in (number, -number) if key in sheet.expected]
        for number in map(abs, sheet.expected)
    }
    for number in sorted({*came, *expected, *sheet.faults}):
        if number in sheet.undecided:
            verdict.open += [
                f"{where} {number}: {row['status']} {row['record']} {row['problems']}" for row in came[number]
            ]
        elif number in sheet.faults:
            _judge_fault(f"{where} {number}", sheet.faults[number], came[number], verdict)
        else:
            _judge_row(
                f"{where} {number} {sheet.rows[number - 1] if number <= len(sheet.rows) else ''}",
                expected.get(number, []),
                came[number],
                verdict,
            )


def _judge_fault(where: str, field: str, came: list[dict[str, typing.Any]], verdict: Verdict) -> None:
    """A row with an unreadable cell must be turned down for that cell."""
    verdict.counts["faults"] += 1
    fields = [problem["field"] for row in came if row["status"] == "error" for problem in row["problems"]]
    if field not in fields:
        verdict.say(
            "faults missed",
            f"{where}: {field} at fault, came {_told(came)}",
        )


def _judge_row(
    where: str, expected: list[dict[str, typing.Any]], came: list[dict[str, typing.Any]], verdict: Verdict
) -> None:
    """Compare the rows read at one row number with those that must come out."""
    read = [row for row in came if row["status"] in IN]
    if not expected:
        read = [row for row in read if row["status"] != "duplicate"]
    for row in came:
        if row["status"] == "error" and not expected:
            verdict.say("invented", f"{where}: turned down, but is no item: {row['problems']}")
    for truth, row in zip(expected, read, strict=False):
        verdict.counts["found"] += 1
        wrong = {
            name: (row["record"][name], value)
            for name, value in truth.items()
            if not _equal(row["record"][name], value)
        }
        if wrong:
            verdict.say("wrong", f"{where}: {wrong}")
    for truth in expected[len(read) :]:
        verdict.say(
            "missing",
            f"{where}: {truth['outlet']} {truth['date']}, came {_told(came)}",
        )
    for row in read[len(expected) :]:
        verdict.say("invented", f"{where}: {row['record']}")


def _told(came: list[dict[str, typing.Any]]) -> list[tuple[str, typing.Any]]:
    """Return what became of rows, in short."""
    return [(row["status"], row["problems"]) for row in came]


def _equal(got: str | None, want: str | None) -> bool:
    """Compare two values; an empty text is no value."""
    return (got or None) == (want or None)
