"""Tables on the clipboard as Excel and WPS put them there, and back."""

import pytest

from xcdesk import clip


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("", ()),
        ("3", (("3",),)),
        ("3\r\n", (("3",),)),
        ("3\t停播\r\n\t2\r\n", (("3", "停播"), ("", "2"))),
        ("1\n2\t3\n", (("1", ""), ("2", "3"))),
        ('"承诺之一\n承诺之二"\t2\r\n', (("承诺之一\n承诺之二", "2"),)),
        ('"他说""好""\n第二篇"\r\n', (('他说"好"\n第二篇',),)),
        ('"最多跑一次"\t1\r\n', (('"最多跑一次"', "1"),)),
        ('"最多跑一次"改革\t1\r\n', (('"最多跑一次"改革', "1"),)),
        ("1\t\r\n\r\n2\t\r\n", (("1", ""), ("", ""), ("2", ""))),
    ],
)
def test_a_table_is_read_as_it_was_copied(text, table):
    assert clip.table_of(text) == table


def test_no_cell_becomes_a_formula_where_it_is_pasted_and_all_are_read_back():
    formulas = ('=HYPERLINK("http://x")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", " =1", "=多行\n=2")
    figures = ("-3", "+86 138-0000-0000", "2019-03-05", "'=1 只是说说", "一=一")
    copied = clip.text_of([formulas, figures])
    assert [cell[:1] for cell in clip.table_of(copied.replace("'", "|"))[0]] == ["|"] * len(formulas)
    assert copied.splitlines()[-1] == "\t".join(figures)
    assert clip.table_of(copied)[0] == formulas


def test_what_is_written_is_read_back():
    table = (("承诺之一\n承诺之二", '"最多跑一次"'), ("", "停播"), ('他说"好"\n再来', "3"))
    assert clip.table_of(clip.text_of(table)) == table
