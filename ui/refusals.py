"""Refusals that only the windows can make; their sentences stand in the shared catalogue."""

from xcdesk.errors import DeskError


class NoPageThatWayError(DeskError):
    """Nothing of the help was read before, or after, the page in view."""

    code = "help.no_page_that_way"


class BackupBusyError(DeskError):
    """One backup is being worked on; the next waits until that is done."""

    code = "window.backup_busy"


class NoOldFileError(DeskError):
    """The data lie on a server; going back there is the administrator's."""

    code = "window.no_old_file"


class OnServerError(DeskError):
    """The office is on a server already."""

    code = "window.on_server"


class NothingChosenError(DeskError):
    """The verb needs a chosen row; fact ``what`` names the kind of row."""

    code = "window.nothing_chosen"


class NothingToBringError(DeskError):
    """All sheets of the old ledgers are here, or none is meant."""

    code = "window.nothing_to_bring"


class AsShippedError(DeskError):
    """A counting rule has the words of the program already."""

    code = "window.rule_as_shipped"


class TooManyChosenError(DeskError):
    """More rows are chosen than one act takes; facts ``count`` and ``most``."""

    code = "window.too_many_chosen"


class NoCellsToPasteError(DeskError):
    """The clipboard holds no text that would say something of a cell."""

    code = "window.no_cells_to_paste"


class OneCellChosenError(DeskError):
    """The verb takes what stands first in a block, and no block is chosen."""

    code = "window.one_cell_chosen"


class YearShownError(DeskError):
    """The year is for looking: a week or a month is shown to write into it."""

    code = "window.year_shown"


class WeeksShownError(DeskError):
    """The weeks of a year are counted, not written: the quotas themselves are kept in the lists beside."""

    code = "window.weeks_shown"


class NoNeighbourError(DeskError):
    """Nothing can move past the end of a list, and most lists have no order of their own."""

    code = "window.no_neighbour"


class UnreadFieldError(DeskError):
    """What stands in a field names nothing on its list, or no day; facts ``name`` and ``text``."""

    code = "window.unread_field"


class NoReportsError(DeskError):
    """The list of reports is empty, so that there is no day to go to."""

    code = "window.no_reports"


class NoReplyError(DeskError):
    """Nothing came back for the consulting form yet."""

    code = "consult_form.no_reply"


class NothingToUndoError(DeskError):
    """Nothing was done in this sitting that could be taken back."""

    code = "window.nothing_to_undo"


class UndoMovedError(DeskError):
    """While a backup was taken before it, something else was done or taken back; fact ``name`` of the act."""

    code = "window.undo_moved"


class NothingToRedoError(DeskError):
    """Nothing was taken back that could be done again."""

    code = "window.nothing_to_redo"


class UnsavedTextError(DeskError):
    """A text is being written; it is saved or given up first."""

    code = "window.unsaved_text"


class AlreadyUndoneError(DeskError):
    """The chosen import was taken back before."""

    code = "window.already_undone"


class NothingTickedError(DeskError):
    """No row of the file is ticked."""

    code = "window.nothing_ticked"


class NoReadyFileError(DeskError):
    """No file of the queue is ready to be written without anybody's word."""

    code = "window.no_ready_file"


class NotReadYetError(DeskError):
    """The file is being read, or compared with a log that has changed."""

    code = "window.not_read_yet"


class NotReadableError(DeskError):
    """The chosen file could not be read, so nothing can be done with its rows."""

    code = "window.not_readable"


class CountsOnlyError(DeskError):
    """The chosen file holds tables of counts, which are never read as reports."""

    code = "window.counts_only"


class AlreadyImportedError(DeskError):
    """The chosen file has been imported."""

    code = "window.already_imported"


class NotImportedError(DeskError):
    """The chosen file has not been imported, so there is no import to take back."""

    code = "window.not_imported"


class NothingTurnedDownError(DeskError):
    """No row of the chosen file is turned down."""

    code = "window.nothing_turned_down"


class NothingToPasteError(DeskError):
    """The clipboard holds no files."""

    code = "window.nothing_to_paste"


class NoFontFolderError(DeskError):
    """The font folder that was named is not there; fact ``path``."""

    code = "window.no_font_folder"


