"""Text in the encodings and with the separators that offices here use comes back cell by cell."""

import pytest

from xcdesk.importers import readers
from xcdesk.importers.refusals import DamagedFileError, EmptyFileError, UnreadableFileError

ROWS = (
    ("日期", "媒体", "标题"),
    ("２０１９０３０５", "许昌日报", "祎翀𬀩，珺旻"),
    (),
    ("=1+1", None, "<b>甲</b>"),
)


def text(separator: str) -> str:
    return "\r\n".join(separator.join(cell or "" for cell in row) for row in ROWS) + "\r\n\r\n"


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("gb18030", "gb18030"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
@pytest.mark.parametrize(("separator", "form"), [("\t", "text"), (",", "csv"), (";", "csv"), ("|", "text")])
def test_text_comes_back_in_every_encoding_and_with_every_separator(
    codec: str, encoding: str, separator: str, form: str
) -> None:
    book = readers.read(text(separator).encode(codec))
    assert (book.format, book.encoding) == (form, encoding)
    assert book.sheets[0].cells == ROWS


def test_a_full_width_comma_separates_where_nothing_else_does() -> None:
    book = readers.read("日期，媒体\n3月5日，晨报\n".encode("gb18030"))
    assert (book.format, book.sheets[0].cells) == ("csv", (("日期", "媒体"), ("3月5日", "晨报")))


def test_quoted_fields_hold_separators_and_line_breaks() -> None:
    book = readers.read('标题,媒体\n"甲,乙\n丙""丁""",晨报\n'.encode())
    assert book.sheets[0].cells == (("标题", "媒体"), ('甲,乙\n丙"丁"', "晨报"))


def test_one_stray_quotation_mark_does_not_swallow_the_rows_below() -> None:
    book = readers.read('标题\t媒体\n"放管服改革\t晨报\n甲\t日报\n'.encode())
    assert book.sheets[0].cells[1:] == (('"放管服改革', "晨报"), ("甲", "日报"))


@pytest.mark.parametrize("content", [b"", b" \r\n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_file_with_nothing_in_it_is_empty(content: bytes) -> None:
    with pytest.raises(EmptyFileError):
        readers.read(content)


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.4\nplain",
        b"{\\rtf1\\ansi hello}",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\xff",
        b"ID;PWXL;N;E\r\nC;Y1;X1;K1\r\n",
        b"\x7fELF\x02\x01\x01" + bytes(200),
        bytes(range(256)) * 8,
        "caf\u00e9,cr\u00e8me\n".encode("latin-1"),
    ],
)
def test_what_is_no_table_is_unreadable(content: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        readers.read(content)


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16"])
def test_text_that_ends_within_a_character_is_damaged(codec: str) -> None:
    with pytest.raises(DamagedFileError):
        readers.read("日期,媒体\n3月5日,晨报".encode(codec)[:-1])


def test_a_field_without_end_is_damaged() -> None:
    with pytest.raises(DamagedFileError):
        readers.read(b"a,b\n" + b"x" * (1 << 21) + b",c\n")
