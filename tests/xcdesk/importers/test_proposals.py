"""Whom an unknown name may mean: proposals with reasons, confirmed once, never taken unasked."""

import pytest

from tests.sheets import lexicon, sheet
from xcdesk.importers import proposals, session
from xcdesk.importers.plan import consider
from xcdesk.importers.proposals import Reason
from xcdesk.importers.raw import RawBook
from xcdesk.importers.records import Chosen, Field
from xcdesk.importers.said import Said
from xcdesk.importers.session import Preview
from xcdesk.services.roster import lexicon as words

HEAD = ("日期", "媒体", "标题")
TITLE = "甲镇推行首问负责制见成效"


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ("许昌日报新媒体", "许昌日报", Reason.CONTAINED),
        ("xcrb", "许昌日报", Reason.INITIALS),
        ("许晶日报", "许昌日报", Reason.NEAR),
        ("央视新闻", "中央电视台", Reason.CONTAINED),
    ],
)
def test_the_likeliest_outlet_comes_first_with_its_reason(text, name, reason):
    first = proposals.outlets(text, lexicon())[0]
    assert (first.name, first.reason) == (name, reason)


@pytest.mark.parametrize("text", ["", "某某自媒体", "abc", "1"])
def test_nothing_is_proposed_where_nothing_is_near(text):
    assert proposals.outlets(text, lexicon()) == ()


def test_units_are_proposed_too():
    assert proposals.units("鄢陵县委宣传部", lexicon())[0].name == "鄢陵县"
    assert proposals.units("jaq", lexicon())[0].name == "建安区"


@pytest.fixture
def shown(db, tmp_path):
    path = tmp_path / "3月.xlsx"
    path.write_bytes(b"x")
    rows = [
        ("单位：烟陵县", None, None),
        HEAD,
        ("2019-03-05", "《许晶日报》3版", TITLE),
        ("2019-03-06", "许晶日报", f"{TITLE}之二"),
    ]
    return Preview(consider(path, RawBook("xlsx", "", (sheet(*rows),)), Said()), ())


def strangers(preview):
    """The first name that nobody knows of each row, and the sender if nobody knows that."""
    known = words.load()
    rows = preview.plan.book.sheets[0].rows
    found = [proposals.in_row(row, Chosen(0, row.row), known) for row in rows]
    return [one for one in (*found, proposals.sender(preview.plan, known)) if one is not None]


def test_every_stranger_is_named_in_its_row_and_confirmed_once(shown, clerk):
    outlet, again, sender = strangers(shown)
    assert (outlet.field, outlet.text, again.text) == (Field.OUTLET, "许晶日报", "许晶日报")
    assert (sender.field, sender.text, sender.rows) == (Field.UNIT, "烟陵县", ())
    assert proposals.confirm(clerk, outlet, outlet.proposals[0].id)
    assert not proposals.confirm(clerk, outlet, outlet.proposals[0].id)
    proposals.confirm(clerk, sender, words.load().unit("鄢陵县").id)
    again = session.again(shown, Said())
    assert strangers(again) == []
    assert again.plan.book.sender == "鄢陵县"
    assert [line.row.record.slot for line in again.lines] == ["3版", None]
    proposals.forget(clerk, outlet, outlet.proposals[0].id)
    assert {one.text for one in strangers(session.again(again, Said()))} == {"许晶日报"}
