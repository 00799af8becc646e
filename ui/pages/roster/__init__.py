"""Roster 台账: outlets, people, units, programmes and what is asked of them."""
