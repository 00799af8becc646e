"""What county clerks write: heading words, names, dates and the lines around a table."""

import datetime as dt
import random

HEADINGS = {
    "date": "刊播时间 发布日期 见报日期 刊发日期 日期 时间 刊登时间 "
    "发布时间 播出日期 刊发时间 见报时间 发表时间 刊载日期 播发时间 登报日期",
    "outlet": "媒体 刊发媒体 报刊名称 媒体名称 发布平台 刊播媒体 刊登媒体 "
    "发布媒体 新闻媒体 媒体单位 采用媒体 刊载媒体 播发媒体 刊发单位",
    "title": "稿件题目 新闻标题 标题 题目 稿件标题 文章标题 稿件名称 "
    "报道标题 信息标题 内容 新闻题目 报道题目 文章题目 稿件内容",
    "form": "体裁 类别 报道形式 稿件类型 形式 稿件类别 稿件体裁 新闻体裁",
    "theme": "宣传内容 主题 内容分类 报道主题 宣传主题",
    "tier": "级别 媒体级别 层级 媒体层级 刊发级别",
    "slot": "版次 版面 时段 刊发版面 版面位置 刊发版次 版面/时段",
    "author": "作者 记者 供稿人 通讯员 撰稿人 供稿 作者姓名 撰稿 署名",
    "url": "网址 链接 网页链接 链接地址 稿件链接 网络链接",
    "unit": "报送单位 供稿单位 单位 来稿单位 单位名称",
    "note": "备注 联系电话 字数 阅读量 领导批示 说明",
}
OUTLETS = {
    "许昌日报": ("municipal", "许昌日报 许昌日报社 许报 日报 《许昌日报》 许昌　日报 许昌\xa0日报"),
    "许昌晨报": ("municipal", "许昌晨报 晨报 《许昌晨报》 《晨报》"),
    "许昌人民广播电台": ("municipal", "许昌人民广播电台 许昌电台 许昌广播电台 市电台 市广播电台"),
    "许昌电视台": ("municipal", "许昌电视台 许昌台 市电视台 许昌市电视台"),
    "许昌廉政网": ("municipal", "许昌廉政网 廉政网"),
    "河南日报": ("provincial", "河南日报 《河南日报》"),
    "河南电视台": ("provincial", "河南电视台 省电视台"),
    "大河网": ("provincial", "大河网 大河网站"),
    "映象网": ("provincial", "映象网"),
    "人民日报": ("national", "人民日报 《人民日报》"),
    "中央电视台": ("national", "中央电视台 央视 CCTV ＣＣＴＶ cctv"),
    "新华网": ("national", "新华网"),
}
PAPERS = ("许昌日报", "许昌晨报", "河南日报", "人民日报")
FORMS = {
    "news": "消息 新闻 简讯 报道",
    "feature": "通讯 特写 深度报道 综述",
    "commentary": "评论 言论 社论 时评",
    "interview": "专访 访谈",
    "column": "专栏",
    "exposure": "曝光 曝光台",
    "psa": "公益广告",
}
THEMES = {
    "deployment": "工作部署",
    "interpretation": "解读阐释",
    "mechanism": "机制制度",
    "results": "举措成效经验",
    "opinions": "群众企业意见",
    "negative": "反面典型",
    "inspection": "暗访问责",
}
TIERS = {
    "municipal": "市级 地市级 市 级",
    "provincial": "省级 省部级",
    "national": "国家级 中央级",
}
COUNTIES = (
    "禹州市",
    "长葛市",
    "鄢陵县",
    "襄城县",
    "魏都区",
    "建安区",
    "经济技术开发区",
    "东城区",
    "市教育局",
    "市水利局",
    "市税务局",
)
AUTHORS = [
    "李晓明",
    "王祎",
    "赵堃",
    "刘𬀩",
    "欧阳春晖",
    "陈翀",
    "张旻",
    "孙志远/王祎",
    "古丽·买买提",
    "李晓明、赵堃",
]
DOERS = ["街道办事处", "乡镇便民中心", "市场监管所", "教体局", "交警大队", "税务分局", "供电公司", "水务局"]
DEEDS = [
    "推行首问负责制",
    "压缩审批时限过半",
    "推进一网通办",
    "启动暗访督查",
    "设立办不成事反映窗口",
    "清理积压事项",
]
ENDS = [
    "群众少跑腿",
    "三天变半天",
    "企业点赞",
    "承诺全部兑现",
    "执行力明显提升",
    "2019年再提速",
    "1.5小时办结",
]
TAILS = (
    "",
    "",
    "（之一）",
    "（下）",
    "（第7期）",
    "——“放管服”改革纪实",
    "？",
    "【图】",
    "（A+B）",
    "：让数据“跑”起来",
)
STRANGE = (
    "=1+1",
    "@SUM(1)",
    "+86热线开通",
    "-办结-",
    "<b>加粗</b>",
    "a&b &amp; c",
    "'单引号",
    '"双引号"',
    "{=x}",
    "<script>alert(1)</script>",
    "100%",
    "#1",
)
TOTALS = ("合计", "合 计", "小计", "总　计", "合计：{n}篇", "共计{n}篇", "总计", "小 计", "本月合计")
NOTES = (
    "注：以上稿件均已刊发，转载不重复计算。",
    "备注：联系电话0374-2330000",
    "说明：1.本表每月25日前报送；2.逾期不计。",
    "填表人：王某某　　审核人：李某某",
    "填报人：某某        联系电话：13800000000",
    "（盖章）",
    "负责人签字：",
    "制表：办公室  2019年{m}月28日",
    "以上共{n}条",
)
BAD_DATES = ("待定", "近期", "2019年2月30日", "2019-13-05", "上旬", "3月32日", "—", "2019.4.31", "月底")
BAD_OUTLETS = ("禹州发布", "今日头条", "许昌播报", "某某周刊", "钧州时空", "掌上魏都")

