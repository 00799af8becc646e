"""Colours, sizes, icons and the style sheet, in one place."""
