"""Whoever keeps the server sets it up from the console."""

import psycopg


def test_the_server_is_set_up_once_and_again_after_each_person(console, postgres_place):
    at = ("--database", postgres_place, "--user", "office")
    assert "CREATE ROLE" in console(*at, "server", "script", "--json").json["sql"]
    early = console(*at, "server", "password", "guo", "--json")
    assert early.json["error"]["code"] == "server.no_roles"
    made = console(*at, "server", "setup", "--json")
    assert made.code == 0, made.err
    admitted = {who["login"]: who for who in made.json["admitted"]}
    assert set(admitted) == {"office", "guo", "chen"}
    assert len({who["password"] for who in admitted.values()}) == 3
    console(*at, "user", "add", "zhou", "--name", "示例·周某", "--role", "clerk")
    again = console(*at, "server", "setup", "--json")
    assert [who["login"] for who in again.json["admitted"]] == ["zhou"]
    role = admitted["guo"]["server_role"]
    assert console(*at, "server", "password", "guo", "--json").json["server_role"] == role
    name = postgres_place.rpartition("/")[2]
    of_guo = postgres_place.replace("//desk@", f"//{role}@")
    assert console("--database", of_guo, "user", "list", "--json").code == 0
    refused = console("--database", of_guo, "--user", "guo", "server", "setup", "--json")
    assert refused.json["error"]["code"] == "user.not_allowed"
    chief = postgres_place.replace("//desk@", f"//{name}_office@")
    refused = console("--database", chief, "--user", "office", "server", "setup", "--json")
    assert refused.json["error"]["code"] == "server.not_keeper"
    with psycopg.connect(postgres_place) as keeper:
        keeper.execute("DELETE FROM schema_migration WHERE name = (SELECT max(name) FROM schema_migration)")
    refused = console("--database", of_guo, "user", "list", "--json")
    assert refused.json["error"]["code"] == "store.upgrade_needed"


def test_a_file_has_no_roles(console, sqlite_place):
    refused = console("--database", sqlite_place, "--user", "office", "server", "setup", "--json")
    assert refused.json["error"]["code"] == "server.not_a_server"
