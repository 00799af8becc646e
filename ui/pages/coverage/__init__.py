"""Coverage 报道: what ran where on which day, and the whole log."""
