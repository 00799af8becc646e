"""Why a file was not read: names that the console, the windows and the tests share."""

from xcdesk.errors import DeskError


class RefusedFileError(DeskError):
    """A file that cannot be read into rows.

    ``name`` is the file's name without its folder; ``reason`` is a short technical note for the details pane,
    never part of the sentence.
    """

    code = "file.unreadable"


class EncryptedFileError(RefusedFileError):
    """The workbook is protected by a password."""

    code = "file.encrypted"


class EmptyFileError(RefusedFileError):
    """The file holds nothing at all."""

    code = "file.empty"


class DamagedFileError(RefusedFileError):
    """The file is of a known kind, but cut off, broken or made to mislead the reader."""

    code = "file.damaged"


class UnreadableFileError(RefusedFileError):
    """The bytes are of no kind that this program reads."""

    code = "file.unreadable"


class TooLargeFileError(RefusedFileError):
    """Reading the file takes more room or time than a county return may."""

    code = "file.too_large"


class NoRowsError(RefusedFileError):
    """The file is sound, and no sheet of it holds a single value."""

    code = "file.no_rows"


class NotOpenedError(RefusedFileError):
    """The disk does not hand the file over: moved, without permission, or held by another program."""

    code = "file.not_opened"


class PracticeFileError(RefusedFileError):
    """The practice office made this file; it is nothing for real data."""

    code = "file.of_practice"


class OfficeFileError(RefusedFileError):
    """The office made this file in real work; it is nothing to practise with."""

    code = "file.of_office"


BY_CODE: dict[str, type[RefusedFileError]] = {
    kind.code: kind
    for kind in (
        EncryptedFileError,
        EmptyFileError,
        DamagedFileError,
        UnreadableFileError,
        TooLargeFileError,
        NoRowsError,
        NotOpenedError,
        PracticeFileError,
        OfficeFileError,
    )
}
