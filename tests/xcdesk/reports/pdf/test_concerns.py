"""What will not print as meant is told before it is printed."""

import pytest

from xcdesk.reports.pdf.concerns import ConcernKind, concerns
from xcdesk.texts.documents import from_text

LONG = "关于进一步做好执行力提升年活动宣传报道工作推动机关作风根本好转的几点建议和下一步打算安排"
TEXT = f"""# 题一
> 许昌日报
示例·刘𬀩说，“好”——祎。
# {LONG}
没有来源的一段。
| 单位 | 篇 |
| 甲😀 | 1 |
"""


@pytest.fixture(autouse=True)
def no_system_faces(monkeypatch):
    for variable in ("WINDIR", "LOCALAPPDATA"):
        monkeypatch.delenv(variable, raising=False)


def found(written, **how):
    return [(one.kind, one.block, one.text) for one in concerns(from_text(written), **how)]


def test_each_concern_names_its_block_and_its_words():
    assert found(TEXT) == [
        (ConcernKind.RARE, 2, "𬀩祎"),
        (ConcernKind.LONG_TITLE, 3, LONG),
        (ConcernKind.NO_SOURCE, 3, LONG),
        (ConcernKind.NO_RULE, 5, "单位 篇"),
        (ConcernKind.MISSING, 5, "😀"),
    ]


def test_a_circular_names_no_sources():
    assert ConcernKind.NO_SOURCE not in {kind for kind, *_ in found(TEXT, sources=False)}


def test_a_plain_text_gives_no_concern():
    assert found("# 题\n> 日报\n一段（“引”）……100%。\n| 甲 |\n| 1 |\n^ 口径。") == []
