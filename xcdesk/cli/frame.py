"""How console commands are declared, run and answered: exit 0 done, 1 refused, 2 wrong usage."""

import argparse
import contextlib
import datetime as dt
import errno
import functools
import json
import logging
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, TextIO

from peewee import PeeweeException

from xcdesk import clock, settings, store, wording
from xcdesk.cli import asking
from xcdesk.errors import DeskError
from xcdesk.services.office import people
from xcdesk.services.record.actor import Actor

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command has to say.

    Attributes:
        payload: one JSON object; where it is too large to be held as values, a file that holds it as text.
        lines: the same for people; of an empty list it is said on stderr that there is nothing.
        ok: whether all is well.
        after: what is left to do once this is said, and may as well be done later.
    """

    payload: Mapping[str, Any] | BinaryIO
    lines: Sequence[str] = ()
    ok: bool = True
    after: Callable[[], None] | None = None


@dataclass(frozen=True)
class Desk:
    """What every command is given: the parsed words, and the database and person they name."""

    words: argparse.Namespace

    @property
    def database(self) -> str:
        """Path or address named on the command line, else by the environment, else the last one."""
        return self.words.database or settings.default_database()

    def actor(self) -> Actor:
        """Person named by ``--user``, who has proved that he is it; otherwise the program's own account."""
        return self._person

    @functools.cached_property
    def _person(self) -> Actor:
        found = people.actor(self.words.user)
        asking.prove(found)
        return found


_LARGEST = 2**31 - 1
"""Largest id of a row, on either engine."""

_CENTURY = 20

_STOPPED = 130
"""What a shell expects of a command that was stopped by Ctrl+C."""

Run = Callable[[Desk], Answer | None]
"""A command; None when it has already answered line by line."""

Options = Callable[[argparse.ArgumentParser], None]


def _no_options(parser: argparse.ArgumentParser) -> None:
    """A command without arguments of its own."""


@dataclass(frozen=True, slots=True)
class Command:
    """One word of the console.

    Attributes:
        name: one word, or two for a group, as ``batch list``.
        summary: one line of help.
        run: what it does.
        options: adds its arguments.
        opens: whether the database is opened before and closed after.
        lenient: whether words it does not know are let pass.
        guarded: whether a database without its protection against rewriting is refused.
    """

    name: str
    summary: str
    run: Run
    options: Options = _no_options
    opens: bool = True
    lenient: bool = False
    guarded: bool = True


def parser(commands: Sequence[Command]) -> argparse.ArgumentParser:
    """Parser of the whole console."""
    top = argparse.ArgumentParser(prog="xcdesk-cli", description="Everything xcdesk does without a window.")
    top.add_argument("--database", metavar="PATH|postgresql://…", help="database to work on")
    top.add_argument("--user", metavar="NAME", help="login or name of the person who acts")
    words = top.add_subparsers(metavar="COMMAND", required=True)
    groups: dict[str, Any] = {}
    for command in commands:
        first, _, second = command.name.partition(" ")
        if not second:
            target = words.add_parser(first, help=command.summary, description=command.summary)
        else:
            if first not in groups:
                group = words.add_parser(first, help=f"{first} …")
                groups[first] = group.add_subparsers(metavar="ACTION", required=True)
            target = groups[first].add_parser(second, help=command.summary, description=command.summary)
        command.options(target)
        target.add_argument("--json", action="store_true", help="answer with one JSON object")
        target.set_defaults(command=command)
    return top


def run(commands: Sequence[Command], argv: Sequence[str] | None = None) -> int:
    """Carry out one command line and return the exit code."""
    top = parser(commands)
    words, unknown = top.parse_known_args(argv)
    if unknown and not words.command.lenient:
        top.error(f"unrecognized arguments: {_printable(' '.join(unknown))}")
    _require_text(top, words)
    desk = Desk(words)
    try:
        return _carry_out(words.command, desk)
    except DeskError as error:
        _refuse(error, as_json=words.json)
        return 1
    except PeeweeException as error:
        _refuse(
            store.fault_of(error, str(store.Location.parse(desk.database))) or DeskError(), as_json=words.json
        )
        return 1
    except KeyboardInterrupt:
        _write_console(sys.stderr, wording.text("console.stopped"))
        return _STOPPED


