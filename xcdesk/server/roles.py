"""The roles of an office on a server, and what each may do there: written by whoever keeps the server.

One login role for each person, ``<database>_<login>``; groups ``<database>-clerk`` and so on, one for each
role of the program, as which nobody signs in; and ``<database>-owner``, to whom all tables belong. Names
begin with that of the database, because a server's roles are those of all its databases.

What stands here is written anew by each `set_up`, which changes nothing that is as it should be.
"""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from peewee import Database

from xcdesk.codes import CaseState, Role
from xcdesk.db import server_opening, whole_tables
from xcdesk.db.base import database, is_sqlite
from xcdesk.errors import DeskError
from xcdesk.models import User
from xcdesk.resources import resource
from xcdesk.server import act_needs, tables
from xcdesk.server.case_columns import WRITTEN_BY
from xcdesk.services.approvals.rules import MACHINE as MATERIALS
from xcdesk.services.cases.case_rules import CaseRules
from xcdesk.services.cases.rows import OPEN, REGISTERED, TOOK_IN
from xcdesk.services.cases.rules import MACHINE as CASES
from xcdesk.services.office.people import UnknownUserError
from xcdesk.services.record import audit, permissions
from xcdesk.services.record.actor import Actor
from xcdesk.services.record.permissions import ALLOWED, BY_ITSELF, OF_ACTS, OF_AREAS, Permission
from xcdesk.wording import Listed

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 4, 4
_SHIPPED = ("1_people", "2_record", "3_materials", "4_cases", "5_backups")
_LARGE_OBJECTS = ("lo_create(oid)", "lo_creat(integer)", "lo_from_bytea(oid, bytea)")


class NoServerError(DeskError):
    """The open office is a file; roles are of a server."""

    code = "server.not_a_server"


class NotKeeperError(DeskError):
    """The address is not that of somebody who may make roles on the server."""

    code = "server.not_keeper"


class RolesMissingError(DeskError):
    """The server has no roles of this office yet."""

    code = "server.no_roles"


@dataclass(frozen=True, slots=True)
class Admitted:
    """Who may sign in at the server: his login in the office, his role there, and a password told once."""

    login: str
    name: str
    server_role: str
    password: str


def set_up(actor: Actor) -> tuple[Admitted, ...]:
    """Write roles, grants and guards for the open office, and admit everybody who has no role yet.

    Args:
        actor: an administrator of the office, in a session that may make roles.

    Returns:
        Whom it admitted, with passwords that are kept nowhere.

    Raises:
        NotAllowedError: the accounts of the office are not his to keep.
        NoServerError: the open office is a file.
        NotKeeperError: the session may not make roles; nothing was changed.
    """
    permissions.require(actor, Permission.PEOPLE)
    handle = _server()
    from psycopg.errors import InsufficientPrivilege  # only where there is a server

    try:
        with handle.atomic():
            for statement in statements(handle):
                handle.connection().execute(statement)  # as it is: some hold several, with signs of their own
            admitted = _admit_new(handle)
            audit.record(actor, "user.server_set_up", "office", admitted=[who.login for who in admitted])
            return admitted
    except InsufficientPrivilege as error:
        raise NotKeeperError() from error


def script() -> tuple[str, ...]:
    """What `set_up` writes, for whoever keeps the server to read; raises `NoServerError`."""
    return tuple(statements(_server()))


def give_password(actor: Actor, login: str, password: str) -> Admitted:
    """Give somebody another password at the server, or let him in for the first time.

    Args:
        actor: an administrator; anybody may change his own.
        login: of an account in the office.
        password: kept nowhere.

    Raises:
        UnknownUserError: there is no such account.
        NotAllowedError: it is somebody else's.
        NoServerError: the open office is a file.
        RolesMissingError: nobody has set the server up.
    """
    handle = _server()
    if not server_opening.has_roles(handle):
        raise RolesMissingError()
    row = User.get_or_none(User.active & (User.login == login))
    if row is None:
        known = Listed(tuple(each.login for each in User.select().where(User.active)))
        raise UnknownUserError(name=login, known=known)
    if row.id != actor.id:
        permissions.require(actor, Permission.PEOPLE)
    with handle.atomic():
        admitted = admit(row.id, password)
        audit.record(actor, "user.server_password", f"desk_user:{row.id}", login=login)
    return admitted


def _server() -> Database:
    handle: Database = database.obj
    if is_sqlite(handle):
        raise NoServerError()
    return handle


def _admit_new(handle: Database) -> tuple[Admitted, ...]:
    name = _name(handle)
    known = {role for (role,) in handle.execute_sql("SELECT rolname FROM pg_roles").fetchall()}
    people = User.select().where(User.active).order_by(User.id)
    return tuple(admit(row.id, invented()) for row in people if f"{name}_{row.login}" not in known)


