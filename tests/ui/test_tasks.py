"""Long operations leave the window alone, can be stopped, and bring their failures back."""

import contextlib
import threading

import pytest

from ui.tasks import TaskRunner
from xcdesk import store
from xcdesk.errors import NotFoundError
from xcdesk.services.office import people


@pytest.fixture
def runner(qtbot, db):
    made = TaskRunner(store.connection)
    yield made
    assert made.shutdown()


def test_work_runs_on_another_thread_with_a_connection_of_its_own(qtbot, runner):
    seen = []
    task = runner.create(lambda operation: (threading.get_ident(), len(people.actors())))
    task.succeeded.connect(seen.append)
    with qtbot.waitSignal(task.finished):
        runner.start(task)
    thread, actors = seen[0]
    assert thread != threading.get_ident()
    assert actors == len(people.actors())


def test_refusal_comes_back_to_the_window(qtbot, runner):
    def refuse(operation):
        raise NotFoundError(what="报道", name="7")

    task = runner.create(refuse)
    with qtbot.waitSignal(task.failed) as failed:
        runner.start(task)
    assert isinstance(failed.args[0], NotFoundError)


def test_cancel_stops_the_work_at_its_next_row(qtbot, runner):
    begun = threading.Event()

    def count(operation):
        for _ in operation.each(range(10**9), 10**9, every=1):
            begun.set()

    task = runner.create(count)
    with qtbot.waitSignal(task.cancelled):
        runner.start(task)
        assert begun.wait(5)
        task.cancel()


def test_runner_is_busy_until_the_task_is_released(qtbot, runner):
    task = runner.create(lambda operation: None)
    with qtbot.waitSignal(runner.busy_changed, check_params_cb=lambda busy: not busy):
        runner.start(task)
        assert runner.busy()
    assert not runner.busy()


def test_nothing_is_begun_after_the_end(qtbot):
    runner = TaskRunner(contextlib.nullcontext)
    assert runner.shutdown()
    ran = []
    task = runner.create(lambda operation: ran.append(1))
    with qtbot.waitSignals([task.cancelled, task.finished], order="strict"):
        runner.start(task)
    assert ran == []
    assert not runner.busy()
