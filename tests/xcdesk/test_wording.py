"""The catalogue of sentences is complete in both languages and fits the facts of its errors."""

import importlib
import pkgutil
import re
import string
import tomllib

import pytest

import xcdesk
from xcdesk import wording
from xcdesk.errors import BadTextError, DeskError
from xcdesk.resources import resource, root


def subclasses(base):
    for cls in base.__subclasses__():
        yield cls
        yield from subclasses(cls)


def load_everything():
    for module in pkgutil.walk_packages(xcdesk.__path__, "xcdesk."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def placeholders(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_error_code_has_a_sentence():
    load_everything()
    ours = {cls.code for cls in subclasses(DeskError) if cls.__module__.startswith("xcdesk")}
    assert ours - set(wording.catalogue()) == set()


def test_entries_read_one_by_one_are_those_of_their_files():
    files = [path.read_text(encoding="utf-8") for path in resource("labels").glob("*.toml")]
    whole = {key: entry for text in files for key, entry in tomllib.loads(text).items()}
    assert dict(wording.catalogue()) == whole


def test_every_sentence_stands_in_both_languages():
    for key, entry in wording.catalogue().items():
        assert set(entry) == {"zh", "en"}, key
        assert all(entry.values()), key


def test_a_refusal_tells_the_same_facts_in_both_languages():
    load_everything()
    for code in {cls.code for cls in subclasses(DeskError)} & set(wording.catalogue()):
        entry = wording.catalogue()[code]
        assert placeholders(entry["zh"]) == placeholders(entry["en"]), code


def test_no_refusal_shouts():
    for key, entry in wording.catalogue().items():
        assert not set("！!") & set("".join(entry.values())), key
        assert "非法" not in entry["zh"], key


def test_a_label_among_the_facts_is_worded_in_the_language_of_its_sentence(monkeypatch):
    entries = {
        "a.sentence": {"zh": "这是{state}", "en": "this is {state}"},
        "a.b.draft": {"zh": "起草", "en": "a draft"},
    }
    monkeypatch.setattr(wording, "catalogue", lambda: entries)
    state = wording.Label("a.b.draft")
    assert wording.text("a.sentence", "zh", state=state) == "这是起草"
    assert wording.text("a.sentence", "en", state=state) == "this is a draft"
    assert str(state) == "draft"


def test_several_things_among_the_facts_stand_with_the_comma_of_the_sentence(monkeypatch):
    entries = {"a.sentence": {"zh": "有{names}", "en": "there are {names}"}}
    monkeypatch.setattr(wording, "catalogue", lambda: entries)
    names = wording.Listed(("甲", "乙"))
    assert wording.text("a.sentence", "zh", names=names) == "有甲、乙"
    assert wording.text("a.sentence", "en", names=names) == "there are 甲, 乙"
    assert (str(names), bool(wording.Listed(()))) == ("甲、乙", False)


@pytest.mark.parametrize(
    ("pattern", "area"), [(r'\bwhat="(\w+)"', "what"), (r'\b(?:clean|required)_text\("(\w+)"', "field")]
)
def test_every_thing_and_field_that_a_refusal_names_has_a_label(pattern, area):
    sources = [path.read_text(encoding="utf-8") for path in (root() / "xcdesk").rglob("*.py")]
    named = {name for source in sources for name in re.findall(pattern, source)}
    assert named
    assert {name for name in named if f"{area}.{name}" not in wording.catalogue()} == set()


def test_a_refusal_shows_codes_by_their_labels():
    told = wording.sentence(BadTextError(field="title", limit=200), "zh")
    assert "“标题”" in told
