"""What can be decided about one row of a return; each choice says what is chosen now."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from ui.theme.tokens import Space
from ui.widgets.buttons import Kind, button
from ui.widgets.fields import Option, PickBox
from ui.widgets.layouts import across, boxed, down
from xcdesk.importers import decisions, proposals
from xcdesk.importers.apply import Decision
from xcdesk.importers.proposals import Stranger
from xcdesk.importers.records import Field
from xcdesk.importers.session import Line
from xcdesk.lexicon import Lexicon


class DecisionButtons(QWidget):
    """The decisions that a row which is there already, or may be, leaves open; those like it can follow."""

    decided = Signal(object, bool)  # Decision, for all like it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.same_piece = self._choice(Decision.SAME_PIECE)
        self.update_ = self._choice(Decision.UPDATE)
        self.leave = self._choice(Decision.LEAVE)
        self.import_it = self._choice(Decision.IMPORT)
        self.buttons = {
            Decision.SAME_PIECE: self.same_piece,
            Decision.UPDATE: self.update_,
            Decision.LEAVE: self.leave,
            Decision.IMPORT: self.import_it,
        }
        self.all_like = QCheckBox()
        first = across(self.same_piece, self.update_, None, gap=Space.XS)
        second = across(self.leave, self.import_it, None, gap=Space.XS)
        self.setLayout(down(first, second, self.all_like, None, gap=Space.XS))

    def show_line(self, line: Line, now: Decision, like: int) -> bool:
        """Offer what the row leaves open; returns whether there is anything."""
        asks = line.tickable and (decisions.is_open(line) or line.reprint is not None)
        allowed = set(decisions.allowed(line)) if asks else set()
        self._name(line)
        for decision, made in self.buttons.items():
            made.setVisible(decision in allowed)
            with QSignalBlocker(made):
                made.setChecked(decision == now)
        self.all_like.setText(self.tr("The same for all {count} like it").format(count=like))
        self.all_like.setVisible(asks and like > 1)
        self.all_like.setChecked(False)
        return asks

    def _name(self, line: Line) -> None:
        alike = line.alike is not None
        self.same_piece.setText(self.tr("One piece: a reprint"))
        self.update_.setText(
            self.tr("The same item: take the sheet's") if alike else self.tr("Take the sheet's")
        )
        self.leave.setText(self.tr("The same item: leave out") if alike else self.tr("Keep the log's"))
        self.import_it.setText(self.tr("Not the same: import"))

    def _choice(self, decision: Decision) -> QPushButton:
        made = button("", None, Kind.NORMAL)
        made.setCheckable(True)
        made.clicked.connect(partial(self._say, decision))
        return made

    def _say(self, decision: Decision) -> None:
        self.decided.emit(decision, self.all_like.isChecked())


class StrangerChoice(QWidget):
    """Whom an unknown name means: the likeliest, another one, or nobody of the roster yet."""

    help_topic = "imports#names"
    named = Signal(object, int)  # Stranger, outlet or unit
    add_asked = Signal(object)  # Stranger

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = Lexicon()
        self.stranger: Stranger | None = None
        self.box = PickBox()
        self.learn = button("", None, Kind.NORMAL, self._say)
        self.add = button(self.tr("Add to the roster…"), None, Kind.NORMAL, self._ask)
        self.box.currentIndexChanged.connect(self._name)
        self.setLayout(down(self.box, across(self.learn, self.add, gap=Space.XS), None, gap=Space.XS))

    def set_known(self, known: Lexicon) -> None:
        """The roster of outlets and units as it is now."""
        self._known = known

    def show_line(self, line: Line) -> bool:
        """Ask about the name in a row that the roster does not know; returns whether there is one."""
        found = self.stranger = proposals.in_row(line.row, line.place, self._known)
        if found is None:
            return False
        outlets = found.field == Field.OUTLET
        self.box.setAccessibleName(
            self.tr("Outlet that is meant") if outlets else self.tr("Unit that is meant")
        )
        with QSignalBlocker(self.box):
            self.box.set_options(self._options(found))
            self.box.setCurrentIndex(0)
        self._name()
        return True

    def _options(self, found: Stranger) -> Sequence[Option]:
        """The likely ones first, then all others by name."""
        likely = [Option(str(one.id), one.name) for one in found.proposals]
        first = {option.key for option in likely}
        if not likely:  # nobody is offered at random: what is taken by haste would be learnt
            likely = [Option("", self.tr("(choose who is meant)"))]
        known = self._known.outlets if found.field == Field.OUTLET else self._known.units
        others = (Option(str(one.id), one.name) for one in known)
        return [*likely, *(option for option in others if option.key not in first)]

    def _name(self) -> None:
        chosen = bool(self.box.key())
        name = self.box.currentText() if chosen else "…"
        self.learn.setText(self.tr("It is {name}, from now on").format(name=name))
        self.learn.setEnabled(chosen)

    def _say(self) -> None:
        if self.stranger is not None and self.box.key():
            self.named.emit(self.stranger, int(self.box.key()))

    def _ask(self) -> None:
        self.add_asked.emit(self.stranger)


class RowChoices(QWidget):
    """All that is asked about a row; hidden when nothing is."""

    help_topic = "imports#twins"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.decisions = DecisionButtons()
        self.stranger = StrangerChoice()
        self.unsay = button(self.tr("As the sheet has it"), None, Kind.NORMAL)
        self.setLayout(
            down(self.decisions, self.stranger, boxed(across(self.unsay, None)), None, gap=Space.XS)
        )

    def show_line(self, line: Line, now: Decision, like: int, *, frozen: bool) -> QWidget | None:
        """Offer what the row asks; returns what F6 comes to, None when nothing is asked."""
        asks = not frozen and self.decisions.show_line(line, now, like)
        strange = not frozen and self.stranger.show_line(line)
        typed = not frozen and bool(line.row.corrections)
        self.decisions.setVisible(asks)
        self.stranger.setVisible(strange)
        self.unsay.setVisible(typed)
        self.setVisible(asks or strange or typed)
        parts = (*self.decisions.buttons.values(),) if asks else ()
        shown: list[QWidget] = [part for part in parts if not part.isHidden()]
        if strange:
            asked = self.stranger.learn if self.stranger.learn.isEnabled() else self.stranger.box
            shown.append(asked)
        if typed:
            shown.append(self.unsay)
        return shown[0] if shown else None
