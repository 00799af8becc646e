"""Where data lie is laid down by the administrator's file beside a built program."""

import sys

import pytest

from xcdesk import policy, settings


@pytest.fixture
def built(tmp_path, monkeypatch):
    """The folder of a built program."""
    program = tmp_path / "程序"
    program.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program / "xcdesk.exe"))
    monkeypatch.delenv(settings.HOME_VARIABLE)
    return program


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_portable_program_keeps_its_data_beside_itself(built, encoding):
    (built / policy.FILE).write_bytes("[program]\r\nDataDir = 数据\r\n".encode(encoding))
    assert settings.home() == built / "数据"
    assert settings.home().is_dir()


def test_a_folder_may_be_named_with_variables_and_whole(built, tmp_path, monkeypatch):
    monkeypatch.setenv("OFFICE", str(tmp_path / "宣传办"))
    name = "%OFFICE%" if sys.platform == "win32" else "$OFFICE"
    (built / policy.FILE).write_text(
        f"[setup]\nInstallDir=C:\\x\n[program]\nDataDir={name}\n", encoding="utf-8"
    )
    assert settings.home() == tmp_path / "宣传办"
    monkeypatch.setenv(settings.HOME_VARIABLE, str(tmp_path / "else"))  # said for this one start
    assert settings.home() == tmp_path / "else"


def test_a_file_that_nobody_understands_is_refused_by_name(built):
    (built / policy.FILE).write_text("DataDir = somewhere\n", encoding="utf-8")
    with pytest.raises(policy.DamagedPolicyError) as refused:
        settings.home()
    assert refused.value.facts["path"] == built / policy.FILE


def test_without_a_file_and_in_the_source_tree_nothing_is_laid_down(built, monkeypatch):
    assert policy.data_folder() is None
    (built / policy.FILE).write_text("[program]\nDataDir=x\n", encoding="utf-8")
    monkeypatch.setattr(sys, "frozen", False, raising=False)
    assert policy.data_folder() is None


@pytest.mark.skipif(sys.platform != "win32", reason="the registry of Windows")
def test_the_policy_of_windows_comes_before_the_file(built, tmp_path):
    import winreg  # Windows only

    (built / policy.FILE).write_text("[program]\nDataDir=x\n", encoding="utf-8")
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, r"Software\Policies\xcdesk") as key:
        winreg.SetValueEx(key, "DataDir", 0, winreg.REG_EXPAND_SZ, r"%TEMP%\策略")
    try:
        assert policy.data_folder().name == "策略"
    finally:
        winreg.DeleteKey(winreg.HKEY_CURRENT_USER, r"Software\Policies\xcdesk")
