"""Accounts are opened, changed and disabled by administrators; what each role may do stands in one table."""

import datetime as dt
from dataclasses import replace

import pytest

from xcdesk import store
from xcdesk.codes import MaterialKind, Role
from xcdesk.models import AuditEntry, User
from xcdesk.services import approvals
from xcdesk.services.accounts import account_check, keeping, secrets
from xcdesk.services.accounts.keeping import (
    LastAdministratorError,
    OwnAccountError,
    OwnRoleError,
    Particulars,
    State,
    UserExistsError,
)
from xcdesk.services.accounts.recovery_page import recovery_page
from xcdesk.services.approvals import NewMaterial, review_sheet
from xcdesk.services.log import coverage
from xcdesk.services.office import office_settings, people
from xcdesk.services.office.people import NobodyNamedError
from xcdesk.services.record import permissions
from xcdesk.services.record.entries import NewItem
from xcdesk.services.record.permissions import ALLOWED, DisabledError, NotAllowedError, Permission
from xcdesk.services.targets import quota_versions
from xcdesk.services.upkeep import checks
from xcdesk.wording import catalogue, sentence, text

DAY = dt.date(2019, 3, 5)


def test_only_an_administrator_keeps_accounts(clerk, leader, administrator):
    told = Particulars("hu", "示例·胡某", "科长", Role.REVIEWER)
    for by in (clerk, leader):
        with pytest.raises(NotAllowedError):
            keeping.add_user(by, told)
        with pytest.raises(NotAllowedError):
            keeping.change_user(by, clerk.id, 1, Particulars("guo", "示例·郭某", "", Role.LEADER))
        with pytest.raises(NotAllowedError):
            keeping.disable(by, administrator.id, 1)
    assert [row.login for row in keeping.accounts()] == ["office", "guo", "chen"]


def test_what_was_signed_keeps_name_and_post_of_its_day(clerk, leader, administrator):
    made = approvals.create(clerk, NewMaterial(MaterialKind.NOTICE, "通知", "正文"))
    approvals.submit(clerk, made.id)
    approvals.agree(leader, made.id, seen_hash=made.text_hash)
    keeping.change_user(administrator, leader.id, 1, Particulars("chen", "示例·陈甲", "主任", Role.LEADER))
    assert people.actor("chen").post == "主任"
    signed = approvals.log(made.id)[-1]
    assert (signed.who, signed.post) == (leader.name, leader.post)
    told = AuditEntry.select().order_by(AuditEntry.id.desc()).first()
    assert "示例·陈甲" in told.facts
    keeping.disable(administrator, leader.id, 2)
    assert approvals.log(made.id)[-1].who == leader.name
    keeping.change_user(administrator, clerk.id, 1, Particulars("guo", "示例·郭甲", "科员", Role.CLERK))
    (version,) = approvals.versions(made.id)
    assert version.who == clerk.name
    sheet = review_sheet.review_sheet(administrator, made.id)
    cells = {cell for block in sheet.document.blocks for row in block.rows for cell in row}
    assert f"{clerk.name} {clerk.post}" in cells
    assert not any("示例·郭甲" in cell or "示例·陈甲" in cell for cell in cells)


def test_nobody_edits_his_own_role_and_the_last_administrator_stays(administrator, hire):
    own = Particulars("office", "本办公室", "", Role.LEADER)
    with pytest.raises(OwnRoleError):
        keeping.change_user(administrator, administrator.id, 1, own)
    with pytest.raises(OwnAccountError):
        keeping.disable(administrator, administrator.id, 1)
    second = hire("hu", "示例·胡某", "科长", Role.ADMINISTRATOR)
    keeping.disable(second, administrator.id, 1)
    with pytest.raises(DisabledError):
        keeping.disable(administrator, second.id, 1)


def test_two_administrators_cannot_disable_each_other_at_once(at_once, administrator, hire):
    second = hire("hu", "示例·胡某", "科长", Role.ADMINISTRATOR)
    raised = at_once(
        lambda: keeping.disable(administrator, second.id, 1),
        lambda: keeping.disable(second, administrator.id, 1),
    )
    assert {type(error) for error in raised} < {type(None), DisabledError, LastAdministratorError}
    assert User.select().where(User.active & (User.role == Role.ADMINISTRATOR)).count() == 1


