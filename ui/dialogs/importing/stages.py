"""Progress inside one file of the import queue: what is being done with it, in words."""

from ui.messages import text
from xcdesk.progress import Operation, Stage

_STAGES = frozenset(Stage)


def in_words(operation: Operation, about: str) -> Operation:
    """The same operation, whose stages are told as words after ``about``; its steps move the bar."""

    def report(done: int, total: int, note: str) -> None:
        told = f"{about} · {text(f'stage.{note}')}" if note in _STAGES else note
        operation.report(done, total, told)

    return Operation(report, operation.cancelled)
