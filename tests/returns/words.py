"""Words that counties use: headings, spellings, titles, dates, with a seeded choice among them."""

import datetime as dt
import random
from dataclasses import dataclass

HEADINGS = {
    "date": [
        "刊发日期",
        "发布时间",
        "见报日期",
        "刊播时间",
        "播出日期",
        "日期",
        "时间",
        "采用日期",
        "发表时间",
        "刊登日期",
        "见报时间",
        "刊播日期",
    ],
    "outlet": [
        "媒体名称",
        "刊发媒体",
        "发布平台",
        "采用媒体",
        "刊播媒体",
        "新闻单位",
        "发布媒体",
        "媒体",
        "刊发单位",
        "刊登媒体",
        "媒体单位",
    ],
    "title": [
        "标题",
        "稿件标题",
        "稿件名称",
        "文章标题",
        "题目",
        "新闻标题",
        "信息标题",
        "报道题目",
        "稿件题目",
        "作品标题",
    ],
    "form": ["体裁", "形式", "报道形式", "稿件类型", "稿件体裁", "类型"],
    "slot": ["版面", "版次", "栏目/版面", "刊发版面", "版面/时段"],
    "author": ["作者", "供稿", "撰稿人", "供稿人", "记者", "通讯员", "作者姓名", "撰稿"],
    "url": ["链接", "网址", "网络链接", "链接地址", "网页链接"],
    "tier": ["层级", "级别", "媒体级别", "媒体层级"],
}
OUTLETS = {
    "许昌日报": ("municipal", "许昌日报社|许报|日报|《许昌日报》|许昌　日报|许昌 日报"),
    "许昌晨报": ("municipal", "晨报|《许昌晨报》|《许昌 晨报》"),
    "许昌人民广播电台": ("municipal", "许昌电台|许昌广播电台|市电台|市广播电台"),
    "许昌电视台": ("municipal", "许昌台|市电视台|许昌市电视台"),
    "许昌廉政网": ("municipal", "廉政网|许昌 廉政网"),
    "河南日报": ("provincial", "《河南日报》|河南日报 |“河南日报”"),
    "大河网": ("provincial", "大河网站|大河 网"),
    "人民日报": ("national", "《人民日报》|人民日报\n"),
    "中央电视台": ("national", "央视|CCTV|ＣＣＴＶ|中央台"),
    "经济日报": ("national", "《经济日报》"),
}
PRINTED = ("许昌日报", "许昌晨报", "河南日报", "人民日报", "经济日报")
FORMS = {
    "news": "消息 新闻 简讯",
    "feature": "通讯 特写 深度报道 综述",
    "commentary": "评论 言论 时评",
    "interview": "专访 访谈",
    "exposure": "曝光 曝光台",
    "psa": "公益广告",
}
TIERS = {"county": "县级", "municipal": "市级", "provincial": "省级", "national": "国家级"}
UNITS = [
    "禹州市",
    "长葛市",
    "鄢陵县",
    "襄城县",
    "魏都区",
    "建安区",
    "经济技术开发区",
    "东城区",
    "市教育局",
    "市财政局",
    "市水利局",
]
PLACES = [
    "政务服务中心",
    "税务所",
    "自然资源所",
    "便民服务站",
    "教体局",
    "交通执法大队",
    "供水公司",
    "社保大厅",
]
ACTS = [
    "推行容缺受理",
    "公开承诺事项",
    "压缩办理时限",
    "开展午间延时服务",
    "设立“办不成事”窗口",
    "走访企业问需",
]
ENDS = ["群众点赞", "项目提前开工", "两天变半天", "“最多跑一次”落地", "办事更省心", "100%按期办结"]
NAMES = ["示例·王祎", "示例·刘𬀩", "示例·欧阳某", "示例·陈翀", "示例·张旻", "示例·赵堃"]
FULL_WIDTH = str.maketrans("0123456789.-/", "０１２３４５６７８９．－／")
CHINESE = "〇一二三四五六七八九"


@dataclass(frozen=True)
class Piece:
    """One row that must come out."""

    date: dt.date
    outlet: str
    title: str
    tier: str
    form: str
    slot: str
    author: str
    url: str


def pieces(rng: random.Random, unit: str, year: int, month: int, count: int) -> list[Piece]:
    """Different pieces of one unit in one month."""
    made: dict[str, Piece] = {}
    while len(made) < count:
        number = len(made) + 1
        title = f"{unit}{rng.choice(PLACES)}{rng.choice(ACTS)} {rng.choice(ENDS)}（示例{number}）"
        outlet = rng.choice(list(OUTLETS))
        page = rng.choice((f"{rng.randint(1, 16)}版", f"A{rng.randint(1, 16):02d}版"))
        made[title] = Piece(
            dt.date(year, month, rng.randint(1, 28)),
            outlet,
            title,
            OUTLETS[outlet][0],
            rng.choice(list(FORMS)),
            page if outlet in PRINTED else "",
            rng.choice(NAMES),
            f"http://www.example.gov.cn/{year}{month:02d}/{number}.html",
        )
    return list(made.values())


def heading(rng: random.Random, field: str) -> str:
    """One of the words for a field, sometimes spaced or broken over two lines as in real sheets."""
    word = rng.choice(HEADINGS[field])
    dress = rng.random()
    if dress < 0.1 and len(word) == 2:
        return f"{word[0]}　{word[1]}"
    if dress < 0.2 and len(word) == 4:
        return f"{word[:2]}\n{word[2:]}"
    return word


def outlet(rng: random.Random, name: str) -> str:
    """One of the spellings of an outlet."""
    return rng.choice((name, *OUTLETS[name][1].split("|")))


def form(rng: random.Random, code: str) -> str:
    """One of the words for a form."""
    return rng.choice(FORMS[code].split())


def chinese_day(day: dt.date) -> str:
    """二〇一九年三月五日."""

    def small(number: int) -> str:
        tens, ones = divmod(number, 10)
        head = ("" if tens == 1 else CHINESE[tens]) + "十" if tens else ""
        return head + (CHINESE[ones] if ones else "")

    year = "".join(CHINESE[int(digit)] for digit in str(day.year))
    return f"{year}年{small(day.month)}月{small(day.day)}日"


WITH_YEAR = {
    "real": lambda day: day,
    "iso": lambda day: day.isoformat(),
    "slashes": lambda day: f"{day.year}/{day.month}/{day.day}",
    "dots": lambda day: f"{day.year}.{day.month}.{day.day}",
    "dots_padded": lambda day: f"{day:%Y.%m.%d}",
    "hanzi": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "hanzi_weekday": lambda day: f"{day.year}年{day:%m}月{day:%d}日（星期{'一二三四五六日'[day.weekday()]}）",
    "chinese": chinese_day,
    "compact": lambda day: f"{day:%Y%m%d}",
    "compact_number": lambda day: int(f"{day:%Y%m%d}"),
    "full_width": lambda day: f"{day:%Y.%m.%d}".translate(FULL_WIDTH),
    "with_time": lambda day: f"{day:%Y-%m-%d} 08:30",
    "serial": lambda day: (day - dt.date(1899, 12, 30)).days,
    "spaced": lambda day: f" {day.year} 年 {day.month} 月 {day.day} 日 ",
}
WITHOUT_YEAR = {
    "month_day": lambda day: f"{day.month}月{day.day}日",
    "month_day_hao": lambda day: f"{day.month}月{day.day}号",
    "full_width_month_day": lambda day: f"{day.month}月{day.day}日".translate(FULL_WIDTH),
    "month_dot_day": lambda day: f"{day.month}.{day.day}",
}
