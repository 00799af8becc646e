"""The page set-up: saved whole with what changed, refused by name, copies that add up and are numbered."""

import json

import pytest

from xcdesk.codes import Series
from xcdesk.errors import StaleRowError
from xcdesk.models import AuditEntry
from xcdesk.services.office import office_settings, page_setup
from xcdesk.services.office.page_setup import (
    Allotment,
    BadColourError,
    BadFaceError,
    BadReceiverError,
    BadSetupError,
    PageSetup,
    Receiver,
    ReceiverList,
    SeriesSetup,
)
from xcdesk.services.record import history

RECEIVERS = (
    Receiver(ReceiverList.SEND, "市公安局。", 2),
    Receiver(ReceiverList.REPORT, "市委办公室", 3),
    Receiver(ReceiverList.REPORT, "市政府办公室", 0),
)
WEEKLY = SeriesSetup(masthead="情况专报", contents=True, numbered=True, receivers=RECEIVERS, kept=4)


def with_weekly(series=WEEKLY, **more):
    return PageSetup(series={Series.INTERNAL_REFERENCE: series}, **more)


def test_an_office_that_set_nothing_has_the_usual_pages(db):
    usual = page_setup.load()
    assert usual.red == "#D9001B"
    assert usual.of(Series.INTERNAL_REFERENCE).contents
    assert not usual.of(Series.CIRCULAR).contents
    assert page_setup.masthead(Series.CIRCULAR) == office_settings.load().circular_masthead
    assert page_setup.masthead(Series.DAILY) == "每日简报"


def test_what_is_saved_is_loaded_and_the_record_tells_what_changed(leader):
    page_setup.save(leader, with_weekly(red="#c00000", faces={"fang": "STFANGSO.TTF", "kai": ""}))
    saved = page_setup.load()
    assert saved.of(Series.INTERNAL_REFERENCE) == WEEKLY
    assert (saved.red, saved.faces) == ("#C00000", {"fang": "STFANGSO.TTF"})
    assert page_setup.masthead(Series.INTERNAL_REFERENCE) == "情况专报"
    entry = AuditEntry.select().order_by(AuditEntry.id.desc()).first()
    changed = json.loads(entry.facts)["changes"]
    assert entry.action == "office.page_saved"
    assert changed["red"] == ["#D9001B", "#C00000"]
    assert changed["internal-reference.masthead"] == ["", "情况专报"]
    assert "circular.masthead" not in changed
    told = history.as_told(entry).details("zh")
    assert "内部参考刊头：（空） → 情况专报" in told
    assert "内部参考发送对象：（空） → 送：市公安局。×2、报：市委办公室×3" in told


def test_a_set_up_that_somebody_else_saved_meanwhile_is_not_overwritten(leader):
    seen = page_setup.load()
    page_setup.save(leader, with_weekly(), over=seen)
    with pytest.raises(StaleRowError):
        page_setup.save(leader, PageSetup(red="#000000"), over=seen)
    assert page_setup.load().of(Series.INTERNAL_REFERENCE) == WEEKLY


@pytest.mark.parametrize(
    ("setup", "refusal"),
    [
        (PageSetup(red="red"), BadColourError),
        (PageSetup(faces={"fang": "../x.ttf"}), BadFaceError),
        (PageSetup(faces={"body": "x.ttf"}), BadFaceError),
        (with_weekly(SeriesSetup(receivers=(Receiver(ReceiverList.SEND, "甲", -1),))), BadReceiverError),
        (with_weekly(SeriesSetup(kept=10_000)), BadReceiverError),
    ],
)
def test_what_cannot_be_printed_is_refused_and_nothing_is_written(leader, setup, refusal):
    with pytest.raises(refusal):
        page_setup.save(leader, setup)
    assert page_setup.load() == PageSetup()


def test_the_set_up_can_be_written_out_and_read_in_again():
    setup = with_weekly(faces={"title": "FZXBSJW.TTF"})
    assert page_setup.plain(page_setup.read(page_setup.plain(setup))) == page_setup.plain(setup)


@pytest.mark.parametrize(
    "values",
    [
        {"colour": "#000000"},
        {"series": {"weekly": {}}},
        {"series": {"daily": {"contents": "yes"}}},
        {"series": {"daily": {"receivers": [{"on": "cc", "name": "甲"}]}}},
        {"series": {"daily": "brief"}},
    ],
)
def test_a_set_up_from_outside_with_something_unknown_is_refused(values):
    with pytest.raises(BadSetupError):
        page_setup.read(values)


def test_the_copies_add_up_and_are_numbered_in_the_order_of_the_lists():
    assert WEEKLY.copies == 9
    assert page_setup.allotted(WEEKLY) == (
        Allotment(ReceiverList.REPORT, "市委办公室", 1, 3),
        Allotment(ReceiverList.SEND, "市公安局。", 4, 5),
        Allotment(None, "", 6, 9),
    )
    assert page_setup.names(WEEKLY, ReceiverList.REPORT) == "市委办公室，市政府办公室。"
    assert page_setup.names(WEEKLY, ReceiverList.SEND) == "市公安局。"
    assert page_setup.names(WEEKLY, ReceiverList.ISSUE) == ""


def test_a_series_without_receivers_counts_no_copies():
    assert (SeriesSetup(kept=5).copies, page_setup.allotted(SeriesSetup(kept=5))) == (0, ())
