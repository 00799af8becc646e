"""Places where a file database would be ruined are known by their mount or their name."""

from pathlib import Path

import pytest

from xcdesk import store
from xcdesk.db import places

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/office /mnt/office nfs4 rw 0 0
//nas/desk /mnt/my\\040share cifs rw 0 0
/dev/sdb1 /mnt/office/local ext4 rw 0 0
"""


@pytest.mark.posix
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/guo/desk.db", "ext4"),
        ("/mnt/office/desk.db", "nfs4"),
        ("/mnt/my share/desk.db", "cifs"),
        ("/mnt/office/local/desk.db", "ext4"),
        ("/mnt/officers/desk.db", "ext4"),
    ],
)
def test_the_nearest_mount_decides(path, kind):
    assert places.file_system(Path(path), MOUNTS) == kind


@pytest.mark.parametrize("name", ["OneDrive", "OneDrive - 许昌市", "坚果云", "Dropbox", "WPS云盘"])
def test_a_database_in_a_sync_folder_is_refused(tmp_path, name):
    with pytest.raises(store.SyncFolderError) as refused:
        store.open_store(tmp_path / name / "数据" / "desk.db", create=True)
    assert refused.value.facts["folder"] == name
    assert not (tmp_path / name).exists()


def test_an_ordinary_folder_is_fit(tmp_path):
    assert places.sync_folder(tmp_path / "dropbox.db") == ""
    assert not places.is_shared(tmp_path / "desk.db")
