"""What is forged in the tables of the approval queue does not pass for what the record tells."""

import hashlib

import pytest

from tests.xcdesk.services.approvals.review_hands import KIND, agree, in_review
from xcdesk import office
from xcdesk.codes import MaterialState
from xcdesk.db import triggers
from xcdesk.db.base import database, is_sqlite
from xcdesk.models import Material, MaterialEvent, MaterialFile, MaterialIssue, MaterialVersion
from xcdesk.services import approvals
from xcdesk.services.approvals import NewMaterial, TextChange
from xcdesk.services.upkeep import material_check
from xcdesk.texts.documents import content_hash

OTHER = "收件次年转办。"


def unguarded():
    """Take the protection of every table away, as whoever has the file can."""
    for table in triggers.APPEND_ONLY:
        for verb in ("update", "delete"):
            on = "" if is_sqlite(database) else f" ON {table}"
            database.execute_sql(f"DROP TRIGGER {table}_no_{verb}{on}")


def forged_sign_off(row):
    """A verdict of another person, for a text that nobody has seen."""
    own = MaterialEvent.get(MaterialEvent.material == row.id, MaterialEvent.action == "submit")
    fields = {**own.__data__, "action": "agree", "to_state": MaterialState.APPROVED}
    del fields["id"]
    MaterialEvent.create(**fields)
    Material.update(state=MaterialState.APPROVED, step=0).where(Material.id == row.id).execute()


def another_text(row):
    """Other words in the row, the version and everywhere a hash of them stands."""
    told = {"title": row.title, "body": OTHER, "text_hash": content_hash(row.title, OTHER)}
    Material.update(**told).where(Material.id == row.id).execute()
    MaterialVersion.update(**told).where(MaterialVersion.material == row.id).execute()
    MaterialEvent.update(text_hash=told["text_hash"]).where(MaterialEvent.material == row.id).execute()


def words_alone(row):
    Material.update(body=OTHER).where(Material.id == row.id).execute()


def older_words(row):
    older = (MaterialVersion.material == row.id) & (MaterialVersion.revision == 1)
    MaterialVersion.update(body=OTHER).where(older).execute()


def another_state(row):
    Material.update(state=MaterialState.ARCHIVED).where(Material.id == row.id).execute()


def forgotten_act(row):
    verdict = (MaterialEvent.material == row.id) & (MaterialEvent.action == "agree")
    MaterialEvent.delete().where(verdict).execute()


def another_number(row):
    MaterialIssue.update(number=7).execute()


def another_file(row):
    other = b"%PDF-1.4 other"
    pdf = MaterialFile.kind == "pdf"
    MaterialFile.update(content=other, sha256=hashlib.sha256(other).hexdigest()).where(pdf).execute()


@pytest.fixture
def three(clerk, leader):
    """A text in review, one that was signed off, and one that went out; titles of their own."""
    made = [in_review(clerk)]
    made.append(agree(leader, in_review(clerk)))
    draft = approvals.create(clerk, NewMaterial(KIND, "已印发", "收件当日转办。"))
    approvals.edit(clerk, draft.id, TextChange("已印发", "收件次日转办。"))
    agree(leader, approvals.submit(clerk, draft.id))
    made.append(office.issue_material(clerk, draft.id))
    return made


def test_what_was_forged_is_found_and_named(three):
    assert material_check.differing() == ()
    waiting, signed, issued = three
    for row, forge in (
        (waiting, forged_sign_off),
        (waiting, another_text),
        (signed, words_alone),
        (signed, another_state),
        (signed, forgotten_act),
        (issued, older_words),
        (issued, another_number),
        (issued, another_file),
    ):
        with database.atomic() as change:
            unguarded()
            forge(row)
            assert material_check.differing() == (row.title,), forge.__name__
            change.rollback()
    assert material_check.differing() == ()


def test_a_material_of_which_nothing_is_left_is_told_by_its_number(three):
    _, signed, _ = three
    with database.atomic() as change:
        unguarded()
        for table in ("event", "version", "seat", "step"):
            database.execute_sql(f"DELETE FROM material_{table} WHERE material_id = {signed.id}")  # noqa: S608
        Material.delete().where(Material.id == signed.id).execute()
        assert material_check.differing() == (f"material:{signed.id}",)
        change.rollback()
