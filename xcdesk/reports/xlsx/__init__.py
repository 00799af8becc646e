"""Workbooks that the office sends out."""
