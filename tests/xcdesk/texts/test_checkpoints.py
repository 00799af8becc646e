"""Dates, figures and attachments of a text."""

from xcdesk.texts.checkpoints import Date, checkpoints

TEXT = """三月5日不算，3月5日（星期二）、2月30日、2020年2月29日周六和3月6日（周二）共126件、98.5%。

| 单位 | 3 |

附件：1.报送表

附件2 名单
"""


def test_what_is_to_be_looked_at_is_found():
    found = checkpoints(TEXT, 2019)
    assert found.dates == (
        Date("3月5日（星期二）", True),
        Date("2月30日", False),
        Date("2020年2月29日（星期六）", True),
        Date("3月6日（星期二）", False),
    )
    assert found.figures == len(["5", "126", "98.5%", "3", "1.", "2"])
    assert found.attachments == ("1.报送表", "名单")
    assert checkpoints("", 2019).dates == ()
