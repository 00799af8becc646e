"""The one box: everything that can be found, and every verb, from anywhere (Ctrl+K).

`rows` are what its list shows, `answer` asks the services on a worker, `finder` ties the field, the list and
the window together.
"""
