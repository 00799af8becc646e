"""Hands of people at the approvals page: a notice drafted, submitted, signed off; what is shown settled."""

from PySide6.QtWidgets import QApplication

from xcdesk.codes import MaterialKind
from xcdesk.services import approvals
from xcdesk.services.approvals import NewMaterial

TITLE = "关于报送稿件的通知"
TEXT = "# 办结时限\n收件当日转办，办结时限由七个工作日压缩到五个工作日。\n"
OTHER = TEXT.replace("五个", "三个")


def draft(actor, title=TITLE, text=TEXT):
    return approvals.create(actor, NewMaterial(MaterialKind.NOTICE, title, text))


def in_review(actor, title=TITLE, text=TEXT):
    return approvals.submit(actor, draft(actor, title, text).id)


def approved(actor, leader):
    row = in_review(actor)
    return approvals.agree(leader, row.id, seen_hash=row.text_hash)


def settle():
    """Let widgets that were just added to a layout be shown and take their places."""
    for _ in range(3):
        QApplication.sendPostedEvents()
