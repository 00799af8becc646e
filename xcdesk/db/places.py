"""Whether a place is fit for a file database: shares and sync folders ruin one, so they are refused."""

import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

_REMOTE_DRIVE = 4
_REMOTE_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ncpfs", "fuse.sshfs", "fuse.rclone", "davfs"}
)
_SYNC_FOLDERS = (
    "onedrive",
    "dropbox",
    "google drive",
    "icloud",
    "nutstore",
    "坚果云",
    "baidusyncdisk",
    "百度网盘同步空间",
    "wps云盘",
    "wpsdrive",
    "weiyun",
    "腾讯微云",
    "syncthing",
)


def is_shared(path: Path) -> bool:
    """Whether ``path`` lies on a network share, as far as this machine can tell."""
    resolved = path.absolute()
    if sys.platform == "win32":
        import ctypes  # only there

        root = resolved.anchor
        return root.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOTE_DRIVE
    mounts = Path("/proc/mounts")
    if not mounts.is_file():
        return False
    return file_system(resolved, mounts.read_text(encoding="utf-8")) in _REMOTE_FILE_SYSTEMS


def file_system(path: Path, mounts: str) -> str:
    """Type of the file system that holds ``path``, from the text of ``/proc/mounts``; "" when none fits."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        _, place, name, *_ = line.split(" ")
        place = place.replace("\\040", " ")
        if PurePosixPath(path).is_relative_to(place) and len(place) > best:
            best, kind = len(place), name
    return kind


def sync_folder(path: Path) -> str:
    """Name of the sync folder that ``path`` lies in; "" for none."""
    parts = PureWindowsPath(path).parts if "\\" in str(path) else path.absolute().parts
    for part in parts[:-1]:
        lowered = part.lower()
        if any(lowered == name or lowered.startswith(f"{name} ") for name in _SYNC_FOLDERS):
            return part
    return ""
