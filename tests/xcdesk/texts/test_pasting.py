"""What comes in from Word, the web and spreadsheets is plain structure, whatever it was wrapped in."""

import pytest

from xcdesk.texts.documents import Block, BlockKind, from_text, to_text
from xcdesk.texts.pasting import from_html, from_plain, to_html

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style>
<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head><body lang=ZH-CN>
<!--StartFragment--><p class=MsoTitle align=center><span
style='font-family:宋体'>关于<o:p></o:p>报送</span></p>
<h2>总体情况</h2><h3>县区</h3><h2>安排</h2>
<p class=MsoNormal style='text-indent:21.0pt'><b>收件</b>当日&nbsp;转办，<i>办结</i>
时限五日。<o:p></o:p></p>
<p class=MsoListParagraph><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>报表</p>
<p class=MsoListParagraph><![if !supportLists]><span lang=EN-US
style='font-family:Wingdings;mso-list:Ignore'>l<span>&nbsp;</span></span><![endif]>附件</p>
<table><tr><td rowspan=2><p>单位</p></td><td colspan=2>数量</td></tr><tr><td>篇</td><td>次</td></tr>
<tr><td>某局</td><td>1</td><td>2</td></tr></table><!--EndFragment--></body></html>"""
WORD_TEXT = """# 关于报送

一、总体情况

（一）县区

二、安排

收件当日 转办，办结时限五日。

1.报表

——附件

| 单位 | 数量 |  |
|  | 篇 | 次 |
| 某局 | 1 | 2 |
"""


def test_a_text_from_word_comes_in_as_plain_structure():
    assert to_text(from_html(WORD)) == WORD_TEXT


def test_a_web_page_leaves_its_scripts_pictures_and_marks_outside():
    page = """<div>首<b>段</b><script>alert(1)</script><img src=x onerror=y>落</div><ul><li>甲<li>乙</ul>
    <ol start=3><li>丙<ol><li>丁</ol><li>戊</ol># 不是标题<br>&gt; 也不是来源<table><tr><td>只排版</table>"""
    lines = ["首段落", "——甲", "——乙", "3.丙", "（1）丁", "4.戊", "＃ 不是标题", "＞ 也不是来源", "只排版"]
    found = from_html(page)
    assert [block.text for block in found.blocks] == lines
    assert {block.kind for block in found.blocks} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize(
    "source", ["", "<table>", "</p></table></ol>", "<td>x<tr><table><li", "<!--", "&#0;<p"]
)
def test_broken_markup_is_text_at_worst(source):
    assert isinstance(to_text(from_html(source)), str)


def test_plain_lines_and_spreadsheet_cells():
    assert to_text(from_plain("　　一、情况\r\n\r\n# 井号\n零\u200b宽")) == "一、情况\n\n＃ 井号\n\n零宽\n"
    assert from_plain("单位\t次\n某局\t3\n").blocks == (
        Block(BlockKind.TABLE, rows=(("单位", "次"), ("某局", "3"))),
    )
    assert len(from_plain("说明：\t见表\n没有制表符").blocks) == 2


def test_our_own_text_goes_through_the_clipboard_unchanged():
    text = "# 题\n\n> 来源\n\n一、情况\n\n1.项\n\n! 表名\n\n| a | b |\n| <c> | d&e |\n\n^ 口径\n"
    assert to_text(from_html(to_html(from_text(text)))) == text
