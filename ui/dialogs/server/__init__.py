"""An office moves to a server that several desks share."""
