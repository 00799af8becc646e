"""Tables are known by name before their modules are loaded; the three lists of them agree."""

import pytest

from xcdesk import models
from xcdesk.models.tables import TABLES


def test_every_table_can_be_asked_for_by_name():
    assert sorted(table.__name__ for table in TABLES) == models.__all__
    assert [getattr(models, table.__name__) for table in TABLES] == list(TABLES)


def test_a_name_that_is_no_table_is_refused():
    with pytest.raises(AttributeError):
        models.Nothing  # noqa: B018
