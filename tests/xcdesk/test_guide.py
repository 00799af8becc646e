"""The quick guide: two A4 pages made of the help's own text."""

import pypdfium2
import pytest

from tests.printed import words_of
from xcdesk import guide, handbook
from xcdesk.cli import main


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The guide as the console writes it, where there is no database yet."""
    path = tmp_path_factory.mktemp("guide") / "指南.pdf"
    assert main(["--database", str(path.with_name("none.db")), "guide", str(path), "--json"]) == 0
    assert not path.with_name("none.db").exists()
    return path.read_bytes()


def test_it_is_two_pages_of_a4_and_says_every_step_whole(printed):
    document = pypdfium2.PdfDocument(printed)
    assert len(document) == guide.PAGES == 2
    assert [round(side) for side in document[0].get_size()] == [595, 842]
    first = document[0].get_textpage().get_text_range()
    assert guide.steps()[-1].title in first, "all ten steps stand on the first page"
    document.close()
    said = words_of(printed)
    steps = guide.steps()
    assert len(steps) == 10
    for step in steps:
        assert "".join(step.title.split()) in said
        assert "".join(handbook.printed(step.act).split()) in said
        assert "".join(handbook.printed(step.done).split()) in said
    assert "每天上班" in said
    assert "从备份开始" in said


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_step_says_what_is_done_and_how_it_looks_then(language):
    steps = guide.steps(language)
    assert [step.key for step in steps] == [step.key for step in guide.steps("zh")]
    assert [step.title.partition(" ")[0] for step in steps] == [str(n) for n in range(1, 11)]
    assert all(step.act and step.done and ">" not in step.act for step in steps)
