"""The help: pages alike in both languages, no link into nothing, only names that the windows show."""

import re
from xml.etree import ElementTree as ET

import pytest

from xcdesk import handbook, wording
from xcdesk.resources import resource

LANGUAGES = ("zh", "en")


def passages(language):
    return [passage for key in handbook.page_keys() for passage in handbook.page(key, language).passages]


def names(language) -> frozenset[str]:
    """Every name that a window can show in a language, without what a menu or a form adds to it."""
    found = ET.parse(resource("translations", "zh_CN.ts")).getroot().iter("message")  # noqa: S314  # our own
    tag = "translation" if language == "zh" else "source"
    entries = wording.catalogue()
    words = [message.findtext(tag, "") for message in found] + [entries[key][language] for key in entries]
    acts = [entries[key][language] for key in entries if key.startswith("case.action.")]
    many = [word for word in words if "{action} " in word or "量{action}" in word]
    words += [word.replace("{action}", act) for word in many for act in acts]
    plain = (re.sub(r"\(&\w\)|&|…$", "", word) for word in words)
    return frozenset(form for word in plain for form in (word, word[:1].upper() + word[1:]))


def test_every_page_that_lies_there_is_in_the_contents():
    for folder in ("zh_CN", "en"):
        lying = {path.stem for path in resource("help", folder).iterdir()}
        assert lying == set(handbook.page_keys())
    assert len(set(handbook.page_keys())) == len(handbook.page_keys())


@pytest.mark.parametrize("key", handbook.page_keys())
def test_a_page_has_the_same_headings_in_both_languages(key):
    chinese, english = (handbook.page(key, language).passages for language in LANGUAGES)
    assert [(one.key, one.level) for one in chinese] == [(one.key, one.level) for one in english]
    assert len({one.key for one in chinese}) == len(chinese)
    assert [one.topic for one in chinese if not one.body and one.level > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_passage(language):
    known = {one.topic for one in passages(language)}
    wrong = []
    for passage in passages(language):
        for link in handbook.links(passage):
            page, heading = handbook.parts_of(link)
            if (f"{page}#{heading}" if heading else page) not in known:
                wrong.append((passage.topic, link))
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_in_bold_is_a_name_of_the_windows(language):
    known = names(language)
    wrong = [
        (passage.topic, name)
        for passage in passages(language)
        for bold in handbook.controls(passage.body)
        for name in bold.split(" › ")
        if name not in known
    ]
    assert wrong == []


def test_a_search_finds_passages_by_all_words_and_headings_first():
    hits = handbook.search("备份 第二位置", "zh")
    assert hits[0].passage.topic == "backups#second"
    assert all("备份" in f"{hit.passage.title}{hit.passage.body}" for hit in hits)
    assert handbook.search("PINYIN INITIALS", "en")[0].passage.topic == "index#find"
    assert "**" not in "".join(hit.excerpt for hit in handbook.search("备份", "zh"))
    assert not handbook.search("  ", "zh")
    assert not handbook.search("没有这样的字", "en")
