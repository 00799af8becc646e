"""Length of a text and characters that will not print as meant."""

from xcdesk.texts.documents import from_text
from xcdesk.texts.proofing import Finding, measured, warnings

TEXT = "# 标题\n\n一、情况\n共刊播126篇（次），XCDESK 2.0 上线。\n\n| 单位 | 次 |\n| 某局 | 3 |\n"


def found(text, title="标题"):
    return [(each.finding, each.line, each.start, each.text) for each in warnings(title, from_text(text))]


def test_length_is_counted_as_word_counts_it():
    length = measured(from_text(TEXT))
    assert length.paragraphs == 7
    assert length.words == len("标题一、情况共刊播篇（次），上线。单位次某局") + len(
        ["126", "XCDESK", "2.0", "3"]
    )
    assert length.hanzi == len("标题一情况共刊播篇次上线单位次某局")


def test_nothing_is_said_of_a_text_that_prints_as_meant():
    assert found(TEXT + "姓名用字“祥”“英”，全角ＡＢ也行。\n") == []


def test_titles_and_headings_that_are_too_long_are_named():
    long = "关于" + "进一步" * 13 + "工作"
    assert found(TEXT, long)[0][:3] == (Finding.LONG_TITLE, -1, 40)
    assert found(f"# {long}\n")[0][:3] == (Finding.LONG_TITLE, 0, 40)
    assert found("一、" + "长" * 60 + "\n")[0][:3] == (Finding.LONG_HEADING, 0, 40)
    assert found("一、" + "长" * 60 + "。\n") == []


def test_rare_and_unsafe_characters_are_named_where_they_stand():
    assert found("经办人：示例·𬱖某\n") == [(Finding.RARE, 0, 7, "𬱖")]
    assert found("示例·祎某\n| a | 珺 |\n") == [(Finding.RARE, 0, 3, "祎"), (Finding.RARE, 2, 0, "珺")]
    unsafe = [each[3] for each in found("⼀是\ue000与\u200b和\ufffd\n")]
    assert unsafe == ["⼀", "\ue000", "\u200b", "\ufffd"]
