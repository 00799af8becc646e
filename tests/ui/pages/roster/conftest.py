"""What the tests of the roster page share."""

import pytest


@pytest.fixture
def front() -> str:
    """Windows open at the roster."""
    return "roster"
