"""Console commands on private details: their key, reading them against a reason, erasing them in time."""

import argparse
from dataclasses import asdict
from typing import Any

from xcdesk.cli import asking
from xcdesk.cli.case import answer, case_id, petitioner
from xcdesk.cli.frame import Answer, Command, Desk
from xcdesk.services.cases import case_check, keys, private
from xcdesk.services.cases.keys import KeyPlace
from xcdesk.wording import text


def _place_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--file", action="store_true", help="keep it in a file that only its owner can read")


def _place(desk: Desk) -> KeyPlace:
    return KeyPlace.FILE if desk.words.file else KeyPlace.KEYRING


def _told(place: KeyPlace) -> tuple[str, dict[str, Any]]:
    """Where the key is kept now, in words and as JSON."""
    path = str(keys.file_of(keys.office_key()))
    file = path if place == KeyPlace.FILE else None
    return text(f"case.key_place.{place.value}", path=path), {"place": place.value, "file": file}


def _make(desk: Desk) -> Answer:
    place = _place(desk)
    recovery = keys.make(desk.actor(), place)
    line, told = _told(place)
    return Answer({**told, "recovery": recovery}, (line, text("case.key_made"), recovery))


def _restore(desk: Desk) -> Answer:
    place = _place(desk)
    keys.restore(desk.actor(), asking.case_key(), place)
    line, told = _told(place)
    return Answer(told, (text("case.key_was_restored"), line))


def _state(_desk: Desk) -> Answer:
    state = case_check.key_state()
    told = {"state": state, "fingerprint": keys.office_key() or None, "keyring": keys.has_keyring()}
    return Answer(told, (text(f"case.key_state.{state}"),))


def _unmask_options(parser: argparse.ArgumentParser) -> None:
    case_id(parser)
    parser.add_argument("--reason", required=True, help="why they are needed; it is recorded")


def _unmask(desk: Desk) -> Answer:
    found = asdict(private.unmask(desk.actor(), desk.words.id, desk.words.reason))
    return Answer({"id": desk.words.id, "private": found}, (text("case.private_line", **found),))


def _amend_options(parser: argparse.ArgumentParser) -> None:
    case_id(parser)
    parser.add_argument("--private", metavar="FILE", required=True, help="JSON; - for standard input")
    parser.add_argument("--reason", required=True, help="why they are corrected; it is recorded")


def _amend(desk: Desk) -> Answer:
    words = desk.words
    return answer(private.amend(desk.actor(), words.id, petitioner(words.private), words.reason))


def _forget_options(parser: argparse.ArgumentParser) -> None:
    case_id(parser)
    parser.add_argument("--reason", required=True, help="when and how the person asked for it")


def _forget(desk: Desk) -> Answer:
    return answer(private.forget(desk.actor(), desk.words.id, desk.words.reason))


def _erase_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--really", action="store_true", help="erase; without it they are only listed")


def _erase(desk: Desk) -> Answer:
    due = private.due_for_erasure()
    done = private.erase_due(desk.actor(), due) if desk.words.really else ()
    told = {"due": [asdict(one) for one in due], "erased": [one.case for one in done]}
    if desk.words.really:
        return Answer(told, [text("case.was_erased", number=one.number) for one in done])
    return Answer(told, [text("case.erasable", number=one.number, day=one.closed_on) for one in due])


COMMANDS = (
    Command("case key", "Whether the key for private details is on this machine.", _state),
    Command("case key-make", "Make the key; its recovery key is shown once.", _make, _place_options),
    Command("case key-restore", "Keep the key here too, from its recovery key.", _restore, _place_options),
    Command("case unmask", "Private details of a complaint, against a reason.", _unmask, _unmask_options),
    Command("case amend", "Correct private details; what is not given stays.", _amend, _amend_options),
    Command("case forget", "Erase them for good at the person's request.", _forget, _forget_options),
    Command("case erase", "Private details whose time is over.", _erase, _erase_options),
)
