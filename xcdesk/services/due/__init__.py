"""What asks to be done: today's page, calls, open matters, handing a post over."""
