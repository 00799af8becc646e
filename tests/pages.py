"""A bulletin of twenty pages as an office fills it: items of every length, a long table, two charts."""

import datetime as dt

from xcdesk.reports.pdf.particulars import Distribution, Issue

_SENTENCES = (
    "市提升年活动领导小组办公室坚持问题导向，把群众反映的“办事难、办事慢”作为突破口，组织暗访组深入服务窗口。",
    "共暗访单位126个，发现问题218个，已整改203个，整改率93.1%。",
    "联络员祎翀珺旻𬀩𣲗介绍，下一步将严格落实《许昌市执行力提升年活动实施方案》（许政办〔2026〕18号）要求。",
    "持续加压、久久为功……确保各项承诺事项于2026年12月31日前全部兑现。",
    "截至3月10日，全市按新办法受理申请38件，已办结29件，另有9件因要件不齐退回补正。",
    "窗口工作人员说：“过去办一次要跑三四趟，现在‘一窗受理’，材料齐全的当天就能拿到。”",
    "详见https://www.xuchang.gov.cn/zhuanti/zxlts2026/index.html?from=neibucankao&page=12，欢迎阅读。",
    "该局负责人在答复中承认，个别岗位存在推诿现象——主要是职责不清、流程过长。",
    "企业代表王某某（示例）建议：把审批时限由20个工作日压缩到7个工作日，并在网上公开进度。",
    "记者在大厅随机询问了15名群众，其中13人表示满意，2人对排队时间（约40分钟）提出意见。",
)
_TITLES = (
    "承诺办结时限由七日压到三日",
    "禹州市“最多跑一次”清单上墙公开　群众办事不再跑冤枉路",
    "关于进一步做好执行力提升年活动宣传报道工作的几点建议",
    "市公安局：户籍窗口周末不打烊，身份证邮寄到家",
    "“行风热线”一周回音：二十三件投诉办结二十一件",
)
_UNITS = ("禹州市", "市人力资源社会保障局", "经济技术开发区", "国网许昌供电公司", "长葛市")
_SECTIONS = ("部门新举措", "县市区动态", "群众意见办理")


def issue() -> Issue:
    """What stands around it."""
    return Issue(
        masthead="内部参考",
        number=12,
        running=36,
        issuer="示例市执行力提升年活动领导小组办公室",
        day=dt.date(2026, 4, 13),
        classification="内部资料　注意保存",
        copy_number=None,
        distribution=Distribution(
            "市委、市政府领导同志。", "市直有关单位，各县（市、区）。", "各联络员。", 160
        ),
        imprint="示例市执行力提升年活动领导小组办公室",
        contents=True,
    )


def text(items: int = 13, seed: int = 7) -> str:
    """The text, nearly a page an item; the same numbers give the same text."""
    import random  # here: a bulletin that is only printed does not pay for it

    some = random.Random(seed)
    parts = []
    for number in range(items):
        if number % 7 == 0:
            parts.append(f"## {_SECTIONS[number // 7 % 3]}")
        parts += [f"# {_TITLES[number % 5]}", f"> {_UNITS[number % 5]}（示例）"]
        if number % 4 == 0:
            parts += ["编者按：" + some.choice(_SENTENCES), "一、主要做法"]
        for _ in range(5):
            parts.append("".join(some.choices(_SENTENCES, k=some.randint(1, 3))))
        parts += ["（一）强化组织领导", "".join(some.choices(_SENTENCES, k=3))]
    return "\n".join([*parts, *figures()]) + "\n"


def figures() -> list[str]:
    """Lines of a table of 40 rows, of columns by month and of bars by unit."""
    rows = [f"| {n} | {_UNITS[n % 5]} | {n * 3} | {n + 2} | {30 + n / 10:.1f}% |" for n in range(1, 41)]
    months = [f"| {n}月 | {n} | {n * 9} | {n * 4} | {n} |" for n in range(1, 5)]
    bars = [f"| {unit} | {40 - 7 * n} |" for n, unit in enumerate(_UNITS)]
    rule = "^ 口径：同一稿件在多家媒体刊播计1篇、多次。"
    return [
        "## 数字", "# 各单位报送采用情况", "! 表1　各单位报送采用情况",
        "| 序号 | 单位 | 报送 | 采用 | 采用率 |", *rows, rule,
        "~ 柱形图", "| 月份 | 县级 | 市级 | 省级 | 国家级 |", *months, "! 图1　各月各层级刊播次数", rule,
        "~ 条形图", "| 单位 | 次 |", *bars, "! 图2　各单位刊播次数", rule,
    ]  # fmt: skip
