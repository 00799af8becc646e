"""A clerk, a reviewer and a leader with psql can do no more than in the program; each probe is refused."""

import contextlib
import datetime as dt
import hashlib
import io
from pathlib import Path

import psycopg
import pytest

from xcdesk import store
from xcdesk.codes import CallBack, CaseKind, CaseResult, MaterialKind
from xcdesk.db import whole_tables
from xcdesk.db.base import database
from xcdesk.server import tables
from xcdesk.services import approvals, cases
from xcdesk.services.accounts import secrets
from xcdesk.services.approvals import NewMaterial, TextChange
from xcdesk.services.cases import Action, NewCase, Petitioner, Request, keys
from xcdesk.services.cases.keys import KeyPlace
from xcdesk.services.log import coverage
from xcdesk.services.log.evidence import NewFile
from xcdesk.services.office import drafts
from xcdesk.services.office.drafts import DraftText
from xcdesk.services.record import audit
from xcdesk.services.record.entries import NewItem

DAY = dt.date(2019, 3, 5)

PROBES = Path(__file__).parent
"""Files of probes, a line each: its name, and the statements of one transaction, parted by ``;;``."""


_EVENT = (
    "INSERT INTO case_event (case_id, at, who_id, who_name, who_post, action, from_state, to_state, round,"
    " words, detail, concerning) SELECT c.id, now() AT TIME ZONE 'UTC', u.id, u.name, '', a.action,"
    " a.source, a.target, c.round, '核实', '', '' FROM desk_user u, followup_case c, (VALUES "
)
"""An act on a case as the program writes it down; a probe names the act, its way, the case and who."""
_ENTRY = (
    "INSERT INTO audit_entry (at, who, who_name, action, subject, facts, previous, digest)"
    " SELECT e.at, e.who, e.name, 'case.changed', 'x', '{}', e.last, encode(sha256(convert_to(concat_ws("
    "chr(31), to_char(e.at, 'YYYY-MM-DD\"T\"HH24:MI:SS.US'), e.who, e.name, 'case.changed', 'x', '{}',"
    " e.last), 'UTF8')), 'hex') FROM (SELECT now() AT TIME ZONE 'UTC' AS at, login AS who, name,"
    " (SELECT digest FROM audit_entry ORDER BY id DESC LIMIT 1) AS last FROM desk_user"
    " WHERE current_database() || '_' || login = session_user) AS e"
)
"""A true entry of the record, so that no probe is refused for lack of one."""


def digest_of_office():
    """All rows of the office, as whoever keeps the server reads them."""
    found = {}
    for name in tables.names():
        kinds = whole_tables.kinds(database.obj, name)
        columns = ["id", *sorted(set(kinds) - {"id"})]
        found[name] = whole_tables.digest(whole_tables.read(database.obj, name, columns))
    return found


def handed_out(actor, kind=CaseKind.FINDING, **more):
    """A case, a finding if nothing else is said, that the department has signed for."""
    case = cases.register(actor, NewCase(kind, "窗口无人值守", "市教育局", **more))
    cases.act(actor, case.id, Action.FILE)
    cases.act(actor, case.id, Action.DISPATCH)
    return cases.act(actor, case.id, Action.ACCEPT, Request(person="示例·签某")).id


def answered(actor, case):
    """Enter the department's answer with its evidence."""
    picture = NewFile("现场.png", lambda: io.BytesIO(b"picture"))
    given = Request(words="已经整改", result=CaseResult.SOLVED, files=(picture,))
    return cases.act(actor, case, Action.ANSWER, given).id


@pytest.fixture
def followed(sit_down):
    """Cases at which each rule about who decides can be tried, by what stands about them."""
    chen = sit_down("chen")
    of_chen = answered(chen, handed_out(chen))
    of_lin = handed_out(chen, important=True)
    guo = sit_down("guo")
    of_guo, passed, awaited, returned = (handed_out(guo) for _ in range(4))
    for case in (of_guo, passed):
        answered(guo, case)
    cases.act(guo, returned, Action.RETURN, Request(words="不属本局职责"))
    cases.act(guo, returned, Action.DISPATCH)
    again, unreached = handed_out(guo), handed_out(guo, kind=CaseKind.COMPLAINT)
    answered(guo, again)
    lin = sit_down("lin")
    cases.act(lin, again, Action.SEND_BACK, Request(words="再核"))
    answered(lin, unreached)
    answered(lin, of_lin)
    cases.act(lin, passed, Action.PASS, Request(verify=True))
    guo = sit_down("guo")
    cases.act(guo, unreached, Action.PASS)
    cases.act(guo, unreached, Action.CALL_BACK, Request(said=CallBack.NOT_REACHED))
    return {
        "answer_of_chen": of_chen,
        "answer_of_lin": of_lin,
        "answer_of_guo": of_guo,
        "passed": passed,
        "awaited": awaited,
        "returned": returned,
        "again": again,
        "unreached": unreached,
        "event": _EVENT,
        "silent": _EVENT.replace("'核实'", "' '"),
        "entry": _ENTRY,
    }


