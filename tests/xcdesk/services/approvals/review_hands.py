"""Hands for tests of who decides: what people do to a notice, and what they are told."""

import datetime as dt
import io

from xcdesk import clock
from xcdesk.codes import MaterialKind
from xcdesk.models import User
from xcdesk.services import approvals
from xcdesk.services.approvals import (
    NewDelegation,
    NewMaterial,
    PaperSigned,
)
from xcdesk.services.log.evidence import NewFile

KIND = MaterialKind.NOTICE
SHEET = b"%PDF-1.4 signed"


def in_review(actor, text="收件当日转办。"):
    return approvals.submit(actor, approvals.create(actor, NewMaterial(KIND, "通知", text)).id)


def agree(actor, row, **more):
    return approvals.agree(actor, row.id, seen_hash=approvals.row(row.id).text_hash, **more)


def refusal(actor, row, action):
    return approvals.detail(actor, row.id).refusal(action)


def signed(name, person=None, on=None, scan="签批单.pdf"):
    return PaperSigned(name, "主任", on or clock.today(), NewFile(scan, lambda: io.BytesIO(SHEET)), person)


def on_paper(recorder, row, sheet):
    return approvals.sign_on_paper(recorder, row.id, sheet, seen_hash=row.text_hash)


def waiting(actor):
    return [(row.title, row.why.reason) for row in approvals.waiting_for(actor)]


def stands_in(principal, delegate, days=2):
    today = clock.today()
    new = NewDelegation(principal.id, delegate.id, today, today + dt.timedelta(days=days))
    return approvals.delegate(principal, new)


def leave(person):
    User.update(active=False).where(User.id == person.id).execute()
