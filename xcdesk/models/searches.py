"""Searches that a person keeps."""

from peewee import CharField, DateTimeField, ForeignKeyField, IntegerField, TextField
from playhouse.fields import EnumField

from xcdesk import clock
from xcdesk.codes import SavedKind
from xcdesk.db.base import BaseModel
from xcdesk.models.people import User


class SavedSearch(BaseModel):
    """A search under a name of its owner's; ``removed_at`` is set once it has been taken off the list.

    ``words`` are what was typed into the one box, or for a view of the log its columns, filters and order.
    """

    user = ForeignKeyField(User, backref="searches", on_delete="RESTRICT")
    kind = EnumField(SavedKind, max_length=16, default=SavedKind.SEARCH)
    name = CharField(max_length=40)
    words = TextField()
    saved_at = DateTimeField(default=clock.utc_now)
    removed_at = DateTimeField(null=True)
    version = IntegerField(default=1)


SavedSearch.add_index(
    SavedSearch.index(
        SavedSearch.user,
        SavedSearch.kind,
        SavedSearch.name,
        unique=True,
        name="saved_search_once",
        where=SavedSearch.removed_at.is_null(),
    )
)
