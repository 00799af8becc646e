"""The roster from the console: contact book, check list, sites."""

import datetime as dt

from xcdesk.codes import LinkState
from xcdesk.services.roster import links


def test_the_book_is_answered_printed_and_written(console, db, tmp_path):
    pdf, xlsx = tmp_path / "册.pdf", tmp_path / "册.xlsx"
    made = console("--database", db, "roster", "book", "--pdf", pdf, "--xlsx", xlsx, "--json")
    assert made.code == 0
    assert [row["outlet"] for row in made.json["outlets"]][:2] == ["许昌日报", "许昌晨报"]
    assert made.json["outlets"][4]["missing"] == ["liaison"]
    assert (made.json["pdf"], made.json["pages"], made.json["xlsx"]) == (str(pdf), 1, str(xlsx))
    assert pdf.read_bytes().startswith(b"%PDF")
    assert xlsx.read_bytes().startswith(b"PK")
    said = console("--database", db, "roster", "book").out
    assert "许昌廉政网" in said
    assert "缺联络员" in said


def test_what_is_to_verify_is_answered_by_name(console, db, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", "2019-05-14")
    made = console("--database", db, "roster", "check", "--json")
    assert (made.json["from"], made.json["to"], made.json["total"]) == ("2019-04-01", "2019-06-30", 5)
    assert len(made.json["left"]) == 5


def test_sites_are_answered_with_what_was_seen(console, db, clerk, monkeypatch):
    monkeypatch.setenv("XCDESK_TODAY", "2019-05-14")
    site = links.add_link(clerk, links.NewLink("市政府网站", "https://example.gov.cn/"))
    links.check_link(clerk, site, 1, links.LinkCheck(LinkState.PRESENT, dt.date(2019, 5, 14)))
    (row,) = console("--database", db, "roster", "links", "--json").json["links"]
    assert (row["site"], row["state"], row["due_on"]) == ("市政府网站", "present", "2019-06-13")


def test_a_place_that_cannot_be_written_is_refused(console, db, tmp_path):
    made = console("--database", db, "roster", "book", "--pdf", tmp_path, "--json")
    assert made.code == 1
    assert made.json["error"]["code"] == "file.in_use"