@pytest.fixture
def prepared(followed, sit_down, office):
    """Numbers of what the probes aim at."""
    keys.make(sit_down("office"), KeyPlace.FILE)
    chen = sit_down("chen")
    secrets.set_password(chen, "", "ocean-93-lamp")
    own = approvals.create(chen, NewMaterial(MaterialKind.NOTICE, "领导自拟", "正文"))
    own = approvals.submit(chen, own.id)
    lin = sit_down("lin")
    of_lin = approvals.create(lin, NewMaterial(MaterialKind.NOTICE, "林某拟稿", "正文"))
    drafts.keep(lin, DraftText("material:new", "没写完", "……"))
    review = approvals.create(lin, NewMaterial(MaterialKind.NOTICE, "送审稿", "正文"))
    review = approvals.submit(lin, review.id)
    approved = approvals.create(lin, NewMaterial(MaterialKind.NOTICE, "已签稿", "正文"))
    approvals.submit(lin, approved.id)
    chen = sit_down("chen")
    approved = approvals.agree(chen, approved.id, seen_hash=approved.text_hash)
    guo = sit_down("guo")
    draft = approvals.create(guo, NewMaterial(MaterialKind.NOTICE, "草稿", "正文"))
    draft = approvals.edit(guo, draft.id, TextChange("草稿", "正文二", None))
    item = coverage.log_item(guo, NewItem(DAY, "许昌日报", "我市公布承诺事项"))
    somebody = Petitioner("示例·来某", "13812345678", "", "", "")
    case = cases.register(guo, NewCase(CaseKind.COMPLAINT, "办事排队", "市教育局", petitioner=somebody))
    numbers = {
        row: approvals.row(number)
        for row, number in (
            ("draft", draft.id),
            ("review", review.id),
            ("approved", approved.id),
            ("own", own.id),
        )
    }
    head = database.execute_sql("SELECT digest FROM audit_entry ORDER BY id DESC LIMIT 1").fetchone()[0]
    logins = dict(database.execute_sql("SELECT login, id FROM desk_user").fetchall())
    store.close_store()
    return {
        "place": office.rpartition("/")[2],
        "item": item,
        "case": case.id,
        "draft_of_lin": of_lin.id,
        "hash_of_lin": of_lin.text_hash,
        "head": head,
        "hash_xy": hashlib.sha256(b"x\n\ny").hexdigest(),
        **followed,
        **logins,
        **{name: row.id for name, row in numbers.items()},
        **{f"{name}_version": row.version for name, row in numbers.items()},
        **{f"{name}_hash": row.text_hash for name, row in numbers.items()},
    }


def probe(connection, statements):
    """Carry out one transaction; None where it was refused, else what it answered or found."""
    parts = statements.split(";;")
    try:
        with connection.transaction() if len(parts) > 1 else contextlib.nullcontext():
            for statement in parts:
                cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else cursor.rowcount
    except (psycopg.errors.InsufficientPrivilege, psycopg.errors.DivisionByZero):
        return None
    except psycopg.Error as error:
        return f"{type(error).__name__}: {error}"


def test_what_the_program_does_not_let_people_do_the_server_refuses_them(prepared, office, session):
    store.open_store(office)
    before = digest_of_office()
    got_through, count = {}, 0
    for login, file in (("guo", "clerk"), ("chen", "leader")):
        connection = session(login)
        session("chen")
        for line in (PROBES / f"{file}_probes.txt").read_text(encoding="utf-8").splitlines():
            name, _, statements = line.partition(": ")
            answer = probe(connection, statements.format(**prepared))
            count += 1
            if answer not in (None, 0, []):
                got_through[f"{login}: {name}"] = answer
    assert got_through == {}
    assert count > 150
    assert digest_of_office() == before
    assert audit.verify().ok


def test_others_hashes_are_a_mark_and_the_server_knows_no_password(sit_down, office, session):
    secrets.set_password(sit_down("chen"), "", "ocean-93-lamp")
    seen = dict(session("guo").execute("SELECT login, secret FROM desk_user").fetchall())
    assert seen["chen"] == "!"
    assert seen["lin"] == ""
    with psycopg.connect(office) as keeper:
        kept = keeper.execute(
            "SELECT rolname, rolpassword, rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls"
            " FROM pg_authid WHERE rolname LIKE current_database() || '\\_%' AND rolcanlogin"
        ).fetchall()
    assert len(kept) == 5
    assert all(password.startswith("SCRAM-SHA-256$") and not powers for _, password, powers in kept)
