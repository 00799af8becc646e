"""Units' manuscripts and what came of them, other activities, and what the trackers print."""
