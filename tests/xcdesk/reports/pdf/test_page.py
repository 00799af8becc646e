"""How pieces are shared out over pages."""

from xcdesk.reports.pdf.measures import LINES, Pitch
from xcdesk.reports.pdf.page import Piece, paginate

STEP = Pitch.EXACT.value


def line(**changes):
    return Piece(**{"ink": 16.0, "step": STEP, **changes})


def blank():
    return Piece(ink=0.0, step=STEP, loose=True)


def counts(pieces):
    return [len(page.placed) for page in paginate(pieces, Pitch.EXACT)]


def test_a_page_takes_22_lines():
    assert LINES == 22
    assert counts([line()] * 50) == [22, 22, 6]


def test_a_blank_line_is_dropped_at_the_top_of_a_page():
    assert counts([line()] * 22 + [blank(), line()]) == [22, 1]


def test_tied_lines_go_to_the_next_page_together():
    assert counts([line()] * 20 + [line(tied=True), line(tied=True), line()]) == [20, 3]


def test_tied_lines_that_no_page_can_hold_are_parted_all_the_same():
    assert counts([line(), *[line(tied=True)] * 30, line()]) == [1, 22, 9]


def test_what_may_be_parted_is_parted_only_to_fill_a_hole():
    group = [line(tied=True), line(tied=True), line(tied=True, eased=True), line(tied=True), line()]
    assert counts([line()] * 17 + group + [line()]) == [22, 1]
    assert counts([line()] * 18 + group + [line()]) == [18, 6]  # four empty lines are no hole
    tall = [*group[:3], *[line(tied=True, eased=True)] * 2, *group[3:], line()]
    assert counts([line()] * 17 + tall) == [22, 3]
    assert counts([line()] * 15 + [line(tied=True)] * 6 + tall[2:]) == [22, 5]


def test_the_last_of_all_is_not_parted_for_a_page_with_its_end_alone():
    tall = [*[line(tied=True)] * 2, *[line(tied=True, eased=True)] * 3, line(tied=True), line()]
    assert counts([line()] * 17 + tall) == [17, 7]
    assert counts([line()] * 17 + tall + [blank()]) == [17, 8]


def test_a_head_is_repeated_when_a_row_begins_a_page():
    head = Piece(ink=30.0, step=30.0, on_grid=False)
    row = Piece(ink=30.0, step=30.0, on_grid=False, head=head)
    pages = paginate([head, *[row] * 40], Pitch.EXACT)
    assert [page.placed[0].piece is head for page in pages] == [True, True]
    assert sum(placed.piece is row for page in pages for placed in page.placed) == 40


def test_what_follows_a_table_starts_on_the_grid():
    row = Piece(ink=31.0, step=31.0, on_grid=False)
    (page,) = paginate([row, line()], Pitch.EXACT)
    assert page.placed[1].top == 2 * STEP


def test_no_pieces_give_one_empty_page():
    assert counts([]) == [0]
