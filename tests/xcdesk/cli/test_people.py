"""People of the office from the console: a new office gets the two who sign off."""


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
