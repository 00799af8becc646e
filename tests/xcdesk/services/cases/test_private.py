"""Private details: encrypted, masked everywhere, shown against a reason, erased when their time is over."""

import datetime as dt
import os
import stat
from dataclasses import replace

import pytest

from tests.xcdesk.services.cases.conftest import MONDAY, SOMEBODY, answer, new, refused
from xcdesk import wording
from xcdesk.codes import CallBack, CaseKind
from xcdesk.errors import BadTextError
from xcdesk.models import AuditEntry, CasePrivate
from xcdesk.services import cases
from xcdesk.services.cases import Action, Petitioner, Private, Request, keys, private, refusals
from xcdesk.services.cases.case_sheet import case_sheet
from xcdesk.services.cases.keys import KeyPlace
from xcdesk.services.record.permissions import NotAllowedError


@pytest.fixture
def complaint(clerk, key, monday):
    return cases.register(clerk, new(CaseKind.COMPLAINT, title="窗口推诿", petitioner=SOMEBODY))


def test_details_are_read_against_a_reason_that_is_recorded(clerk, complaint):
    assert complaint.private == Private.KEPT
    with pytest.raises(refusals.WordsNeededError):
        private.unmask(clerk, complaint.id, "  ")
    assert private.unmask(clerk, complaint.id, "回访") == SOMEBODY
    last = cases.log(complaint.id)[-1]
    assert (last.action, last.words) == ("unmask", "回访")
    assert AuditEntry.select().where(AuditEntry.action == "case.unmasked").count() == 1
    assert cases.row(complaint.id).version == complaint.version


def test_a_row_that_was_altered_or_moved_is_refused(clerk, complaint):
    other = cases.register(clerk, new(CaseKind.COMPLAINT, petitioner=Petitioner("示例·旁某")))
    content = bytes(CasePrivate.get(CasePrivate.case == complaint.id).content)
    CasePrivate.update(content=content).where(CasePrivate.case == other.id).execute()
    with pytest.raises(private.UnreadableError):
        private.unmask(clerk, other.id, "回访")
    assert private.unreadable() == ("群意〔2019〕2号",)


def test_the_recovery_key_restores_on_a_second_machine(clerk, complaint, key, tmp_path, monkeypatch):
    monkeypatch.setenv("XCDESK_HOME", str(tmp_path / "second"))
    with pytest.raises(keys.KeyNotHereError):
        private.unmask(clerk, complaint.id, "回访")
    for wrong, error in (
        (key[:-1], keys.BadRecoveryKeyError),
        (key.replace(key[0], "B" if key[0] != "B" else "C", 1), keys.BadRecoveryKeyError),
        (keys.spelt(os.urandom(32)), keys.OtherKeyError),
    ):
        with pytest.raises(error):
            keys.restore(clerk, wrong, KeyPlace.FILE)
    keys.restore(clerk, key.lower().replace("-", " "), KeyPlace.FILE)
    assert private.unmask(clerk, complaint.id, "回访") == SOMEBODY
    with pytest.raises(keys.KeyThereError):
        keys.make(clerk, KeyPlace.FILE)


@pytest.mark.skipif(os.name != "posix", reason="rights of files are asked of the system there")
def test_a_key_file_that_others_can_read_is_not_used(clerk, complaint):
    path = keys.file_of(keys.office_key())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o640)
    with pytest.raises(keys.OpenKeyFileError):
        private.unmask(clerk, complaint.id, "回访")


def test_without_a_keyring_service_the_file_is_offered_and_nothing_is_made(administrator, clerk):
    with pytest.raises(keys.KeyringError) as caught:
        keys.make(administrator)
    assert "--file" in wording.sentence(caught.value)
    assert keys.office_key() == ""
    with pytest.raises(keys.NoCaseKeyError):
        cases.register(clerk, new(CaseKind.COMPLAINT, petitioner=SOMEBODY))
    assert cases.count() == 0


def test_a_keyring_service_keeps_the_key(administrator, clerk, monkeypatch):
    import keyring
    from keyring.backend import KeyringBackend

    class Kept(KeyringBackend):
        """A keyring of this test."""

        priority = 1

        def __init__(self):
            super().__init__()
            self.kept = {}

        def set_password(self, service, username, password):
            self.kept[service, username] = password

        def get_password(self, service, username):
            return self.kept.get((service, username))

        def delete_password(self, service, username):
            del self.kept[service, username]

    before = keyring.get_keyring()
    keyring.set_keyring(Kept())
    try:
        keys.make(administrator)
        case = cases.register(clerk, new(CaseKind.COMPLAINT, petitioner=SOMEBODY))
        assert private.unmask(clerk, case.id, "回访") == SOMEBODY
    finally:
        keyring.set_keyring(before)
    with pytest.raises(keys.KeyNotHereError):
        private.unmask(clerk, case.id, "回访")


