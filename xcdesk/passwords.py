"""Passwords of servers: kept by the keyring of the person's operating system, never in a file or a log."""

import re
from urllib.parse import unquote

_SERVICE = "xcdesk server"
_typed: dict[str, str] = {}
"""Those of this sitting: where there is no keyring, and to connect anew."""
_PASSWORD = re.compile(r"^(postgres(?:ql)?://[^:/@]*):([^@/]*)@")


def split(address: str) -> tuple[str, str]:
    """An address without the password that stands in it, and the password; "" for none."""
    found = _PASSWORD.match(address)
    if found is None:
        return address, ""
    return _PASSWORD.sub(r"\1@", address), unquote(found.group(2))


def use(address: str, password: str, *, keep: bool) -> bool:
    """Use a password for an address in this sitting, and let the keyring keep it or forget it.

    Returns:
        Whether it is kept as wished; a machine without a keyring keeps nothing.
    """
    _typed[address] = password
    import keyring  # start-up time
    from keyring import errors

    try:
        if keep:
            keyring.set_password(_SERVICE, address, password)
        elif keyring.get_password(_SERVICE, address) is not None:
            keyring.delete_password(_SERVICE, address)
    except errors.KeyringError:
        return not keep
    return True


def find(address: str) -> str:
    """The password for an address: typed in this sitting, or kept by the keyring; "" for none."""
    if address in _typed:
        return _typed[address]
    import keyring  # start-up time
    from keyring import errors

    try:
        return keyring.get_password(_SERVICE, address) or ""
    except errors.KeyringError:
        return ""


def forget_sitting() -> None:
    """Forget what was typed in this sitting."""
    _typed.clear()