def _require_text(top: argparse.ArgumentParser, words: argparse.Namespace) -> None:
    """Bytes that are no text in the console's encoding are wrong usage, except in the names of files."""
    for name, value in vars(words).items():
        if isinstance(value, str) and (value != _printable(value) or "\0" in value):
            top.error(f"argument {name}: {_printable(value)} is no text")


def _printable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()


def say(answer: Answer, *, as_json: bool) -> None:
    """Print an answer: JSON in UTF-8 whatever the console's own encoding, lines in the console's."""
    if not as_json:
        for line in answer.lines:
            _write_console(sys.stdout, line)
        if not answer.lines:  # silence would look as if nothing had been done
            _write_console(sys.stderr, wording.text("console.nothing"))
    elif isinstance(answer.payload, Mapping):
        write_utf8(sys.stdout, json.dumps(answer.payload, ensure_ascii=False, default=str))
    else:
        sys.stdout.flush()
        answer.payload.seek(0)
        shutil.copyfileobj(answer.payload, sys.stdout.buffer)
        write_utf8(sys.stdout, "")
    if not isinstance(answer.payload, Mapping):
        answer.payload.close()


def spelt(value: object) -> bytes:
    """A value as JSON in UTF-8, as `say` prints it."""
    return json.dumps(value, ensure_ascii=False, default=str).encode("utf-8", "backslashreplace")


def _carry_out(command: Command, desk: Desk) -> int:
    """Run a command, say its answer, do what is left, and return the exit code."""
    if not command.opens:
        return _answered(command, desk)
    store.open_store(desk.database, guarded=command.guarded, key=key_of(desk.database))
    try:
        return _answered(command, desk)
    finally:
        store.close_store()


def key_of(database: str) -> str:
    """The key of a database, for which the passphrase is asked if it is encrypted."""
    if not store.is_keyed(database):
        return ""
    return store.key_from(database, asking.passphrase_of(database))


def _answered(command: Command, desk: Desk) -> int:
    answer = command.run(desk)
    if answer is None:
        return 0
    say(answer, as_json=desk.words.json)
    if answer.after is not None:
        try:
            answer.after()
        except PeeweeException:
            log.warning("left for later", exc_info=True)
    return 0 if answer.ok else 1


def refusal(error: DeskError) -> dict[str, object]:
    """What JSON says of a refusal: its code, its sentence and its facts."""
    facts = {key: str(value) for key, value in error.facts.items()}
    return {"error": {"code": error.code, "message": wording.sentence(error), "facts": facts}}


def day(written: str) -> dt.date:
    """Argument that is an ISO date; anything else is wrong usage."""
    return dt.date.fromisoformat(written)


def week(written: str) -> dt.date:
    """Argument that is a week, ``2019-W10``, as its Monday; anything else is wrong usage."""
    return _of_this_century(clock.parse_week(written))


def month(written: str) -> dt.date:
    """Argument that is a month, ``2019-03``, as its first day; anything else is wrong usage."""
    return _of_this_century(clock.parse_month(written))


def _of_this_century(found: dt.date) -> dt.date:
    if found.year // 100 != _CENTURY:
        raise ValueError(str(found))
    return found


def number(written: str) -> int:
    """Argument that is a number from 0 on, no larger than any id; anything else is wrong usage."""
    value = int(written)
    if not 0 <= value <= _LARGEST:
        raise ValueError(written)
    return value


def _refuse(error: DeskError, *, as_json: bool) -> None:
    _write_console(sys.stderr, wording.sentence(error))
    if as_json:
        write_utf8(sys.stdout, json.dumps(refusal(error), ensure_ascii=False))


def write_utf8(stream: TextIO, line: str) -> None:
    """One line in UTF-8 whatever the console's own encoding, handed on at once."""
    with _as_broken_pipe():
        stream.flush()
        stream.buffer.write(line.encode("utf-8", "backslashreplace") + b"\n")
        stream.buffer.flush()


def _write_console(stream: TextIO, line: str) -> None:
    """A character that the console cannot show is shown as its code, never a traceback."""
    encoding = stream.encoding or "utf-8"
    with _as_broken_pipe():
        stream.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")
        stream.flush()


@contextlib.contextmanager
def _as_broken_pipe() -> Iterator[None]:
    """Windows says of a reader who has gone away that the argument is invalid."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.EINVAL:
            raise BrokenPipeError(errno.EPIPE, "the reader has gone away") from error
        raise
