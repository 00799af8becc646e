"""What is looked at before any parser sees an archive: size, ratio, password, document types, false sizes."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from xcdesk.importers import limits
from xcdesk.importers.refusals import (
    DamagedFileError,
    EncryptedFileError,
    TooLargeFileError,
)

CHUNK = 1 << 20
_ENCRYPTED = 0x1
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
_OVERLAP = 16  # longer than what _DTD matches


def open_archive(data: bytes) -> zipfile.ZipFile:
    """The archive in ``data``, once its table of contents promises nothing out of proportion.

    Raises:
        DamagedFileError: cut off, or no archive at all.
        EncryptedFileError: a part is protected by a password.
        TooLargeFileError: too many parts, too large unpacked, or packed beyond what genuine files reach.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError) as exc:
        raise DamagedFileError(reason=f"zip: {exc}") from exc
    parts = archive.infolist()
    total = sum(part.file_size for part in parts)
    if len(parts) > limits.PARTS:
        raise TooLargeFileError(reason=f"{len(parts)} parts")
    if total > limits.FILE_BYTES:
        raise TooLargeFileError(reason=f"{total} bytes unpacked")
    if total > limits.RATIO_FROM and total > limits.RATIO * len(data):
        raise TooLargeFileError(reason=f"{total} bytes unpacked from {len(data)}")
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise EncryptedFileError(reason="encrypted part")
    return archive


def pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The unpacked bytes of one part, whole and in order; a part whose size or checksum was false is refused.

    Raises:
        DamagedFileError: as above, or the markup brings a document type, which no spreadsheet program writes.
    """
    try:
        with archive.open(part) as stream:
            tail = b""
            while chunk := stream.read(CHUNK):
                if _DTD.search(tail + chunk if tail else chunk):
                    raise DamagedFileError(reason=f"document type in {part.filename}")
                tail = chunk[-_OVERLAP:]
                yield chunk
    except _BROKEN as exc:
        raise DamagedFileError(reason=f"{part.filename}: {exc}") from exc


def refuse_document_type(text: str) -> None:
    """Refuse markup that defines a document type or entities: nothing that a spreadsheet program exports."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise DamagedFileError(reason="document type")
