"""Printed tables of three to twelve columns."""

import pytest

NAME = "市人力资源社会保障局行政审批服务科窗口"
LINE = "提升年活动领导小组办公室坚持问题导向。"


def table(columns, rows, cell="禹州市"):
    head = "| " + " | ".join(f"栏目{n}" for n in range(1, columns + 1)) + " |"
    body = ["| " + " | ".join([cell] * columns) + " |" for _ in range(rows)]
    return "\n".join([head, *body])


def ink(sheets):
    return [char.ink for sheet in sheets for line in sheet.body for char in line.chars]


@pytest.mark.parametrize("columns", [1, 3, 6, 9, 12])
@pytest.mark.parametrize(
    "cell", ["禹州市", "12", "市人力资源社会保障局宣传科", "https://www.xuchang.gov.cn/index.html"]
)
def test_no_cell_leaves_its_table(sheets_of, columns, cell):
    sheets = sheets_of(table(columns, 3, cell), contents=False)
    assert min(box[0] for box in ink(sheets)) >= 27.9
    assert max(box[2] for box in ink(sheets)) <= 184.1
    rules = [rule for sheet in sheets for rule in sheet.rules]  # a wide table is turned, onto the next page
    assert max(rule.right for rule in rules) <= 184.8  # a thick one is told as wide as it is with its ends


def test_cells_do_not_run_into_their_neighbours(sheets_of):
    remark = "同稿多发按篇计一次按次计三次不重复计算，由办公室核对"
    sheets = sheets_of(f"| 单位 | 备注 |\n| {NAME} | {remark} |", contents=False)
    chars = [char for line in sheets[0].body for char in line.chars if char.size == 12]
    unit = [char for char in chars if char.text in "市人力资源社会保障局行政审批服务科窗口"]
    note = [char for char in chars if char.text in "同稿多发次计三不重复由核对"]
    assert unit
    assert max(char.ink[2] for char in unit) < min(char.ink[0] for char in note)


def test_twelve_columns_of_figures_keep_each_figure_on_one_line(sheets_of):
    text = "".join(line.text + "\n" for line in sheets_of(table(12, 2, "1234"))[0].body)
    assert "1234" * 12 in text


def test_a_row_taller_than_a_page_goes_on_over_pages(sheets_of):
    sheets = sheets_of("| 单位 | 情况 |\n| 禹州市 | " + LINE * 120 + " |", contents=False)
    assert len(sheets) >= 4
    assert "".join(line.text for sheet in sheets for line in sheet.body).count("坚持问题导向") == 120
    assert max(box[3] for box in ink(sheets)) <= 262.1


def test_a_row_with_fewer_cells_than_the_head_is_filled_up(sheets_of):
    text = sheets_of("| 甲 | 乙 | 丙 |\n| 一 |")[0].text
    assert "甲乙丙" in text
    assert "一" in text


def test_the_counting_rule_stays_with_the_last_row(sheets_of):
    for filler in range(9, 14):
        sheets = sheets_of("\n".join([LINE] * filler + [table(3, 3), "^ 口径：按篇计。"]), contents=False)
        page = next(sheet for sheet in sheets if "口径" in sheet.text)
        assert "禹州市" in page.text


def test_a_caption_is_never_left_behind(sheets_of):
    for filler in range(8, 14):
        sheets = sheets_of("\n".join([LINE] * filler + ["! 附表", table(3, 12)]), contents=False)
        page = next(sheet for sheet in sheets if "附表" in sheet.text)
        assert "栏目1" in page.text
        assert "禹州市" in page.text


def test_text_after_a_table_is_back_on_the_grid(sheets_of):
    sheet = sheets_of("\n".join([table(3, 2), LINE]), contents=False)[0]
    line = next(line for line in sheet.body if "坚持" in line.text)
    steps = (line.top - 37) / (29.61 / 72 * 25.4)
    assert steps == pytest.approx(round(steps), abs=0.02)


def test_many_columns_leave_a_unit_no_more_than_two_lines(sheets_of):
    head = "| 单位 | 报送 | 采用 | 日报 | 晨报 | 电台 | 电视台 | 网站 | 省级 | 国家级 | 篇数 | 次数 |"
    row = "| 市人力资源社会保障局 | " + " | ".join(["73"] * 11) + " |"
    texts = [line.text for line in sheets_of(f"{head}\n{row}", contents=False)[0].body[4:]]
    assert len(texts) <= 1 + 3


def test_a_table_with_nothing_but_a_head_is_closed_below(sheets_of):
    sheet = sheets_of("| 单位 | 篇数 |", contents=False)[0]
    thick = [rule for rule in sheet.rules if rule.thickness > 0.3 and rule.y > 112]
    assert len(thick) == 2


def test_a_head_that_fills_a_page_loses_nothing(sheets_of):
    sheets = sheets_of("| 单位 | " + LINE * 60 + " |\n| 甲 | 乙 |", contents=False)
    assert "".join(line.text for sheet in sheets for line in sheet.body).count("坚持问题导向") == 60


@pytest.mark.parametrize(("rows", "fewest"), [(4, 4), (5, 2), (20, 2)])
def test_no_row_of_a_table_stands_alone_on_a_page(sheets_of, rows, fewest):
    body = "\n".join(f"| 单位甲{n:02d} | {n} |" for n in range(rows))
    for before in range(6, 16):
        text = "正文。\n" * before + f"! 表1　名\n| 单位 | 次 |\n{body}\n^ 口径。"
        counts = [sheet.text.count("单位甲") for sheet in sheets_of(text, contents=False)]
        assert min(count for count in counts if count) >= fewest


def test_no_row_of_two_lines_stands_alone_on_a_page(sheets_of):
    row = (
        "| {n} | 许昌人民广播电台 | 市级 | 示例：单位甲{n:02d}推行首问负责 三天变半天 | 市行政审批服务中心 |"
    )
    body = "\n".join(row.format(n=n) for n in range(9))
    for before in range(2, 16):
        text = "正文。\n" * before + f"| 序号 | 媒体单位 | 层级 | 标题 | 供稿单位 |\n{body}\n^ 口径。"
        counts = [sheet.text.count("单位甲") for sheet in sheets_of(text, contents=False)]
        assert min(count for count in counts if count) >= 2


def test_a_small_table_is_parted_behind_three_rows_only_where_it_would_leave_a_hole(sheets_of):
    body = "\n".join(f"| 单位甲{n:02d} | {n} |" for n in range(6))
    parted = 0
    for before in range(4, 17):
        text = "正文。\n" * before + f"! 表1　名\n| 单位 | 次 |\n{body}\n^ 口径。\n正文。"
        sheets = sheets_of(text, contents=False, recorded=False)
        counts = [sheet.text.count("单位甲") for sheet in sheets]
        first, *rest = [count for count in counts if count]
        parted += bool(rest)
        assert first >= 3
        if counts[0] == 0:
            assert 262 - sheets[0].body[-1].bottom < 55  # mm: its name, its head and three rows
        for sheet in sheets:
            assert sheet.text.count("单位次") == bool(sheet.text.count("单位甲"))
    assert parted
