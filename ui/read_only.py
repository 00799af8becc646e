"""What can be done with data that may not be written: all else is grey, with the reason of the file."""

from xcdesk import store
from xcdesk.errors import DeskError

READING = frozenset(
    (
        # of the window
        *("switch_person", "lock", "leave", "acts", "trash", "find_here", "show_today", "show_roster"),
        *("show_coverage", "show_approvals", "show_followup", "show_bulletins", "find_anywhere"),
        *("reload", "next_region", "previous_region", "imports", "returns", "back_up", "backups", "calendar"),
        *(
            "record",
            "help",
            "help_contents",
            "quick_guide",
            "news",
            "diagnostics",
            "shortcuts",
            "reasons",
            "roles",
            "about",
        ),
        # of Today and the roster
        *("list_print", "remind", "remind_all", "chart_picture", "chart_table", "check_list", "book"),
        *("tenures", "print_links", "programme_reports", "site_open", "merges"),
        # of the log
        *("items_copy", "items_all", "link_open", "log_filter", "log_unfilter", "log_day"),
        *("log_columns", "log_detail", "log_export", "copy", "copy_all", "earlier", "later", "today"),
        *("evidence", "lacking", "removed", "log_whole"),
        # of approvals, follow-up and bulletins
        *("material_file", "material_sheet", "case_sheet", "case_ledger", "print", "pdf", "docx"),
        *("xlsx", "section_next", "section_before", "large", "fit_page", "fit_width", "two_pages"),
        *("larger", "smaller", "look", "approvals", "register"),
    )
)
"""Ids of the verbs that write nothing into the data."""


def held_back(verb_id: str) -> DeskError | None:
    """Why a verb cannot be carried out while nothing may be written; None where it writes nothing anyway."""
    return None if verb_id in READING else store.held_back()
