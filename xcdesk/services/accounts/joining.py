"""Several people who join the office at once: understood from a pasted list, each with a first password."""

import re
import secrets as random
from collections.abc import Sequence
from dataclasses import dataclass

from xcdesk import pinyin
from xcdesk.clip import table_of
from xcdesk.codes import Role
from xcdesk.errors import DeskError
from xcdesk.models import User
from xcdesk.progress import Operation
from xcdesk.services.accounts import keeping
from xcdesk.services.accounts.keeping import Particulars, UserExistsError
from xcdesk.services.record.actor import Actor
from xcdesk.wording import catalogue

MOST = 100
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""What is not taken for another sign when it is read from paper."""
_PART, _PARTS = 4, 3


class TooManyPeopleError(DeskError):
    """The list is longer than any office; fact ``most``."""

    code = "user.too_many"


class NamesakeError(DeskError):
    """Somebody of this name is there, or stands in the list before; fact ``name``."""

    code = "user.namesake"


@dataclass(frozen=True, slots=True)
class Joining:
    """One line of the list: what is understood of it, and why it cannot join, if so."""

    line: int
    told: Particulars
    refusal: DeskError | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """Somebody who has joined, with the first password that is told once."""

    name: str
    login: str
    password: str


def understood(pasted: str) -> tuple[Joining, ...]:
    """A pasted list: name, post, role and login in columns or parted by commas; only the name is needed.

    A line of headings and blank lines are passed over. Logins follow the names and are told apart by figures.
    """
    there = list(User.select())
    taken, named = {row.login for row in there}, {row.name for row in there if row.active}
    found: list[Joining] = []
    for number, cells in enumerate(table_of(_tabbed(pasted)), start=1):
        words = [cell.strip() for cell in cells]
        if not any(words) or words[0] in {"姓名", "名字", "Name"}:
            continue
        told = _told(words, taken)
        refused: DeskError | None = None
        if told.name in named:
            refused = NamesakeError(name=told.name)
        elif told.login in taken:
            refused = UserExistsError(name=told.login, field="login")
        taken.add(told.login)
        named.add(told.name)
        found.append(Joining(number, told, refused))
    return tuple(found)


def join(by: Actor, people: Sequence[Particulars], operation: Operation | None = None) -> tuple[Joined, ...]:
    """Open accounts with first passwords that each changes at the first start; all of them or none.

    Raises:
        TooManyPeopleError: the list is too long.
        Cancelled: somebody asked to stop; nothing was written.
        UserExistsError, MissingTextError, BadTextError, NotAllowedError: nothing was written.
    """
    if len(people) > MOST:
        raise TooManyPeopleError(most=MOST)
    joined = tuple(Joined(told.name, told.login, _password()) for told in people)
    wanted = [(told, one.password) for told, one in zip(people, joined, strict=True)]
    keeping.add_users(by, wanted, operation)
    return joined


def _told(words: Sequence[str], taken: set[str]) -> Particulars:
    """Name first; of the other cells one may name a role, one be a login, the rest is the post."""
    name, role, login, post = words[0], Role.CLERK, "", []
    for word in filter(None, words[1:]):
        named = _ROLES.get(word.casefold())
        if named is not None:
            role = named
        elif word.isascii() and word.replace("_", "").isalnum() and not login:
            login = word.lower()
        else:
            post.append(word)
    return Particulars(login or _free(name, taken), name, "，".join(post), role)


def _free(name: str, taken: set[str]) -> str:
    usual = "".join(filter(str.isalnum, pinyin.initials(name))).lower() or "user"
    tries = (usual, *(f"{usual}{number}" for number in range(2, len(taken) + 3)))
    return next(login for login in tries if login not in taken)


def _password() -> str:
    parts = ("".join(random.choice(_LETTERS) for _ in range(_PART)) for _ in range(_PARTS))
    return "-".join(parts)


def _tabbed(pasted: str) -> str:
    """Cells between tabs; commas and several blanks part them where a line has no tab."""
    return "\n".join(line if "\t" in line else _PARTING.sub("\t", line) for line in pasted.splitlines())


_PARTING = re.compile(r"[，,、　]| {2,}")
_ROLES = {
    catalogue()[f"role.{role.value}"][spoken].casefold(): role for role in Role for spoken in ("zh", "en")
}
_ROLES |= dict.fromkeys(("审核人", "审核员"), Role.REVIEWER) | dict.fromkeys(("经办人", "经办员"), Role.CLERK)
"""Roles by their own words, and as lists of offices call them besides."""
