"""The editor of texts, typed into as people type: structure stays plain, every act can be undone."""

import random
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence, QTextCursor

from ui.editor import places, styles
from ui.editor.composer import Composer
from ui.editor.styles import Style, shortcut
from ui.theme import theme
from ui.theme.theme import Choice
from xcdesk.texts.anchoring import Span
from xcdesk.texts.documents import from_text, reading_lines, to_text

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FIGURE = "{{pieces 2019-03-01 2019-03-31}}"
TEXT = f"""# 关于报送的通知

## 要情

> 市局

一、情况

三月刊播{FIGURE}篇，示例·𬱖某{FIGURE}。

（一）分项

1.报表

——附件

! 表名

~ 条形图
| 单位 | 篇\\|次 |  |
| 某局 | 1 | {FIGURE} |

^ 口径：略

编者按：好。
"""


@pytest.fixture
def composer(qtbot):
    made = Composer(lambda source: SimpleNamespace(text=str(len(source)), rule="口径"))
    qtbot.addWidget(made)
    made.resize(800, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.edit.setFocus()
    return made


@pytest.mark.parametrize("columns", [5, 8])
def test_a_table_is_never_a_pixel_too_wide(composer, columns):
    composer.edit.set_markup("\n".join(["| 许昌人民广播电台 |" + " 3月1日 |" * columns] * 6))
    for width in range(700, 735):
        composer.edit.resize(width, 500)
        assert composer.edit.horizontalScrollBar().maximum() == 0


def at(composer, words, *, end=True):
    """Put the caret behind (or before) some words."""
    found = composer.edit.document().find(words)
    cursor = composer.edit.textCursor()
    cursor.setPosition(found.selectionEnd() if end else found.selectionStart())
    composer.edit.setTextCursor(cursor)


def choose(composer, words):
    composer.edit.setTextCursor(composer.edit.document().find(words))


def paste(composer, html="", text=""):
    QGuiApplication.clipboard().setText(text)
    if html:
        QGuiApplication.clipboard().mimeData().setHtml(html)  # one that Python made crashes at the end
    composer.edit.paste()


def test_every_kind_of_block_comes_out_as_it_went_in(composer):
    composer.set_text(TEXT)
    assert composer.text() == TEXT
    assert not composer.edit.document().isUndoAvailable()
    theme.current().apply(Choice.DARK)
    assert composer.text() == TEXT
    at(composer, "某局")
    composer.verbs.trigger("cells")
    assert composer.text() == TEXT.replace("~ 条形图\n", "")
    composer.verbs.trigger("matrix")
    composer.edit.undo()
    composer.edit.undo()
    assert composer.text() == TEXT


def test_a_list_goes_on_and_ends_and_its_numbers_move_on(qtbot, composer):
    composer.set_text("1.甲\n\n2.乙\n\n3.丙\n")
    at(composer, "1.甲")
    qtbot.keyClick(composer.edit, Qt.Key.Key_Return)
    qtbot.keyClicks(composer.edit, "x")
    assert composer.text() == "1.甲\n\n2.x\n\n3.乙\n\n4.丙\n"
    qtbot.keyClick(composer.edit, Qt.Key.Key_Backspace)
    qtbot.keyClick(composer.edit, Qt.Key.Key_Return)
    assert composer.text() == "1.甲\n\n2.乙\n\n3.丙\n"
    assert composer.edit.textCursor().block().text() == ""
    while composer.edit.document().isUndoAvailable():
        composer.edit.undo()
    assert composer.text() == "1.甲\n\n2.乙\n\n3.丙\n"


def test_styles_are_chosen_by_keys_and_undone(qtbot, composer):
    composer.set_text("一、甲\n\n乙\n\n二、丙\n")
    at(composer, "乙")
    keys = QKeySequence(shortcut(Style.HEADING_1))[0]
    qtbot.keyClick(composer.edit, keys.key(), keys.keyboardModifiers())
    assert composer.text() == "一、甲\n\n二、乙\n\n三、丙\n"
    assert composer.style_box.key() == Style.HEADING_1
    composer.edit.set_style(Style.TITLE)
    assert composer.text() == "一、甲\n\n# 乙\n\n二、丙\n"
    composer.edit.set_style(Style.NOTE)
    composer.edit.set_style(Style.SOURCE)
    assert composer.text() == "一、甲\n\n> 乙\n\n二、丙\n"
    qtbot.keyClick(composer.edit, Qt.Key.Key_Home)
    qtbot.keyClick(composer.edit, Qt.Key.Key_Backspace)
    assert composer.text() == "一、甲\n\n乙\n\n二、丙\n"
    while composer.edit.document().isUndoAvailable():
        composer.edit.undo()
    assert composer.text() == "一、甲\n\n乙\n\n二、丙\n"


def test_a_line_after_a_title_is_plain_and_one_before_it_too(qtbot, composer):
    composer.set_text("# 题\n")
    at(composer, "题")
    qtbot.keyClick(composer.edit, Qt.Key.Key_Return)
    qtbot.keyClicks(composer.edit, "x")
    assert composer.text() == "# 题\n\nx\n"
    at(composer, "题", end=False)
    qtbot.keyClick(composer.edit, Qt.Key.Key_Return)
    qtbot.keyClick(composer.edit, Qt.Key.Key_Up)
    qtbot.keyClicks(composer.edit, "y")
    assert composer.text() == "y\n\n# 题\n\nx\n"


def test_what_is_pasted_comes_in_as_plain_structure(composer):
    composer.set_text("前后\n")
    at(composer, "前")
    paste(composer, "<h2>情况</h2><p><b style='color:red'>粗</b><script>x</script></p><ul><li>项</ul>", "x")
    assert composer.text() == "前\n\n一、情况\n\n粗\n\n——项\n\n后\n"
    composer.edit.undo()
    assert composer.text() == "前后\n"
    paste(composer, text="# 井")
    assert composer.text() == "前# 井后\n"
    paste(composer, text="单位\t次\n某局\t3\n")
    assert "| 单位 | 次 |\n| 某局 | 3 |" in composer.text()


def test_our_own_text_is_copied_with_its_structure(composer):
    composer.set_text(TEXT)
    composer.edit.selectAll()
    composer.edit.copy()
    composer.set_text("")
    composer.edit.paste()
    assert composer.text() == TEXT


def test_tables_are_typed_from_cell_to_cell_and_pasted_over(qtbot, composer):
    composer.set_text("| 单位 | 次 |\n| 某局 | 3 |\n\n后\n")
    at(composer, "某局")
    qtbot.keyClick(composer.edit, Qt.Key.Key_Tab)
    qtbot.keyClicks(composer.edit, "4")
    qtbot.keyClick(composer.edit, Qt.Key.Key_Tab)
    qtbot.keyClicks(composer.edit, "x")
    assert composer.text().startswith("| 单位 | 次 |\n| 某局 | 4 |\n| x |  |\n")
    paste(composer, text="甲\t1\n乙\t2\n")
    assert composer.text().startswith("| 单位 | 次 |\n| 某局 | 4 |\n| 甲 | 1 |\n| 乙 | 2 |\n")
    qtbot.keyClick(composer.edit, Qt.Key.Key_Backspace, CTRL | Qt.KeyboardModifier.AltModifier)
    composer.verbs.trigger("column")
    assert composer.verbs.action("row_out").isEnabled()
    assert not composer.verbs.action("table").isEnabled()
    assert "表格里不能再放表格" in composer.verbs.action("table").toolTip()
    for _ in range(20):
        composer.edit.undo()
    assert composer.text() == "| 单位 | 次 |\n| 某局 | 3 |\n\n后\n"


def test_a_figure_is_one_unit_and_tells_its_rule(qtbot, composer):
    composer.set_text("刊播篇\n")
    at(composer, "刊播")
    composer.edit.insert_figure(FIGURE)
    qtbot.keyClicks(composer.edit, "x")
    assert composer.text() == f"刊播{FIGURE}x篇\n"
    qtbot.keyClick(composer.edit, Qt.Key.Key_Backspace)
    assert composer.line.rule.isVisible()
    qtbot.keyClick(composer.edit, Qt.Key.Key_Backspace)
    assert composer.text() == "刊播篇\n"
    composer.edit.undo()
    assert composer.text() == f"刊播{FIGURE}篇\n"


def test_a_figure_is_told_to_a_screen_reader_with_its_value(qtbot, composer):
    composer.set_text(f"其他\n\n刊播{FIGURE}篇\n\n| 单位 | {FIGURE} |\n")
    value, spoken = str(len(FIGURE)), QAccessible.queryAccessibleInterface(composer.edit)
    qtbot.waitUntil(lambda: spoken.text(QAccessible.Text.Description).endswith(f"刊播{value}篇；{value}"))
    said = []
    composer.edit.speech.said.connect(said.append)
    at(composer, "刊播")
    for _ in range(3):
        qtbot.keyClick(composer.edit, Qt.Key.Key_Right)
    assert [value in words and "口径" in words for words in said] == [True]
    composer.set_text("刊播\n")
    qtbot.waitUntil(lambda: spoken.text(QAccessible.Text.Description) == "")


def test_find_and_replace_go_round_and_are_one_act(qtbot, composer):
    composer.set_text("工作日甲\n\n| 工作日 | b |\n| c | 工作日 |\n")
    qtbot.keyClick(composer.edit, Qt.Key.Key_F, CTRL)
    bar = composer.find_bar
    qtbot.keyClicks(bar.wanted, "b")
    assert bar.place.text() == "1 处"
    bar.wanted.setText("工作日")
    for place in ("1 / 3", "2 / 3", "3 / 3", "1 / 3"):
        qtbot.keyClick(bar.wanted, Qt.Key.Key_Return)
        assert bar.place.text() == place
    bar.replacement.setText("天")
    bar.replace_all()
    assert composer.text() == "天甲\n\n| 天 | b |\n| c | 天 |\n"
    composer.edit.undo()
    assert composer.text().count("工作日") == 3
    qtbot.keyClick(bar.wanted, Qt.Key.Key_Escape)
    assert composer.edit.hasFocus()
    assert not bar.isVisible()


def test_places_of_comments_are_the_same_on_the_screen_and_in_the_text(composer):
    composer.set_text(TEXT)
    read = "\n".join(reading_lines(composer.edit.structure()))
    chance = random.Random(3)
    for words in ("关于", "𬱖某", "刊播{{pieces", "篇|次", "口径", "编者按：好。"):
        start = read.index(words)
        span = Span(start, start + len(words))
        cursor = places.cursor_of(composer.edit.document(), span)
        if "{{" not in words:
            assert cursor.selectedText() == words
            assert places.span_of(cursor) == span
    for _ in range(50):
        start = chance.randrange(len(read) - 1)
        cursor = places.cursor_of(composer.edit.document(), Span(start, start + 1))
        if cursor.hasSelection():
            found = places.span_of(cursor)
            assert found.start <= start < found.end


def test_a_marked_passage_follows_what_is_typed_before_it(qtbot, composer):
    composer.set_text("甲乙丙丁\n")
    composer.edit.show_marked({7: Span(2, 4)})
    composer.edit.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(composer.edit, "xyz")
    composer.edit.choose_marked(7)
    assert composer.edit.textCursor().selectedText() == "丙丁"
    assert composer.edit.chosen() == Span(5, 7)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_done_reads_the_same_again_and_undo_leads_back(qtbot, composer, seed):
    chance, edit, keys = random.Random(seed), composer.edit, Qt.Key
    composer.set_text(TEXT)
    acts = [
        lambda: qtbot.keyClicks(edit, chance.choice("a1#|>")),
        lambda: qtbot.keyClick(edit, chance.choice([keys.Key_Return, keys.Key_Backspace, keys.Key_Delete])),
        lambda: qtbot.keyClick(edit, keys.Key_Tab) if styles.table_of(edit.textCursor()) else None,
        lambda: edit.set_style(chance.choice(list(Style))),
        lambda: edit.insert_figure(FIGURE),
        lambda: edit.insert_document(from_text(chance.choice([TEXT, "一段", "| a | b |\n| c | d |"]))),
        lambda: [composer.verbs.trigger(act) for act in ("row_below", "column", "row_out")],
        lambda: (edit.cut(), edit.paste()),
    ]
    for _ in range(40):
        caret = edit.textCursor()
        caret.setPosition(chance.randrange(edit.document().characterCount()))
        if chance.random() < 0.3:
            end = chance.randrange(edit.document().characterCount())
            caret.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        edit.setTextCursor(caret)
        chance.choice(acts)()
        assert to_text(from_text(composer.text())) == composer.text()
    while edit.document().isUndoAvailable():
        edit.undo()
    assert composer.text() == TEXT


def test_length_and_warnings_are_told_and_led_to(qtbot, composer):
    composer.set_title("长" * 41)
    composer.set_text("示例·祎某\n")
    assert "字数 5" in composer.line.length.text()
    assert composer.line.warnings.text() == "1 个标题过长 · 1 个生僻字"
    with qtbot.waitSignal(composer.title_meant):
        composer.line.warnings.click()
    composer.line.warnings.click()
    assert composer.edit.textCursor().selectedText() == "祎"
