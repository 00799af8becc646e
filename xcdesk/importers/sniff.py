"""What a file really is, by its bytes: the extension of a county return says nothing."""

import re
from dataclasses import dataclass
from enum import StrEnum

from xcdesk.importers.refusals import DamagedFileError, EmptyFileError, UnreadableFileError

HEAD = 8192
SUPERSETS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
}
"""Encodings that a page may declare and be believed, and the codec for what is sent under that name."""
WESTERN = {"iso-8859-1", "windows-1252"}
"""Declared by servers that nobody has set up, over Chinese pages too: believed only when no Chinese fits."""

_BIFF = (b"\x09\x08", b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
# SLK and DIF are text, but not rows as they stand
_FOREIGN = re.compile(rb"%PDF|\{\\rtf|ID;|TABLE\r?\n0,1\r?\n")
_MAIL = re.compile(r"(mime-version|from|subject|date|content-type|message-id)\s*:", re.IGNORECASE)
_WORKBOOK_2003 = re.compile(r"<(\w+:)?workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet")
_HTML = re.compile(r"<(html|table|!doctype html|body|meta)\b")
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_CUT_OFF = {"unexpected end of data", "incomplete multibyte sequence", "truncated data"}
_CONTROLS_IN = 200  # one stray control character in so many is a typing slip, more is not text


class Kind(StrEnum):
    """Family of formats that one reader serves."""

    OLE = "ole"
    BIFF = "biff"
    ZIP = "zip"
    HTML = "html"
    MHT = "mht"
    XML2003 = "xml2003"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of a file and the codec that read it."""

    text: str
    encoding: str


def kind_of(data: bytes) -> Kind:
    """Family of the file that holds ``data``.

    Raises:
        EmptyFileError: there is nothing but white space.
        UnreadableFileError: the bytes belong to no format that is read here.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Kind.OLE
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    if data.startswith(_BIFF):
        return Kind.BIFF
    if _FOREIGN.match(data):
        raise UnreadableFileError(reason="foreign format")
    return _kind_of_text(decode(data).text)


def _kind_of_text(text: str) -> Kind:
    start = text[:HEAD].lstrip()
    if not start and not text.strip():
        raise EmptyFileError(reason="only white space")
    lowered = start.lower()
    if _MAIL.match(start) and "mime-version:" in lowered:
        return Kind.MHT
    if not start.startswith("<"):
        return Kind.TEXT
    if _WORKBOOK_2003.search(lowered):
        return Kind.XML2003
    if _HTML.search(lowered):
        return Kind.HTML
    if start.startswith("<?xml"):
        raise UnreadableFileError(reason="xml of another kind")
    return Kind.TEXT


def decode(data: bytes) -> Decoded:
    """Read text of unknown encoding: by its BOM, as UTF-8, as it declares itself, as GB18030, in this order.

    Raises:
        EmptyFileError: no bytes.
        DamagedFileError: the text ends within a character.
        UnreadableFileError: no encoding fits, or the result is not text.
    """
    if not data:
        raise EmptyFileError(reason="0 bytes")
    for codec in _candidates(data):
        try:
            text = data.decode(codec).removeprefix("\ufeff")
        except UnicodeDecodeError as exc:
            whole = data[: exc.start]
            if exc.reason in _CUT_OFF and not whole.isascii() and _is_text(whole.decode(codec)):
                raise DamagedFileError(reason=f"cut off within a character of {codec}") from exc
            continue
        if _is_text(text):
            return Decoded(text, codec)
    raise UnreadableFileError(reason="not text in any known encoding")


def recoded(data: bytes, encoding: str) -> bytes:
    """Text that is in ``encoding`` by what a person says, as UTF-8 with its mark.

    Raises:
        UnreadableFileError: it is none in that encoding.
    """
    try:
        return data.decode(encoding).removeprefix("\ufeff").encode("utf-8-sig")
    except (UnicodeError, LookupError) as exc:
        raise UnreadableFileError(reason=f"not text in {encoding}") from exc


def _is_text(text: str) -> bool:
    return len(_CONTROLS.findall(text[:HEAD])) * _CONTROLS_IN <= min(len(text), HEAD)


def _candidates(data: bytes) -> tuple[str, ...]:
    if data.startswith(b"\xef\xbb\xbf"):
        return ("utf-8-sig",)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if b"\0" in data[:HEAD]:
        high_first = data[:HEAD:2].count(0) > data[1:HEAD:2].count(0)
        return ("utf-16-be" if high_first else "utf-16-le", "utf-8", "gb18030")
    found = _DECLARED.search(data[:HEAD])
    declared = found[1].decode("ascii").lower() if found else ""
    chinese = ("utf-8", "gb18030", "cp1252") if declared in WESTERN else ("utf-8", "gb18030")
    return ("utf-8", SUPERSETS[declared], "gb18030") if declared in SUPERSETS else chinese
