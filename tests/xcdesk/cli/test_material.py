"""The approval queue from the console."""

import pytest

TEXT = "# 承诺办结\n> 示例局\n收件当日转办。\n"


@pytest.fixture
def material(console, db, tmp_path):
    """Runs ``material …`` in the name of somebody and answers the outcome; ``--text`` takes text."""

    def run(user, *words, text=None, encoding="utf-8"):
        if text is not None:
            path = tmp_path / "text.txt"
            path.write_bytes(text.encode(encoding))
            words = (*words, "--text", path)
        return console("--database", db, "--user", user, "material", *words, "--json")

    return run


def new(material, **more):
    made = material("guo", "new", "--kind", "notice", "--title", "关于报送的通知", **{"text": TEXT, **more})
    return made.json


def test_a_material_is_signed_off_and_issued_from_the_console(material):
    made = new(material)
    assert set(made) == {"id", "state", "version", "hash"}
    assert (made["state"], made["version"]) == ("draft", 1)
    edited = material("guo", "edit", 1, text=TEXT + "另起一段。").json
    assert (edited["version"], edited["hash"] != made["hash"]) == (2, True)
    assert material("guo", "submit", 1).json["state"] == "in_review"
    assert material("chen", "return", 1, "--opinion", "补数字", "--to", "here").json["state"] == "returned"
    assert material("guo", "submit", 1).json["state"] == "in_review"
    assert material("guo", "recall", 1).json["state"] == "draft"
    assert material("guo", "submit", 1).json["state"] == "in_review"
    assert material("chen", "agree", 1, "--opinion", "同意").json["state"] == "approved"
    assert material("guo", "issue", 1).json == {**edited, "state": "issued"}
    assert material("chen", "void", 1, "--reason", "数字有误").json["state"] == "voided"
    events = material("guo", "log", 1).json["events"]
    assert [event["action"] for event in events][-2:] == ["issue", "void"]
    assert set(events[0]) == {"at", "who", "action", "from", "to", "opinion", "hash"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_text_is_the_same_in_whatever_encoding_it_comes(material, encoding):
    assert new(material)["hash"] == new(material, encoding=encoding)["hash"]


@pytest.mark.file_engine
def test_a_file_that_is_no_text_or_not_there_is_refused(material, tmp_path):
    broken = tmp_path / "broken.bin"
    broken.write_bytes(b"\xff\xff\xff")
    for path in (broken, tmp_path / "none.txt"):
        refused = material("guo", "new", "--kind", "notice", "--title", "通知", "--text", path)
        assert refused.code == 1
        assert refused.json["error"]["code"] == "material.file_unreadable"


@pytest.mark.file_engine
def test_a_refusal_names_its_code_and_its_way_out(material):
    new(material)
    material("guo", "submit", 1)
    refused = material("guo", "agree", 1)
    assert refused.code == 1
    assert refused.json["error"]["code"] == "material.not_your_step"
    assert refused.json["error"]["facts"]["role"] == "leader"
    assert "示例·陈某" in refused.err
    stale = material("chen", "agree", 1, "--seen", "0" * 64)
    assert stale.json["error"]["code"] == "material.other_text"


@pytest.mark.file_engine
def test_a_verdict_is_on_the_text_that_was_sent_unless_the_leader_names_another(material):
    new(material)
    material("guo", "submit", 1)
    edited = material("guo", "edit", 1, text=TEXT + "另起一段。").json
    for words in (("agree", 1), ("return", 1, "--opinion", "补数字")):
        assert material("chen", *words).json["error"]["code"] == "material.other_text"
    assert material("chen", "agree", 1, "--seen", edited["hash"]).json["state"] == "approved"


@pytest.mark.file_engine
def test_an_outlets_story_is_no_kind_of_material(material):
    refused = material("guo", "new", "--kind", "outlet_story", "--title", "报道", text=TEXT)
    assert refused.json["error"]["code"] == "material.unknown_kind"


@pytest.mark.file_engine
def test_the_console_answers_people_in_lines(console, db, material):
    new(material)
    assert console("--database", db, "material", "submit", 1).code == 1
    shown = console("--database", db, "material", "log", 1)
    assert "示例·郭某" in shown.out
    assert "起草" in shown.out
