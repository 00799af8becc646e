"""Subjects of goal 7: one bulletin of twenty pages by this program, by Typst, and by Word and LibreOffice.

``python -m tests.bench.bulletin WAY FOLDER`` prints the bulletin as one process does it, from the text that
lies in the folder; the peers get the same text. What only the measuring needs is imported where it is
used: the process is to pay for printing alone. Typst is the module of that name, in this Python or in that
which ``XCDESK_TYPST`` names.
"""

import sys
from pathlib import Path

TEXT, TYPST = "bulletin.txt", "bulletin.typ"


def prepare(folder: Path) -> None:
    """Write the text and its Typst source."""
    from tests import pages
    from xcdesk.reports.pdf.issue import print_issue
    from xcdesk.texts.documents import from_text

    words = pages.text()
    (folder / TEXT).write_text(words, encoding="utf-8")
    (folder / TYPST).write_text(typst_source(words), encoding="utf-8")
    printed = print_issue(pages.issue(), from_text(words))
    assert printed.pages >= 20, printed.pages


def ours(folder: str) -> float:
    """The bulletin in a program that has printed before: seconds."""
    import time

    from tests import pages
    from xcdesk.reports.pdf.issue import print_issue
    from xcdesk.texts.documents import from_text

    words = (Path(folder) / TEXT).read_text(encoding="utf-8")
    print_issue(pages.issue(), from_text(words))
    taken = []
    for _ in range(7):
        started = time.perf_counter()
        print_issue(pages.issue(), from_text(words))
        taken.append(time.perf_counter() - started)
    return sorted(taken)[len(taken) // 2]


def typst_python() -> str | None:
    """A Python that has Typst; None where there is none."""
    import os
    import subprocess

    program = os.environ.get("XCDESK_TYPST", sys.executable)
    found = subprocess.run([program, "-c", "import typst"], capture_output=True, check=False)
    return program if found.returncode == 0 else None


TYPST_RUN = (
    "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]],"
    " ignore_system_fonts=True)"
)


def typst_source(words: str) -> str:
    """The same text for Typst: page, grid, faces, titles, table with repeated head, charts as boxes."""
    from xcdesk.texts.documents import BlockKind, from_text

    parts = [_TYPST_HEAD]
    for block in from_text(words).blocks:
        text = _literal(block.text)
        if block.kind == BlockKind.TABLE:
            cells = ", ".join(f"[{_literal(cell)}]" for row in block.rows[1:] for cell in row)
            heads = ", ".join(f"[{_literal(cell)}]" for cell in block.rows[0])
            parts.append(f"#table(columns: {len(block.rows[0])}, table.header({heads}), {cells})")
            if block.drawn:
                bars = (f"#rect(width: {abs(hash(row)) % 300}pt, height: 9pt)" for row in block.rows[1:])
                parts.append("\n".join(bars))
        elif block.kind == BlockKind.TITLE:
            parts.append(f'#align(center, text(22pt, weight: "bold", font: "XC Song")[{text}])')
        elif block.kind in {BlockKind.SECTION, BlockKind.HEADING_1, BlockKind.CAPTION}:
            parts.append(f'#text(font: "XC Hei")[{text}]')
        elif block.kind in {BlockKind.SOURCE, BlockKind.HEADING_2, BlockKind.NOTE}:
            parts.append(f'#text(font: "XC Kai")[{text}]')
        else:
            parts.append(text)
    return "\n\n".join(parts)


def _literal(words: str) -> str:
    return "".join(f"\\{char}" if char in "\\#*_`$<>@=-+/[]~'\"" else char for char in words)


_TYPST_HEAD = """#set page(width: 210mm, height: 297mm,
  margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm), numbering: "— 1 —")
#set text(font: ("XC Fang", "XC Song"), size: 16pt, lang: "zh", region: "cn")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 13.6pt, spacing: 13.6pt)
#align(center, text(58pt, fill: rgb("#D9001B"), weight: "bold", font: "XC Song", tracking: 18pt)[内部参考])
#line(length: 100%, stroke: 2pt + rgb("#D9001B"))
#outline(title: none)"""


def main(way: str, folder: str) -> None:
    """One process of one way."""
    from tests import pages
    from xcdesk.texts.documents import from_text

    place = Path(folder)
    document = from_text((place / TEXT).read_text(encoding="utf-8"))
    if way == "xcdesk":
        from xcdesk.reports.pdf.issue import print_issue

        (place / "ours.pdf").write_bytes(print_issue(pages.issue(), document).pdf)
    else:
        from tests import office_suite
        from xcdesk.reports.docx.issue import write_docx

        (place / "word.docx").write_bytes(write_docx(pages.issue(), document))
        office_suite.converted(place / "word.docx", "pdf")


if __name__ == "__main__":
    main(*sys.argv[1:])