def test_a_disabled_person_writes_nothing_at_the_desk_where_he_still_sits(clerk, administrator):
    version = keeping.disable(administrator, clerk.id, 1)
    with pytest.raises(DisabledError):
        coverage.log_item(clerk, NewItem(DAY, "许昌日报", "标题"))
    assert "guo" not in [person.login for person in people.actors()]
    keeping.enable(administrator, clerk.id, version)
    assert coverage.log_item(clerk, NewItem(DAY, "许昌日报", "标题"))


def test_the_role_of_now_counts_not_that_of_the_sign_in(leader, administrator):
    settings = office_settings.load()
    office_settings.save(leader, settings)
    keeping.change_user(administrator, leader.id, 1, Particulars("chen", leader.name, "", Role.CLERK))
    with pytest.raises(NotAllowedError):
        office_settings.save(leader, settings)


@pytest.mark.file_engine
def test_a_refusal_names_the_reason_and_who_may(clerk, leader):
    quota = quota_versions.versions()[0]
    with pytest.raises(NotAllowedError) as refused:
        quota_versions.remove_quota(clerk, quota.id, quota.version)
    assert quota_versions.versions()[0] == quota
    words = sentence(refused.value, "zh")
    assert "任务指标和报送要求要经核定" in words
    assert "经办人员" in words
    assert leader.name in words
    assert "what is asked of others is decided on" in sentence(refused.value, "en")


def test_every_permission_explains_itself_and_names_its_roles():
    for permission in Permission:
        assert f"permission.{permission}" in catalogue()
        told = text(f"permission.{permission}.why", "zh")
        named = {role for role in Role if text(f"role.{role}", "zh") in told}
        assert named == ALLOWED[permission] or (ALLOWED[permission] == set(Role) and not named)


@pytest.mark.file_engine
def test_voiding_is_in_the_queue_what_it_is_in_the_table(clerk, leader, hire):
    made = approvals.create(clerk, NewMaterial(MaterialKind.NOTICE, "通知", "正文"))
    approvals.submit(clerk, made.id)
    approvals.agree(leader, made.id, seen_hash=made.text_hash)
    everybody = [*people.actors(), hire("hu", "示例·胡某", "", Role.REVIEWER)]
    may = {who.role for who in everybody if approvals.detail(who, made.id).refusal("void") is None}
    assert may == ALLOWED[Permission.VOID]
    assert {who.role for who in everybody if permissions.may(who.role, Permission.VOID)} == may


@pytest.fixture
def alone(tmp_path):
    """A real office of one person: its first administrator, and the recovery code."""
    store.open_store(tmp_path / "new.db", create=True)
    yield keeping.set_up(Particulars("wang", "示例·王某", "主任", Role.CLERK), "ocean-93-lamp")
    store.close_store()


@pytest.mark.file_engine
def test_a_real_office_begins_with_its_first_administrator(alone):
    first, code = alone
    assert first.role == Role.ADMINISTRATOR
    assert [person.login for person in people.actors()] == ["wang"]
    with pytest.raises(NobodyNamedError):
        people.actor()
    assert [row.state for row in keeping.accounts()] == [State.ACTIVE]
    assert len(code) == 24
    assert people.program().login == "office"
    secrets.prove(first, "ocean-93-lamp")
    assert "请手写" in recovery_page(first, code).subtitle
    office_settings.save(first, replace(office_settings.load(), name="示例市活动办公室"))
    assert recovery_page(first, code).subtitle == "示例市活动办公室"
    with pytest.raises(UserExistsError):
        keeping.add_user(first, Particulars("office", "示例·李某", "", Role.CLERK), "given-for-once")
    assert account_check.differing() == ()


def test_a_role_given_behind_the_programs_back_is_found(clerk, leader, administrator, hire):
    second = hire("hu", "示例·胡某", "科长", Role.REVIEWER)
    keeping.change_user(administrator, leader.id, 1, Particulars("chen2", leader.name, "", Role.REVIEWER))
    keeping.disable(administrator, second.id, 1)
    keeping.enable(administrator, second.id, 2)
    assert account_check.differing() == ()
    User.update(role=Role.LEADER).where(User.id == clerk.id).execute()
    User.update(active=False).where(User.id == second.id).execute()
    told = {check.name: check for check in checks.run()}
    assert not told["accounts"].ok
    assert told["accounts"].detail.endswith("：guo、hu")
