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


class NotLeaderError(DeskError):
    """Voiding is decided by a leader."""

    code = "material.not_leader"


class UntitledError(DeskError):
    """A material has a title from the start."""

    code = "material.untitled"


class UnknownKindError(DeskError):
    """The kinds are a closed list of what the office itself issues."""

    code = "material.unknown_kind"


class ClosedTextError(DeskError):
    """Nothing is commented in a text that went out or was voided."""

    code = "material.closed_text"


class NoPassageError(DeskError):
    """A comment is about a passage, and none is chosen."""

    code = "material.no_passage"
