"""Outlet by day: cells that hold a count, none and why, or nothing; blocks pasted, filled and emptied."""
