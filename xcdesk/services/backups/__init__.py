"""Backups as the office knows them: when one is taken, which there are, whether they can be relied on."""
