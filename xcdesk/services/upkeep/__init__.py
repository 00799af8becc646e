"""Proving that what is kept agrees with the rows, mending it, and printing the record."""
