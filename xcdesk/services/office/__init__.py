"""The office itself: its people, settings, editable lists, calendar and the words for days."""
