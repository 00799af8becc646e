"""A text with a table too wide for an upright page."""

LINE = "提升年活动领导小组办公室坚持问题导向，把群众反映的办事难作为突破口，逐条整改，逐项销号。"
CELL = "已整改到位并公开通报情况"
ROWS, COLUMNS = 14, 12
HEAD = "| 序号 | 单位 | " + " | ".join(f"栏目{n}" for n in range(COLUMNS)) + " |"
TABLE = "\n".join(
    [HEAD, *(f"| {n} | 单位甲{n:02d} | " + " | ".join([CELL] * COLUMNS) + " |" for n in range(1, ROWS + 1))]
)
NAMED = f"! 附表　逐栏情况\n{TABLE}\n^ 口径：按次计。\n"
