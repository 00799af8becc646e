"""People of the office from the console: a new office gets the two who sign off."""

import pdfplumber
import pytest

from xcdesk.cli import asking


def test_a_person_is_added_and_signs_off_what_another_submitted(console, db, tmp_path):
    at = ("--database", db)
    made = console(
        *at, "user", "add", "zhou", "--name", "示例·周某", "--post", "主任", "--role", "leader", "--json"
    )
    assert made.json == {"login": "zhou", "name": "示例·周某", "post": "主任", "role": "leader"}
    assert "zhou" in [each["login"] for each in console(*at, "user", "list", "--json").json["users"]]
    (tmp_path / "t.txt").write_text("正文", encoding="utf-8")
    words = ("material", "new", "--kind", "notice", "--title", "通知", "--text", tmp_path / "t.txt", "--json")
    made = console(*at, "--user", "guo", *words).json["id"]
    assert console(*at, "--user", "guo", "material", "submit", made, "--json").code == 0
    assert console(*at, "--user", "zhou", "material", "agree", made, "--json").json["state"] == "approved"


def test_a_login_is_given_once(console, db):
    words = ("--database", db, "user", "add", "guo", "--name", "示例·郭二", "--role", "clerk", "--json")
    assert console(*words).json["error"]["code"] == "user.exists"


@pytest.fixture
def say(monkeypatch):
    """Puts passwords where the console looks for them; None takes one away."""

    def put(**words):
        for name, value in words.items():
            variable = {"now": asking.PASSWORD, "new": asking.NEW_PASSWORD, "code": asking.RECOVERY}[name]
            if value is None:
                monkeypatch.delenv(variable, raising=False)
            else:
                monkeypatch.setenv(variable, value)

    return put


@pytest.mark.file_engine
def test_a_real_office_asks_for_the_password_of_who_acts(console, tmp_path, say):
    at = ("--database", tmp_path / "desk.db")
    say(new="ocean-93-lamp")
    made = console(*at, "init", "--first", "wang", "--name", "示例·王某", "--post", "主任", "--json")
    assert (made.code, len(made.json["code"])) == (0, 24)
    none_today = (
        "none-today",
        "--date",
        "2019-03-05",
        "--outlet",
        "许昌电视台",
        "--reason",
        "off_air",
        "--json",
    )
    assert console(*at, *none_today).json["error"]["code"] == "user.nobody_named"
    asked = console(*at, "--user", "wang", *none_today)
    assert asked.json["error"]["code"] == "user.password_asked"
    assert "XCDESK_PASSWORD" in asked.err
    say(now="wrong-wrong")
    assert console(*at, "--user", "wang", *none_today).json["error"]["facts"]["left"] == "4"
    say(now="ocean-93-lamp")
    assert console(*at, "--user", "wang", *none_today).code == 0
    assert console(*at, "user", "list", "--json").json["users"][0]["state"] == "active"

    say(new="given-for-once")
    added = console(
        *at, "--user", "wang", "user", "add", "li", "--name", "示例·李某", "--role", "clerk", "--json"
    )
    assert added.code == 0
    say(now="given-for-once", new="lamp-39-ocean")
    assert console(*at, "--user", "li", *none_today).json["error"]["code"] == "user.must_change"
    assert console(*at, "--user", "li", "user", "password", "--json").code == 0
    say(now="lamp-39-ocean")
    refused = console(*at, "--user", "li", "user", "disable", "wang", "--json")
    assert refused.json["error"]["code"] == "user.not_allowed"


@pytest.mark.file_engine
def test_a_forgotten_password_is_set_by_the_code_on_paper(console, sqlite_place, tmp_path, say):
    at = ("--database", sqlite_place)
    say(new="ocean-93-lamp")
    assert console(*at, "--user", "office", "user", "password", "--json").code == 0
    say(now="ocean-93-lamp")
    code = console(*at, "--user", "office", "user", "recovery", "--json").json["code"]
    sheet = tmp_path / "code.pdf"
    say(now=None, new="lamp-39-ocean", code="nonsense")
    assert console(*at, "user", "recover", "office", "--json").json["error"]["code"] == "user.wrong_code"
    say(code=code)
    assert console(*at, "user", "recover", "office", "--sheet", sheet, "--json").json["file"] == str(sheet)
    with pdfplumber.open(sheet) as pages:
        (page,) = pages.pages
        printed = page.extract_text()
    assert "管理员恢复码" in printed
    assert code not in printed
    say(now="lamp-39-ocean")
    assert (
        console(*at, "--user", "office", "user", "change", "guo", "--post", "科长", "--json").json["post"]
        == "科长"
    )


@pytest.mark.file_engine
def test_who_may_do_what_is_told(console, db):
    told = console("--database", db, "user", "roles", "--json").json["permissions"]
    assert told["people"] == ["administrator"]
    assert "彻底删除：领导、管理员" in console("--database", db, "user", "roles").out
