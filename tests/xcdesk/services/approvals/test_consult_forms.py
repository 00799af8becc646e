"""Forms that go out as Word files and come back: numbered, read under guard, landed as comments."""

import datetime as dt
import io
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.xcdesk.services.approvals.review_hands import KIND, agree
from xcdesk import clock, consulting, everything
from xcdesk.consulting import NoFormError, OtherFormError, UnreadableReplyError
from xcdesk.errors import DeskError
from xcdesk.models import AuditEntry, StoredChunk
from xcdesk.services import approvals
from xcdesk.services.approvals import NewMaterial, TextChange, comments, consult_forms, refusals, review_sheet
from xcdesk.services.approvals.consult_forms import NewForm, Reply
from xcdesk.services.approvals.consult_lines import RepliedLine, differences, lines_of
from xcdesk.services.due import symptoms
from xcdesk.services.due.symptoms import SymptomKind
from xcdesk.services.log.evidence import NewFile
from xcdesk.services.upkeep import checks
from xcdesk.texts.documents import from_text
from xcdesk.wording import sentence

TEXT = (
    "# 关于压缩办结时限的通知\n\n办结时限由七个工作日压缩到五个工作日。\n\n收件当日转办。\n\n"
    "! 表1\n\n| 单位 | 件数 |\n| 示例局 | 12 |\n"
)
NEW = NewForm("示例局", "时限是否可行", dt.date(2019, 3, 8))


def draft(actor, text=TEXT):
    return approvals.create(actor, NewMaterial(KIND, "通知", text))


def found(old, *new):
    lines = lines_of(from_text(old))
    replied = [
        each if isinstance(each, RepliedLine) else RepliedLine(at, each) for at, each in enumerate(new, 1)
    ]
    return [(each.quote, each.proposal, each.remark) for each in differences(lines, replied)]


def test_each_change_is_told_with_the_passage_it_is_about():
    one = "办结时限由七个工作日压缩到五个工作日。\n"
    assert found(one, "办结时限由七个工作日压缩到三个工作日。") == [("五", "三", "")]
    assert found(one, "全部办结时限由七个工作日压缩到五个工作日。") == [("办", "全部办", "")]
    assert found(one, "办结时限由七个工作日压缩到五个工作日内。") == [("日", "日内", "")]
    assert found(one, "办结时限压缩到五个工作日。") == [("由七个工作日", "", "")]
    assert found(one, one.strip()) == []
    two = "收件当日转办。\n\n逾期通报。\n"
    assert found(two, "收件当日转办。") == [("逾期通报。", "", "")]
    put_in = [RepliedLine(1, "收件当日转办。"), RepliedLine(None, "另附清单。"), RepliedLine(2, "逾期通报。")]
    assert found(two, *put_in) == [("收件当日转办。", None, "另附清单。")]
    assert found(two, RepliedLine(1, "收件当日转办。", ("可行",)), "逾期通报。") == [
        ("收件当日转办。", None, "可行")
    ]
    assert found("| 单位 | 件 |\n| 甲 | 1 |\n", "单位 ｜ 件", "甲 ｜ 2") == [("1", "2", "")]
    assert found("| 单位 | 件 |\n| 甲 | 1 |\n", "单位 ｜ 件", "合并了") == [("甲 ｜ 1", None, "合并了")]


def filled_in(path):
    """The form as somebody outside sends it back: tracked and plain changes, an opinion, a signature."""
    made = docx.Document(path)
    about, lines, below = made.tables
    rows = {row.cells[0].text: row.cells for row in lines.rows}
    words = rows["2"][1].paragraphs[0]
    track(words, "五", "三")
    rows["3"][1].paragraphs[0].runs[0].text = "收件当日转交办理。"
    rows["3"][2].paragraphs[0].add_run("请写明由谁转交")
    below.rows[0].cells[1].paragraphs[0].add_run("原则同意")
    below.rows[1].cells[1].paragraphs[0].add_run("示例局 示例·钱某")
    made.save(path)
    assert about.rows[1].cells[1].text == "示例局"


def track(paragraph, old, new):
    """Take a word out and put another in as Word tracks it."""
    (run,) = paragraph.runs
    before, _, after = run.text.partition(old)
    run.text = before
    gone, come = OxmlElement("w:del"), OxmlElement("w:ins")
    for part, tag, words in ((gone, "w:delText", old), (come, "w:t", new)):
        inner, text = OxmlElement("w:r"), OxmlElement(tag)
        text.text = words
        inner.append(text)
        part.append(inner)
    rest = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = after
    rest.append(text)
    run._r.addnext(gone)
    gone.addnext(come)
    come.addnext(rest)
    assert paragraph._p.find(qn("w:del")) is not None


def test_a_reply_leaves_under_its_name_and_is_named_once_it_is_damaged(clerk, tmp_path):
    path = tmp_path / "征求意见单.docx"
    form = consulting.send(clerk, draft(clerk).id, NEW, path)
    filled_in(path)
    consult_forms.take_in(clerk, form, consulting.read(path, form).reply)
    assert any(name.endswith("征求意见单.docx") for name, _ in everything.kept_files())
    StoredChunk.update(content=b"other").execute()
    (wrong,) = [check for check in checks.run() if not check.ok]
    assert "征求意见单.docx" in wrong.detail


