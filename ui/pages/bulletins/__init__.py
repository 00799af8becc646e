"""Bulletins 通报内参: put together, look at it as it will be printed, keep it."""
