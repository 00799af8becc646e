"""xcdesk: the working desk of a city publicity office, without its windows."""

from xcdesk.db import driver

__version__ = "0.1.0"

driver.leave_for_later()  # before any module of ours imports peewee
