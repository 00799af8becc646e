"""Today 今日: what asks to be done, each line a way to it."""
