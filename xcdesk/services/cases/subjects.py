"""Whom a case may be about: a unit of the roster, and nobody else."""

import difflib

from xcdesk.codes import CaseKind, CaseSource
from xcdesk.lexicon import Lexicon
from xcdesk.normalise import clean, name_key
from xcdesk.services.cases import refusals
from xcdesk.services.cases.words import kind_label
from xcdesk.wording import Label, Listed

SOURCES = {
    CaseKind.FINDING: (CaseSource.VISIT, CaseSource.REPORT, CaseSource.INTERVIEW),
    CaseKind.COMPLAINT: (CaseSource.SECTION, CaseSource.LETTER, CaseSource.PHONE),
    CaseKind.COMMITMENT: (CaseSource.PROMISE,),
}
"""Where cases of each kind come from, the usual one first."""


def kind_of(code: str) -> CaseKind:
    """The kind with this code.

    Raises:
        UnknownCaseKindError: no case is about such a thing, an outlet's or a journalist's report above all.
    """
    if code not in set(CaseKind):
        raise refusals.UnknownCaseKindError(kind=code, known=Listed(tuple(CaseKind)))
    return CaseKind(code)


def subject(written: str, lexicon: Lexicon) -> int:
    """Row of the unit that is written like this.

    Raises:
        OutletSubjectError: it is an outlet; cases are about departments' work, not about reporting.
        UnknownSubjectError: no unit of the roster is written so: a private person, for one.
    """
    name = clean(written)
    found = lexicon.unit(written) if name else None
    if found is not None:
        return found.id
    if name and lexicon.outlet(written) is not None:
        raise refusals.OutletSubjectError(name=name)
    keys = {name_key(unit.name): unit.name for unit in lexicon.units}
    near = difflib.get_close_matches(name_key(written), keys, n=3, cutoff=0.4)
    told = Listed(tuple(keys[key] for key in near)) or Label("case.subject_list")
    raise refusals.UnknownSubjectError(name=name, near=told)


def source_of(kind: CaseKind, source: CaseSource | None) -> CaseSource:
    """The source given, or the usual one of the kind.

    Raises:
        SourceOfKindError: cases of this kind do not come from there.
    """
    if source is None:
        return SOURCES[kind][0]
    if source not in SOURCES[kind]:
        raise refusals.SourceOfKindError(
            kind=kind_label(kind),
            source=Label(f"case.source.{source.value}"),
            known=Listed(tuple(each.value for each in SOURCES[kind])),
        )
    return source
