"""Why something cannot be done in follow-up; the sentences stand in ``resources/labels/cases.toml``."""

from xcdesk.errors import DeskError


class NotNowError(DeskError):
    """The state of the case does not have this action."""

    code = "case.not_now"


class CaseChangedError(DeskError):
    """Somebody did something to the case after it was read; nothing was written."""

    code = "case.changed"


class UnknownCaseKindError(DeskError):
    """The kinds are a closed list: a department's work, never an outlet's or a journalist's report."""

    code = "case.unknown_kind"


class OutletSubjectError(DeskError):
    """The subject named is an outlet; no case is about an outlet's report."""

    code = "case.outlet_subject"


class UnknownSubjectError(DeskError):
    """The subject named is no unit of the roster; no case has a private person as its subject."""

    code = "case.unknown_subject"


class SourceOfKindError(DeskError):
    """Cases of this kind do not come from there."""

    code = "case.source_of_kind"


class NoPetitionerError(DeskError):
    """Only a complaint or suggestion has private details."""

    code = "case.no_petitioner"


class PrivateInTextError(DeskError):
    """The text of a complaint names the petitioner, a telephone or an identity number."""

    code = "case.private_in_text"


class NoPromiseError(DeskError):
    """A commitment has its promise, word for word, and the day until which it was given."""

    code = "case.no_promise"


class OnlyCommitmentsError(DeskError):
    """Only commitments have a promise and an interview."""

    code = "case.only_commitments"


class WordsNeededError(DeskError):
    """A reason, a basis, an answer is left empty."""

    code = "case.words_needed"


class HeadOnlyError(DeskError):
    """This is decided by a leader."""

    code = "case.head_only"


class ReceiverNeededError(DeskError):
    """Who signed for the case is left empty."""

    code = "case.receiver_needed"


class PastDueError(DeskError):
    """The day until which is past."""

    code = "case.past_due"


class ClockRunsError(DeskError):
    """The clock started at the first dispatch and does not stop on a return."""

    code = "case.clock_runs"


class HelpsItselfError(DeskError):
    """The leading unit is named as a helper as well."""

    code = "case.helps_itself"


class LateReturnError(DeskError):
    """A case is returned within some working days of its dispatch, or not at all."""

    code = "case.late_return"


class ReturnedTwiceError(DeskError):
    """A case that was returned twice is not returned again."""

    code = "case.returned_twice"


class ReturnPendingError(DeskError):
    """A leader has still to decide on the second return."""

    code = "case.return_pending"


class NoReturnError(DeskError):
    """No return waits for a leader."""

    code = "case.no_return"


class LateExtensionError(DeskError):
    """An extension is asked for before the day due is past."""

    code = "case.late_extension"


class ExtensionPendingError(DeskError):
    """An extension was asked for and is not decided."""

    code = "case.extension_pending"


class NoExtensionError(DeskError):
    """No extension waits for a leader."""

    code = "case.no_extension"


class NotLaterError(DeskError):
    """An extension leads to a later day."""

    code = "case.not_later"


class LevelNeededError(DeskError):
    """A notice is blue, yellow or red."""

    code = "case.level_needed"


class TooEarlyNoticeError(DeskError):
    """A blue notice is given when the day due is near."""

    code = "case.too_early_notice"


class OverdueNoticeError(DeskError):
    """A case that is overdue gets a yellow or a red notice."""

    code = "case.overdue_notice"


class NotOverdueError(DeskError):
    """A red notice is given when a case is overdue."""

    code = "case.not_overdue"


class PersonNeededError(DeskError):
    """Who was spoken to when chasing is left empty."""

    code = "case.person_needed"


class ResultNeededError(DeskError):
    """An answer says what came of the case."""

    code = "case.result_needed"


class ResultOfKindError(DeskError):
    """Cases of this kind do not end so."""

    code = "case.result_of_kind"


class EvidenceNeededError(DeskError):
    """A finding or commitment is answered with evidence."""

    code = "case.evidence_needed"


class OwnAnswerError(DeskError):
    """Nobody judges an answer that he has entered himself."""

    code = "case.own_answer"


class OnlyComplaintsError(DeskError):
    """Only somebody who complained is called back, or takes it back."""

    code = "case.only_complaints"


class SaidNeededError(DeskError):
    """A call-back says what the answer was."""

    code = "case.said_needed"


class NotCalledBackError(DeskError):
    """Somebody who complained is called back before the case is closed."""

    code = "case.not_called_back"


class NotReachedError(DeskError):
    """Somebody who was not reached is called some times before the case is closed."""

    code = "case.not_reached"


class MergeTargetError(DeskError):
    """The case named does not exist, or is merged or declined itself."""

    code = "case.merge_target"


class MergeItselfError(DeskError):
    """A case is not merged into itself."""

    code = "case.merge_itself"


class SameUnitError(DeskError):
    """The unit leads already."""

    code = "case.same_unit"


class FutureDayError(DeskError):
    """The day is still to come."""

    code = "case.future_day"


class ItemNeededError(DeskError):
    """There is no such report in the coverage log."""

    code = "case.item_needed"


class LinkedAlreadyError(DeskError):
    """The report belongs to the case already."""

    code = "case.linked_already"


class NotLinkedError(DeskError):
    """The report does not belong to the case."""

    code = "case.not_linked"


class FilesNeededError(DeskError):
    """No file was chosen."""

    code = "case.files_needed"


class OnlyFindingsError(DeskError):
    """Only findings are made public, and so only they have a right of reply."""

    code = "case.only_findings"


class NoReplyError(DeskError):
    """A finding is made public when the department's answer and reply are on record."""

    code = "case.no_reply"


class NotFindingTextError(DeskError):
    """A finding is made public by a text of that kind in the approval queue."""

    code = "case.not_finding_text"


class NothingPrivateError(DeskError):
    """No private details stand behind the case."""

    code = "case.nothing_private"


class ErasedError(DeskError):
    """The private details have been erased."""

    code = "case.erased"


class NotRemovableError(DeskError):
    """Only a case that was just registered goes into the trash."""

    code = "case.not_removable"
