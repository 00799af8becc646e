"""What else was done for the campaign, counted by kind, with its evidence."""

import datetime as dt
import io

import pytest

from xcdesk.codes import MergeKind, Vocabulary
from xcdesk.errors import MissingTextError, StaleRowError
from xcdesk.models import StoredFile
from xcdesk.services import trash
from xcdesk.services.counts import activity_counts
from xcdesk.services.log.evidence import FormatError, NewFile
from xcdesk.services.office import terms
from xcdesk.services.record import history
from xcdesk.services.roster import merging
from xcdesk.services.trackers import activities, activity_changes
from xcdesk.services.trackers.activities import ActivityFilter
from xcdesk.services.trackers.activity_changes import BadPeopleError, NewActivity, UnknownActivityError

DAY = dt.date(2019, 3, 5)
YUZHOU = 1
SPAN = dt.date(2019, 1, 1), dt.date(2019, 12, 31)


def held(actor, kind="演讲比赛", title="示例：执行力提升年演讲", **more):
    return activity_changes.add_activity(actor, NewActivity(kind, DAY, title, **more))


def photo(name="现场.jpg", content=b"photo"):
    return NewFile(name, lambda: io.BytesIO(content))


def test_activities_are_counted_by_kind_and_filtered(clerk):
    held(clerk, people=120, unit_id=YUZHOU)
    held(clerk, "speech", "示例：第二场", people=80)
    held(clerk, "手机短信", "示例：短信群发")
    kinds = {one.key: (one.label, one.count, one.people) for one in activity_counts.by_kind(*SPAN)}
    assert kinds["speech"] == ("演讲", 2, 200)
    assert (kinds["sms"], kinds["essay"]) == (("手机短信", 1, 0), ("征文", 0, 0))
    chosen = ActivityFilter(*SPAN, kind="speech", unit_id=YUZHOU, words="提升年")
    (row,) = activities.activities(chosen)
    assert (row.kind_label, row.unit, row.people, row.files) == ("演讲", "禹州市", 120, ())
    assert activities.activities(ActivityFilter(since=DAY + dt.timedelta(1))) == ()


def test_evidence_is_kept_removed_and_put_back(clerk, leader, tmp_path):
    one = held(clerk)
    kept, other = activity_changes.attach(clerk, one, [photo(), photo("名单.pdf", b"list")])
    with pytest.raises(FormatError):
        activity_changes.attach(clerk, one, [photo(), photo("run.exe")])
    assert activities.save_copy(kept, tmp_path).read_bytes() == b"photo"
    activity_changes.detach(clerk, kept, 1)
    assert [file.label for file in activities.activity(one).files] == ["名单.pdf"]
    (lying,) = trash.page(kind="activity_file").rows
    assert (lying.title, lying.place, lying.removed_by) == ("现场.jpg", "示例：执行力提升年演讲", clerk.name)
    trash.restore(clerk, [lying.key])
    assert [file.id for file in activities.activity(one).files] == [kept, other]
    activity_changes.remove_activity(clerk, one, activities.activity(one).version)
    trash.purge(leader, [row.key for row in trash.page(kind="activity").rows])
    assert not StoredFile.select().exists()
    told = [entry.words("zh") for entry in history.of("activity", one)]
    assert told == ["登记活动", "添加证据", "添加证据", "证据移入回收站", "证据还原", "移入回收站"]


def test_what_is_no_activity_is_refused(clerk):
    for error, words in (
        (UnknownActivityError, {"kind": "马拉松"}),
        (BadPeopleError, {"people": -1}),
        (MissingTextError, {"title": " "}),
    ):
        with pytest.raises(error):
            held(clerk, **words)
    one = held(clerk)
    version = activities.activity(one).version
    change = NewActivity("征文", DAY, "示例：征文", YUZHOU, 3)
    activity_changes.change_activity(clerk, one, version, change)
    with pytest.raises(StaleRowError):
        activity_changes.change_activity(clerk, one, version, change)
    assert "类别：演讲 → 征文" in history.of("activity", one)[-1].details("zh")


def test_kinds_are_a_list_of_the_office_whose_entries_can_be_merged(clerk):
    one = held(clerk, "知识竞赛")
    by_code = {term.code: term.id for term in terms.terms(Vocabulary.ACTIVITY)}
    assert list(by_code) == ["sms", "closed_circuit", "essay", "quiz", "speech", "contest", "other_activity"]
    merging.merge(clerk, merging.preview(MergeKind.TERM, by_code["contest"], by_code["quiz"]))
    assert activities.activity(one).kind == "contest"
    assert terms.find(Vocabulary.ACTIVITY, "有奖竞答").code == "contest"
