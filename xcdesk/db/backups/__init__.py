"""Backups: taken, checked, listed, thinned out, looked into, copied outside and restored."""
