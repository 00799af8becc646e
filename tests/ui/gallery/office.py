"""Puts into the practice office what pictures need beyond it: a text under way, with all that texts have."""

from dataclasses import replace

from xcdesk.codes import MaterialKind
from xcdesk.services import approvals
from xcdesk.services.approvals import NewMaterial, TextChange, comments
from xcdesk.services.approvals.comments import NewComment
from xcdesk.services.office import people

TITLE = "关于进一步做好执行力提升年宣传报道工作的通知"
_TEXT = """# 一、报送要求

各单位每周五下午四时前报送本周稿件，重大活动当日报送。三月共刊播{{pieces 2019-03-01 2019-03-31}}篇。

# 二、办结时限

收件当日转办，办结时限由七个工作日压缩到五个工作日。

| 单位 | 联络员 | 报送日 |
| 禹州市 | 示例·王某 | 星期五 |
| 长葛市 | 示例·李某 | 星期五 |

^ 口径：以收到报送表为准。
"""


def prepare() -> None:
    """A notice that was submitted, returned, mended and submitted again, with two comments; a draft."""
    clerk, leader = people.actor("guo"), people.actor("chen")
    row = approvals.create(clerk, NewMaterial(MaterialKind.NOTICE, TITLE, _TEXT))
    row = approvals.submit(clerk, row.id)
    approvals.send_back(leader, row.id, seen_hash=row.text_hash, opinion="第二部分请写明由谁转办。")
    mended = _TEXT.replace("收件当日转办", "由办公室值班人员收件当日转办").replace("五个工作日", "三个工作日")
    approvals.edit(clerk, row.id, TextChange(TITLE, mended))
    row = approvals.submit(clerk, row.id)
    text = comments.reading_text(mended)
    for words, passage in (("几个工作日请再核。", "三个工作日"), ("联络员名单是否附后？", "示例·王某")):
        new = NewComment(2, 0, 0, words)
        start = text.index(passage)
        comments.comment(leader, row.id, replace(new, start=start, end=start + len(passage)))
    approvals.create(clerk, NewMaterial(MaterialKind.PRESS_RELEASE, "示例：企业开办压缩到一天", "正文\n"))
