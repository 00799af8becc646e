"""Text without its look: structure, numbers, figures that follow the log, passages, what to look at."""