def test_texts_that_name_the_petitioner_are_refused(clerk, complaint):
    for title in ("示例·来某反映", "电话 138 1234 5678", "证件410000199001010000"):
        with pytest.raises(refusals.PrivateInTextError):
            cases.register(clerk, new(CaseKind.COMPLAINT, title=title, petitioner=SOMEBODY))
    cases.act(clerk, complaint.id, Action.FILE)
    case = cases.act(clerk, complaint.id, Action.DISPATCH)
    refused("case.private_in_text", clerk, case, Action.CHASE, Request(person="13912345678"))
    with pytest.raises(refusals.NoPetitionerError):
        cases.register(clerk, new(CaseKind.FINDING, petitioner=SOMEBODY))


def test_details_are_erased_a_set_time_after_closing_and_shown_first(
    clerk, colleague, leader, complaint, monday
):
    for action, request in (
        (Action.FILE, None),
        (Action.DISPATCH, None),
        (Action.ACCEPT, Request(person="示例·签某")),
    ):
        case = cases.act(clerk, complaint.id, action, request)
    case = cases.act(colleague, answer(clerk, case).id, Action.PASS)
    cases.act(colleague, case.id, Action.CALL_BACK, Request(said=CallBack.FAIRLY))
    cases.act(colleague, case.id, Action.CLOSE)
    monday(MONDAY + dt.timedelta(days=364))
    assert private.due_for_erasure() == ()
    monday(MONDAY + dt.timedelta(days=365))
    (due,) = private.due_for_erasure()
    assert (due.case, due.closed_on) == (case.id, MONDAY)
    with pytest.raises(NotAllowedError):
        private.erase_due(clerk, (due,))
    assert private.erase_due(leader, (due,)) == (due,)
    row = cases.row(case.id)
    assert (row.private, private.due_for_erasure()) == (Private.ERASED, ())
    assert bytes(CasePrivate.get(CasePrivate.case == case.id).content) == b""
    with pytest.raises(refusals.ErasedError):
        private.unmask(leader, case.id, "复查")
    assert cases.log(case.id)[-1].action == "erase"


def test_nothing_private_stands_in_a_debug_log_or_a_failure(clerk, key, monday, caplog):
    caplog.set_level("DEBUG")
    case = cases.register(clerk, new(CaseKind.COMPLAINT, title="窗口推诿", petitioner=SOMEBODY))
    with pytest.raises(BadTextError) as caught:
        cases.register(clerk, new(CaseKind.COMPLAINT, petitioner=Petitioner(SOMEBODY.name, "1" * 200)))
    cases.detail(clerk, case.id)
    private.unmask(clerk, case.id, "回访")
    logged = "".join(record.getMessage() for record in caplog.records)
    assert "INSERT INTO" in logged
    told = (logged, str(caught.value), repr(SOMEBODY), str(new(CaseKind.COMPLAINT, petitioner=SOMEBODY)))
    words = (SOMEBODY.name, SOMEBODY.phone, SOMEBODY.address, SOMEBODY.id_number, SOMEBODY.note)
    assert [word for word in words if any(word in text for text in told)] == []


def test_details_are_corrected_against_a_reason_and_only_what_is_given_changes(clerk, complaint):
    with pytest.raises(refusals.WordsNeededError):
        private.amend(clerk, complaint.id, Petitioner(phone="13900001111"), " ")
    with pytest.raises(refusals.NothingPrivateError):
        private.amend(clerk, complaint.id, Petitioner(), "来电更正")
    row = private.amend(clerk, complaint.id, Petitioner(phone="13900001111"), "来电更正")
    assert row.version == complaint.version + 1
    assert private.unmask(clerk, complaint.id, "回访") == replace(SOMEBODY, phone="13900001111")
    event = next(event for event in cases.log(complaint.id) if event.action == "amend")
    assert (event.words, event.concerning) == ("来电更正", "来件人电话")
    entry = AuditEntry.get(AuditEntry.action == "case.private_changed")
    assert "13900001111" not in entry.facts
    assert "来电更正" not in repr(case_sheet(cases.detail(clerk, complaint.id)))  # nor on paper
    finding = cases.register(clerk, new())
    refused("case.only_complaints", clerk, finding, Action.AMEND, Request(words="更正"))


def test_who_complained_may_have_the_details_erased_at_any_time(clerk, leader, complaint):
    with pytest.raises(refusals.HeadOnlyError):
        private.forget(clerk, complaint.id, "来信要求删除")
    with pytest.raises(refusals.WordsNeededError):
        private.forget(leader, complaint.id, "")
    row = private.forget(leader, complaint.id, "3月4日来信要求删除")
    assert (row.private, row.state) == (Private.ERASED, "registered")
    assert bytes(CasePrivate.get(CasePrivate.case == complaint.id).content) == b""
    with pytest.raises(refusals.ErasedError):
        private.unmask(leader, complaint.id, "回访")
    assert cases.log(complaint.id)[-1].words == "3月4日来信要求删除"
