"""A process that logs and changes reports one after another and says so after each commit; tests kill it.

``python -m tests.editing DATABASE SEED``: prints ``id version title`` of every report that it wrote, flushed.
"""

import datetime as dt
import itertools
import random
import sys

from xcdesk import store
from xcdesk.services.log import coverage
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.office import people
from xcdesk.services.record.entries import ItemChange, NewItem


def main(place: str, seed: int) -> None:
    """Edit without end."""
    store.open_store(place)
    clerk, chance = people.actor("guo"), random.Random(seed)
    mine: dict[int, int] = {}
    for turn in itertools.count():
        title = f"{seed}号第{turn}次（示例）"
        if mine and chance.random() < 0.5:
            item = chance.choice([*mine])
            mine[item] = coverage.change_item(clerk, ItemVersion(item, mine[item]), ItemChange(title=title))
        else:
            day = dt.date(2019, 1, 1) + dt.timedelta(days=turn % 300)
            item = coverage.log_item(clerk, NewItem(day, "许昌日报", title))
            mine[item] = 1
        sys.stdout.write(f"{item} {mine[item]} {title}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
