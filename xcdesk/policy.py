r"""What an administrator has laid down for a machine: where the data of whoever works at it lie.

On Windows the value ``DataDir`` of ``Software\Policies\xcdesk`` says so, of the machine or of the person; on
any system the file ``xcdesk.ini`` beside the built program, which the installer puts there and the portable
zip brings.
"""

import codecs
import os
import sys
from pathlib import Path

from xcdesk.errors import DeskError

FILE = "xcdesk.ini"
_KEY, _VALUE = r"Software\Policies\xcdesk", "DataDir"


class DamagedPolicyError(DeskError):
    """The file beside the program cannot be understood; another folder is not taken for the one it names."""

    code = "settings.damaged_policy"


def data_folder() -> Path | None:
    """The folder that is laid down, None where nothing is; a relative one lies in that of the program.

    Raises:
        DamagedPolicyError: the file beside the program is no ini file.
    """
    program = Path(sys.executable).parent
    told = _of_registry() or _of_file(program / FILE)
    return program / os.path.expandvars(told) if told else None


def _of_file(path: Path) -> str:
    if not getattr(sys, "frozen", False) or not path.is_file():
        return ""
    import configparser  # start-up time: hardly any machine has the file

    read = configparser.RawConfigParser()
    try:
        read.read_string(_text(path.read_bytes()))
    except (configparser.Error, ValueError) as error:
        raise DamagedPolicyError(path=path) from error
    return read.get("program", _VALUE, fallback="").strip()


def _text(raw: bytes) -> str:
    """The text of a file that Notepad may have saved in any of its encodings; raises ``ValueError``."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030")


if sys.platform == "win32":
    import winreg

    def _of_registry() -> str:
        for hive in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            try:
                with winreg.OpenKey(hive, _KEY) as key:
                    told = str(winreg.QueryValueEx(key, _VALUE)[0]).strip()
            except OSError:  # neither the key nor the value need be there
                continue
            if told:
                return told
        return ""

else:

    def _of_registry() -> str:
        return ""
