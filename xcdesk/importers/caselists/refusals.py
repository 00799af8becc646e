"""Why a row of a list of cases, or of answers, is not taken, and why a whole list is not."""

from typing_extensions import override

from xcdesk.errors import DeskError


class NoCaseTableError(DeskError):
    """No sheet has headings of such a list; facts ``name`` and ``lacking``, words of what is not there."""

    code = "case_list.no_table"


class CellUnreadError(DeskError):
    """A cell cannot be read; ``told`` is the key of the sentence of why, ``column`` its heading."""

    code = "case_list.cell"

    @property
    @override
    def key(self) -> str:
        return str(self.facts["told"])


class NoUnitError(DeskError):
    """Nothing names the unit whose work the row is about."""

    code = "case_list.no_unit"


class NoNumberError(DeskError):
    """Nothing tells which case the row answers."""

    code = "case_list.no_number"


class UnknownNumberError(DeskError):
    """No case has this number; fact ``number``."""

    code = "case_list.unknown_number"


class ChangedFactError(DeskError):
    """What the office printed was changed by whoever filled the form in; ``field``, ``printed``, ``said``."""

    code = "case_list.changed_fact"


class OldFormError(DeskError):
    """The form was made for an earlier round, or before the case was changed; fact ``number``."""

    code = "case_list.old_form"


class OtherUnitError(DeskError):
    """Another unit leads the case; facts ``number`` and ``unit``."""

    code = "case_list.other_unit"


class UnknownResultError(DeskError):
    """The result is none that such a case has; facts ``text`` and ``known``."""

    code = "case_list.unknown_result"


class UnknownSourceError(DeskError):
    """The source is none of the program; facts ``text`` and ``known``."""

    code = "case_list.unknown_source"


class HalfFilledError(DeskError):
    """Some of what an answer needs is still blank; fact ``fields``."""

    code = "case_list.half_filled"


class TwiceError(DeskError):
    """Another row of the file is about the same; fact ``row``."""

    code = "case_list.twice"


class AnswersStandError(DeskError):
    """Answers are acts that stay in the history; an import of them is not taken back."""

    code = "case_list.answers_stand"
