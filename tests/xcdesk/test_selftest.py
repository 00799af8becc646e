"""The proof of an installed program: it finds what works and names what does not."""

import json

import pytest

from xcdesk.cli import main
from xcdesk.resources import resource


@pytest.fixture
def prove(tmp_path, capsys):
    def prove(folder):
        code = main(["selftest", str(folder), "--json"])
        answer = json.loads(capsys.readouterr().out)
        assert code == (0 if answer["ok"] else 1)
        assert answer["ok"] == all(check["ok"] for check in answer["checks"])
        return {check["name"]: check["ok"] for check in answer["checks"]}

    return prove


def test_a_whole_installation_proves_itself(prove, tmp_path):
    found = prove(tmp_path / "proof")
    assert found.pop("translation") == resource("translations", "zh_CN.qm").is_file()
    wanted = (
        "database",
        "passwords",
        "workbook",
        "pdf",
        "docx",
        "words",
        "help",
        "screen",
        "preview",
        "icons",
        "type",
    )
    assert found == dict.fromkeys(wanted, True)


def test_a_part_that_fails_is_named_and_the_others_go_on(prove, tmp_path):
    (tmp_path / "selftest.pdf").mkdir()
    found = prove(tmp_path)
    assert (found["pdf"], found["preview"]) == (False, False)
    assert (found["database"], found["icons"]) == (True, True)
