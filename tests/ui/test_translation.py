"""The Chinese words are complete and fit the source."""

import datetime as dt
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication

from ui import format as shown
from ui import translation
from ui.language import language
from xcdesk.resources import resource, root

TS = resource("translations", "zh_CN.ts")


def messages() -> list[tuple[str, str, str | None]]:
    """Source, translation and its mark, for every message."""
    found = ET.parse(TS).getroot().iter("message")  # noqa: S314  # our own file
    return [
        (m.findtext("source", ""), m.findtext("translation", ""), m.find("translation").get("type"))
        for m in found
    ]


def test_nothing_is_unfinished_or_unused():
    assert [source for source, text, mark in messages() if mark or not text] == []


def test_placeholders_are_kept():
    pattern = re.compile(r"\{\w+\}")
    wrong = [s for s, text, _ in messages() if sorted(pattern.findall(s)) != sorted(pattern.findall(text))]
    assert wrong == []


def test_words_are_calm():
    assert [text for _, text, _ in messages() if re.search(r"[!！]|非法|确定|失败", text)] == []


def test_source_and_translation_file_agree(tmp_path: Path):
    copy = shutil.copy(TS, tmp_path / "zh_CN.ts")
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    sources = sorted(str(path.relative_to(root())) for path in (root() / "ui").rglob("*.py"))
    options = ["-silent", "-no-obsolete", "-locations", "none"]
    languages = ["-source-language", "en", "-target-language", "zh_CN"]
    subprocess.run([tool, *options, *languages, *sources, "-ts", copy], check=True, cwd=root())
    assert copy.read_text(encoding="utf-8") == TS.read_text(encoding="utf-8")


@pytest.mark.parametrize(("chosen", "word"), [("zh", "督办"), ("en", "Follow-up")])
def test_windows_speak_the_chosen_language(chosen, word):
    translation.install(chosen)
    assert QCoreApplication.translate("FollowUpPage", "Follow-up") == word
    assert language() == chosen


def test_qt_speaks_chinese_too():
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


@pytest.mark.parametrize(
    ("chosen", "day", "week"),
    [("zh", "11月23日 星期一", "第48周"), ("en", "Monday 23 November", "week 48")],
)
def test_days_are_written_as_the_language_wants(monkeypatch, chosen, day, week):
    monkeypatch.setenv("XCDESK_TODAY", "2026-11-23")
    translation.install(chosen)
    today = dt.date(2026, 11, 23)
    assert shown.day_and_weekday(today) == day
    assert shown.week(today) == week


def test_year_is_written_where_it_is_not_this_one(monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", "2026-11-23")
    assert shown.day(dt.date(2019, 3, 5)) == "2019年3月5日"
    assert shown.count(6, "pieces") == "6 篇"


@pytest.mark.parametrize(("chosen", "said"), [("zh", "甲、乙"), ("en", "甲, 乙")])
def test_a_list_in_a_sentence_has_the_comma_of_the_language(chosen, said):
    translation.install(chosen)
    assert shown.listed(("甲", "乙")) == said
