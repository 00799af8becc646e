"""The editable twin of a printed issue."""
