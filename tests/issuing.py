"""Issues signed texts with files that a test has made, instead of printing them."""

import datetime as dt
from functools import partial

from xcdesk.services import approvals
from xcdesk.services.issuing import numbering, papers
from xcdesk.services.issuing.numbering import Freeze, RegisterRow
from xcdesk.services.issuing.papers import FreezePaper, PaperRow
from xcdesk.services.record.actor import Actor


def bulletin(actor: Actor, material: int, *, version: int | None, on: dt.date, freeze: Freeze) -> RegisterRow:
    """Issue a bulletin on a day."""
    act = partial(approvals.issue, actor, material, version=version)
    return numbering.under_number(actor, material, on=on, freeze=freeze, act=act)


def paper(actor: Actor, material: int, *, version: int | None, on: dt.date, freeze: FreezePaper) -> PaperRow:
    """Issue what is no bulletin on a day."""
    act = partial(approvals.issue, actor, material, version=version)
    return papers.under_number(actor, material, on=on, freeze=freeze, act=act)
