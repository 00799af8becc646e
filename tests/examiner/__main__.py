"""Examines the import from outside: `python -m tests.examiner [--seeds N] [--each N] [--kind K]`."""

import argparse
import collections
import functools
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import typing

from tests.examiner import kinds, verdict, writers
from tests.examiner.sheets import Return

TODAY = "2019-12-20"
Console = typing.Callable[..., dict[str, typing.Any]]


def console(*arguments: str) -> dict[str, typing.Any]:
    """Run the console program and return its JSON."""
    words = [sys.executable, "-m", "xcdesk", *arguments, "--json"]
    environment = os.environ | {"XCDESK_TODAY": TODAY, "XCDESK_LANG": "en"}
    ran = subprocess.run(words, capture_output=True, env=environment, check=False)
    if not ran.stdout:
        raise RuntimeError(ran.stderr.decode("utf-8", "replace"))
    return typing.cast("dict[str, typing.Any]", json.loads(ran.stdout))


def examine(files: list[Return], folder: pathlib.Path, run: Console) -> dict[str, verdict.Verdict]:
    """Write the files, import them in one dry run, and return the verdicts by kind."""
    paths = [writers.write(file, folder) for file in files]
    answer = run("import", "--dry-run", *map(str, paths))
    by_name = {pathlib.Path(entry["file"]).name: entry for entry in answer["files"]}
    verdicts: dict[str, verdict.Verdict] = collections.defaultdict(verdict.Verdict)
    for file, path in zip(files, paths, strict=True):
        verdicts[file.kind].add(verdict.judge(file, by_name[path.name]))
    return verdicts


def table(verdicts: dict[str, verdict.Verdict]) -> str:
    """Return the counts by kind as a table of text."""
    total = verdict.Verdict()
    lines = ["kind".ljust(20) + "".join(name.rjust(15) for name in verdict.COUNTS)]
    for kind, one in [*verdicts.items(), ("all", total)]:
        lines.append(kind.ljust(20) + "".join(str(one.counts[name]).rjust(15) for name in verdict.COUNTS))
        total.counts.update(one.counts)
    return "\n".join(lines)


def main() -> None:
    """Examine some seeds and print what differs."""
    options = argparse.ArgumentParser()
    options.add_argument("--seeds", type=int, default=3)
    options.add_argument("--first", type=int, default=1)
    options.add_argument("--each", type=int, default=4)
    options.add_argument("--kind")
    options.add_argument("--show", type=int, default=6)
    options.add_argument("--open", action="store_true")
    options.add_argument("--keep")
    given = options.parse_args()
    everything: dict[str, verdict.Verdict] = collections.defaultdict(verdict.Verdict)
    chosen = [kind for kind in kinds.KINDS if given.kind in (None, kind)]
    for seed in range(given.first, given.first + given.seeds):
        files = kinds.some(chosen, seed, given.each)
        with tempfile.TemporaryDirectory() as made:
            folder = pathlib.Path(given.keep or made)
            folder.mkdir(exist_ok=True)
            run = functools.partial(console, "--database", str(folder / f"{seed}.db"))
            run("init")
            for kind, one in examine(files, folder, run).items():
                everything[kind].add(one)
    for kind, one in everything.items():
        for sentence in one.differences[: given.show] + (one.open[:10] if given.open else []):
            print(kind, "|", sentence)  # noqa: T201
    print(table(everything))  # noqa: T201


if __name__ == "__main__":
    main()
