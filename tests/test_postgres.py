"""The throw-away PostgreSQL server does what the database tests rely on."""

import psycopg
import pytest

pytestmark = pytest.mark.postgres


def test_a_database_is_a_copy_of_its_template_and_no_more(postgres_server):
    original = postgres_server.create("original")
    with psycopg.connect(original) as connection:
        connection.execute("CREATE TABLE word (text varchar(2))")
        connection.execute("INSERT INTO word VALUES ('许昌')")
    copy = postgres_server.create("copy", template="original")
    with psycopg.connect(copy) as connection:
        connection.execute("INSERT INTO word VALUES ('𬀩')")
        assert connection.execute("SELECT text FROM word ORDER BY text").fetchall() == [("许昌",), ("𬀩",)]
    with psycopg.connect(original) as connection:
        assert connection.execute("SELECT count(*) FROM word").fetchone() == (1,)


def test_a_database_is_dropped_although_somebody_is_still_connected(postgres_server):
    left_open = psycopg.connect(postgres_server.create("busy"))
    postgres_server.drop("busy")
    assert not postgres_server.exists("busy")
    left_open.close()


def test_the_server_listens_on_loopback_alone(postgres_server):
    assert postgres_server.admin.execute("SHOW listen_addresses").fetchone() == ("127.0.0.1",)
