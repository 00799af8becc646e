"""The record: who changed what and when; rows with versions; reading it and proving it whole."""
