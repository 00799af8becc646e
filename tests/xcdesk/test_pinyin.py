"""Initials that people type, and names in the order in which they are looked up."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xcdesk import pinyin
from xcdesk.resources import resource

OFFICE = {
    "许昌日报": "xcrb", "许昌晨报": "xccb", "许昌人民广播电台": "xcrmgbdt", "许昌电视台": "xcdst",
    "许昌廉政网": "xclzw", "河南日报": "hnrb", "河南电视台": "hndst", "大河报": "dhb", "大河网": "dhw",
    "映象网": "yxw", "人民日报": "rmrb", "新华社": "xhs", "中央电视台": "zydst", "光明日报": "gmrb",
    "中央人民广播电台": "zyrmgbdt", "经济日报": "jjrb", "人民网": "rmw", "新华网": "xhw",
    "行风热线": "xfrx", "焦点30分": "jd30f", "许昌零距离": "xcljl", "百姓看政": "bxkz",
    "执行力提升年": "zxltsn", "禹州市": "yzs", "长葛市": "cgs", "鄢陵县": "ylx", "襄城县": "xcx",
    "魏都区": "wdq", "建安区": "jaq", "经济技术开发区": "jjjskfq", "城乡一体化示范区": "cxythsfq",
    "东城区": "dcq", "市发展改革委": "sfzggw", "市工业和信息化局": "sgyhxxhj", "市教育局": "sjyj",
    "市公安局": "sgaj", "市民政局": "smzj", "市财政局": "sczj", "市人力资源社会保障局": "srlzyshbzj",
    "市自然资源和规划局": "szrzyhghj", "市生态环境局": "ssthjj", "市住房城乡建设局": "szfcxjsj",
    "市交通运输局": "sjtysj", "市水利局": "sslj", "市农业农村局": "snyncj", "市商务局": "sswj",
    "市文化广电和旅游局": "swhgdhlyj", "市卫生健康委": "swsjkw", "市应急管理局": "syjglj",
    "市审计局": "ssjj", "市市场监督管理局": "sscjdglj", "市行政审批服务中心": "sxzspfwzx",
    "市城市管理局": "scsglj", "市税务局": "sswj", "国网许昌供电公司": "gwxcgdgs", "本办公室": "bbgs",
}  # fmt: skip
"""Names that a new office starts with, read by hand."""


def seeded() -> set[str]:
    """Names of outlets, programmes and units in the seed."""
    office = tomllib.loads(resource("seed", "office.toml").read_text(encoding="utf-8"))
    units = office["units"]
    named = {row["name"] for list_ in ("outlet", "programme") for row in office[list_]}
    return named | {name for kind, names in units.items() if kind != "spellings" for name in names}


def test_every_name_of_a_new_office_is_read_right():
    assert seeded() <= OFFICE.keys()
    assert {name: pinyin.initials(name) for name in OFFICE} == OFFICE


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("重庆", "cq"), ("重点", "zd"), ("漯河", "lh"), ("银行行长", "yhhz"), ("市长热线", "szrx"),
        ("长效机制", "cxjz"), ("成都", "cd"), ("都", "d"), ("还款", "hk"), ("局长调研", "jzdy"),
        ("《大河报》", "dhb"), ("ＣＣＴＶ１", "cctv1"), ("焦点 30 分", "jd30f"), ("", ""), ("……", ""),
        ("𠀀野", "hy"),
    ],
)  # fmt: skip
def test_a_character_is_read_as_its_word_asks(text, letters):
    assert pinyin.initials(text) == letters


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("xcrb", 0),
        ("XC", 0),
        ("ｘｃ", 0),
        ("rb", 2),
        ("b", 3),
        ("xb", None),
        ("", None),
        ("日报", None),
        ("x c", None),
    ],
)
def test_initials_find_a_stretch_from_anywhere(typed, place):
    assert pinyin.place(typed, "许昌日报") == place
    assert pinyin.matches(typed, "许昌日报") is (place is not None)


@pytest.mark.parametrize("typed", ["cg", "zg"])
def test_every_reading_of_a_character_finds_it(typed):
    assert pinyin.place(typed, "长葛市") == 0


def test_names_sort_by_pinyin_then_strokes():
    names = ["长葛市", "禹州市", "重庆", "鄢陵县", "襄城县", "许昌", "章丘", "张三", "张一"]
    names += ["阿", "A报", "30分"]
    assert sorted(names, key=pinyin.sort_key) == [
        "30分", "A报", "阿", "长葛市", "重庆", "襄城县", "许昌", "鄢陵县", "禹州市", "张三", "张一", "章丘",
    ]  # fmt: skip


def test_characters_of_one_sound_sort_by_strokes():
    assert sorted("逸意易亿议", key=pinyin.sort_key) == list("亿议易逸意")


def test_family_names_are_read_as_such_in_the_names_of_people():
    people = ["曾国", "单晓", "沙某", "任飞", "解放", "尉迟恭", "张三", "长孙无忌", "仇一"]
    assert sorted(people, key=lambda name: pinyin.sort_key(name, person=True)) == [
        "仇一", "任飞", "沙某", "单晓", "解放", "尉迟恭", "曾国", "张三", "长孙无忌",
    ]  # fmt: skip
    assert pinyin.sort_key("单位") < pinyin.sort_key("解放")


def test_marks_and_widths_do_not_move_a_name():
    assert pinyin.sort_key("《许昌日报》")[0] == pinyin.sort_key("许昌 日报")[0]


@given(st.text(max_size=30))
def test_any_text_has_initials_that_find_it(text):
    letters = pinyin.initials(text)
    assert letters.isascii()
    assert letters == letters.lower()
    if letters:
        assert pinyin.place(letters, text) == 0
    pinyin.sort_key(text, person=True)
