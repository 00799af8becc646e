"""Asks for passwords and codes: from the environment, else at the terminal without showing them."""

import os
import sys
from pathlib import Path

from xcdesk.errors import DeskError
from xcdesk.services.accounts import rules, secrets
from xcdesk.services.record.actor import Actor
from xcdesk.wording import text

PASSWORD, NEW_PASSWORD, RECOVERY = "XCDESK_PASSWORD", "XCDESK_NEW_PASSWORD", "XCDESK_RECOVERY_CODE"
"""Environment variables: of who acts, of what is to be set, and of the way back."""
CASE_KEY = "XCDESK_CASE_KEY"
"""Environment variable of the recovery key of private details."""
PASSPHRASE, NEW_PASSPHRASE = "XCDESK_PASSPHRASE", "XCDESK_NEW_PASSPHRASE"
"""Environment variables of the passphrase of an encrypted file, as it is and as it is to be."""
_IN_FILE = "_FILE"
"""Ending of a variable that names a file which holds the passphrase in its first line."""
VARIABLES = (
    *(PASSWORD, NEW_PASSWORD, RECOVERY, CASE_KEY, PASSPHRASE, NEW_PASSPHRASE),
    *(PASSPHRASE + _IN_FILE, NEW_PASSPHRASE + _IN_FILE),
)


class PasswordAskedError(DeskError):
    """A password or code is needed and nobody is there to be asked; facts ``what`` and ``variable``."""

    code = "user.password_asked"


class KeyFileError(DeskError):
    """The file that should hold a passphrase cannot be read; facts ``path`` and ``variable``."""

    code = "store.no_key_file"


class MustChangeError(DeskError):
    """A password given by an administrator is changed before anything else is done."""

    code = "user.must_change"


def prove(person: Actor) -> None:
    """Let whoever acts show that he is it; an account without a password needs no proof.

    Raises:
        PasswordAskedError: nobody is there to be asked.
        MustChangeError: his password was given by an administrator.
        WrongSecretError, ShutError: it is not his password.
    """
    now = secrets.standing(person)
    if not now.has_password:
        return
    secrets.prove(person, password_of(person))
    if now.must_change:
        raise MustChangeError(name=person.name)


def password_of(person: Actor) -> str:
    """The password of who acts."""
    return _asked(PASSWORD, text("console.ask_password", name=person.name))


def new_password(name: str) -> str:
    """The password that is to be set for somebody; at the terminal it is typed twice."""
    given = os.environ.get(NEW_PASSWORD)
    if given is not None:
        return given
    typed = _asked(NEW_PASSWORD, text("console.ask_new_password", name=name))
    rules.require_alike(typed, _asked(NEW_PASSWORD, text("console.ask_again")))
    return typed


def recovery_code() -> str:
    """The code from the sheet that was locked away."""
    return _asked(RECOVERY, text("console.ask_code"))


def case_key() -> str:
    """The recovery key of private details, from the page that was locked away."""
    return _asked(CASE_KEY, text("console.ask_case_key"))


def passphrase_of(path: object) -> str:
    """The passphrase of an encrypted file; never an argument, which every process of the machine can read."""
    return _in_file(PASSPHRASE) or _asked(PASSPHRASE, text("console.ask_passphrase", path=path))


def new_passphrase() -> str:
    """The passphrase that a file is to be encrypted with; at the terminal it is typed twice."""
    given = _in_file(NEW_PASSPHRASE) or os.environ.get(NEW_PASSPHRASE)
    if given is not None:
        return given
    typed = _asked(NEW_PASSPHRASE, text("console.ask_new_passphrase"))
    rules.require_alike(typed, _asked(NEW_PASSPHRASE, text("console.ask_again")))
    return typed


def _in_file(variable: str) -> str | None:
    """The first line of the file that is named by the environment, None where none is.

    Raises:
        KeyFileError: it cannot be read.
    """
    named = os.environ.get(variable + _IN_FILE)
    if named is None:
        return None
    try:
        return Path(named).read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, ValueError) as error:
        raise KeyFileError(path=named, variable=variable + _IN_FILE) from error


def _asked(variable: str, prompt: str) -> str:
    given = os.environ.get(variable)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise PasswordAskedError(what=prompt, variable=variable)
    import getpass  # start-up time

    return getpass.getpass(f"{prompt} ")
