"""What other desks write is heard, and what was not heard is read all the same."""

import datetime as dt
import subprocess
import sys

from xcdesk.services.log import coverage
from xcdesk.services.log.coverage import ItemVersion
from xcdesk.services.record import news
from xcdesk.services.record.entries import NewItem

DAY = dt.date(2019, 3, 5)


def log_elsewhere(db, title):
    """Let another process, such as a console beside the window, log a report."""
    line = f'{{"date": "2019-03-05", "outlet": "许昌日报", "title": "{title}"}}'
    words = ("--database", db, "--user", "guo", "coverage", "add", "--stdin")
    subprocess.run(
        [sys.executable, "-m", "xcdesk", *words], input=line.encode(), check=True, capture_output=True
    )


def test_what_another_process_writes_is_heard_once_or_read_later_and_one_s_own_never(db, clerk):
    reader = news.Reader(news.latest())
    item = coverage.log_item(clerk, NewItem(DAY, "许昌日报", "自己登记"))
    coverage.remove_items(clerk, [ItemVersion(item, 1)])
    assert reader.wait(0.1) == ()
    before = reader.last
    log_elsewhere(db, "别处登记")
    (heard,) = reader.wait(20)
    assert (heard.who, heard.area, heard.rows) == ("guo", "coverage", (("coverage_item", item + 1),))
    assert reader.wait(0.1) == ()
    back_again = news.Reader(before)
    assert back_again.wait(0.1) == (heard,)
    assert back_again.last == news.latest()
