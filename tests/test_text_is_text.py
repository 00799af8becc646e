"""What people typed is shown, printed and written as text: the calls that would read it as more."""

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from xcdesk.resources import root

ROOT = root()
_CAPTIONED = frozenset({"QCheckBox", "QRadioButton", "QPushButton", "QToolButton", "QGroupBox", "PushButton"})
_IN_MENUS = frozenset({"addAction", "addMenu", "addTab", "setTabText"})
_OPENERS = {"ui/dialogs/evidence.py": "show_file", "ui/pages/roster/link_keeper.py": "open_address"}
"""Where a file of ours or an address is handed to the system, after somebody was asked."""
_PDF = frozenset(f"xcdesk/reports/pdf/{name}.py" for name in ("embedding", "faces", "fonts", "pen"))
_OWN_NAMES = frozenset({"ui/pages/today/office_tools.py", "ui/dialogs/passwords_once.py"})
"""Where the name proposed for a file is one of ours."""
_PENS = frozenset({"write", "write_row", "write_column", "write_rich_string", "write_blank_string"})


@cache
def trees(room: str) -> dict[str, ast.Module]:
    """Every module of a room, parsed, by its place in the project."""
    files = sorted((ROOT / room).rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): _parsed(path) for path in files}


def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    """Calls of functions or methods of these names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in names:
            yield node


def _name(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")


def offenders(room: str, bad: Callable[[str, ast.Module], Iterator[ast.AST]]) -> list[str]:
    """Place, line and words of what ``bad`` finds in the modules of a room."""
    return [
        f"{path}:{node.lineno} {ast.unparse(node)}"
        for path, tree in trees(room).items()
        for node in bad(path, tree)
    ]


def fixed(node: ast.expr) -> bool:
    """Whether words are our own, or have passed `caption`."""
    if isinstance(node, ast.IfExp):
        return fixed(node.body) and fixed(node.orelse)
    if isinstance(node, ast.Constant):
        return True
    return isinstance(node, ast.Call) and _name(node.func) in {"tr", "translate", "caption", "text", "icon"}


def test_an_ampersand_in_data_is_no_alt_key():
    def bad(path: str, tree: ast.Module) -> Iterator[ast.AST]:
        for call in calls(tree, *_CAPTIONED):
            first = call.args[0] if call.args else None
            if first is not None and not fixed(first) and ast.unparse(first) not in {"self", "parent"}:
                yield call
        for call in calls(tree, *_IN_MENUS):
            words = call.args[-1] if _name(call.func) in {"addTab", "setTabText"} else call.args[0]
            known = ast.unparse(words).endswith(("action", "made", "LeadingPosition", ".action(verb_id)"))
            if not known and not fixed(words) and not fixed(call.args[0]):
                yield call

    assert offenders("ui", bad) == []


def test_a_button_is_renamed_through_the_helper():
    def bad(path: str, tree: ast.Module) -> Iterator[ast.AST]:
        for call in calls(tree, "setText"):
            on = call.func.value if isinstance(call.func, ast.Attribute) else call
            named = _name(on.func) if isinstance(on, ast.Call) else getattr(on, "attr", getattr(on, "id", ""))
            if named.endswith(("button", "action", "chip", "tick")) and not fixed(call.args[0]):
                yield call

    assert offenders("ui", bad) == []


def test_help_and_tips_of_data_pass_the_helper():
    def bad(path: str, tree: ast.Module) -> Iterator[ast.AST]:
        for call in calls(tree, "setWhatsThis", "setStatusTip"):
            if _name(getattr(call.args[0], "func", call.args[0])) != "tip":
                yield call
        for call in calls(tree, "showText"):
            if "tip(" not in ast.unparse(call):
                yield call

    assert offenders("ui", bad) == []


def test_files_and_addresses_are_opened_in_one_place_each():
    def bad(path: str, tree: ast.Module) -> Iterator[ast.AST]:
        within = _OPENERS.get(path)
        spared = {
            call
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef) and node.name == within
            for call in calls(node, "openUrl")
        }
        yield from (call for call in calls(tree, "openUrl") if call not in spared)
        yield from calls(tree, "setOpenExternalLinks", "startfile")

    assert offenders("ui", bad) == []


def test_every_name_that_a_dialog_proposes_is_a_safe_one():
    def bad(path: str, tree: ast.Module) -> Iterator[ast.AST]:
        for function in ast.walk(tree):
            if not isinstance(function, ast.FunctionDef):
                continue
            made = any(calls(function, "safe_name", "named_after", "file_name"))
            for call in calls(function, "getSaveFileName"):
                own = isinstance(call.args[2], ast.Constant) or path in _OWN_NAMES
                if not made and not own:
                    yield call

    assert offenders("ui", bad) == []


def test_pages_are_drawn_and_never_marked_up():
    def bad(path: str, tree: ast.Module) -> Iterator[ast.AST]:
        for node in ast.walk(tree):
            module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
            if module.startswith("reportlab.platypus") or (
                module.startswith("reportlab") and path not in _PDF
            ):
                yield node
        if not path.startswith("xcdesk/reports/docx/"):  # Word's own paragraphs know no markup
            yield from calls(tree, "Paragraph", "XPreformatted")

    assert offenders("xcdesk", bad) == []


def test_cells_are_written_as_what_they_are():
    def bad(path: str, tree: ast.Module) -> Iterator[ast.AST]:
        for call in calls(tree, *_PENS):
            if ast.unparse(call.func).rpartition(".")[0].endswith(("sheet", "page", "_table")):
                yield call
        for call in calls(tree, "Workbook"):
            opened = ast.unparse(tree)
            off = all(f"'{name}': False" in opened for name in ("strings_to_formulas", "strings_to_urls"))
            if ast.unparse(call.func).startswith("xlsxwriter") and not off:
                yield call
        for call in calls(tree, "write_url"):  # to a place in the same book
            if "internal:" not in ast.unparse(call.args[2]) and ast.unparse(call.args[2]) != "link":
                yield call

    assert offenders("xcdesk", bad) == []


def test_a_workbook_of_a_sender_is_saved_after_its_texts_were_kept():
    saved = [path for path, tree in trees("xcdesk").items() if any(_saves(tree))]
    assert saved == ["xcdesk/importers/returned/__init__.py"]
    assert any(calls(trees("xcdesk")[saved[0]], "keep_text"))


def _saves(tree: ast.Module) -> Iterator[ast.Call]:
    return (call for call in calls(tree, "save") if ast.unparse(call.func) == "book.save")


def test_words_of_a_word_file_are_cleaned():
    def bad(path: str, tree: ast.Module) -> Iterator[ast.AST]:
        if path.startswith("xcdesk/reports/docx/"):
            for call in calls(tree, "add_run", "add_text"):
                if (
                    call.args
                    and not isinstance(call.args[0], ast.Constant)
                    and "clean(" not in ast.unparse(call)
                ):
                    yield call

    assert offenders("xcdesk", bad) == []


def test_what_is_painted_is_painted_in_the_order_in_which_it_is_written():
    def bad(path: str, tree: ast.Module) -> Iterator[ast.AST]:
        for call in calls(tree, "elidedText"):
            if not ast.unparse(call.args[0]).startswith("in_order(") and path != "ui/widgets/elided.py":
                yield call

    assert offenders("ui", bad) == []
