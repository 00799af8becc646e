"""What a server lets each role write follows the program: a table that is forgotten shows here."""

import re
from pathlib import Path

import xcdesk
from xcdesk import models
from xcdesk.codes import Role
from xcdesk.resources import resource
from xcdesk.server import act_needs, tables
from xcdesk.server.case_columns import WRITTEN_BY
from xcdesk.services.cases import inputs
from xcdesk.services.record.permissions import Permission

_DELETES = re.compile(r"\b([A-Z]\w+)\.delete\(\)")


def test_every_table_from_which_the_program_deletes_may_be_deleted_from():
    sources = (path.read_text(encoding="utf-8") for path in Path(xcdesk.__file__).parent.rglob("*.py"))
    found = {name for source in sources for name in _DELETES.findall(source)}
    deleted = {getattr(models, name)._meta.table_name for name in found}
    assert len(deleted) > 15
    able = {name for name in tables.names() if tables.grants(name, Role.LEADER).delete}
    assert deleted - able - set(tables.HIDDEN) == set()


def test_a_clerk_may_write_what_takes_no_permission_and_nothing_else():
    for name in tables.names():
        may = tables.grants(name, Role.CLERK)
        kept = name in tables.HIDDEN or tables.OF_TABLES.get(name, Permission.WORK) != Permission.WORK
        assert may.insert is not kept, name
        assert not (kept and (may.update or may.delete)), name
        assert "id" not in may.update


def test_a_column_of_a_case_that_decides_something_is_written_by_acts_alone():
    told = {
        "title",
        "body",
        "source",
        "unit_id",
        "received_on",
        "promise",
        "promised_on",
        "changed_at",
        "removed_at",
    }
    open_to_all = set(tables.grants("followup_case", Role.CLERK).update) - set(WRITTEN_BY)
    assert open_to_all == told | {"state", "version"}, "these two have guards of their own"
    assert set(WRITTEN_BY) <= set(tables.without_number("followup_case"))


def test_what_an_act_takes_is_asked_by_the_server_too():
    of_the_case = {
        inputs.due_as_it_runs,
        inputs.with_what_was_said,
    }  # asked by judge_case
    own = [value for value in vars(inputs).values() if getattr(value, "__module__", "") == inputs.__name__]
    known = {*act_needs.OF_CASES.values(), inputs.with_words, *of_the_case}
    assert {guard for guard in own if callable(guard)} - known == set()
    text = resource("server", "4_cases.sql").read_text(encoding="utf-8")
    needs = set(act_needs.needs())
    assert {need for machine, _, need in needs if machine == "case"} == {*act_needs.OF_CASES, "words"}
    assert [name for name in act_needs.OF_CASES if f"'{name}' = ANY (wanted)" not in text] == []
    assert ("material", "return", "words") in needs
