"""The office's own calendar: where it departs from the published one."""

from peewee import BooleanField, CharField, DateField, IntegerField

from xcdesk.db.base import BaseModel


class CalendarDay(BaseModel):
    """A day on which the office departs from the published calendar: it works, or it does not."""

    day = DateField(unique=True)
    working = BooleanField()
    note = CharField(max_length=80, default="")
    version = IntegerField(default=1)