def admit(person: int, password: str) -> Admitted:
    """Let somebody sign in at the server with this password; a former one is replaced.

    Only a verifier is sent, so that no log of the server holds the password.

    Raises:
        PeeweeException: the server refuses it, to whoever keeps no accounts.
    """
    row: Any = User.get_by_id(person)
    handle = database.obj
    login = f"{_name(handle)}_{row.login}"
    connection = handle.connection()
    verifier = connection.pgconn.encrypt_password(
        password.encode(), login.encode(), b"scram-sha-256"
    ).decode()
    (role,) = handle.execute_sql("SELECT desk.admit(%s, %s)", (person, verifier)).fetchone()
    return Admitted(row.login, row.name, role, password)


def invented() -> str:
    """A password that can be read out over the telephone: 16 letters and digits, 79 bits."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def statements(handle: Database) -> Iterator[str]:
    """Everything that `set_up` writes, in order; to be read by whoever keeps the server."""
    name = _name(handle)
    yield from _roles(name)
    yield from _schemas()
    yield from _known()
    yield from map(_shipped, _SHIPPED)
    yield from _triggers()
    yield from _owned(name)
    yield from _granted(name)
    yield from _by_row()


def _shipped(file: str) -> str:
    text = resource("server", f"{file}.sql").read_text(encoding="utf-8")
    known = {"@chain_lock@": audit.CHAIN_LOCK, "@attempts@": CaseRules().attempts}
    for mark, value in known.items():
        text = text.replace(mark, str(value))
    return text


def _name(handle: Database) -> str:
    return str(handle.execute_sql("SELECT current_database()").fetchone()[0])


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _group(name: str, role: str) -> str:
    return _quoted(f"{name}-{role}")


def _roles(name: str) -> Iterator[str]:
    """Owner and groups; the owner makes the roles of persons, in functions that look who asks."""
    owner = _group(name, "owner")
    for role in ("owner", *Role):
        group = _group(name, role)
        missing = f"IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = {_literal(f'{name}-{role}')})"
        yield f"DO $$ BEGIN {missing} THEN CREATE ROLE {group} NOLOGIN; END IF; END $$"
        if role != "owner":
            yield f"GRANT {group} TO {owner} WITH ADMIN OPTION"
    yield f"ALTER ROLE {owner} NOLOGIN CREATEROLE"
    yield f"REVOKE ALL ON DATABASE {_quoted(name)} FROM PUBLIC"
    yield f"GRANT CONNECT ON DATABASE {_quoted(name)} TO {_groups(name)}"
    yield "REVOKE ALL ON SCHEMA public FROM PUBLIC"
    for function in _LARGE_OBJECTS:
        yield f"REVOKE EXECUTE ON FUNCTION pg_catalog.{function} FROM PUBLIC"


def _groups(name: str) -> str:
    return ", ".join(_group(name, role) for role in Role)


def _schemas() -> Iterator[str]:
    yield "CREATE SCHEMA IF NOT EXISTS desk"
    yield "CREATE SCHEMA IF NOT EXISTS desk_view"
    yield "DROP TABLE IF EXISTS desk.case_way, desk.moved_case"  # an earlier version had fewer columns
    for table, columns in (
        ("permission", "permission text, role text, PRIMARY KEY (permission, role)"),
        ("act_permission", "act text PRIMARY KEY, permission text NOT NULL"),
        ("by_itself", "act text PRIMARY KEY"),
        ("material_way", "action text, source text, target text, PRIMARY KEY (action, source, target)"),
        ("case_way", "action text, source text, target text, PRIMARY KEY (action, source, target)"),
        ("act_need", "machine text, act text, need text, PRIMARY KEY (machine, act, need)"),
        ("case_result", "kind text, result text, PRIMARY KEY (kind, result)"),
        ("case_column", "column_name text, action text, PRIMARY KEY (column_name, action)"),
        (
            "mark",
            "xid xid8 PRIMARY KEY, written boolean NOT NULL DEFAULT false, "
            "recorded boolean NOT NULL DEFAULT false",
        ),
        (
            "leave",
            "xid xid8, material integer, action text NOT NULL, person integer NOT NULL, "
            "PRIMARY KEY (xid, material)",
        ),
        ("copying", "person integer PRIMARY KEY, at timestamptz NOT NULL"),
        ("moved_case", "xid xid8, case_id integer, was jsonb NOT NULL, PRIMARY KEY (xid, case_id)"),
    ):
        yield f"CREATE TABLE IF NOT EXISTS desk.{table} ({columns})"


def _known() -> Iterator[str]:
    """The program's own tables of permissions and of transitions, as the guards ask them."""
    acts = {act: permission.value for act, permission in OF_ACTS.items()}
    areas = {f"{area}.*": permission.value for area, permission in OF_AREAS.items()}
    materials = {(edge.action, edge.source, edge.target) for edge in MATERIALS.edges()}
    cases: set[tuple[str, ...]] = {(edge.action, edge.source, edge.target) for edge in CASES.edges()}
    cases |= {(TOOK_IN, state, state) for state in (*OPEN, CaseState.CLOSED)}
    cases.add((REGISTERED, CASES.initial, CASES.initial))
    columns = {(column, act) for column, acts in WRITTEN_BY.items() for act in acts}
    for table, rows in (
        ("permission", {(permission, role) for permission, roles in ALLOWED.items() for role in roles}),
        ("act_permission", set({**areas, **acts}.items())),
        ("by_itself", {(act,) for act in BY_ITSELF}),
        ("material_way", materials),
        ("case_way", cases),
        ("case_column", columns),
        ("act_need", set(act_needs.needs())),
        ("case_result", set(act_needs.results())),
    ):
        yield f"DELETE FROM desk.{table}"  # noqa: S608  # own words
        values = ", ".join(f"({', '.join(map(_literal, row))})" for row in sorted(rows))
        yield f"INSERT INTO desk.{table} VALUES {values}"  # noqa: S608


