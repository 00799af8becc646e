"""Who has sent which month 报送情况, and the work on it."""
