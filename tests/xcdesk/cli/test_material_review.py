"""Reviewing by several people from the console: called in, delegated, on paper, first, corrected."""

import docx
import pytest

from xcdesk.codes import Role

pytestmark = pytest.mark.file_engine


@pytest.fixture
def material(console, db, tmp_path, hire):
    """Runs ``material …`` in the name of somebody; one notice is under review."""
    hire("hu", "示例·胡某", "科长", Role.REVIEWER)
    (tmp_path / "text.txt").write_text("收件当日转办。\n", encoding="utf-8")
    (tmp_path / "sheet.pdf").write_bytes(b"%PDF-1.4 signed")

    def run(user, *words):
        return console("--database", db, "--user", user, "material", *words, "--json")

    made = run("guo", "new", "--kind", "notice", "--title", "通知", "--text", tmp_path / "text.txt")
    assert made.code == 0
    assert run("guo", "submit", 1, "--note", "请审", "--checked", "facts").json["error"]["code"] == (
        "material.unchecked_points"
    )
    assert run("guo", "submit", 1, "--note", "请审").json["state"] == "in_review"
    return run


def test_people_are_called_in_and_the_log_names_them(material):
    assert material("chen", "claim", 1).json["state"] == "in_review"
    assert material("chen", "consult", 1, "--person", "hu", "--question", "口径").code == 0
    assert material("hu", "list", "--which", "waiting_for_me").json["rows"][0]["why"] == "consulted"
    assert material("hu", "advise", 1, "--reply", "可以").code == 0
    assert material("chen", "add", 1, "--person", "hu", "--why", "把关").code == 0
    assert material("guo", "chase", 1).code == 0
    assert material("guo", "chase", 1).json["error"]["code"] == "material.chased_already"
    assert material("chen", "agree", 1).json["state"] == "in_review"
    assert material("hu", "agree", 1).json["state"] == "approved"
    events = material("guo", "log", 1).json["events"]
    assert [event.get("concerning") for event in events if event["action"] == "add"] == ["示例·胡某"]
    assert material("hu", "hand-over", 1, "--person", "chen", "--why", "x").code == 1


def test_a_delegate_signs_and_the_log_says_for_whom(material):
    days = ("--since", "2026-01-01", "--until", "2099-01-01")
    made = material("chen", "delegate", "--delegate", "hu", *days).json
    assert (made["principal"], made["delegate"]) == ("示例·陈某", "示例·胡某")
    assert material("hu", "list", "--which", "waiting_for_me").json["rows"][0]["behalf_of"] == "示例·陈某"
    assert material("hu", "agree", 1).json["state"] == "approved"
    assert material("guo", "log", 1).json["events"][-1]["behalf_of"] == "示例·陈某"
    assert material("chen", "end-delegation", made["id"]).code == 0
    assert material("chen", "delegations").json["delegations"] == []


def test_paper_is_recorded_and_what_was_issued_is_corrected_and_archived(material, tmp_path):
    sheet = ("--signatory", "示例·市领导", "--date", "2026-01-05", "--scan", tmp_path / "sheet.pdf")
    assert material("hu", "paper", 1, *sheet).json["state"] == "approved"
    assert material("guo", "log", 1).json["events"][-1]["paper"]["signatory"] == "示例·市领导"
    assert material("guo", "issue", 1).json["state"] == "issued"
    assert material("guo", "reprint", 1, "--to", tmp_path / "again.pdf").json["kind"] == "pdf"
    assert (tmp_path / "again.pdf").read_bytes().startswith(b"%PDF")
    (kept,) = material("guo", "register", "--kind", "notice").json["issues"]
    assert (kept["id"], kept["number"], kept["state"]) == (1, 1, "issued")
    made = material("guo", "correct", 1, "--reason", "数字有误").json
    assert (made["id"], made["state"]) == (2, "draft")
    assert material("guo", "show", 1).json["corrected_by"] == 2
    assert material("guo", "archive", 1).json["state"] == "archived"
    assert material("guo", "discard", 2).json["state"] == "discarded"
    assert material("guo", "restore", 2).json["state"] == "draft"
    assert material("guo", "terminate", 2, "--reason", "不办了").json["error"]["code"] == (
        "material.never_submitted"
    )


