"""What the preview of an import says: results, remarks and explanations of rows, states of files."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui import format as shown
from ui.language import language
from ui.messages import text
from ui.theme.tokens import State
from xcdesk.importers.records import Correction, Field, Problem, Record, RowStatus
from xcdesk.importers.session import Change, Fate, Line


@dataclass(frozen=True, slots=True)
class Result:
    """How a row's result is shown: its mark, its word, and the heading of its explanation."""

    state: State
    word: str
    heading: str


def _result(state: State, word: object, heading: object) -> Result:
    return Result(state, str(word), str(heading))


_RESULTS: Mapping[RowStatus, Result] = MappingProxyType(
    {
        RowStatus.NEW: _result(
            State.NEW, QT_TRANSLATE_NOOP("imports", "New"), QT_TRANSLATE_NOOP("imports", "will be logged")
        ),
        RowStatus.CHANGED: _result(
            State.CHANGED,
            QT_TRANSLATE_NOOP("imports", "Changed"),
            QT_TRANSLATE_NOOP("imports", "brings a logged report up to date"),
        ),
        RowStatus.CONFLICT: _result(
            State.SOON,
            QT_TRANSLATE_NOOP("imports", "Conflict"),
            QT_TRANSLATE_NOOP("imports", "the log says otherwise"),
        ),
        RowStatus.SAME: _result(
            State.NONE,
            QT_TRANSLATE_NOOP("imports", "Same"),
            QT_TRANSLATE_NOOP("imports", "logged already, nothing to change"),
        ),
        RowStatus.DUPLICATE: _result(
            State.TWIN,
            QT_TRANSLATE_NOOP("imports", "Repeated"),
            QT_TRANSLATE_NOOP("imports", "a repetition, not imported"),
        ),
        RowStatus.ERROR: _result(
            State.WRONG,
            QT_TRANSLATE_NOOP("imports", "Wrong"),
            QT_TRANSLATE_NOOP("imports", "turned down until it is corrected"),
        ),
        RowStatus.EXCLUDED: _result(
            State.NOT_DUE,
            QT_TRANSLATE_NOOP("imports", "Left out"),
            QT_TRANSLATE_NOOP("imports", "not a report"),
        ),
    }
)
_ALIKE = _result(
    State.TWIN, QT_TRANSLATE_NOOP("imports", "Alike"), QT_TRANSLATE_NOOP("imports", "may be logged already")
)

_ALIKE_CODE = "coverage.alike"


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels of the codes of forms and themes, as the office has them now."""

    forms: Mapping[str, str]
    themes: Mapping[str, str]

    def value(self, field: Field, code: str) -> str:
        """A value of a field as people read it."""
        if field == Field.TIER and code:
            return text(f"tier.{code}")
        known = {Field.FORM: self.forms, Field.THEME: self.themes}.get(field, {})
        return known.get(code, code)


def result(line: Line) -> Result:
    """Mark, word and heading of a row, translated."""
    kind = _ALIKE if line.alike is not None else _RESULTS[line.row.status]
    translate = QCoreApplication.translate
    return Result(kind.state, translate("imports", kind.word), translate("imports", kind.heading))


def remark(line: Line, labels: Labels) -> str:
    """Everything there is to say of a row, in a line of sentences."""
    changes = (_change(change, labels) for change in line.changes)
    return "".join((*_problems(line.row.problems), *map(_typed, line.row.corrections), *changes))


def _problems(problems: Iterable[Problem]) -> Iterator[str]:
    return (problem.message(language()) for problem in problems)


def _change(change: Change, labels: Labels) -> str:
    field = text(f"field.{change.field}")
    old, new = (labels.value(change.field, value) for value in (change.old, change.new))
    return text("import.changed" if old else "import.filled", field=field, old=old, new=new)


def explanation(line: Line, labels: Labels) -> str:
    """What a row says, what is wrong with it, and what the log holds instead; a few lines."""
    return "\n".join(_parts(line, labels))


def _parts(line: Line, labels: Labels) -> Iterator[str]:
    """What is wrong, what was typed anew, and, where nothing stands beside the row, what it says."""
    said = "".join(_problems(one for one in line.row.problems if one.code != _ALIKE_CODE))
    if said:
        yield said
    for correction in line.row.corrections:
        yield _typed(correction)
    if not line.differs and line.row.status != RowStatus.EXCLUDED:
        sent = describe(line.row.record, labels, line)
        yield QCoreApplication.translate("imports", "Sent: {piece}").format(piece=sent)


def _typed(correction: Correction) -> str:
    words = QCoreApplication.translate("imports", "{field} corrected: the sheet says “{said}”.")
    return words.format(field=text(f"field.{correction.field}"), said=correction.said)


def describe(record: Record, labels: Labels, line: Line | None = None) -> str:
    """A piece in one line: day, outlet, title, form, page; unread cells as they stand in ``line``."""
    day = shown.day(record.date) if record.date else line.text(Field.DATE) if line else ""
    outlet = record.outlet or (line.text(Field.OUTLET) if line else "")
    title = record.title or (line.text(Field.TITLE) if line else "")
    titled = QCoreApplication.translate("imports", "“{title}”").format(title=title) if title else ""
    form = labels.value(Field.FORM, record.form or "")
    return " ".join(part for part in (day, outlet, titled, form, record.slot or "") if part)


_FATES: Mapping[Fate, str] = MappingProxyType(
    {
        Fate.NEW: str(QT_TRANSLATE_NOOP("imports", "New")),
        Fate.CHANGED: str(QT_TRANSLATE_NOOP("imports", "Changed")),
        Fate.SAME: str(QT_TRANSLATE_NOOP("imports", "Same")),
        Fate.TWIN: str(QT_TRANSLATE_NOOP("imports", "Alike")),
        Fate.WRONG: str(QT_TRANSLATE_NOOP("imports", "Wrong")),
        Fate.LEFT_OUT: str(QT_TRANSLATE_NOOP("imports", "Left out")),
    }
)


def fate_word(fate: Fate) -> str:
    """Word of a filter chip."""
    return QCoreApplication.translate("imports", _FATES[fate])
