"""What Windows reads in the files of the program: version, icon, manifest, and what they ask for."""

import re

import pytest

from tests.frozen.conftest import WINDOWS
from xcdesk import __version__

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not WINDOWS, reason="files of Windows")]
PROGRAMS = ("xcdesk.exe", "xcdesk-cli.exe")
ICON_GROUP, MANIFEST = 14, 24


@pytest.fixture(params=PROGRAMS)
def read(folder, request):
    """One of the two programs, taken apart."""
    import pefile  # there on Windows alone

    with pefile.PE(folder / request.param) as image:
        yield image


def resources(image, kind):
    for entry in image.DIRECTORY_ENTRY_RESOURCE.entries:
        if entry.id == kind:
            for named in entry.directory.entries:
                place = named.directory.entries[0].data.struct
                yield image.get_data(place.OffsetToData, place.Size)


def test_the_version_is_that_of_the_program_and_told_in_chinese(read):
    (table,) = (
        part for info in read.FileInfo[0] if hasattr(info, "StringTable") for part in info.StringTable
    )
    told = {name.decode(): value.decode() for name, value in table.entries.items()}
    assert table.LangID == b"080404B0"
    assert (told["FileVersion"], told["ProductVersion"]) == (__version__, __version__)
    assert told["FileDescription"] == "执行力提升年宣传工作台"


def test_it_runs_as_whoever_starts_it_with_long_paths(read):
    (manifest,) = resources(read, MANIFEST)
    text = manifest.decode("utf-8")
    assert 'level="asInvoker"' in text
    assert re.search(r"<longPathAware[^>]*>true</longPathAware>", text)


def test_it_has_an_icon_in_every_size(read):
    (group,) = resources(read, ICON_GROUP)
    widths = {group[6 + 14 * number] or 256 for number in range(int.from_bytes(group[4:6], "little"))}
    assert {16, 20, 24, 32, 40, 48, 64, 256} <= widths


def test_nothing_of_the_machine_that_built_it_is_in_the_folder(folder):
    """What only Wine lacks would stand in the way of what Windows has."""
    names = {path.name.lower() for path in folder.rglob("*")}
    assert names & {"icuuc.dll", "mscms.dll", "bcryptprimitives.dll", "kernel32.dll"} == set()
    assert {"qwindows.dll", "qt6core.dll", "python311.dll"} <= names
