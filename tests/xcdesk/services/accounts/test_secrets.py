"""Passwords and PINs: proved, changed and given, with a count in the database that nobody gets round."""

import datetime as dt

import pytest

from xcdesk import clock
from xcdesk.models import AuditEntry, User
from xcdesk.services.accounts import hashing, keeping, recovery, secrets
from xcdesk.services.accounts.keeping import Particulars, State
from xcdesk.services.accounts.recovery import NotAdministratorError, WrongCodeError
from xcdesk.services.accounts.rules import WeakPasswordError, WeakPinError
from xcdesk.services.accounts.secrets import (
    NoPasswordError,
    OwnPasswordError,
    SamePasswordError,
    ShutError,
    WrongSecretError,
)
from xcdesk.services.record.permissions import DisabledError, NotAllowedError

GOOD, BETTER = "柳絮飘过许昌城头", "ocean-93-lamp"


@pytest.fixture
def protected(administrator):
    """The administrator has a password."""
    secrets.set_password(administrator, "", BETTER)
    return administrator


def acts() -> list[str]:
    return [entry.action for entry in AuditEntry.select().order_by(AuditEntry.id)]


@pytest.mark.file_engine
def test_an_account_without_a_password_needs_no_proof(clerk):
    secrets.prove(clerk, "whatever")
    assert not secrets.standing(clerk).has_password


@pytest.mark.file_engine
def test_a_password_is_known_however_it_is_typed_and_kept_as_a_hash(clerk):
    secrets.set_password(clerk, "", "Ｏｃｅａｎ９３é-lamp")
    stored = User.get_by_id(clerk.id).secret
    assert stored.startswith("$argon2id$")
    assert "cean" not in stored
    secrets.prove(clerk, "Ocean93é-lamp")
    with pytest.raises(WrongSecretError):
        secrets.prove(clerk, "ocean93é-lamp")
    assert stored not in "".join(entry.facts for entry in AuditEntry.select())


@pytest.mark.file_engine
def test_what_is_guessed_at_once_is_no_password(clerk):
    for weak in ("short-1", "12345678", "88888888", "guo", "guoguoguo", "Qwertyuiop", "x" * 129):
        with pytest.raises(WeakPasswordError):
            secrets.set_password(clerk, "", weak)
    assert not secrets.standing(clerk).has_password


@pytest.mark.file_engine
def test_the_own_password_is_changed_with_the_one_there_is(clerk):
    secrets.set_password(clerk, "", GOOD)
    with pytest.raises(WrongSecretError) as wrong:
        secrets.set_password(clerk, "wrong", BETTER)
    assert wrong.value.facts["field"] == "now"
    with pytest.raises(SamePasswordError):
        secrets.set_password(clerk, GOOD, GOOD)
    secrets.set_password(clerk, GOOD, BETTER)
    secrets.prove(clerk, BETTER)
    assert acts().count("user.password_changed") == 2


@pytest.mark.file_engine
def test_a_pin_does_for_signing_but_not_for_sitting_down(clerk):
    with pytest.raises(NoPasswordError):
        secrets.set_pin(clerk, "", "260714")
    secrets.set_password(clerk, "", GOOD)
    for weak in ("1234", "123456", "777777", "26071x"):
        with pytest.raises(WeakPinError):
            secrets.set_pin(clerk, GOOD, weak)
    secrets.set_pin(clerk, GOOD, "２６0714")
    secrets.prove(clerk, "260714", pin_will_do=True)
    secrets.prove(clerk, GOOD, pin_will_do=True)
    with pytest.raises(WrongSecretError):
        secrets.prove(clerk, "260714")
    secrets.set_pin(clerk, GOOD, "")
    with pytest.raises(WrongSecretError):
        secrets.prove(clerk, "260714", pin_will_do=True)


def test_five_wrong_ones_shut_the_account_until_time_opens_it(clerk, monkeypatch):
    secrets.set_password(clerk, "", GOOD)
    left = []
    for _ in range(4):
        with pytest.raises(WrongSecretError) as wrong:
            secrets.prove(clerk, "wrong")
        left.append(wrong.value.facts["left"])
    assert left == [4, 3, 2, 1]
    for _ in range(2):
        with pytest.raises(ShutError):
            secrets.prove(clerk, "wrong")
    with pytest.raises(ShutError):
        secrets.prove(clerk, GOOD)  # not even with the right one
    assert acts().count("user.shut") == 1
    assert keeping.account(clerk.id).state == State.SHUT
    later = clock.utc_now() + secrets.SHUT
    monkeypatch.setattr(clock, "utc_now", lambda: later + dt.timedelta(seconds=1))
    assert keeping.account(clerk.id).state == State.ACTIVE
    with pytest.raises(WrongSecretError) as wrong:
        secrets.prove(clerk, "wrong")
    assert wrong.value.facts["left"] == 4
    secrets.prove(clerk, GOOD)
    assert User.get_by_id(clerk.id).tries == 0


