"""Spreadsheets from the counties: read, understand, check, preview, apply."""
