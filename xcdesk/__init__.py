"""xcdesk: the working desk of a city publicity office, without its windows."""

import gc

from xcdesk.db import driver

__version__ = "0.2.0"

# Cycles are looked for after 100 000 new objects, not after 700. Starting makes 65 000 that stay (modules,
# classes, widgets), and walking them again and again was a quarter of the time to the first paint and a tenth
# of a command of the console. What is dropped is freed by counting all the same; cycles wait a little longer.
gc.set_threshold(100_000, 5, 5)

driver.leave_for_later()  # before any module of ours imports peewee
