"""Names that anybody may have made up become names that any system takes."""

import pytest

from xcdesk.files import safe_name


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("../../etc/passwd.png", "passwd.png"),
        ("C:\\Windows\\System32\\cmd.pdf", "cmd.pdf"),
        ("扫描\u202egnp.exe.pdf", "扫描gnp.exe.pdf"),
        ("CON.png", "_CON.png"),
        ("nul", "_nul"),
        ("com1.tar.png", "_com1.tar.png"),
        ("a\0b\x07.png", "ab.png"),
        ("一行\n两行.png", "一行两行.png"),
        ('截图?<1>|*:".png', "截图__1_____.png"),
        ("  . 空白 . ", "空白"),
        ("x.png. . ", "x.png"),
        ("", "证据"),
        ("...", "证据"),
        ("长" * 300 + ".png", "长" * 65 + ".png"),
        ("e\u0301.png", "é.png"),
        ("\u200b\u2066.png", "证据.png"),
        ("报道.png:流.exe", "报道.png_流.exe"),
    ],
)
def test_a_hostile_name_becomes_a_safe_one(given, safe, tmp_path):
    assert safe_name(given, "证据") == safe
    (tmp_path / safe).write_bytes(b"x")
    assert [path.name for path in tmp_path.iterdir()] == [safe]