def test_a_form_goes_out_and_its_reply_lands_as_comments_at_their_passages(clerk, leader, tmp_path):
    row = draft(clerk)
    path = tmp_path / "征求意见单.docx"
    form = consulting.send(clerk, row.id, NEW, path)
    assert (form.number, form.revision, form.answered) == (1, 1, False)
    sent = path.read_bytes()
    consulting.write(form, path)
    assert path.read_bytes() == sent
    assert consulting.read(path).found == ()
    filled_in(path)
    approvals.edit(clerk, row.id, TextChange("通知", TEXT.replace("# 关于", "# 市关于")))
    read = consulting.read(path, form)
    assert [(each.quote, consult_forms.words_of(each)) for each in read.found] == [
        ("五", "建议改为“三”"),
        ("收件当日转办。", "请写明由谁转交"),
        ("办", "建议改为“交办理”"),
    ]
    assert consult_forms.take_in(leader, form, read.reply) == 3
    said = comments.comments(row.id)
    body = comments.reading_text(approvals.text_of(row.id))
    assert [body[each.place.start : each.place.end] for each in said if each.proposal == "三"] == ["五"]
    assert {each.who for each in said} == {"示例局 示例·钱某"}
    with pytest.raises(refusals.AnsweredError):
        consult_forms.take_in(clerk, form, read.reply)
    (kept,) = consult_forms.forms(row.id)
    assert (kept.reply, kept.replied_on, kept.taken_by) == ("原则同意", clock.today(), leader.name)
    consult_forms.write_reply(kept, tmp_path / "回复.docx")
    assert (tmp_path / "回复.docx").read_bytes() == path.read_bytes()
    acts = [entry.action for entry in AuditEntry.select() if "form" in entry.action]
    assert acts == ["material.form_sent", "material.form_answered"]
    printed = [
        cell
        for block in review_sheet.review_sheet(clerk, row.id).document.blocks
        for line in block.rows
        for cell in line
    ]
    assert "示例局 示例·钱某（征求意见单〔2026〕第1号）".replace("2026", str(form.year)) in printed
    assert "原则同意" in printed


def test_numbers_are_given_once_a_year_and_each_reply_belongs_to_its_form(clerk, leader, tmp_path):
    rows = [draft(clerk), draft(clerk, "另一份。\n")]
    forms = [consulting.send(clerk, row.id, NEW, tmp_path / f"{at}.docx") for at, row in enumerate(rows)]
    assert [form.number for form in forms] == [1, 2]
    with pytest.raises(OtherFormError):
        consulting.read(tmp_path / "0.docx", forms[1])
    agreed = agree(leader, approvals.submit(clerk, rows[0].id))
    approvals.issue(clerk, agreed.id)
    with pytest.raises(refusals.FormClosedError):
        consult_forms.send(clerk, agreed.id, NEW)
    with pytest.raises(refusals.FormClosedError):
        consult_forms.take_in(clerk, forms[0], consulting.read(tmp_path / "0.docx").reply)


@pytest.mark.file_engine
def test_an_answer_that_does_not_come_is_told_on_today_until_it_comes_or_the_text_goes_out(clerk, leader):
    rows = [draft(clerk), draft(clerk)]
    sent = [consult_forms.send(clerk, row.id, NEW) for row in rows]

    def late(day):
        found = [one for one in symptoms.symptoms(day) if one.kind == SymptomKind.FORM_LATE]
        return [(one.target, one.words("zh")) for one in found]

    assert late(NEW.due) == []
    words = "征求意见逾期未反馈：示例局、通知"
    assert late(NEW.due + dt.timedelta(days=1)) == [(row.id, words) for row in rows]
    reply = Reply("", "无意见", (), NewFile("回复.docx", lambda: io.BytesIO(b"x")))
    consult_forms.take_in(clerk, sent[0], reply)
    approvals.issue(clerk, agree(leader, approvals.submit(clerk, rows[1].id)).id)
    assert late(NEW.due + dt.timedelta(days=1)) == []


@pytest.mark.file_engine
def test_what_cannot_be_asked_or_read_says_why(clerk, tmp_path):
    live = draft(clerk, "刊播{{pieces 2019-03-01 2019-03-31}}篇。\n")
    with pytest.raises(refusals.LiveTextError):
        consult_forms.send(clerk, live.id, NEW)
    with pytest.raises(refusals.FormEmptyError):
        consult_forms.send(clerk, draft(clerk, "").id, NEW)
    path = tmp_path / "x.docx"
    for content, kind in (
        (b"\xd0\xcf\x11\xe0 old word", UnreadableReplyError),
        (package("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"), UnreadableReplyError),
        (package("<x>" * 100_000), UnreadableReplyError),
        (package(BODY.format("<w:p/>" * 10)), NoFormError),
        (package(BODY.format("<w:p><w:r><w:t>〔2019〕第99号</w:t></w:r></w:p>")), DeskError),
    ):
        path.write_bytes(content)
        with pytest.raises(kind) as caught:
            consulting.read(path)
        for language in ("zh", "en"):
            assert "{" not in sentence(caught.value, language)


@pytest.mark.file_engine
def test_a_reply_nested_without_end_is_read_in_time(tmp_path, clerk):
    deep = "<w:tbl><w:tr><w:tc><w:p>" * 20_000 + "</w:p></w:tc></w:tr></w:tbl>" * 20_000
    (tmp_path / "x.docx").write_bytes(package(BODY.format(deep)))
    with pytest.raises(NoFormError):
        consulting.read(tmp_path / "x.docx")


BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>{}</w:body></w:document>"
)


def package(body):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", body)
    return made.getvalue()
