"""Which acts write which column of a case: what `xcdesk.services.cases.effects` writes, as a server asks it.

A column that stands nowhere here decides nothing and is everybody's work, with an entry in the record.
"""

from collections.abc import Mapping

from xcdesk.services.cases.rows import REGISTERED, Action

_JUDGED = (Action.SEND_BACK, Action.CALL_BACK, Action.REOPEN)
_TAKEN_BACK = (Action.RETURN, Action.GRANT_RETURN)
_OVER = (Action.PASS, Action.CLOSE, Action.WITHDRAW)

WRITTEN_BY: Mapping[str, tuple[str, ...]] = {
    "round": (REGISTERED, *_JUDGED),
    "important": (REGISTERED, Action.EDIT),
    "interviewed_on": (REGISTERED, Action.INTERVIEW),
    "dispatched_on": (Action.DISPATCH,),
    "original_due": (Action.DISPATCH,),
    "sent_on": (Action.DISPATCH, Action.TRANSFER, *_TAKEN_BACK),
    "due": (Action.DISPATCH, Action.EXTEND, Action.CALL_BACK, Action.REOPEN, Action.TRANSFER),
    "asked_due": (
        Action.ASK_EXTENSION,
        Action.EXTEND,
        Action.REFUSE_EXTENSION,
        Action.ANSWER,
        Action.WITHDRAW,
        Action.TRANSFER,
    ),
    "extensions": (Action.EXTEND,),
    "returns": (*_TAKEN_BACK, Action.REFUSE_RETURN),
    "return_asked": (*_TAKEN_BACK, Action.REFUSE_RETURN, Action.WITHDRAW),
    "receiver": (Action.ACCEPT, Action.TRANSFER, *_TAKEN_BACK),
    "accepted_on": (Action.ACCEPT, Action.TRANSFER, *_TAKEN_BACK),
    "notice": (Action.NOTICE, Action.REOPEN),
    "answer": (Action.ANSWER,),
    "result": (Action.ANSWER, Action.WITHDRAW, *_JUDGED),
    "answered_on": (Action.ANSWER, *_JUDGED),
    "answered_by_id": (Action.ANSWER, *_JUDGED),
    "attempts": _JUDGED,
    "called_back": _JUDGED,
    "dissatisfied": (Action.CALL_BACK,),
    "closed_on": (Action.DECLINE, Action.MERGE, Action.REOPEN, *_OVER),
    "timely": _OVER,
    "late_days": _OVER,
    "closing_round": _OVER,
    "reopened": (Action.REOPEN,),
    "merged_into_id": (Action.MERGE,),
    "reply": (Action.REPLY,),
    "replied_on": (Action.REPLY,),
    "published_id": (Action.PUBLISH,),
}
"""Columns that decide something or tell what was decided, with the acts that write them."""