CN = "〇一二三四五六七八九"


def chinese(number: int) -> str:
    """Return a number below 100 in Chinese figures."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else ("" if tens == 1 else CN[tens]) + "十"
    return head + (CN[ones] if ones or not tens else "")


def wide(text: str) -> str:
    """Return the digits of a text as full-width ones."""
    return "".join(chr(ord(ch) + 0xFEE0) if ch.isdigit() else ch for ch in text)


def full_spellings(d: dt.date) -> dict[str, str]:
    """Return the spellings of a day that name its year."""
    y, m, n = d.year, d.month, d.day
    return {
        "iso": f"{y}-{m:02}-{n:02}",
        "iso short": f"{y}-{m}-{n}",
        "stamp": f"{y}-{m:02}-{n:02} 08:30:00",
        "stamp minutes": f"{y}/{m}/{n} 8:30",
        "slash": f"{y}/{m}/{n}",
        "dot": f"{y}.{m}.{n}",
        "dot padded": f"{y}.{m:02}.{n:02}",
        "dot end": f"{y}.{m}.{n}.",
        "chinese": f"{y}年{m}月{n}日",
        "chinese padded": f"{y}年{m:02}月{n:02}日",
        "chinese hao": f"{y}年{m}月{n}号",
        "chinese no day word": f"{y}年{m}月{n}",
        "spaced": f"{y} 年 {m} 月 {n} 日",
        "weekday": f"{y}年{m}月{n}日（星期{'一二三四五六日'[d.weekday()]}）",
        "compact": f"{y}{m:02}{n:02}",
        "wide compact": wide(f"{y}{m:02}{n:02}"),
        "wide": wide(f"{y}年{m}月{n}日"),
        "wide dot": wide(f"{y}") + "．" + wide(f"{m}") + "．" + wide(f"{n}"),
        "figures": "".join(CN[int(c)] for c in str(y)) + f"年{chinese(m)}月{chinese(n)}日",
        "caesura": f"{y}、{m}、{n}",
        "two digits": f"{y % 100}.{m}.{n}",
        "two digits year": f"{y % 100}年{m}月{n}日",
        "six": f"{y % 100}{m:02}{n:02}",
        "backslash": f"{y}\\{m}\\{n}",
        "padded": f"  {y}-{m:02}-{n:02}　",
    }


def short_spellings(d: dt.date) -> dict[str, str]:
    """Return the spellings of a day that leave its year to the title."""
    m, n = d.month, d.day
    return {
        "month day": f"{m}月{n}日",
        "month day padded": f"{m:02}月{n:02}日",
        "month day hao": f"{m}月{n}号",
        "month day bare": f"{m}月{n}",
        "month day wide": wide(f"{m}月{n}日"),
        "month day figures": f"{chinese(m)}月{chinese(n)}日",
        "month day spaced": f"{m} 月 {n} 日",
        "month day slash": f"{m}/{n}",
        "month day dot": f"{m}.{n:02}",
        "month day dash": f"{m}-{n}",
    }


def loosened(rng: random.Random, word: str) -> str:
    """Return a heading word the way a clerk spaces or explains it."""
    if len(word) == 2 and rng.random() < 0.25:
        return word[0] + rng.choice((" ", "　", "  ", "\n")) + word[1]
    if rng.random() < 0.08:
        return word + rng.choice(("*", "（必填）", "：", " "))
    return word