class NothingOwedError(DeskError):
    """Nothing is to be chased: every return of the month has come, and nothing sent back is open."""

    code = "window.nothing_owed"


class AlreadySentError(DeskError):
    """The unit has sent a return for the month, so it cannot have nothing to report."""

    code = "window.already_sent"


class StillWritingError(DeskError):
    """Files are being written just now."""

    code = "window.still_writing"


class NoneToReturnError(DeskError):
    """No file of the queue has rows turned down of which no returned workbook was made."""

    code = "window.none_to_return"


class NoColumnError(DeskError):
    """No column is ticked, so that the table would be empty."""

    code = "window.no_column"


class NotADayError(DeskError):
    """What was typed names no single day; fact ``text``."""

    code = "window.not_a_day"


class NotDaysError(DeskError):
    """What was typed names no days; fact ``text``."""

    code = "window.not_days"


class NotTypedError(DeskError):
    """The column is filled in by the program; fact ``column``."""

    code = "window.not_typed"


class TooManyToCopyError(DeskError):
    """More rows than the clipboard takes; facts ``count`` and ``most``."""

    code = "window.too_many_to_copy"


class ChangedMeanwhileError(DeskError):
    """Another desk changed the report meanwhile; facts ``title``, ``who`` and ``when``."""

    code = "window.changed_meanwhile"


class NoFilterError(DeskError):
    """No column of the log is filtered."""

    code = "window.no_filter"


class NoLinkError(DeskError):
    """The chosen report has no link."""

    code = "window.no_link"


class NoFieldTickedError(DeskError):
    """No field is ticked, so that nothing would be changed."""

    code = "window.no_field_ticked"


class AtTheRecordError(DeskError):
    """The record is being verified or written to a file."""

    code = "window.at_the_record"


class RecordUnfilteredError(DeskError):
    """The record is shown whole."""

    code = "window.record_unfiltered"


class InTableError(DeskError):
    """A table does not stand within a table."""

    code = "editor.in_table"


class NotInTableError(DeskError):
    """The verb is about the row, column or table at hand, and the caret is in none."""

    code = "editor.not_in_table"


class NothingTypedError(DeskError):
    """Nothing was typed in this editor that could be taken back, or done again."""

    code = "editor.nothing_typed"


class PassageNotSavedError(DeskError):
    """A comment belongs to a saved text, and the passage is not in it."""

    code = "editor.passage_not_saved"


class AccountActiveError(DeskError):
    """The account is not disabled; fact ``name``."""

    code = "window.account_active"


class AccountDisabledError(DeskError):
    """The account is disabled, so that nothing is to be changed before it is enabled; fact ``name``."""

    code = "window.account_disabled"


class AccountOpenError(DeskError):
    """The account was not shut after wrong passwords; fact ``name``."""

    code = "window.account_open"


class NothingToLockError(DeskError):
    """Whoever sits here has no password, so that anybody could unlock the window."""

    code = "window.nothing_to_lock"


class NotBulletinError(DeskError):
    """Only copies of a bulletin are numbered; fact ``title``."""

    code = "window.not_bulletin"


class NoSheetError(DeskError):
    """Nothing was signed on paper."""

    code = "editor.no_sheet"


class CaseKeyHereError(DeskError):
    """This machine holds the key of private details already."""

    code = "window.case_key_here"


class NothingToEraseError(DeskError):
    """No private details are due; fact ``days``: for how long they are kept."""

    code = "window.nothing_to_erase"


class NoCaseSheetError(DeskError):
    """No sheet belongs to the case yet: the first comes with its dispatch."""

    code = "window.no_case_sheet"


class NothingForManyError(DeskError):
    """Nothing is chosen, and no case waits for this act."""

    code = "window.nothing_for_many"


class NothingOpenForFormsError(DeskError):
    """No department has a case to answer."""

    code = "window.nothing_open_for_forms"


class ListNotReturnedError(DeskError):
    """Returned workbooks are made of county returns only."""

    code = "window.list_not_returned"


class AnswersStandHereError(DeskError):
    """The file entered answers, which are not undone."""

    code = "window.answers_stand"
