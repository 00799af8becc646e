"""The window of the backups, and what opens above it."""