def _triggers() -> Iterator[str]:
    for table in tables.recorded():
        yield (
            f"CREATE OR REPLACE TRIGGER desk_note AFTER INSERT OR UPDATE OR DELETE ON public.{table} "
            "FOR EACH ROW EXECUTE FUNCTION desk.note_write()"
        )
    for table in tables.versioned():
        yield (
            f"CREATE OR REPLACE TRIGGER desk_version BEFORE UPDATE ON public.{table} "
            "FOR EACH ROW EXECUTE FUNCTION desk.guard_version()"
        )
    for table in tables.TRASHED:
        yield (
            f"CREATE OR REPLACE TRIGGER desk_delete BEFORE DELETE ON public.{table} "
            "FOR EACH ROW EXECUTE FUNCTION desk.guard_delete()"
        )


def _owned(name: str) -> Iterator[str]:
    owner = _group(name, "owner")
    yield f"GRANT USAGE, CREATE ON SCHEMA public, desk, desk_view TO {owner}"
    for table in (*tables.names(), *tables.derived(), "schema_migration"):
        yield f"ALTER TABLE public.{table} OWNER TO {owner}"
    yield _shipped("6_owner")


def _granted(name: str) -> Iterator[str]:
    groups = _groups(name)
    yield "REVOKE ALL ON ALL TABLES IN SCHEMA public, desk, desk_view FROM PUBLIC"
    yield "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public, desk FROM PUBLIC"
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA public, desk, desk_view FROM {groups}"
    yield f"GRANT USAGE ON SCHEMA public, desk, desk_view TO {groups}"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {groups}"
    called = "me(), desk.my_role(), desk.keeper(), desk.may(text), desk.refuse(text), desk.private(integer)"
    whole = ", ".join(f"desk.whole_{table}()" for table in whole_tables.HANDED_OUT)
    acts = "desk.act(integer, text, integer, text), desk.admit(integer, text)"
    yield f"GRANT EXECUTE ON FUNCTION desk.{called}, {acts}, {whole} TO {groups}"
    yield f"GRANT SELECT ON public.schema_migration TO {groups}"
    yield f"GRANT SELECT, INSERT, UPDATE ON desk_view.desk_user TO {groups}"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON desk_view.case_private TO {groups}"
    for table in tables.derived():
        yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON public.{table} TO {groups}"
    for table in tables.names():
        if table not in tables.HIDDEN:
            yield f"GRANT SELECT ON public.{table} TO {groups}"
            for role in Role:
                yield from _of_role(table, role, _group(name, role))


def _of_role(table: str, role: Role, group: str) -> Iterator[str]:
    may = tables.grants(table, role)
    if may.insert and table == "audit_entry":  # its number is the server's: the chain follows it
        columns = ", ".join(map(_quoted, tables.without_number(table)))
        yield f"GRANT INSERT ({columns}) ON public.{table} TO {group}"
    elif may.insert:
        yield f"GRANT INSERT ON public.{table} TO {group}"
    if may.update:
        yield f"GRANT UPDATE ({', '.join(map(_quoted, may.update))}) ON public.{table} TO {group}"
    if may.delete:
        yield f"GRANT DELETE ON public.{table} TO {group}"


def _by_row() -> Iterator[str]:
    """Rows that are not everybody's: drafts are their writer's, settings go by their key."""
    own = "person_id = (SELECT desk.me())"
    keys = " ".join(
        f"WHEN {_literal(key)} THEN desk.may({_literal(permission)})"
        for key, permission in tables.OF_SETTINGS.items()
    )
    allowed = f"CASE key {keys} ELSE desk.may('work') END"
    for table, name, command, rule in (
        ("text_draft", "own", "ALL", f"USING ({own}) WITH CHECK ({own})"),
        ("recovery_code", "keepers", "ALL", "USING (desk.may('people'))"),
        ("setting", "read", "SELECT", "USING (true)"),
        ("setting", "add", "INSERT", f"WITH CHECK ({allowed})"),
        ("setting", "change", "UPDATE", f"USING ({allowed}) WITH CHECK ({allowed})"),
    ):
        yield f"ALTER TABLE public.{table} ENABLE ROW LEVEL SECURITY"
        yield f"DROP POLICY IF EXISTS desk_{name} ON public.{table}"
        yield f"CREATE POLICY desk_{name} ON public.{table} FOR {command} {rule}"
