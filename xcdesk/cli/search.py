"""Console command that looks for words in everything."""

import argparse

from xcdesk.cli.frame import Answer, Command, Desk, number
from xcdesk.services import search
from xcdesk.wording import text


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "text",
        metavar="TEXT",
        help="words, and prefixes such as 单位:禹州 媒体:许昌日报 日期:3月 (unit: outlet: date: …)",
    )
    parser.add_argument("--limit", type=number, default=50, metavar="N", help="most hits to show")


def _search(desk: Desk) -> Answer:
    found = search.search(desk.words.text, desk.words.limit)
    hits = [
        {
            "kind": hit.kind.value,
            "id": hit.id,
            "date": hit.date.isoformat() if hit.date else None,
            "title": hit.title,
        }
        for hit in found.hits
    ]
    lines = tuple(
        f"{text(f'what.{hit.kind}')}  {hit.date or ''}  {hit.title}  {hit.place}" for hit in found.hits
    )
    return Answer({"hits": hits, "total": found.total}, lines)


COMMANDS = (Command("search", "Look for words in everything.", _search, _options),)
