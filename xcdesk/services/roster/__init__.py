"""Outlets, units, programmes, who held which post; the contact book; merging what was entered twice."""
