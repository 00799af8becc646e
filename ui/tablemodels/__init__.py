"""Item models over service rows, with their delegates."""
