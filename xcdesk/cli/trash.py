"""Console commands on the trash: list, put back, remove for good."""

import argparse
from typing import Any, ClassVar

from xcdesk.cli.frame import Answer, Command, Desk, number
from xcdesk.errors import DeskError
from xcdesk.services import trash
from xcdesk.services.backups import keeping
from xcdesk.services.backups.keeping import Reason
from xcdesk.services.trash import TrashKey, TrashRow
from xcdesk.wording import Listed, sentence, text


class UnknownKindError(DeskError):
    """There is no such kind of thing in the trash."""

    code: ClassVar[str] = "trash.unknown_kind"


class NotThereError(DeskError):
    """No such row lies in the trash; facts ``kind`` and ``id``."""

    code: ClassVar[str] = "trash.not_there"


def _list_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", default="", metavar="KIND", help=", ".join(trash.KINDS))
    parser.add_argument("--search", default="", metavar="TEXT", help="words that it holds")
    parser.add_argument("--limit", type=number, default=500, metavar="N", help="most rows to show")


def _list(desk: Desk) -> Answer:
    words = desk.words
    _require(words.kind)
    found = trash.page(words.search, words.kind, words.limit)
    lines = [f"{row.key.kind} {row.key.id}  {row.place}  {row.title}  {row.removed_by}" for row in found.rows]
    return Answer({"total": found.total, "rows": [_as_json(row) for row in found.rows]}, lines)


def _chosen_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", metavar="KIND", help=", ".join(trash.KINDS))
    parser.add_argument("ids", metavar="ID", nargs="+", type=number, help="numbers of the rows")


def _restore(desk: Desk) -> Answer:
    done = trash.restore(desk.actor(), _chosen(desk))
    refused = [
        {"id": one.key.id, "code": one.error.code, "message": sentence(one.error)} for one in done.refused
    ]
    lines = [text("trash.restored", kind=key.kind, id=key.id) for key in done.back]
    lines += [
        text("trash.refused", kind=one.key.kind, id=one.key.id, why=sentence(one.error))
        for one in done.refused
    ]
    return Answer({"restored": [key.id for key in done.back], "refused": refused}, lines, not refused)


def _purge_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", metavar="KIND", nargs="?", default="", help=", ".join(trash.KINDS))
    parser.add_argument("ids", metavar="ID", nargs="*", type=number, help="numbers of the rows")
    parser.add_argument(
        "--old", action="store_true", help="all that has lain longer than the office keeps it"
    )


def _purge(desk: Desk) -> Answer:
    if desk.words.old:
        refused = trash.may_purge(desk.actor())
        if refused is not None:
            raise refused
        count = trash.purge_old()
    else:
        keeping.before(Reason.BEFORE_PURGE)
        count = trash.purge(desk.actor(), _chosen(desk))
    return Answer({"purged": count}, [text("trash.purged", count=count)])


def _chosen(desk: Desk) -> list[TrashKey]:
    """What the command line names, at the versions of now."""
    kind = desk.words.kind
    if not kind:
        raise UnknownKindError(kind=kind, known=Listed(tuple(trash.KINDS)))
    _require(kind)
    found = []
    for row_id in dict.fromkeys(desk.words.ids):
        key = trash.key_of(kind, row_id)
        if key is None:
            raise NotThereError(kind=kind, id=row_id)
        found.append(key)
    return found


def _require(kind: str) -> None:
    if kind and kind not in trash.KINDS:
        raise UnknownKindError(kind=kind, known=Listed(tuple(trash.KINDS)))


def _as_json(row: TrashRow) -> dict[str, Any]:
    return {
        "kind": row.key.kind,
        "id": row.key.id,
        "title": row.title,
        "place": row.place,
        "removed_at": row.removed_at.isoformat(),
        "removed_by": row.removed_by or None,
        "leaves_on": row.leaves_on.isoformat() if row.leaves_on else None,
    }


COMMANDS = (
    Command("trash list", "What lies in the trash.", _list, _list_options),
    Command("trash restore", "Put things back from the trash.", _restore, _chosen_options),
    Command("trash purge", "Remove things in the trash for good.", _purge, _purge_options),
)
