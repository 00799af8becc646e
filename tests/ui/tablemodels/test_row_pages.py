"""Pages of rows, and how two lists of ids differ."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from ui.tablemodels.row_pages import MOST_PAGES, PAGE, RowPages, difference

lists = st.lists(st.integers(0, 9), max_size=12)


@given(old=lists, new=lists)
def test_the_difference_leads_from_one_list_to_the_other(old, new):
    change = difference(array("i", old), array("i", new))
    come = new[change.start : change.start + change.come]
    assert [*old[: change.start], *come, *old[change.start + change.gone :]] == new
    if old == new:
        assert (change.gone, change.come) == (0, 0)


@given(before=lists, after=lists, more=lists)
def test_what_only_came_or_only_went_is_told_so(before, after, more):
    whole, part = [*before, *more, *after], [*before, *after]
    assert difference(array("i", part), array("i", whole)).gone == 0
    assert difference(array("i", whole), array("i", part)).come == 0


class Reader:
    """Rows are their ids; asked ids are remembered."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, ids):
        """Rows of some ids, in another order; every tenth is gone."""
        self.asked += ids
        return [item for item in reversed(ids) if item % 10]


def pages(count):
    reader = Reader()
    made = RowPages(reader, lambda row: row, lambda row: (str(row),))
    made.show_all(array("i", range(count)))
    return made, reader


def test_a_page_is_read_once_and_rows_that_are_gone_are_blank():
    made, reader = pages(3 * PAGE)
    assert made.texts_at(PAGE + 1) == (str(PAGE + 1),)
    assert made.row(PAGE + 4) is None
    assert made.row(PAGE + 5) == PAGE + 5
    assert reader.asked == list(range(PAGE, 2 * PAGE))


def test_no_more_pages_are_held_than_fit():
    made, reader = pages((MOST_PAGES + 1) * PAGE)
    for page in range(MOST_PAGES + 1):
        made.row(page * PAGE + 1)
    reader.asked.clear()
    made.row(MOST_PAGES * PAGE + 1)
    assert not reader.asked
    made.row(1)
    assert reader.asked


def test_ends_are_known_before_the_whole():
    made, _ = pages(0)
    made.show_ends(10 * PAGE, array("i", [11, 12]), array("i", [98, 99]))
    known = [at for at in range(10 * PAGE) if made.id_at(at) is not None]
    assert known == [0, 1, 10 * PAGE - 2, 10 * PAGE - 1]
    assert (made.place(12), made.place(99), made.place(50)) == (1, 10 * PAGE - 1, None)
    assert made.row(5) is None
    assert made.rows([0, 5, 10 * PAGE - 1]) == [11, 99]


def test_rows_are_given_as_they_are_shown():
    made, reader = pages(3 * PAGE)
    made.row(3)
    reader.asked.clear()
    assert made.rows([3, 1, 2 * PAGE + 1, 2 * PAGE + 8]) == [3, 1, 2 * PAGE + 1]
    assert sorted(reader.asked) == [2 * PAGE + 1, 2 * PAGE + 8]
