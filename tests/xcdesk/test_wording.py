"""The catalogue of sentences is complete in both languages and fits the facts of its errors."""

import ast
import importlib
import itertools
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


FROM_DATA = ("holiday.", "format.month_short.", "file_short.")
"""Labels whose last part is no word of the sources: a holiday of the calendar, a number, a refusal's name."""
OF_BEFORE = frozenset({"act.roster.programme_closed"})
"""Acts that only an earlier version did, and that stand in its records."""


def test_no_sentence_waits_for_somebody_to_ask_for_it():
    words, made = _words_and_keys_made()
    idle = {
        key
        for key in wording.catalogue()
        if key not in words and not key.startswith(FROM_DATA) and not _is_made(key, words, made)
    }
    assert idle == OF_BEFORE


def _words_and_keys_made() -> tuple[set[str], list[re.Pattern[str]]]:
    """Every word of the sources, and the shapes of keys that they put together."""
    words: set[str] = set()
    made: set[str] = set()
    for path in itertools.chain((root() / "xcdesk").rglob("*.py"), (root() / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Constant(value=str(word)) | ast.Attribute(attr=word) | ast.keyword(arg=str(word)):
                    words |= {word, word.lower()}
                case ast.AnnAssign(target=ast.Name(id=word)):
                    words.add(word)
                case ast.ClassDef(name=word):
                    words.add(re.sub(r"(?<!^)([A-Z])", r"_\1", word).lower())
                case ast.JoinedStr(values=parts):
                    made.add("".join(_shape(part) for part in parts))
    data = [path for path in resource().rglob("*.toml") if path.parent.name != "labels"]
    words |= {word for path in data for word in re.findall(r"[\w-]+", path.read_text(encoding="utf-8"))}
    return words, [re.compile(shape) for shape in made if re.search(r"[a-z]{2}", shape)]


def _shape(part: ast.expr) -> str:
    return re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.+)"


def _is_made(key: str, words: set[str], made: list[re.Pattern[str]], *, part: bool = False) -> bool:
    """Whether the sources put a key, or a part of one, together of words that they know."""
    for shape in made:
        found = shape.fullmatch(key)
        if found is not None and all(
            one in words
            or ("." in one and set(one.split(".")) <= words)
            or (not part and _is_made(one, words, made, part=True))
            for one in found.groups()
        ):
            return True
    area, _, last = key.rpartition(".")
    return area in words and last in words


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
