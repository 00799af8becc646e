"""A passage is followed through changes of the text around it and within it."""

import random

import pytest

from xcdesk.texts.anchoring import Span, followed

TEXT = "办结时限\n收件当日转办，办结时限由七个工作日压缩到五个工作日。\n三月以来共受理一百二十六件。"
QUOTE = "压缩到五个工作日"


def span_of(text, quote):
    start = text.index(quote)
    return Span(start, start + len(quote))


@pytest.mark.parametrize(
    ("newer", "now"),
    [
        ("新的第一行。\n" + TEXT, QUOTE),
        (TEXT.replace("收件当日转办，", ""), QUOTE),
        (TEXT.replace("五个", "三个"), "压缩到三个工作日"),
        ("三月以来共受理一百二十六件。\n收件即办，压缩到五个工作日。", QUOTE),
        (TEXT.replace(QUOTE, "不变"), None),
        ("", None),
    ],
)
def test_a_passage_is_found_again_or_known_to_be_gone(newer, now):
    found = followed(span_of(TEXT, QUOTE), TEXT, newer)
    assert (newer[found.start : found.end] if found else None) == now


def test_edits_elsewhere_never_move_a_comment_to_other_words():
    chance = random.Random(7)
    signs = "的一是不了在人有我他这"
    for _ in range(60):
        lines = ["".join(chance.choices(signs, k=30)) for _ in range(12)]
        lines[5] = f"{lines[5]}⟨要核实的数字⟩{lines[5]}"
        text = "\n".join(lines)
        for at in chance.sample([0, 2, 4, 5, 7, 9, 11], 4):
            cut = chance.randrange(10)
            lines[at] = lines[at][:cut] + "改" * chance.randrange(4) + lines[at][cut + chance.randrange(3) :]
        newer = "\n".join(lines[chance.randrange(5) :])
        found = followed(span_of(text, "⟨要核实的数字⟩"), text, newer)
        assert newer[found.start : found.end] == "⟨要核实的数字⟩"