@pytest.mark.file_engine
def test_pins_and_passwords_are_counted_together_and_a_right_one_begins_anew(clerk):
    secrets.set_password(clerk, "", GOOD)
    for _ in range(3):
        for wrong in ("000000", "nonsense"):
            with pytest.raises(WrongSecretError):
                secrets.prove(clerk, wrong, pin_will_do=True)
        secrets.prove(clerk, GOOD)


def test_tries_of_two_desks_at_once_are_all_counted(at_once, clerk):
    secrets.set_password(clerk, "", GOOD)
    raised = at_once(*[lambda: secrets.prove(clerk, "wrong")] * 8)
    assert sum(isinstance(error, WrongSecretError) for error in raised) == 4
    assert sum(isinstance(error, ShutError) for error in raised) == 4


@pytest.mark.file_engine
def test_an_administrator_opens_an_account_and_leaves_a_trace(clerk, protected):
    secrets.set_password(clerk, "", GOOD)
    for _ in range(5):
        with pytest.raises((WrongSecretError, ShutError)):
            secrets.prove(clerk, "wrong")
    with pytest.raises(NotAllowedError):
        secrets.unlock(clerk, clerk.id)
    secrets.unlock(protected, clerk.id)
    secrets.prove(clerk, GOOD)
    assert acts()[-1] == "user.unlocked"


def test_a_password_that_was_given_is_to_be_changed_and_takes_the_pin_along(clerk, leader, protected):
    secrets.set_password(clerk, "", GOOD)
    secrets.set_pin(clerk, GOOD, "260714")
    with pytest.raises(NotAllowedError):
        secrets.give_password(leader, clerk.id, "given-for-once")
    secrets.prove(clerk, GOOD)  # nothing of a refused one was written
    secrets.give_password(protected, clerk.id, "given-for-once")
    now = secrets.standing(clerk)
    assert (now.has_pin, now.must_change) == (False, True)
    secrets.set_password(clerk, "given-for-once", BETTER)
    assert not secrets.standing(clerk).must_change
    with pytest.raises(OwnPasswordError):
        secrets.give_password(protected, protected.id, GOOD)


@pytest.mark.file_engine
def test_a_hash_of_yesterdays_cost_is_made_anew_at_the_next_proof(clerk, monkeypatch):
    secrets.set_password(clerk, "", GOOD)
    before = User.get_by_id(clerk.id).secret
    monkeypatch.setattr(hashing, "COST", hashing.Cost(memory=16, passes=2, lanes=1))
    secrets.prove(clerk, GOOD)
    after = User.get_by_id(clerk.id).secret
    assert before != after
    assert "m=16,t=2" in after
    secrets.prove(clerk, GOOD)
    assert User.get_by_id(clerk.id).secret == after


def test_the_code_on_paper_brings_an_administrator_back_once(clerk, protected):
    assert recovery.is_missing()
    with pytest.raises(NotAllowedError):
        recovery.make(clerk)
    old = recovery.make(protected)
    code = recovery.make(protected)
    assert not recovery.is_missing()
    for _ in range(5):
        with pytest.raises((WrongSecretError, ShutError)):
            secrets.prove(protected, "forgotten")
    for wrong in (old, "", code[:-1]):
        with pytest.raises(WrongCodeError):
            recovery.recover(protected, wrong, GOOD)
    with pytest.raises(NotAdministratorError):
        recovery.recover(clerk, code, GOOD)
    following = recovery.recover(protected, f" {code.lower().replace('-', ' ')} ", GOOD)
    secrets.prove(protected, GOOD)
    assert acts()[-1] == "user.recovered"
    with pytest.raises(WrongCodeError):
        recovery.recover(protected, code, BETTER)
    recovery.recover(protected, following, BETTER)


@pytest.mark.file_engine
def test_a_disabled_account_proves_nothing(clerk, protected):
    secrets.set_password(clerk, "", GOOD)
    keeping.disable(protected, clerk.id, 1)
    with pytest.raises(DisabledError):
        secrets.prove(clerk, GOOD)


def test_an_office_with_passwords_gives_every_new_account_one(protected):
    told = Particulars("hu", "示例·胡某", "科长", protected.role)
    with pytest.raises(keeping.PasswordNeededError):
        keeping.add_user(protected, told)
    made = keeping.add_user(protected, told, "given-for-once")
    assert keeping.account(made.id).state == State.GIVEN
