"""Help: a window of its own that shows the pages of `xcdesk.handbook`, and F1 that leads to the right one.

A page, a dialog or a part of one that has its own passage names it in ``help_topic``, as ``coverage#log``;
F1 takes the nearest one up the chain of parents from the control in focus.
"""
