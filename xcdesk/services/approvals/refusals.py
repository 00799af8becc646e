"""Why something cannot be done to a material; the sentences stand in ``resources/labels/approvals.toml``."""

from xcdesk.errors import DeskError


class NotNowError(DeskError):
    """The state of the material does not have this action."""

    code = "material.not_now"


class MaterialChangedError(DeskError):
    """Somebody did something to the material after it was read; nothing was written."""

    code = "material.changed"


class OtherTextError(DeskError):
    """A verdict was given on a text that is no longer the one in review."""

    code = "material.other_text"


class NotYourStepError(DeskError):
    """The review step in hand belongs to another role."""

    code = "material.not_your_step"


class AdministratorError(DeskError):
    """An administrator keeps the settings and signs for nobody."""

    code = "material.administrator"


class OwnSubmissionError(DeskError):
    """The submitter is never the approver."""

    code = "material.own_submission"


class OwnTextError(DeskError):
    """Nobody signs a text of which he wrote a revision since the last sign-off."""

    code = "material.own_text"


class OpinionNeededError(DeskError):
    """A return without an opinion helps nobody."""

    code = "material.opinion_needed"


class ReasonNeededError(DeskError):
    """A void entry of the register says why."""

    code = "material.reason_needed"


class NotSubmitterError(DeskError):
    """Only who sent it to review may take it back."""

    code = "material.not_submitter"


class NotWriterError(DeskError):
    """Only who wrote in it may send it to review."""

    code = "material.not_writer"


class EmptyMaterialError(DeskError):
    """There is no text to be signed off yet."""

    code = "material.empty"


class SignOffBrokenError(DeskError):
    """The text is not the one that was signed off."""

    code = "material.sign_off_broken"


class UnheardError(DeskError):
    """A finding is not made public before the unit has answered it and its reply is on record."""

    code = "material.unheard"


class NotLeaderError(DeskError):
    """Voiding is decided by a leader."""

    code = "material.not_leader"


class UntitledError(DeskError):
    """A material has a title from the start."""

    code = "material.untitled"


class UnknownKindError(DeskError):
    """The kinds are a closed list of what the office itself issues."""

    code = "material.unknown_kind"


class WordsNeededError(DeskError):
    """A reason, a question or an answer is left empty."""

    code = "material.words_needed"


class UncheckedPointsError(DeskError):
    """Not every point of the list before submitting is ticked."""

    code = "material.unchecked_points"


class NotAuthorError(DeskError):
    """Only its author or a leader may end a draft."""

    code = "material.not_author"


class DecidedError(DeskError):
    """Somebody has agreed at this step already; it cannot be taken back."""

    code = "material.decided"


class SubmittedBeforeError(DeskError):
    """What was in review once is not discarded without a trace."""

    code = "material.submitted_before"


class NeverSubmittedError(DeskError):
    """A draft that nobody has seen is discarded, not terminated."""

    code = "material.never_submitted"


class CorrectedAlreadyError(DeskError):
    """A correction of it is on its way or out."""

    code = "material.corrected_already"


class RivalCorrectionError(DeskError):
    """Another correction of the same text was begun while this one lay in the trash."""

    code = "material.rival_correction"


class CheckOwedError(DeskError):
    """It was issued first and is not checked yet."""

    code = "material.check_owed"


class ChasedAlreadyError(DeskError):
    """It was chased in this half of the day."""

    code = "material.chased_already"


class NotChaserError(DeskError):
    """Reminding is for its submitter and for a leader."""

    code = "material.not_chaser"


class PrincipalsTextError(DeskError):
    """Nobody stands in for somebody who has a part in the text."""

    code = "material.principals_text"


class AgreedAlreadyError(DeskError):
    """He has agreed at this step already."""

    code = "material.agreed_already"


class GivenAwayError(DeskError):
    """He has handed his part over."""

    code = "material.given_away"


class NotYourTurnError(DeskError):
    """Others decide first, or he is not asked any more."""

    code = "material.not_your_turn"


class MeetsHimselfError(DeskError):
    """Nobody agrees twice to one text, once in another's name."""

    code = "material.meets_himself"


class LentSeatError(DeskError):
    """A delegate does not hand over the part of another."""

    code = "material.lent_seat"


class UnfitPersonError(DeskError):
    """The person may not sign in, signs for nobody, or is the one who asks."""

    code = "material.unfit_person"


class PartialPersonError(DeskError):
    """The person wrote or submitted the text."""

    code = "material.partial_person"


class ThereAlreadyError(DeskError):
    """The person sits at this step already."""

    code = "material.there_already"


class CannotTakeOverError(DeskError):
    """The person agrees at this step in his own right."""

    code = "material.cannot_take_over"


class LowerRankError(DeskError):
    """A part is handed to somebody of the same role or above."""

    code = "material.lower_rank"


class AskedAlreadyError(DeskError):
    """His advice is awaited already."""

    code = "material.asked_already"


class NotAskedError(DeskError):
    """Nobody has asked him for advice."""

    code = "material.not_asked"


class OwnPaperError(DeskError):
    """Paper is recorded by somebody without a part in the text."""

    code = "material.own_paper"


class OwnSheetError(DeskError):
    """Nobody records his own signature on paper."""

    code = "material.own_sheet"


class WritersSheetError(DeskError):
    """The sheet was signed by somebody with a part in the text."""

    code = "material.writers_sheet"


class LaterSheetError(DeskError):
    """The day on the sheet is still to come."""

    code = "material.later_sheet"


class NotSignatoryError(DeskError):
    """The signatory of the sheet does not decide the step in hand."""

    code = "material.not_signatory"


class ScanFormatError(DeskError):
    """Files of this ending are not taken as a scan."""

    code = "material.scan_format"


class SheetNeededError(DeskError):
    """In an office without a leader's account voiding is decided on paper, and the sheet is recorded."""

    code = "material.sheet_needed"


class NoLeadersSheetError(DeskError):
    """The sheet that voids a text was signed by somebody with an account, who is no leader."""

    code = "material.no_leaders_sheet"


class NothingToCheckError(DeskError):
    """It was not issued first, or is checked already."""

    code = "material.nothing_to_check"


class OwnIssueError(DeskError):
    """Nobody checks what he has issued first himself."""

    code = "material.own_issue"


class NotCheckerError(DeskError):
    """The check is owed by somebody else."""

    code = "material.not_checker"


class PastDueError(DeskError):
    """The day of the check is past."""

    code = "material.past_due"


class BadStepsError(DeskError):
    """The steps of a kind are one to four, each with its people."""

    code = "material.bad_steps"


class NotPrincipalError(DeskError):
    """A delegation is entered by the one who will be away, or by a leader."""

    code = "material.not_principal"


class BadDelegationError(DeskError):
    """The delegation contradicts itself."""

    code = "material.bad_delegation"


class FormClosedError(DeskError):
    """Nobody is asked about a text that went out or was voided; fact ``state``."""

    code = "consult_form.closed"


class FormEmptyError(DeskError):
    """There is no text yet that somebody could be asked about."""

    code = "consult_form.empty"


class LiveTextError(DeskError):
    """Figures of the text still follow the log, so that nobody would answer to the same text."""

    code = "consult_form.live"


class AnsweredError(DeskError):
    """The reply to the form was taken in already; facts ``number`` and ``who``."""

    code = "consult_form.taken"


class ClosedTextError(DeskError):
    """Nothing is commented in a text that went out or was voided."""

    code = "material.closed_text"


class NoPassageError(DeskError):
    """A comment is about a passage, and none is chosen."""

    code = "material.no_passage"
