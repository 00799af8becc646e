"""xcdesk: the working desk of a city publicity office, without its windows."""

__version__ = "0.1.0"
