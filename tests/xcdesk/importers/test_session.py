"""What a person sees between reading and writing: proposals, changes, likely repetitions, files named."""

import pytest

from xcdesk.importers import apply, session, undo
from xcdesk.importers.apply import Decision
from xcdesk.importers.records import Chosen, Field
from xcdesk.importers.said import Said
from xcdesk.importers.session import Fate
from xcdesk.models import CoverageItem
from xcdesk.services import rows

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


@pytest.mark.file_engine
def test_a_folder_gives_its_files_and_those_of_its_folders_without_lock_files(tmp_path):
    for name in ("乙.xlsx", "甲.xls", "~$乙.xlsx", ".隐藏"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "禹州市").mkdir()
    (tmp_path / "禹州市" / "丙.csv").write_bytes(b"")
    found = session.gather([tmp_path, tmp_path / "~$乙.xlsx"])
    assert [path.name for path in found.files] == [*sorted(["乙.xlsx", "甲.xls"]), "丙.csv"]
    assert (found.locks, found.beyond) == (2, False)


@pytest.mark.file_engine
def test_a_folder_without_end_is_cut_off(tmp_path, monkeypatch):
    monkeypatch.setattr(session, "MOST_FILES", 2)
    for name in "甲乙丙":
        (tmp_path / name).write_bytes(b"")
    assert (len(session.gather([tmp_path]).files), session.gather([tmp_path]).beyond) == (2, True)
