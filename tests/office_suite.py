"""LibreOffice as a judge of our Word documents and workbooks: it opens them with our own faces.

Another installation than the machine's own is named by ``XCDESK_SOFFICE``.
"""

import os
import subprocess
from pathlib import Path

from xcdesk.resources import resource

_FACES = {
    "XC Fang": ("仿宋_GB2312", "仿宋", "FangSong"),
    "XC Hei": ("黑体", "SimHei"),
    "XC Kai": ("楷体_GB2312", "楷体", "KaiTi"),
    "XC Song": ("方正小标宋简体", "宋体", "SimSun"),
}


def converted(file: Path, kind: str) -> Path:
    """``file`` opened and saved as ``kind`` in a folder beside it; fails when it cannot be opened."""
    home = file.parent / "office"
    home.mkdir(exist_ok=True)
    fonts = home / "fonts.conf"
    fonts.write_text(_fontconfig(home), encoding="utf-8")
    surroundings = {
        **os.environ,
        "FONTCONFIG_FILE": str(fonts),
        "HOME": str(home),
        "SAL_USE_VCLPLUGIN": "svp",
    }
    program = os.environ.get("XCDESK_SOFFICE", "soffice")
    words = [program, f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless"]
    words += ["--convert-to", kind, "--outdir", str(home), str(file)]
    done = subprocess.run(words, check=True, env=surroundings, capture_output=True, text=True, timeout=180)
    made = home / file.with_suffix(f".{kind.partition(':')[0]}").name
    assert made.is_file(), f"{file.name} was not opened: {done.stderr}"
    return made


def _fontconfig(home: Path) -> str:
    aliases = "".join(
        f'<alias binding="same"><family>{name}</family><prefer><family>{face}</family></prefer></alias>'
        for face, names in _FACES.items()
        for name in names
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{resource('fonts')}</dir><cachedir>{home / 'cache'}</cachedir>{aliases}</fontconfig>"
    )
