"""Approvals 审签: what can I do with this text, and why not."""

from ui.pages.approvals.page import ApprovalsPage

__all__ = ["ApprovalsPage"]
