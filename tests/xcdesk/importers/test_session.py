"""What a person sees between reading and writing: proposals, changes, likely repetitions, files named."""

import itertools
import threading

import pytest

from xcdesk.errors import Cancelled
from xcdesk.importers import apply, logbook, session, undo
from xcdesk.importers.apply import Decision
from xcdesk.importers.plan import consider
from xcdesk.importers.records import Chosen, Field
from xcdesk.importers.said import Said
from xcdesk.importers.session import Fate
from xcdesk.models import CoverageItem, ImportBatch
from xcdesk.progress import Operation
from xcdesk.services.record import rows

FIRST = ("2019-03-05", "许昌日报", "甲镇推行首问负责制见成效", "消息", "3版")
ALIKE = ("2019-03-06", "许昌日报", "甲镇全面推行首问负责制见成效", "消息", "1版")
FAULTY = ("三月三十二日", "许昌日报", "日期读不出的稿件", "消息", None)


def shown(prepared):
    """The rows of a plan as a person sees them."""
    return session.again(session.Preview(prepared, ()), Said()).lines


def fates(prepared):
    return [(line.fate, line.proposed, line.tickable) for line in shown(prepared)]


def groups():
    return [item.group_id for item in CoverageItem.select().order_by(CoverageItem.id)]


def test_new_rows_are_proposed_and_faulty_ones_cannot_be_ticked(prepare):
    assert fates(prepare(FIRST, FAULTY)) == [(Fate.NEW, True, True), (Fate.WRONG, False, False)]


def test_likely_repetitions_wait_for_a_person(prepare):
    assert fates(prepare(FIRST, ALIKE))[1] == (Fate.TWIN, False, True)


def test_rows_that_a_person_edited_are_not_overwritten_unasked(prepare, clerk):
    apply.apply(prepare(FIRST), clerk)
    item = CoverageItem.get()
    rows.save_versioned(item, item.version, {"slot": "头版"})
    assert fates(prepare(FIRST)) == [(Fate.CHANGED, False, True)]


def test_changes_tell_both_values(prepare, clerk):
    apply.apply(prepare(FIRST), clerk)
    [line] = shown(prepare((*FIRST[:4], "5版")))
    assert [(one.field, one.old, one.new) for one in line.changes] == [(Field.SLOT, "3版", "5版")]


def test_a_cell_that_was_not_read_is_shown_as_it_stands(prepare):
    [line] = shown(prepare(FAULTY))
    assert line.text(Field.DATE) == "三月三十二日"


def test_a_reprint_of_a_logged_piece_joins_its_group(prepare, clerk):
    apply.apply(prepare(FIRST), clerk)
    prepared, row = prepare(ALIKE), Chosen(0, 2)
    assert shown(prepared)[0].logged.record.title == FIRST[2]
    batch = apply.apply(prepared, clerk, decided={row: Decision.SAME_PIECE}).batch
    first, second = groups()
    assert first == second is not None
    undo.undo(batch, clerk)
    assert CoverageItem.get(CoverageItem.title == FIRST[2]).group_id is None


def test_a_reprint_of_a_row_of_the_same_file_joins_it(prepare, clerk):
    of_both = {Chosen(0, 2): Decision.IMPORT, Chosen(0, 3): Decision.SAME_PIECE}
    apply.apply(prepare(FIRST, ALIKE), clerk, decided=of_both)
    first, second = groups()
    assert first == second is not None


def test_a_reprint_of_a_row_that_is_not_written_stands_alone(prepare, clerk):
    apply.apply(prepare(FIRST, ALIKE), clerk, decided={Chosen(0, 3): Decision.SAME_PIECE})
    assert groups() == [None]


def test_a_file_is_compared_again_after_it_has_been_moved_away(prepare, clerk):
    first = prepare(FIRST)
    apply.apply(prepare(FIRST), clerk)
    first.path.unlink()
    again = session.again(session.Preview(first, ()), Said())
    assert [line.fate for line in again.lines] == [Fate.SAME]


def test_what_an_undo_left_is_named(prepare, clerk):
    batch = apply.apply(prepare(FIRST), clerk).batch
    item = CoverageItem.get()
    rows.save_versioned(item, item.version, {"slot": "头版"})
    [kept] = undo.kept_items(undo.undo(batch, clerk))
    assert (kept.outlet, kept.title) == (FIRST[1], FIRST[2])


def stopped_at(step):
    """An operation that its user stops at a step."""
    stop = threading.Event()
    steps = itertools.count(1)
    return Operation(lambda *_: stop.set() if next(steps) == step else None, stop)


@pytest.mark.file_engine
def test_a_file_is_not_read_on_once_it_is_stopped(prepare, monkeypatch):
    plan = prepare(FIRST)
    stop = threading.Event()
    stop.set()
    monkeypatch.setattr(logbook, "titles", None)  # the log is not even asked
    with pytest.raises(Cancelled):
        consider(plan.path, plan.raw, plan.said, plan.sha256, Operation(cancelled=stop))


@pytest.mark.file_engine
def test_comparing_is_stopped_while_it_looks_for_titles(prepare):
    plan = prepare(*((FIRST[0], FIRST[1], f"第{number}期机关作风建设专栏") for number in range(150)))
    with pytest.raises(Cancelled):
        consider(plan.path, plan.raw, plan.said, plan.sha256, stopped_at(2))


@pytest.mark.parametrize("step", [1, 2])
def test_writing_is_stopped_between_rows_and_leaves_nothing(prepare, clerk, monkeypatch, step):
    monkeypatch.setattr(apply, "_AT_ONCE", 2)
    plan = prepare(*((FIRST[0], FIRST[1], f"第{number}期机关作风建设专栏") for number in range(6)))
    with pytest.raises(Cancelled):
        apply.apply(plan, clerk, operation=stopped_at(step))
    assert CoverageItem.select().count() == ImportBatch.select().count() == 0
