"""The peer: what a deft clerk's script does with the same files, by openpyxl alone.

``python tests/bench/peer_import.py OUT FILE...`` reads every workbook, drops rows that repeat an earlier one,
and writes one workbook with the detail and a tally by unit and outlet. It checks nothing.
"""

import sys
from collections import Counter
from pathlib import Path

import openpyxl

HEADING_ROWS = 2
DAY, OUTLET, TITLE, UNIT = 0, 1, 2, 6


def main(out: str, *names: str) -> None:
    """Read, drop repetitions, write."""
    kept: dict[tuple[object, ...], tuple[object, ...]] = {}
    head: tuple[object, ...] = ()
    for name in names:
        book = openpyxl.load_workbook(name, read_only=True, data_only=True)
        for number, row in enumerate(book.worksheets[0].iter_rows(values_only=True), start=1):
            if number == HEADING_ROWS:
                head = row
            elif number > HEADING_ROWS:
                kept.setdefault((row[DAY], row[OUTLET], row[TITLE]), row)
        book.close()
    counts = Counter((row[UNIT], row[OUTLET]) for row in kept.values())
    result = openpyxl.Workbook()
    detail = result.worksheets[0]
    detail.append(head)
    for row in kept.values():
        detail.append(row)
    tally = result.create_sheet("统计")
    outlets = sorted({str(outlet) for _, outlet in counts})
    tally.append(["报送单位", *outlets])
    for unit in dict.fromkeys(unit for unit, _ in counts):
        tally.append([unit, *(counts[unit, outlet] for outlet in outlets)])
    result.save(Path(out))


if __name__ == "__main__":
    main(*sys.argv[1:])