def test_it_is_issued_first_and_checked_by_another(material):
    assert material("chen", "expedite", 1, "--reason", "防汛", "--owner", "hu").json["state"] == "issued"
    (row,) = material("chen", "list", "--which", "unchecked").json["rows"]
    assert row["check_owner"] == "示例·胡某"
    assert material("hu", "check", 1, "--opinion", "无误").json["state"] == "issued"
    assert material("chen", "list", "--which", "unchecked").json["total"] == 0


def test_steps_are_shown_and_set_and_every_grey_act_has_its_reason(material, console, db):
    set_anew = ("--step", "核稿:reviewer:all:8:hu", "--step", "签发:leader")
    told = material("chen", "steps", "--kind", "notice", *set_anew).json
    assert told["template"] == 2
    assert told["steps"][0]["people"] == ["示例·胡某"]
    assert material("guo", "steps", "--kind", "notice", *set_anew).code == 1
    assert material("chen", "steps", "--kind", "notice", "--step", "核稿:nobody").code == 2
    shown = material("guo", "show", 1).json
    assert shown["steps"][0]["mode"] == "any"  # it keeps the steps it was submitted with
    assert shown["actions"]["recall"] is None
    assert "领导" in shown["actions"]["agree"]
    for words in (("material", "show", 1), ("material", "list"), ("material", "steps", "--kind", "notice")):
        assert console("--database", db, "--user", "guo", *words).out.strip()


def test_somebody_outside_is_asked_by_a_form_and_changes_are_traced(material, tmp_path):
    form, trace = tmp_path / "form.docx", tmp_path / "trace.pdf"
    asked = ("form", 1, "--to", "示例局", "--question", "可行吗", "--due", "2026-01-09", "--docx", form)
    assert material("guo", *asked).json["number"] == 1
    made = docx.Document(form)
    made.tables[1].rows[1].cells[1].paragraphs[0].runs[0].text = "收件次日转办。"
    made.save(form)
    looked = material("guo", "form-reply", form, "--dry-run").json
    assert [(each["passage"], each["proposal"]) for each in looked["found"]] == [("当", "次")]
    assert material("guo", "forms", 1).json["forms"][0]["answered"] is None
    assert material("chen", "form-reply", form, "--on", "2026-01-08").json["answered"] == "2026-01-08"
    assert material("guo", "form-reply", form).json["error"]["code"] == "consult_form.taken"
    (tmp_path / "text.txt").write_text("收件次日转办。\n", encoding="utf-8")
    assert material("guo", "edit", 1, "--text", tmp_path / "text.txt").code == 0
    assert material("guo", "trace", 1, "--pdf", trace).code == 0
    assert trace.read_bytes().startswith(b"%PDF")
    assert material("guo", "trace", 1, "--older", 7, "--pdf", trace).code == 1


def test_a_recall_says_why_and_without_a_leader_a_sheet_voids(material, console, db, tmp_path):
    assert material("guo", "recall", 1, "--reason", "漏了附件").json["state"] == "draft"
    assert material("guo", "log", 1).json["events"][-1]["opinion"] == "漏了附件"
    material("guo", "submit", 1)
    material("chen", "agree", 1)
    assert console("--database", db, "--user", "office", "user", "disable", "chen").code == 0
    void = ("void", 1, "--reason", "不发了")
    assert material("office", *void).json["error"]["code"] == "material.sheet_needed"
    sheet = ("--signatory", "示例·市领导", "--scan", tmp_path / "sheet.pdf")
    assert material("office", *void, *sheet).json["state"] == "voided"
    assert material("guo", "log", 1).json["events"][-1]["paper"]["signatory"] == "示例·市领导"
