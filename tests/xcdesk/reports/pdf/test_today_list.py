"""The list of today on paper: every part, with room to tick off, and one line for a part with nothing."""

import datetime as dt

from xcdesk import sheets
from xcdesk.codes import CallAnswer, QuotaSubject
from xcdesk.services.due import calls, matters
from xcdesk.services.due.calls import NewCall
from xcdesk.services.due.matters import MatterTerms
from xcdesk.sheets import SheetKind

DAY = dt.date(2019, 3, 5)


def test_the_list_of_today_holds_what_the_page_holds(clerk, monkeypatch, measured):
    monkeypatch.setenv("XCDESK_TODAY", DAY.isoformat())
    calls.log_call(clerk, NewCall(3, DAY, QuotaSubject.ITEMS, CallAnswer.WILL_SEND))
    matters.pin(clerk, MatterTerms("核对大河网链接", "", clerk.id, DAY))
    text = "".join(page.text for page in measured(sheets.printed(SheetKind.TODAY, clerk).pdf))
    for words in (
        "今日工作清单",
        "2019年3月5日 星期二",
        "一、今日尚无报道的媒体（5家）",
        "0374-0000006",
        "会报",
        "三、等我签的文稿（0件）无。",
        "核对大河网链接",
        f"{clerk.name} 2019-03-05",
        "□",
    ):
        assert words.replace(" ", "") in text.replace(" ", "").replace("\n", ""), words
