"""The plan's trackers behind the third button of the coverage page: lists with a pane, verbs of their own."""
