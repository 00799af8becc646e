"""County returns: the queue, the preview, and what a person decides."""
