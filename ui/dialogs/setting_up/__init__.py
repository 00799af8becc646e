"""What a new office is asked for step by step: itself, people, outlets, units, the first import."""
