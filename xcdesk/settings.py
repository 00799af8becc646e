"""Settings of this machine: where data lies and which database was open last."""

import os
import tomllib
from pathlib import Path
from typing import NamedTuple

from xcdesk import policy
from xcdesk.errors import DeskError
from xcdesk.files import write_file

HOME_VARIABLE = "XCDESK_HOME"
DATABASE_VARIABLE = "XCDESK_DATABASE"


class DamagedSettingsError(DeskError):
    """The settings of this machine are no TOML."""

    code = "settings.damaged"


class NoHomeError(DeskError):
    """The data folder is not there and cannot be made."""

    code = "settings.no_home"


def home() -> Path:
    """Data folder of this person on this machine, made when it is not there.

    Raises:
        NoHomeError: it cannot be made.
        DamagedPolicyError: an administrator's file that says where it lies cannot be understood.
    """
    given = os.environ.get(HOME_VARIABLE) or policy.data_folder()
    if given:
        folder = Path(given)
    else:
        import platformdirs  # start-up time

        folder = Path(platformdirs.user_data_dir("xcdesk", appauthor=False))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NoHomeError(path=folder, reason=error.strerror or "", variable=HOME_VARIABLE) from error
    return folder


class MachineSettings(NamedTuple):
    """What this machine remembers, "" for none.

    Attributes:
        database: the last database.
        fonts: the office's own font folder.
        outside: the second folder of the backups, on a stick or a share.
    """

    database: str = ""
    fonts: str = ""
    outside: str = ""


def load() -> MachineSettings:
    """Settings as saved; defaults where nothing is. Raises `DamagedSettingsError`."""
    path = home() / "settings.toml"
    if not path.is_file():
        return MachineSettings()
    try:
        saved = tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:  # no TOML, or no UTF-8
        raise DamagedSettingsError(path=path) from error
    return MachineSettings(*(str(saved.get(name, "")) for name in MachineSettings._fields))


def save(settings: MachineSettings) -> None:
    """Write the settings of this machine.

    Raises:
        FileInUseError: the data folder may not be written to; the old settings stand.
    """
    lines = (f"{name} = {_quoted(value)}\n" for name, value in settings._asdict().items())
    write_file(home() / "settings.toml", "".join(lines).encode())


def own_fonts() -> Path | None:
    """Folder with the office's own faces on this machine; None where it has none."""
    folder = load().fonts
    return Path(folder) if folder else None


def remember_database(place: str) -> None:
    """Open this database at the next start too, of an address without its password; raises as `save` does."""
    before = load()
    if "://" in place:
        from xcdesk import passwords  # start-up time

        place = passwords.split(place)[0]
    if before.database != place:
        save(before._replace(database=place))


def remember_fonts(folder: str) -> None:
    """Print with the faces of this folder, "" for none, from now on; raises as `save` does."""
    before = load()
    if before.fonts != folder:
        save(before._replace(fonts=folder))


def default_database() -> str:
    """Database to open when none is named: the environment's, the last one, or the one in the data folder."""
    return os.environ.get(DATABASE_VARIABLE) or load().database or usual_database()


def practice_database() -> Path:
    """Where the practice office of this person lies, apart from everything real."""
    return home() / "practice" / "desk.db"


def usual_database() -> str:
    """Where the database of this person lies unless another place was chosen."""
    return str(home() / "xcdesk.db")


def _quoted(text: str) -> str:
    """A TOML basic string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
