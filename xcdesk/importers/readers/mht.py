"""Web archives named .xls or .mht: the pages inside a MIME message, each with a table becoming a sheet."""

import email
from email.message import Message

from xcdesk.importers import sniff
from xcdesk.importers.raw import RawBook
from xcdesk.importers.readers import html
from xcdesk.importers.refusals import UnreadableFileError


def read(data: bytes) -> RawBook:
    """Every page of the archive that holds a table.

    Raises:
        UnreadableFileError: no page inside, or one in no known encoding.
    """
    message = email.message_from_bytes(data.lstrip())
    pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
    if not pages:
        raise UnreadableFileError(reason="mail without a page")
    decoded = [sniff.decode(_body(page)) for page in pages]
    found = [html.sheet_of(page.text, _name(part)) for page, part in zip(decoded, pages, strict=True)]
    return RawBook("mht", decoded[0].encoding, tuple(sheet for sheet in found if sheet.cells))


def _body(part: Message) -> bytes:
    body = part.get_payload(decode=True)
    return body if isinstance(body, bytes) else b""


def _name(part: Message) -> str:
    """File name of the page without its extension, as ``sheet001``."""
    return str(part.get("Content-Location", "")).rpartition("/")[2].partition(".")[0]
